"""Change, ratio and difference between two figures.

Figures are set against each other only in one unit, of one property and on one basis. A
yearly percentage that stands in the facts ("increase_on_previous_year") answers beside the
computed change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

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
from factcheck.reference.same_question import asked_together
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking

#: where sources differ, so many pairs are reckoned
_MOST = 6
#: properties that give the yearly change of a subject's main figure
YEARLY_CHANGE = ("increase_on_previous_year", "change_on_previous_year")

Made = Callable[[Question, Fact, Fact], Fact | None]


def change(question: Question, table: FactTable) -> list[Fact]:
    """Per cent change from the other figure to this one, computed and as reported."""
    return [*_made(question, table, _change), *_reported(question, table)]


def yearly_change(question: Question, table: FactTable) -> list[Fact]:
    """The change on the year before of the subject's main figure, for each year asked.

    It answers a question for `YEARLY_CHANGE` also where no source states it.
    """
    main = _main(question.subject, table)
    if main is None:
        return []
    figure = replace(question, property=main, aggregate="change", other=None)
    years = {fact.valid for fact in _figures(figure, table) if is_year(fact)}
    if len(years) > _MOST:
        return []
    made = [fact for year in years for fact in _made(replace(figure, time=year), table, _change)]
    return [replace(fact, property=question.property, label=None) for fact in made]


def ratio(question: Question, table: FactTable) -> list[Fact]:
    """This figure divided by the other."""
    return _made(question, table, _ratio)


def difference(question: Question, table: FactTable) -> list[Fact]:
    """This figure minus the other."""
    return _made(question, table, _difference)


def _made(question: Question, table: FactTable, make: Made) -> list[Fact]:
    ours = _figures(question, table)
    base = question.other or _year_before(question, ours)
    theirs = _figures(replace(base, asked_on=question.asked_on), table) if base else []
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
    found = (make(question, one, other) for one, other in (sure or chosen)[:_MOST])
    return [fact for fact in found if fact is not None]


def _figures(question: Question, table: FactTable) -> list[Fact]:
    """The figures that answer one side, the best first."""
    found: list[Fact] = []
    for subject, property in asked_together(question.subject, question.property, table):
        facts = table.facts(subject, property)
        now = day_of_asking(question.asked_on, facts, table)
        found += choose(facts, question.time, question.asked_on, now, table)
    return [fact for fact in found if is_exact(fact)]


def _year_before(question: Question, ours: Sequence[Fact]) -> Question | None:
    """Without another figure to compare with: that of the year before."""
    years = [fact for fact in ours if is_year(fact) and fact.valid.first]
    if not years or years[0].valid.first is None:
        return None
    before = years[0].valid.first - timedelta(days=1)
    return replace(question, time=Period(before, before), other=None, aggregate=None)


def _change(question: Question, one: Fact, other: Fact) -> Fact | None:
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
    this, base = number_of(one), number_of(other)
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
    this, base = number_of(one), number_of(other)
    if this is None or base is None:
        return None
    (a, b, c), magnitude = say_numbers([this, base, this - base])
    said = f"{a} − {b} = {c}{magnitude}"
    kind = one.reading.kind if one.reading else "number"
    unit = "percentage point" if kind == "percentage" else unit_of(one)
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


def _reported(question: Question, table: FactTable) -> list[Fact]:
    """The change on the year before as it stands in the facts, for the subject's main figure."""
    if not _is_on_year_before(question) or _main(question.subject, table) != question.property:
        return []
    found = []
    for name in YEARLY_CHANGE:
        facts = table.facts(question.subject, name)
        now = day_of_asking(question.asked_on, facts, table)
        found += choose(facts, question.time, question.asked_on, now, table)
    return [fact for fact in found if fact.reading is not None]


def _is_on_year_before(question: Question) -> bool:
    if question.other is None:
        return True
    one, base = question.time, question.other.time
    if one is None or base is None or None in (one.first, one.last, base.first, base.last):
        return False
    years = [day.year for day in (base.first, base.last, one.first, one.last) if day]
    same = question.other.subject == question.subject
    return same and years[0] == years[1] and years[2] == years[3] == years[0] + 1


def _main(subject: str, table: FactTable) -> str | None:
    """The property of which the subject has the most yearly figures; `None` without any."""
    counts: dict[str, int] = {}
    for fact in table.facts(subject):
        if is_year(fact) and fact.reading and fact.reading.kind in ("amount", "number"):
            counts[fact.property] = counts.get(fact.property, 0) + 1
    return max(counts, key=lambda name: (counts[name], name)) if counts else None
