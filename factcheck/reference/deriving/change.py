"""Ratio, difference and per cent change between two figures.

Figures are set against each other only in one unit, of one property and on one basis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from factcheck.measures.durations import duration_days
from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.choosing import choose
from factcheck.reference.deriving.making import (
    derive,
    is_exact,
    number_of,
    rounded,
    say_numbers,
    text_of,
    unit_of,
)
from factcheck.reference.deriving.yearly import is_year
from factcheck.reference.editions import same_basis
from factcheck.reference.moments import of_moment
from factcheck.reference.same_question import asked_together
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking

#: in a day
_MINUTES = 1440
#: where sources differ, so many pairs are reckoned
MOST_PAIRS = 6

Made = Callable[[Question, Fact, Fact], Fact | None]


def ratio(question: Question, table: FactTable) -> list[Fact]:
    """This figure divided by the other."""
    return of_pairs(question, table, _ratio)


def difference(question: Question, table: FactTable) -> list[Fact]:
    """This figure minus the other."""
    return of_pairs(question, table, _difference)


def of_pairs(question: Question, table: FactTable, make: Made) -> list[Fact]:
    """What `make` gives for the figures of the question and those of its `other`."""
    ours = figures(question, table)
    base = question.other or _year_before(question, ours)
    theirs = figures(replace(base, asked_on=question.asked_on), table) if base else []
    pairs = [
        (one, other)
        for one in ours
        for other in theirs
        if one.id != other.id and unit_of(one) == unit_of(other) and same_basis(one, other)
    ]
    alike = [(one, other) for one, other in pairs if one.property == other.property]
    asked = [(one, other) for one, other in alike if one.property == question.property]
    chosen = asked or alike
    sure = [pair for pair in chosen if all(f.confidence != "unverified" for f in pair)]
    found = (make(question, one, other) for one, other in (sure or chosen)[:MOST_PAIRS])
    return [fact for fact in found if fact is not None]


def figures(question: Question, table: FactTable) -> list[Fact]:
    """The figures that answer one side, the best first."""
    found: list[Fact] = []
    for subject, property in asked_together(question.subject, question.property, table):
        facts = table.facts(subject, property)
        now = day_of_asking(question.asked_on, facts, table)
        found += choose(facts, question.time, question.asked_on, now, table)
    if not found and question.time is None:
        found = of_moment(question, table)
    return [fact for fact in found if is_exact(fact) or _lasts(fact)]


def _lasts(fact: Fact) -> bool:
    """Whether a fact is a duration that can be reckoned with."""
    is_one = fact.reading is not None and fact.reading.kind == "duration"
    return is_one and _number(fact) is not None


def _number(fact: Fact) -> Decimal | None:
    """The figure of a fact; of a duration of hours and minutes how many minutes."""
    value = fact.reading.value if fact.reading else None
    if fact.reading is None or fact.reading.kind != "duration" or fact.reading.hedge:
        return number_of(fact)
    if not isinstance(value, str) or not value.startswith("PT"):
        return None
    return (duration_days(value)[0] * _MINUTES).quantize(Decimal("0.01"))


def _year_before(question: Question, ours: Sequence[Fact]) -> Question | None:
    """Without another figure to compare with: that of the year before."""
    years = [fact for fact in ours if is_year(fact) and fact.valid.first]
    if not years or years[0].valid.first is None:
        return None
    before = years[0].valid.first - timedelta(days=1)
    return replace(question, time=Period(before, before), other=None, aggregate=None)


def percent_change(question: Question, one: Fact, other: Fact) -> Fact | None:
    """Per cent change from `other` to `one`; `None` where there is nothing to divide by."""
    this, base = number_of(one), number_of(other)
    if this is None or not base:
        return None
    percent = rounded((this / base - 1) * 100)
    (a, b), _ = say_numbers([this, base])
    said = f"{a} / {b} − 1 = {_tenths(percent)}%"
    label = f"the change {_from_to(one, other)}".rstrip()
    return derive(
        question, text_of(percent), "percentage", (one, other), said,
        unit="percent", valid=one.valid, label=label,
    )  # fmt: skip


def _ratio(question: Question, one: Fact, other: Fact) -> Fact | None:
    this, base = _number(one), _number(other)
    if this is None or not base:
        return None
    result = rounded(this / base)
    (a, b), _ = say_numbers([this, base])
    said = f"{a} / {b} = {text_of(result)}"
    label = f"the ratio {_from_to(one, other)}".rstrip()
    return derive(
        question, text_of(result), "number", (one, other), said, valid=one.valid, label=label
    )


def _difference(question: Question, one: Fact, other: Fact) -> Fact | None:
    this, base = _number(one), _number(other)
    if this is None or base is None:
        return None
    (a, b, c), magnitude = say_numbers([this, base, this - base])
    said = f"{a} − {b} = {c}{magnitude}"
    kind = one.reading.kind if one.reading else "number"
    unit = "percentage point" if kind == "percentage" else unit_of(one)
    if kind == "duration":
        kind, unit, said = "number", None, f"{said} minutes"
    return derive(
        question, text_of(this - base), kind, (one, other), said,
        unit=unit, valid=one.valid, label=f"the difference {_from_to(one, other)}".rstrip(),
    )  # fmt: skip


def _from_to(one: Fact, other: Fact) -> str:
    if one.subject != other.subject:
        return f"between {one.subject} and {other.subject}"
    return f"from {other.valid} to {one.valid}" if one.valid != other.valid else ""


def _tenths(percent: Decimal) -> str:
    return text_of(percent.quantize(Decimal("0.1")) if abs(percent) >= Decimal("0.1") else percent)
