"""A number in a series that nothing else in the sentence fits: "X and Y signed the 10th accord on
8 April 2021", who signed the 11th then.

Two things at least must be right of one other member, and none of the one that is numbered: then
it is the number that is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.misnumbered import numbered_series_of
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

_ENOUGH = 2
_IT_WAS = re.compile(
    r"\b(?:it|that)(?:['’]s|\s+is|\s+was)\s+(?:actually\s+|really\s+)?the\s+$", re.I
)
_THAT = re.compile(r"\s+(?:[a-z-]+\s+){1,5}?(?:that|which)\s+(?!i\b|we\b|they\b)", re.I)
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_YEAR = len("2024")
_YEARS = re.compile(r"P(\d+)Y")


def with_right_numbers(
    answers: Sequence[Answered], sentence: Sentence, context: Context
) -> list[Answered]:
    """The answers; where they tell another member than the number does, of that one, with the
    number as an answer of its own."""
    found = _of_the_one_meant(answers, sentence, context)
    for value in (value for value in sentence.values if value.kind == "ordinal"):
        series = numbered_series_of(value, sentence, context) or _series_told(value, found, context)
        named = _numbered(series, value, context) if series else ""
        if not (series and named):
            continue
        enough = 1 if is_cleft(value, sentence) else _ENOUGH
        beside = _told_beside(series, found, sentence, context)
        meant = _told_by_rest(named, series, found, beside, enough, context)
        if not meant or _is_numbered_too(meant, value, sentence, context):
            continue
        found = [_of(meant, each) if each.question.subject == named else each for each in found]
        found = [each for each in found if not _is_at(value, each)]
        asked = Question(meant, "ordinal", None, context.asked_on)
        why = (f"number: what else is said is right of {meant}",)
        found.append(Answered(value.start, value.end, asked, "ordinal", value, why))
    return found


def meant_by_number(
    answers: Sequence[Answered], sentence: Sentence, context: Context
) -> dict[str, str]:
    """By the member that a wrong number names the one that is meant: "the one signed in November
    was the eleventh", of the twelfth."""
    meant: dict[str, str] = {}
    for asked in answers:
        if asked.kind != "ordinal" or asked.question.property != "ordinal" or not asked.certain:
            continue
        series = numbered_series_of(asked.value, sentence, context)
        named = _numbered(series, asked.value, context) if series else ""
        if named and named != asked.question.subject:
            meant[named] = asked.question.subject
    return meant


def _of_the_one_meant(
    answers: Sequence[Answered], sentence: Sentence, context: Context
) -> list[Answered]:
    """What is told of a number that is asked of another member is told of that one."""
    meant = meant_by_number(answers, sentence, context)
    return [_of(meant.get(a.question.subject, a.question.subject), a) for a in answers]


def _is_numbered_too(meant: str, value: Value, sentence: Sentence, context: Context) -> bool:
    """ "six years rather than the one of the tenth: the eleventh runs until then": the other member
    is there by its own number."""
    numbers = {f.value for f in context.names.facts(meant, "ordinal")}
    others = (v for v in sentence.values if v.kind == "ordinal" and v != value)
    return any(str(other.value) in numbers for other in others)


def _numbered(series: str, value: Value, context: Context) -> str:
    known = context.names.pick(series, "ordinal", str(value.value), context.asked_on)
    return known[0].name if len(known) == 1 else ""


def is_cleft(value: Value, sentence: Sentence) -> bool:
    """ "it was the tenth accord that ran until 2025": the number is what is told."""
    start, end = value.start - sentence.start, value.end - sentence.start
    told = _THAT.match(sentence.raw, end)
    return told is not None and _IT_WAS.search(sentence.raw[:start]) is not None


def _series_told(value: Value, answers: Sequence[Answered], context: Context) -> str | None:
    """The series of the one that answers tell of, whose number stands there by itself."""
    told = f"picked ordinal {value.value}"
    names = {a.question.subject for a in answers if any(told in why for why in a.why)}
    series = {s for n in names if (e := context.names.entity(n or "")) for s in e.part_of}
    series = {one for one in series if context.names.members(one)}
    return series.pop() if len(series) == 1 else None


def _told_beside(
    series: str, answers: Sequence[Answered], sentence: Sentence, context: Context
) -> Iterator[str]:
    """The members of which a year or a name tells that no answer is of: "1.18 trillion for 2021",
    which one covers; somebody of whom a fact is known."""
    told = [(a.start, a.end) for a in answers]
    for value in sentence.values:
        period = period_of(value) if is_time(value) else None
        is_free = period and not period.is_open and not _is_within(value, told)
        if is_free and _FOR.search(sentence.raw[: value.start - sentence.start]):
            found = context.names.pick(series, "covering", str(period))
            yield from [member.name for member in found][: len(found) == 1]
    for mention in sentence.mentions:
        if not _is_within(mention, told):
            for member in context.names.members(series):
                facts = context.names.facts(member.name)
                yield from {member.name for fact in facts if fact.value in mention.entities}


def _is_within(one: Value | Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in spans)


def _told_by_rest(
    named: str,
    series: str,
    answers: Sequence[Answered],
    beside: Iterable[str],
    enough: int,
    context: Context,
) -> str:
    """The one other member that `enough` answers, or one and what stands beside, are right of; ""
    where one is right of the member that is named."""
    right = Counter[str]()
    for start in {a.start for a in answers if a.question.subject == named}:
        own = [a for a in answers if a.start == start and a.question.subject == named]
        right.update(set(_members_right(own, series, context)))
    if right:
        right.update(beside)
    best = right.most_common(2)
    is_one = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    if not best or named in right or not is_one or best[0][1] < enough:
        return ""
    return best[0][0]


def _members_right(answers: Sequence[Answered], series: str, context: Context) -> Iterator[str]:
    """The members of which one of several readings of a phrase is right."""
    for member in context.names.members(series):
        facts = context.names.facts(member.name)
        if any(
            fact.property == answer.question.property and _is_said(fact.value, answer)
            for answer in answers
            for fact in facts
        ):
            yield member.name


def _is_said(known: str, answer: Answered) -> bool:
    """Whether an answer says a name, day, month, year or length; no figure, which may be right by
    chance."""
    text = str(answer.value.value)
    if answer.value.kind == "entity":
        return known in text.split("|")
    if answer.value.kind in ("date", "period"):
        return known.startswith(text) if len(text) > _YEAR else known == text[:_YEAR]
    length = _YEARS.fullmatch(text)
    return length is not None and known == length[1]


def _of(member: str, answer: Answered) -> Answered:
    return replace(answer, question=replace(answer.question, subject=member))


def _is_at(value: Value, answer: Answered) -> bool:
    return answer.kind == "ordinal" and answer.start < value.end and value.start < answer.end
