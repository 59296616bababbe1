"""Of whom or what a name is the answer: the subject beside the words of a property, or what the
sentence before spoke of: "it is run by X", "its director is X", "Director X said", "the director,
X, said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.answering_names import NEAR
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.strange_names import strangers_in
from factcheck.language.subjects import Subject, is_by_sort
from factcheck.language.trees import clause_of, depends_on
from factcheck.records import Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token


def subject_of(
    each: Property,
    mention: Mention,
    hit: Hit,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Subject | None:
    """The subject of whose property `each` the words `hit` say that it is who is mentioned."""
    head = sentence.doc[hit.start]
    scored = [
        (subject.away_from(head), index, subject)
        for index, subject in enumerate(subjects)
        if subject.name not in mention.entities
        and (subject.how != "referred" or _is_taken_up(subject, each, hit, sentence, context))
        and each.name in context.names.properties_of(subject.name)
        and not _is_outside(subject, head)
    ]
    near = [one for one in sorted(scored, key=lambda s: s[:2]) if one[0] <= NEAR + 2]
    if near:
        return near[0][2]
    return None if scored else _spoken_of(each, mention, hit, sentence, context)


def _is_outside(subject: Subject, verb: Token) -> bool:
    """ "X, who later led Y, signed Z": what X led is not Z."""
    if verb.dep_ != "acl:relcl":
        return False
    tokens = [t for group in subject.tokens for t in group]
    # "the tournament that X hosted, the Y Cup"
    if any(t.dep_ == "appos" and t.head.i == verb.head.i for t in tokens):
        return False
    return bool(tokens) and not any(clause_of(t).i == verb.i or depends_on(verb, t) for t in tokens)


def _is_taken_up(
    subject: Subject, each: Property, hit: Hit, sentence: Sentence, context: Context
) -> bool:
    """ "The park is run by X", "it is run by X", "its director is X", of the only one with such a
    property that the sentence before named."""
    if is_by_sort(subject):
        return True
    if _only_before(each, context) != subject.name:
        return False
    verb, noun = sentence.doc[hit.start], sentence.doc[hit.end - 1]
    return any(
        (t.lower_ == "its" and t.head.i == noun.i)
        or (t.lower_ == "it" and t.head.i == verb.i and t.dep_ in ("nsubj", "nsubj:pass", "obj"))
        for group in subject.tokens
        for t in group
    )


def _only_before(each: Property, context: Context) -> str | None:
    """The only one with such a property that the sentence before named."""
    named = dict.fromkeys(context.just_before())
    known = [name for name in named if each.name in context.names.properties_of(name)]
    return known[0] if len(known) == 1 else None


def _spoken_of(
    each: Property, mention: Mention, hit: Hit, sentence: Sentence, context: Context
) -> Subject | None:
    """ "Director X said", "the director, X, said", where nobody else is named: of what the sentence
    before named."""
    name = _only_before(each, context) if hit.form == "noun" else None
    if name is None or not _is_titled(mention, hit, sentence):
        return None
    others = [m for m in sentence.mentions if m != mention]
    others += [m for m in strangers_in(sentence) if m.start != mention.start]
    noun = sentence.doc[hit.end - 1]
    return None if others else Subject(name, ((noun,),), "referred", f"the {noun.lower_}")


def _is_titled(mention: Mention, hit: Hit, sentence: Sentence) -> bool:
    """Whether a name stands right behind its title, with no more than "the" before that."""
    doc, first = sentence.doc, sentence.span(mention.start, mention.end).start
    before = doc[max(hit.start - 1, 0)] if hit.start else None
    behind = [t.text for t in doc[hit.end : first]]
    if behind == [","]:
        return before is not None and before.lower_ == "the"
    return not behind and (before is None or before.is_punct)
