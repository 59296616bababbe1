"""Per cent changes that do not fit the amounts of the two years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.reference.linting._topic import Found, Linted, at, number, year
from factcheck.reference.reading import FactRow

#: what rounding of the amounts may add to the rounding of the percentage
_SLACK = Decimal("0.1")


def check(topic: Linted) -> Iterator[Found]:
    """Yearly rises and falls in per cent that no pair of amounts of the subject gives."""
    for facts in topic.by_subject().values():
        amounts = _amounts(topic, facts)
        for fact in facts:
            stated, when = number(fact), year(fact)
            if stated is None or when is None or not _is_change(topic, fact):
                continue
            computed = [
                100 * (this - before) / before
                for by_year in amounts.values()
                for this in by_year.get(when, ())
                for before in by_year.get(when - 1, ())
                if before
            ]
            if computed and not any(_fits(fact, change) for change in computed):
                near = min(computed, key=lambda change: abs(change - stated))
                yield at(
                    fact,
                    f"{fact.property} of {fact.subject} in {when} is {stated} per cent, but the "
                    f"amounts give {near:.2f}",
                )


def _amounts(
    topic: Linted, facts: list[FactRow]
) -> dict[tuple[str, str | None], dict[int, list[Decimal]]]:
    """Amounts by property and unit, then by year."""
    amounts: dict[tuple[str, str | None], dict[int, list[Decimal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fact in facts:
        figure, when = number(fact), year(fact)
        if topic.property(fact.property).type == "amount" and figure and when:
            amounts[fact.property, fact.unit][when].append(figure)
    return amounts


def _is_change(topic: Linted, fact: FactRow) -> bool:
    # after inflation, of something else than the amounts, or over more than a year
    of_what = {"real", "share", "part", "average", "total", "cumulative", "planned", "agreed"}
    words = set(fact.property.split("_")) | set((fact.row.get("qualifier") or "").split())
    families = topic.families(fact.property)
    is_percentage = topic.property(fact.property).type == "percentage"
    return is_percentage and bool(families & {"rise", "fall"}) and not words & of_what


def _fits(fact: FactRow, change: Decimal) -> bool:
    low, high = fact.reading and fact.reading.low, fact.reading and fact.reading.high
    lowest = low - _SLACK if isinstance(low, Decimal) else None
    highest = high + _SLACK if isinstance(high, Decimal) else None
    size = abs(change)  # "a cut of 5 per cent" may be written without a sign
    return any(
        (lowest is None or lowest <= one) and (highest is None or one <= highest)
        for one in (change, size)
    )
