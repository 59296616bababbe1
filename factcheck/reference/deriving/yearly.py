"""Yearly figures of one property: one a year and unit, to add up, to rank and to compare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.choosing import in_order, is_other_report
from factcheck.reference.deriving.making import is_exact, unit_of
from factcheck.reference.editions import basis, newest_editions
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking, known


def yearly(question: Question, table: FactTable) -> list[list[Fact]]:
    """The figures of the subject, one a year, oldest first: a list for each unit and basis.

    Only years known when asked and, without a time, not after it. Verified figures go before
    others, and where several sources give one, the preferred or first named is taken.
    """
    facts = known(table.facts(question.subject, question.property), question.asked_on)
    current = [fact for fact in newest_editions(facts) if is_year(fact) and is_exact(fact)]
    if not current:
        return []
    time = question.time or Period(None, day_of_asking(question.asked_on, current, table))
    groups: dict[tuple[str | None, frozenset[str]], dict[int, Fact]] = {}
    for fact in in_order(current):
        if is_other_report(fact) or not _begins_in(fact, time):
            continue
        series = groups.setdefault((unit_of(fact), basis(fact.qualifier)), {})
        series.setdefault(year_of(fact), fact)
    return [[by_year[year] for year in sorted(by_year)] for by_year in _merged(groups)]


def _merged(
    groups: dict[tuple[str | None, frozenset[str]], dict[int, Fact]],
) -> list[dict[int, Fact]]:
    """Groups of one unit put together where neither's basis says something against it."""
    merged: list[tuple[str | None, frozenset[str], dict[int, Fact]]] = []
    for (unit, base), by_year in sorted(groups.items(), key=lambda item: -len(item[1])):
        for other_unit, other, into in merged:
            if unit == other_unit and (base <= other or other <= base):
                into.update({y: f for y, f in by_year.items() if y not in into})
                break
        else:
            merged.append((unit, base, dict(by_year)))
    return [by_year for _, _, by_year in merged]


def is_year(fact: Fact) -> bool:
    """Whether a fact holds for one year (calendar or fiscal), or is the count of a day in it."""
    first, last = fact.valid.first, fact.valid.last
    if first is None or last is None:
        return False
    return (last - first).days <= 366


def year_of(fact: Fact) -> int:
    """The year in which a fact's validity begins."""
    return fact.valid.first.year if fact.valid.first else 0


def without_gaps(facts: Sequence[Fact]) -> bool:
    """Whether there is a figure for every year from the first to the last."""
    years = [year_of(fact) for fact in facts]
    return bool(years) and years == list(range(years[0], years[-1] + 1))


def covers(facts: Sequence[Fact], time: Period | None) -> bool:
    """Whether the figures reach from the first year asked to the last."""
    if time is None or not facts:
        return bool(facts)
    first = time.first.year if time.first else year_of(facts[0])
    last = time.last.year if time.last else year_of(facts[-1])
    return year_of(facts[0]) <= first and last <= year_of(facts[-1])


def is_complete(facts: Sequence[Fact], table: FactTable) -> bool:
    """Whether the topic declares that no year of the property is missing."""
    try:
        return bool(facts) and (
            facts[0].property in table.settings(facts[0].topic).complete_properties
        )
    except KeyError:
        return False


def span_of(facts: Sequence[Fact]) -> Period:
    """From the beginning of the first figure to the end of the last."""
    return Period(facts[0].valid.first, facts[-1].valid.last)


def _begins_in(fact: Fact, time: Period) -> bool:
    day = fact.valid.first or date.min
    return (time.first is None or time.first <= day) and (time.last is None or day <= time.last)
