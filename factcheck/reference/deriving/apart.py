"""How long after an event of another subject the same event of this one was: "five years after".

By the calendar years, and where both days are known also from day to day; nothing where this
event came first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.records import Fact, Question
from factcheck.reference.deriving.duration import iso_between, say_iso
from factcheck.reference.deriving.making import derive
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known

_DAY = len("2024-01-31")


def apart(question: Question, table: FactTable) -> list[Fact]:
    """The time from the event of `question.other` to the one of the question's subject."""
    other = question.other
    if other is None:
        return []
    ours, theirs = (
        _dated(question, table),
        _dated(replace(other, asked_on=question.asked_on), table),
    )
    if len(ours) != 1 or len(theirs) != 1 or _day(ours[0]) < _day(theirs[0]):
        return []
    return list(_between(question, theirs[0], ours[0]))


def order(question: Question, table: FactTable) -> list[Fact]:
    """By how many years the event of the question's subject came after that of `other` (below
    zero: before); nothing within one year."""
    other = question.other
    if other is None:
        return []
    theirs = _dated(replace(other, asked_on=question.asked_on), table)
    ours = _dated(question, table)
    if len(ours) != 1 or len(theirs) != 1:
        return []
    years = int(_day(ours[0])[:4]) - int(_day(theirs[0])[:4])
    said = f"{_day(theirs[0])} to {_day(ours[0])}"
    label = f"the years from {other.subject} to {question.subject}"
    made = derive(question, str(years), "number", (ours[0], theirs[0]), said, label=label)
    return [made] if years else []


def _dated(question: Question, table: FactTable) -> Sequence[Fact]:
    """The facts that say when it was."""
    facts = known(table.facts(question.subject, question.property), question.asked_on)
    return [f for f in facts if f.reading is not None and f.reading.kind == "date"]


def _day(fact: Fact) -> str:
    return str(fact.reading.value) if fact.reading else ""


def _called(fact: Fact) -> str:
    return fact.label or fact.property.replace("_", " ")


def _between(question: Question, first: Fact, last: Fact) -> Sequence[Fact]:
    one, other = _day(first), _day(last)
    years = int(other[:4]) - int(one[:4])
    found = [f"P{years}Y"] if years else []
    if len(one) == len(other) == _DAY:
        begin, end = date.fromisoformat(one), date.fromisoformat(other)
        whole = iso_between(begin, end)  # in days it has both of them
        found.append(f"P{(end - begin).days}D" if whole.endswith("D") else whole)
    label = f"the time from {first.subject} to {last.subject}"
    if first.subject == last.subject:
        label = f"the time from {_called(first)} to {_called(last)} of {first.subject}"
    return [
        derive(
            question, iso, "duration", (first, last), f"{one} to {other}: {say_iso(iso)}",
            label=label,
        )
        for iso in dict.fromkeys(found)
    ]  # fmt: skip
