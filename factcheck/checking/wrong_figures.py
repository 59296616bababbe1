"""Looks for where a wrong figure belongs; each gives a `Diagnosis` or `None`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from factcheck.checking.durations import compare_durations, known_duration
from factcheck.checking.fits import THIN_BAND, Diagnosis, Fit
from factcheck.checking.money import same_figure
from factcheck.checking.numbers import (
    Span,
    claimed_span,
    compare_figures,
    known_span,
    unit_of,
    without_sign,
)
from factcheck.checking.phrases import say_figure, say_period, say_unit
from factcheck.checking.turning import direction
from factcheck.measures.currencies import is_currency, same_currency
from factcheck.measures.numerals import significant_digits
from factcheck.records import Claim, Fact

#: a billion times too much is no slip but another thing
_FACTORS = tuple(Decimal(10) ** power for power in (3, 6, -3, -6, 1, 2, -1, -2))


def wrong_magnitude(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """Ten, a thousand, a million ... times too much or too little, in the same unit."""
    for fact in facts:
        same_unit = same_currency(claim.value.unit, unit_of(fact)) or not is_currency(
            claim.value.unit
        )
        for factor in _FACTORS if significant_digits(claim.value.value) > 1 else _FACTORS[:4]:
            if same_unit and known_span(fact) and same_figure(claim.value, fact, factor):
                size = max(factor, 1 / factor)
                too = "much" if factor > 1 else "little"
                return Diagnosis("magnitude", f"The claim is {size:,.0f} times too {too}.")
    return None


def wrong_direction(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """A rise for a fall by as much, or a fall for a rise."""
    known, said = facts[0].reading, claim.value.value
    number = known.value if known else None
    if not isinstance(number, Decimal) or not isinstance(said, Decimal) or claim.negated:
        return None
    is_turned = direction(claim) == ("up" if number < 0 else "down")
    if claim.kind != "percentage" or not is_turned or not _is_as_much(claim, facts[0]):
        return None
    was, wrong = ("a cut", "a rise") if number < 0 else ("a rise", "a cut")
    return Diagnosis("direction", f"It was {was} by as much, not {wrong}.")


def _is_as_much(claim: Claim, fact: Fact) -> bool:
    """Whether a change is as large as the one that is known, whichever way it goes."""
    reading = fact.reading
    known = replace(fact, reading=without_sign(reading)) if reading else fact
    return compare_figures(without_sign(claim.value), known).grade == "fits"


def wrong_currency(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """The figure is right, in another currency."""
    for fact in (*facts, *related):
        claimed, known = claim.value.unit, unit_of(fact)
        if not is_currency(claimed) or not is_currency(known) or same_currency(claimed, known):
            continue
        asked = fact in facts or (_is_same(fact, facts[0]) and fact.valid == facts[0].valid)
        if asked and same_figure(claim.value, fact):
            said = f"The figure is in {say_unit(known)}, not in {say_unit(claimed)}."
            return Diagnosis("currency", said, (fact,))
    return None


def other_period(claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]) -> Diagnosis | None:
    """The figure of another time: outdated ("stale") where the claim speaks of now."""
    for fact in related:
        if not _is_same(fact, facts[0]) or not _fits(claim, fact):
            continue
        when = say_period(fact.valid)
        if not when:
            continue
        is_older = _begins(fact) < max(_begins(other) for other in facts)
        name = "stale" if claim.question.time is None and is_older else "other_period"
        return Diagnosis(name, f"{say_figure(fact)} was the figure {when}.", (fact,))
    return None


def other_subject(claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]) -> Diagnosis | None:
    """The figure of another party, force, member of the series."""
    for fact in related:
        is_sister = fact.property == facts[0].property and fact.subject != facts[0].subject
        if is_sister and _fits(claim, fact):
            said = f"{say_figure(fact)} is the figure of {fact.subject}."
            return Diagnosis("swapped_parties", said, (fact,))
    return None


def annual_for_total(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """A sum over several years given for one year, or the other way round."""
    for fact in related:
        is_total = "total" in fact.property or "total" in (fact.qualifier or "")
        if fact.subject == facts[0].subject and is_total and _fits(claim, fact):
            said = f"{say_figure(fact)} is the total {say_period(fact.valid)}".rstrip()
            return Diagnosis("annual_vs_total", f"{said}.", (fact,))
    yearly = {f.valid.first: f for f in (*related, *facts) if _is_yearly(f, facts[0])}
    ordered = [yearly[day] for day in sorted(day for day in yearly if day is not None)]
    return _sum_of_years(claim, ordered)


def figure_off_by_one(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """The next whole number: the eleventh for the twelfth, five years for six."""
    said = None if claim.value.hedge else _whole(claim.value.value)
    for fact in facts:
        known = fact.reading.value if fact.reading else None
        number = _whole(known_duration(fact) if claim.kind == "duration" else known)
        if said and number and said[1] == number[1] and abs(said[0] - number[0]) == 1:
            return Diagnosis("off_by_one")
    return None


def _whole(value: Decimal | str | None) -> tuple[int, str] | None:
    """A whole number and its unit: 12 and "", 5 and "Y" of "P5Y"."""
    if isinstance(value, Decimal):
        return (int(value), "") if value == value.to_integral_value() else None
    if value is None or not value[1:-1].isdigit():
        return None
    return int(value[1:-1]), value[-1]


def _sum_of_years(claim: Claim, ordered: Sequence[Fact]) -> Diagnosis | None:
    """Two to ten years in a row, with the one that is said, whose figures add up to the claimed."""
    claimed, time = claimed_span(claim.value), claim.question.time
    for start in range(len(ordered)):
        run = ordered[start : start + 10]
        numbers = [f.reading.value for f in run if f.reading]
        sums = list(accumulate(n for n in numbers if isinstance(n, Decimal)))
        for last in range(1, len(sums)):
            has_time = time is None or any(f.valid.overlaps(time) for f in run[: last + 1])
            if has_time and claimed is not None and _is_about(claimed, sums[last]):
                years = f"{run[0].valid} to {run[last].valid}"
                said = f"That is about the sum of the years {years}."
                return Diagnosis("annual_vs_total", said, tuple(run[: last + 1]))
    return None


def _is_about(claimed: Span, number: Decimal) -> bool:
    return claimed.point is not None and abs(claimed.point - number) <= THIN_BAND * abs(number)


def _is_yearly(fact: Fact, asked: Fact) -> bool:
    alike = _is_same(fact, asked) and unit_of(fact) == unit_of(asked)
    return alike and len(str(fact.valid)) == 4 and is_currency(unit_of(fact))


def _is_same(fact: Fact, asked: Fact) -> bool:
    return (fact.subject, fact.property) == (asked.subject, asked.property)


def _fits(claim: Claim, fact: Fact) -> bool:
    fit: Fit = (
        compare_durations(claim.value, fact)
        if claim.kind == "duration"
        else compare_figures(claim.value, fact)
    )
    return fit.grade == "fits"


def _begins(fact: Fact) -> str:
    return fact.valid.first.isoformat() if fact.valid.first else ""
