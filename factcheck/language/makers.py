"""Who made something, told without a verb: "X's opera", "the hall, a glass wave by X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.set_beside import has_answered
from factcheck.language.strange_names import strangers_in
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Span

#: what whoever is named by such a property does
_MAKING = frozenset(("create", "design", "write", "compose", "direct", "paint"))


def find_makers(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers by names that stand as makers beside the name of what they made."""
    for mention in sentence.mentions:
        for subject in (s for s in subjects if s.how == "named" and s.name in mention.entities):
            makers = _makers(subject, context)
            if not makers:
                continue
            own = sentence.span(mention.start, mention.end)
            for name in (*sentence.mentions, *strangers_in(sentence)):
                span = sentence.span(name.start, name.end)
                if name != mention and (_owns(span, own) or _is_by(span, own)):
                    yield from _answers(name, makers, subject, context)


def _makers(subject: Subject, context: Context) -> list[Property]:
    """The properties of a thing that tell who made it."""
    own = (context.names.property(name) for name in context.names.properties_of(subject.name))
    found = [each for each in own if each and each.kind == "party_or_actor"]
    return [each for each in found if not _MAKING.isdisjoint(each.verbs)]


def _owns(name: Span, thing: Span) -> bool:
    """ "X's Y": right before it."""
    return thing.start == name.end + 1 and name.doc[name.end].tag_ == "POS"


def _is_by(name: Span, thing: Span) -> bool:
    """ "Y by X", "Y, a ... by X": said of the thing or of what it is called, and behind it."""
    if case_of(name.root) != "by" or name.root.dep_ != "nmod" or name.start < thing.end:
        return False
    head = name.root.head
    return head.i == thing.root.i or (head.dep_ == "appos" and head.head.i == thing.root.i)


def _answers(
    name: Mention, makers: Sequence[Property], subject: Subject, context: Context
) -> Iterator[Answered]:
    """Answers of those properties of which somebody of that name is known to be a maker; by a name
    that is not known, where there is only one."""
    able = [each for each in makers if has_answered(name, each, context)]
    text = "|".join(name.entities)
    if not able and not name.entities and len(makers) == 1:
        if not context.names.is_other(name.text, subject.name, makers[0].name, ""):
            return
        able, text = list(makers), name.text
    for each in able:
        yield Answered(
            name.start,
            name.end,
            Question(subject.name, each.name, None, context.asked_on),
            "party_or_actor",
            Value(name.start, name.end, name.text, "entity", text),
            (f"party: {each.name} by its maker's name", f"subject: {subject.name}"),
        )
