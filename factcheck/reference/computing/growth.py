"""Yearly amounts that follow a rule: that of the year before, raised by that year's per cent.

Years that a source states are taken as stated, and the next is reckoned from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.choosing import in_order, is_other_report
from factcheck.reference.deriving.making import (
    derive,
    is_exact,
    number_of,
    say_number,
    text_of,
    unit_of,
)
from factcheck.reference.deriving.yearly import is_year, year_of
from factcheck.reference.tables import Derivation, FactTable


def growth(declared: Derivation, subject: str, table: FactTable) -> list[Fact]:
    """The amounts of the years within the rule that no source states."""
    (by,) = declared.of
    rates = _by_year(table.facts(by.subject, by.property))
    found: list[Fact] = []
    own = table.facts(subject, declared.property)
    for unit in dict.fromkeys(unit_of(fact) for fact in own):
        amounts = _by_year([fact for fact in own if unit_of(fact) == unit])
        for year in _years(declared.within):
            before, rate = amounts.get(year - 1), rates.get(year - 1)
            if year not in amounts and before and rate:
                amounts[year] = _grown(declared, subject, before, rate)
                found.append(amounts[year])
    return found


def _by_year(facts: Sequence[Fact]) -> dict[int, Fact]:
    """The figure of each year: the preferred, else the first verified one."""
    usable = [f for f in facts if f.rank != "deprecated" and is_year(f) and is_exact(f)]
    found: dict[int, Fact] = {}
    for fact in in_order([fact for fact in usable if not is_other_report(fact)]):
        found.setdefault(year_of(fact), fact)
    return found


def _years(within: Period | None) -> range:
    if within is None or within.first is None or within.last is None:
        return range(0)
    return range(within.first.year, within.last.year + 1)


def _grown(declared: Derivation, subject: str, before: Fact, rate: Fact) -> Fact:
    amount, percent = number_of(before) or Decimal(0), number_of(rate) or Decimal(0)
    exact = amount * (1 + percent / 100)
    result = exact.quantize(_step(amount)) if amount else exact
    year = year_of(before) + 1
    made = derive(
        Question(subject, declared.property, aggregate=declared.how),
        text_of(result),
        before.reading.kind if before.reading else "number",
        (before, rate),
        f"{say_number(amount)} ({year - 1}) + {text_of(percent)}% = {say_number(result)}",
        unit=unit_of(before),
        valid=Period(date(year, 1, 1), date(year, 12, 31)),
    )
    return replace(made, qualifier=before.qualifier)


def _step(amount: Decimal) -> Decimal:
    """One unit of the last digit that is not nought, as `quantize` wants it."""
    return Decimal(1).scaleb(int(amount.normalize().as_tuple().exponent))
