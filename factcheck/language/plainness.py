"""Whether a noun for things of a type is plain enough to mean a known series.

"the agreement", "the new deal on the costs" may; "its first agreement with Peru", "the record
deal", "the treaty between the two empires" speak of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.hinted import signed_by
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEUTRAL = frozenset(
    ("such", "same", "single", "whole", "very", "own", "other", "year", "month", "day", "current",
     "new", "old", "recent", "late", "early", "previous", "present", "existing", "last", "first",
     "next", "original", "long", "annual", "yearly", "bilateral", "so-called", "successive")
)  # fmt: skip


def is_plain(token: Token, series: Sequence[str], sentence: Sentence, context: Context) -> bool:
    """Whether nothing beside the noun `token` speaks against every one of `series`.

    A name of the series itself is always plain.
    """
    offset = sentence.start + token.idx
    if any(m.start <= offset < m.end for m in sentence.mentions):
        return True
    described = [d for d in context.names.descriptions() if d.subject in series]
    parties = {party for d in described for group in d.entities for party in group} | {*series}
    known = {part for d in described for word in d.words for part in word.replace("-", " ").split()}
    for child in token.children:
        before = child.i < token.i and child.dep_ in ("compound", "amod")
        after = child.i > token.i and child.dep_ in ("nmod", "acl")
        if before and not _is_neutral(child, known, sentence):
            return False
        if after and not _is_about(child, known, parties, sentence):
            return False
    return True


def _is_neutral(word: Token, known: set[str], sentence: Sentence) -> bool:
    place = sentence.start + word.idx
    is_value = any(v.start <= place < v.end for v in sentence.values)
    is_name = any(m.start <= place < m.end for m in sentence.mentions)
    return is_value or is_name or bool({*forms(word)} & (known | _NEUTRAL))


def _is_about(word: Token, known: set[str], parties: set[str], sentence: Sentence) -> bool:
    """A complement that names only the parties, or has a word of the series; or a date."""
    start = sentence.start + word.left_edge.idx
    end = sentence.start + word.right_edge.idx + len(word.right_edge)
    if any(v.start < end and start < v.end and v.kind in ("date", "period", "duration")
           for v in sentence.values):  # fmt: skip
        return True
    named = [m for m in sentence.mentions if start <= m.start and m.end <= end]
    if named:
        return all(parties.intersection(m.entities) for m in named)
    said = {form for t in word.subtree for form in forms(t)}
    return bool(said & known) or bool(said & {"them", "these", "those", "kind", "series"})


def is_contradicted(name: str, sentence: Sentence, context: Context) -> bool:
    """ "Japan's first agreement" is not the first of a series between two others."""
    entity = context.names.entity(name)
    series = {name, *(entity.part_of if entity else ())}
    if entity and entity.type and context.names.members(name):
        signed = signed_by(frozenset((entity.type,)), sentence, context)
        if signed and name not in signed:  # "X and Y signed a pact": one that X signs for
            return True
    described = [d for d in context.names.descriptions() if d.subject in series and d.entities]
    if not described:
        return False
    parties = {party for d in described for group in d.entities for party in group}
    first = {party for d in described for party in d.entities[0]}
    types = {e.type for party in first if (e := context.names.entity(party))}
    rivals = {
        other
        for mention in sentence.mentions
        for other in mention.entities
        if (e := context.names.entity(other)) and e.type in types and e.type == "country"
    }
    return bool(rivals - parties) and not rivals & first
