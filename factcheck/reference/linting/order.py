"""Dates out of order: begun before ended, agreed before signed before in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from factcheck.reference.linting._topic import Found, Linted, at
from factcheck.reference.reading import FactRow

#: families of which the first never comes after the second
_ORDER = (
    ("begin", "end"),
    ("begin", "expire"),
    ("begin", "terminate"),
    ("agree", "sign"),
    ("agree", "take_effect"),
    ("sign", "take_effect"),
    ("sign", "end"),
    ("sign", "expire"),
    ("take_effect", "expire"),
    ("take_effect", "terminate"),
    ("take_effect", "end"),
    ("join", "leave"),
    ("serve", "end_term"),
    ("born", "die"),
    ("found", "end"),
)


def check(topic: Linted) -> Iterator[Found]:
    """Dates of one subject in the wrong order, and dates that cannot be right."""
    for facts in topic.by_subject().values():
        yield from _in_order(topic, facts)
    for fact in topic.facts:
        yield from _plausible(topic, fact)


def _in_order(topic: Linted, facts: list[FactRow]) -> Iterator[Found]:
    stages: dict[str, list[FactRow]] = defaultdict(list)
    for fact in facts:
        if fact.reading and fact.reading.kind == "date" and not fact.row.get("qualifier"):
            for family in topic.families(fact.property):
                stages[family].append(fact)
    for earlier, later in _ORDER:
        for fact in stages[later]:
            befores = [one for one in stages[earlier] if _belongs(one, fact)]
            if befores and all(_low(one) > _high(fact) for one in befores):
                first = befores[0]
                yield at(
                    fact,
                    f"{fact.property} of {fact.subject} is {fact.value}, before its "
                    f"{first.property}, {first.value} (line {first.row.line})",
                )


def _belongs(one: FactRow, other: FactRow) -> bool:
    """Whether two dates are of the same term or event, where rows tell that by validity."""
    return one.property != other.property and (
        one.valid == other.valid or one.valid.first is None or other.valid.first is None
    )


def _plausible(topic: Linted, fact: FactRow) -> Iterator[Found]:
    as_of = topic.topic.file.settings.as_of
    days = [fact.valid.first, fact.valid.last, fact.known_from]
    if fact.reading and fact.reading.kind in ("date", "period"):
        ends = (fact.reading.low, fact.reading.high)
        days += [date.fromisoformat(end) for end in ends if isinstance(end, str)]
    for day in days:
        if day and (day.year < 1000 or (as_of and day.year > as_of.year + 75)):
            yield at(fact, f"the year {day.year} of {fact.id} can hardly be right")
            return
    if as_of and fact.row.get("known_from") and fact.known_from and fact.known_from > as_of:
        yield at(
            fact,
            f"{fact.id} is known from {fact.known_from}, after the topic's as_of, {as_of}",
        )
    source_days = fact.recorded
    if source_days and as_of and source_days.year > as_of.year + 5:
        yield at(fact, f"{fact.id} was recorded {source_days}, long after as_of, {as_of}")


def _low(fact: FactRow) -> str:
    assert fact.reading is not None
    return str(fact.reading.low)


def _high(fact: FactRow) -> str:
    assert fact.reading is not None
    return str(fact.reading.high)
