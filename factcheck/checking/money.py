"""Money: compared in its own currency, or through the exchange rates of the time.

A rate is a fact of the property `units_per_usd` (units of a currency for one US dollar) valid in
a month. Rates move within a year, and news converts at the rate of its day, so that a sum in
another currency is a band, as wide as the rates of the years in question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.checking.fits import RATE_BAND, THIN_BAND, Fit
from factcheck.checking.numbers import (
    Span,
    claimed_span,
    comparable,
    compare_numbers,
    grade_numbers,
    known_in,
    known_span,
    say_span,
    says_little,
    unit_of,
)
from factcheck.measures.currencies import NEAR_PARITY, is_currency
from factcheck.measures.lexicon import LONG_MONEY_NAMES, MONEY_NAMES
from factcheck.measures.values import Value
from factcheck.records import Fact

RATE = "units_per_usd"


def split_rates(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts to compare with, and the exchange rates among them."""
    rates = tuple(fact for fact in facts if fact.property == RATE)
    return tuple(fact for fact in facts if fact.property != RATE), rates


def compare_money(value: Value, fact: Fact, rates: Sequence[Fact], on: date | None) -> Fit:
    """How the claimed sum stands to the fact's; `on`: the day of utterance."""
    if comparable(value, fact):
        fit = compare_numbers(value, fact)
        if value.unit is None and is_currency(unit_of(fact)) and fit.grade != "fits":
            return Fit(fact, "apart", "the claim names no currency")
        return fit
    if not is_currency(value.unit) or not is_currency(unit_of(fact)):
        return Fit(fact, "apart", "the units differ")
    converted = convert(fact, value.unit, rates, on)
    if converted is None:
        return _without_rates(value, fact)
    return _grade_converted(value, converted, fact)


def convert(fact: Fact, unit: str | None, rates: Sequence[Fact], on: date | None) -> Span | None:
    """The fact's sum in the currency `unit`, as wide as the rates of the time; `None` without."""
    years, known = years_of(fact, on), known_span(fact)
    here, there = _rates(unit_of(fact), years, rates), _rates(unit, years, rates)
    if not here or not there or known is None:
        return None
    low = None if known.low is None else known.low / max(here) * min(there)
    high = None if known.high is None else known.high / min(here) * max(there)
    return Span(low, high, None)


def years_of(fact: Fact, on: date | None) -> frozenset[int]:
    """Years at whose rates news may convert the sum: of the sum, of its becoming known, of `on`."""
    days = [fact.valid.first, fact.valid.last, fact.known_from]
    years = {day.year for day in days if day is not None}
    if on is not None and (not years or min(abs(on.year - year) for year in years) <= 1):
        years.add(on.year)
    return frozenset(years)


def _rates(unit: str | None, years: frozenset[int], rates: Sequence[Fact]) -> list[Decimal]:
    if unit in ("USD", "$"):
        return [Decimal(1)]
    return [
        rate.reading.value
        for rate in rates
        if unit == currency_of(rate)
        and rate.reading is not None
        and isinstance(rate.reading.value, Decimal)
        and rate.valid.first is not None
        and rate.valid.first.year in years
    ]


def currency_of(rate: Fact) -> str | None:
    """The ISO 4217 code of the currency that a rate is of, by its unit or its subject's name."""
    for text in (rate.unit, rate.subject):
        if text is not None and re.fullmatch(r"[A-Z]{3}", text):
            return text
    name = rate.subject.lower()
    words = (LONG_MONEY_NAMES.get(name), *(MONEY_NAMES.get(word) for word in name.split()))
    return next((code for code in words if code is not None), None)


def _grade_converted(value: Value, converted: Span, fact: Fact) -> Fit:
    claimed = claimed_span(value)
    if claimed is None:
        return Fit(fact, "apart", "no figures to compare")
    edges = [abs(n) for n in (converted.low, converted.high) if n is not None]
    grade = grade_numbers(claimed, converted, max(edges, default=Decimal(0)) * RATE_BAND)
    if grade == "fits" and says_little(value, converted):
        grade = "vague"
    why = f"{say_span(claimed)} against {say_span(rounded(converted))} at the rates of the time"
    return Fit(fact, grade, why)


def rounded(span: Span) -> Span:
    """The span with six significant digits, for traces."""
    numbers = [None if n is None else Decimal(f"{n:.5e}") for n in (span.low, span.high)]
    return Span(numbers[0], numbers[1], None)


def _without_rates(value: Value, fact: Fact) -> Fit:
    """The same figure in another currency is an error that needs no rate to be seen."""
    if {value.unit, unit_of(fact)} <= NEAR_PARITY or not same_figure(value, fact):
        return Fit(fact, "apart", "no exchange rate for that time")
    return Fit(fact, "differs", "the same figure in another currency")


def same_figure(value: Value, fact: Fact, factor: Decimal = Decimal(1)) -> bool:
    """Whether the bare numbers agree, the fact's multiplied by `factor`, whatever the units."""
    claimed, known = claimed_span(value), known_in(value, fact)
    if claimed is None or known is None or known.point is None or value.hedge == "more than":
        return False
    scaled = known.point * factor
    wide = abs(scaled) * THIN_BAND if claimed.low == claimed.high else Decimal(0)
    return (
        claimed.low is not None
        and claimed.high is not None
        and (claimed.low - wide <= scaled <= claimed.high + wide)
    )
