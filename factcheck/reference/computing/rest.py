"""What is left of a whole without its other parts: of one year, unit, basis and edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from factcheck.records import Fact, Question
from factcheck.reference.choosing import is_other_report
from factcheck.reference.deriving.making import (
    derive,
    is_exact,
    number_of,
    say_numbers,
    text_of,
    unit_of,
)
from factcheck.reference.editions import edition_of, same_basis
from factcheck.reference.tables import Asked, Derivation, FactTable

#: hedges of a whole that its rest keeps
_KEPT = ("more than", "at least", "about")


def rest(declared: Derivation, subject: str, table: FactTable) -> list[Fact]:
    """The whole (the first of what it is made of) less each of the others."""
    whole, *others = declared.of
    found = []
    for fact in _figures(whole, table):
        parts = [[p for p in _figures(one, table) if _belong(fact, p)] for one in others]
        for chosen in product(*parts):
            if all(is_exact(part) for part in chosen):
                found += _less(declared, subject, fact, chosen)
    return found


def _figures(asked: Asked, table: FactTable) -> Iterator[Fact]:
    for fact in table.facts(asked.subject, asked.property):
        usable = fact.rank != "deprecated" and not is_other_report(fact)
        if usable and number_of(fact) is not None and fact.valid.first and fact.valid.last:
            yield fact


def _belong(one: Fact, other: Fact) -> bool:
    """Whether two figures stand in one table: the same time, unit, basis and edition."""
    alike = one.valid == other.valid and unit_of(one) == unit_of(other) and same_basis(one, other)
    return alike and edition_of(one) == edition_of(other)


def _less(declared: Derivation, subject: str, whole: Fact, parts: Sequence[Fact]) -> list[Fact]:
    numbers = [number_of(fact) or Decimal(0) for fact in (whole, *parts)]
    left = numbers[0] - sum(numbers[1:], Decimal(0))
    hedge = whole.reading.hedge if whole.reading else None
    if left <= 0 or not (is_exact(whole) or hedge in _KEPT):
        return []
    said, magnitude = say_numbers([*numbers, left])
    kept = f"{hedge} " if hedge in _KEPT else ""
    minus = " − ".join(f"{n} ({f.subject})" for n, f in zip(said, (whole, *parts), strict=False))
    made = derive(
        Question(subject, declared.property, aggregate=declared.how),
        f"{kept}{text_of(left)}",
        whole.reading.kind if whole.reading else "number",
        (whole, *parts),
        f"{kept}{minus} = {kept}{said[-1]}{magnitude}",
        unit=unit_of(whole),
        valid=whole.valid,
    )
    return [replace(made, qualifier=whole.qualifier)]
