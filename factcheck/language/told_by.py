"""The words that tell of whom or what something is claimed, where they claim something, too:
"the twelfth accord was signed in 2024", "Jan Holt took office as mayor on Monday".

They are claimed along with the rest: right where what is said beside them is right, and nothing
by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.misnumbered import numbered_series_of
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

_SPELLS = ("since", "until", "lasting")


def find_told_by(
    sentence: Sentence, subjects: Sequence[Subject], context: Context, answers: Sequence[Answered]
) -> Iterator[Answered]:
    """Loose readings of numbers of members and of office holders' names, which count only with
    another claim of the sentence that is supported."""
    taken = [(a.start, a.end) for a in answers if not a.agrees_only]
    for value in sentence.values:
        if value.kind == "ordinal" and not _is_taken(value, taken):
            yield from _of_number(value, subjects, sentence, context)
    for mention in sentence.mentions:
        if len(mention.entities) == 1 and not _is_taken(mention, taken):
            yield from _of_holder(mention, answers, context)


def _is_taken(said: Value | Mention, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < said.end and said.start < end for start, end in taken)


def _of_number(
    value: Value, subjects: Sequence[Subject], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    series = numbered_series_of(value, sentence, context)
    told = {s.name for s in subjects if s.how == "picked" and s.why == f"ordinal {value.value}"}
    if series is not None:
        found = context.names.pick(series, "ordinal", str(value.value), context.asked_on)
        told |= {entity.name for entity in found}
    ordinals = {each.name for each in context.names.properties() if each.type == "ordinal"}
    for name in sorted(told):
        for property in sorted(ordinals & context.names.properties_of(name)):
            asked = Question(name, property, None, context.asked_on)
            why = (f"ordinal of {name}, by which it is told",)
            yield Answered(
                value.start, value.end, asked, "ordinal", value, why,
                certain=False, agrees_only=True, goes_along=True,
            )  # fmt: skip


def _along(answer: Answered, mention: Mention) -> Answered:
    """The claim of an answer that the name makes with it."""
    return replace(
        answer.loosely(),
        start=mention.start,
        end=mention.end,
        at=answer.at or (answer.start, answer.end),
        goes_along=True,
    )


def _of_spell(
    mention: Mention, name: str, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """ "X has been at its helm since 2018" says who has, too."""
    entity = context.names.entity(name)
    is_persons = entity is not None and entity.type == "person"
    bare = {p.name for p in context.names.properties() if context.names.is_bare(p.topic)}
    for answer in answers if is_persons else ():
        asked, other = answer.question, answer.question.other
        if asked.aggregate not in _SPELLS or other is None or answer.negated:
            continue
        if other.subject == name != asked.subject and asked.property in bare:
            yield _along(answer, mention)


def _of_holder(
    mention: Mention, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """What is claimed of somebody's time in office is a claim about who it was, too."""
    (name,) = mention.entities
    yield from _of_spell(mention, name, answers, context)
    for answer in answers if context.names.terms(name) else ():
        dated = answer.value.kind in ("date", "period")
        if dated and answer.question.subject == name and not answer.negated:
            yield _along(answer, mention)
