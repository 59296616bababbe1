"""Whether a sentence speaks of nothing but a subject that is only implied.

"Seoul paid 920 billion won in 2014" does not say for what. Where every noun, name and act of the
sentence goes with the one thing that the reference knows of, that is what was meant; one word
that does not ("for helicopters", "to the bank") leaves it open.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.borders import breaks
from factcheck.language.changes import is_whole
from factcheck.language.descriptions import parties_of
from factcheck.language.fitting_kinds import is_small
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.strangers import Scope, is_named, is_read, is_unknown, scope_of
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.language.subjects import Subject
    from factcheck.measures.values import Value

#: by these a clause goes on about what was said in another
_REFERRING = frozenset(
    ("it", "its", "that", "this", "these", "those", "they", "them", "their", "which", "one",
     "ones", "he", "she", "some", "most", "all", "much", "half")
)  # fmt: skip


def is_all_told(
    subject: Subject, sentence: Sentence, context: Context, value: Value | None = None
) -> bool:
    """Whether all parties of an implied subject are named, and nothing else is spoken of: no
    second figure of the sort of `value`, and no count, of which there are too many."""
    if not any(subject.tokens) or subject.how == "referred":
        return False
    if value is not None:
        alike = [v for v in sentence.values if v.kind == value.kind and not is_whole(v, sentence)]
        is_open = value.kind == "number" and (subject.how == "implied" or is_small(value))
        if len(alike) > 1 or is_open:
            return False
    place = sentence.span(value.start, value.end).start if value else None
    words, clause = _told_with(place, sentence)
    key = f"all told: {subject.name} {clause}"
    if key not in context.scratch:
        scope = scope_of(subject.name, context)
        entity = context.names.entity(subject.name)
        parties = {subject.name, *(entity.part_of if entity else ())}
        parties |= parties_of(subject.name, context)
        said = {form for token in words for form in forms(token)}
        denied = not said.isdisjoint(word_set("stance", "negation"))
        strange = any(_is_strange(token, scope, sentence) for token in words)
        others = any(not parties.intersection(m.entities) for m in sentence.mentions)
        is_open = not _tells_apart(parties, sentence, context)
        context.scratch[key] = not (denied or strange or others or is_open)
    is_here = {t.i for t in words}.issuperset(t.i for group in subject.tokens for t in group)
    return bool(context.scratch[key]) and is_here


def _tells_apart(parties: set[str], sentence: Sentence, context: Context) -> bool:
    """Whether a name of the sentence is of these parties only: "Washington" by itself is a side of
    deals with others, too."""
    named = {name for mention in sentence.mentions for name in mention.entities} & parties
    return not named or any(not _has_others(name, parties, context) for name in named)


def _has_others(name: str, parties: set[str], context: Context) -> bool:
    """Whether something else is of a party and of others than these."""
    return any(
        name in side and any(parties.isdisjoint(other) for other in told.entities if other != side)
        for told in context.names.descriptions()
        if told.subject not in parties
        for side in told.entities
    )


def _told_with(place: int | None, sentence: Sentence) -> tuple[Sequence[Token], int]:
    """The words that may tell what the figure at a place is of: those of its clause, and of
    clauses that refer back; and where its clause begins."""
    starts = [0, *breaks(sentence.doc), len(sentence.tokens)]
    if place is None or len(starts) < 3:
        return sentence.tokens, 0
    words: list[Token] = []
    own = max(start for start in starts if start <= place)
    for first, last in pairwise(starts):
        clause = sentence.tokens[first:last]
        if first == own or not _REFERRING.isdisjoint(t.lower_ for t in clause):
            words += clause
    return words, own


def _is_strange(token: Token, scope: Scope, sentence: Sentence) -> bool:
    if token.pos_ == "SPACE" or is_read(token, sentence) or is_named(token, sentence):
        return False
    is_first = token.i == 0 and token.pos_ not in ("ADJ", "PROPN")
    if token.text[0].isupper() and not is_first:  # a name, whatever its tag
        return not {*forms(token)} & word_set("terms", "titles")
    if token.pos_ in ("VERB", "ADJ"):
        known = scope.words | word_set("stance", "say") | word_set("known", "nouns")
        return not {*forms(token)} & known
    return is_unknown(token, scope, sentence, counted=False)
