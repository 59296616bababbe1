"""Total, mean, largest and smallest of yearly figures.

Only over years without a gap and in one unit; figures that may not be mixed are kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import (
    derive,
    number_of,
    say_days,
    say_number,
    say_numbers,
    text_of,
    unit_of,
)
from factcheck.reference.deriving.yearly import (
    covers,
    is_complete,
    span_of,
    without_gaps,
    year_of,
    yearly,
)
from factcheck.reference.tables import FactTable

#: so many figures are written out in the arithmetic
_WRITTEN = 6


def total(question: Question, table: FactTable) -> list[Fact]:
    """The sum over the years asked."""
    return [_total(question, facts) for facts in _series(question, table)]


def mean(question: Question, table: FactTable) -> list[Fact]:
    """The mean over the years asked."""
    return [_mean(question, facts) for facts in _series(question, table)]


def largest(question: Question, table: FactTable) -> list[Fact]:
    """The largest figure of the years asked, with its year as validity."""
    return [_extreme(question, facts, 1) for facts in _series(question, table)]


def smallest(question: Question, table: FactTable) -> list[Fact]:
    """The smallest figure of the years asked, with its year as validity."""
    return [_extreme(question, facts, -1) for facts in _series(question, table)]


def _series(question: Question, table: FactTable) -> list[list[Fact]]:
    """The figures that reach over the time asked; without one, only where none is missing and
    all are in one unit."""
    found = [
        facts
        for facts in yearly(question, table)
        if len(facts) > 1 and without_gaps(facts) and covers(facts, question.time)
    ]
    whole = len(found) == 1 and is_complete(found[0], table)
    return found if question.time is not None or whole else []


def _total(question: Question, facts: Sequence[Fact]) -> Fact:
    numbers = numbers_of(facts)
    result = sum(numbers, Decimal(0))
    said = f"{_sum(numbers)} = {say_number(result)}"
    return _figure(question, result, facts, said, "the total")


def _mean(question: Question, facts: Sequence[Fact]) -> Fact:
    numbers = numbers_of(facts)
    result = (sum(numbers, Decimal(0)) / len(numbers)).quantize(_step(numbers))
    said = f"({_sum(numbers)}) / {len(numbers)} = {say_number(result)}"
    return _figure(question, result, facts, said, "the mean")


def _extreme(question: Question, facts: Sequence[Fact], sign: int) -> Fact:
    best = max(facts, key=lambda fact: (sign * (number_of(fact) or Decimal(0)), -year_of(fact)))
    word = "largest" if sign > 0 else "smallest"
    number = number_of(best) or Decimal(0)
    said = (
        f"{word} of {len(facts)} figures, {year_of(facts[0])} to {year_of(facts[-1])}: "
        f"{say_number(number)} in {say_days(best.valid)}"
    )
    parts = [best, *(fact for fact in facts if fact is not best)]
    made = _figure(question, number, parts, said, f"the {word}")
    return replace(made, valid=best.valid, sources=best.sources or made.sources)


def _figure(
    question: Question, number: Decimal, facts: Sequence[Fact], said: str, word: str
) -> Fact:
    unit = unit_of(facts[0])
    kind = facts[0].reading.kind if facts[0].reading else "number"
    whole = sorted(facts, key=year_of)
    label = word if facts[0].label is None else f"{word} of {facts[0].label}"
    return derive(
        question, text_of(number), kind, facts, said, unit=unit, valid=span_of(whole), label=label
    )


def numbers_of(facts: Sequence[Fact]) -> list[Decimal]:
    """The figures of facts."""
    return [number for fact in facts if (number := number_of(fact)) is not None]


def _sum(numbers: Sequence[Decimal]) -> str:
    texts, magnitude = say_numbers(numbers)
    if len(texts) > _WRITTEN:
        return f"{texts[0]} + {texts[1]} + … + {texts[-1]}{magnitude} ({len(texts)} years)"
    return f"{' + '.join(texts)}{magnitude}"


def _step(numbers: Sequence[Decimal]) -> Decimal:
    """As many decimals as the figures have, and one more."""
    exponent = min(int(number.as_tuple().exponent) for number in numbers)
    return Decimal(1).scaleb(min(exponent, 0) - 1)
