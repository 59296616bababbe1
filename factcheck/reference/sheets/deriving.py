"""Derived facts of a table: counts, shares, sums, places, differences, with rows and arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.records import Fact, Question, Table
from factcheck.reference.deriving.making import number_of, text_of
from factcheck.reference.sheets.filtering import cell_of, fitting
from factcheck.reference.sheets.row_counts import (
    count,
    distinct,
    more_rows,
    rank_of_group,
    rank_of_group_from_below,
    share,
)
from factcheck.reference.sheets.telling import added, derived, short


def total(question: Question, table: Table) -> list[Fact]:
    """The sum of the cells of the rows that fit."""
    cells = _figures(question, table)
    if not cells:
        return []
    numbers = [number_of(cell) or Decimal(0) for cell in cells]
    return [derived(question, sum(numbers, Decimal(0)), cells, added(numbers, sum(numbers)))]


def mean(question: Question, table: Table) -> list[Fact]:
    """The mean of the cells of the rows that fit."""
    cells = _figures(question, table)
    if not cells:
        return []
    numbers = [number_of(cell) or Decimal(0) for cell in cells]
    result = sum(numbers, Decimal(0)) / len(numbers)
    said = f"({added(numbers, sum(numbers))}) / {len(numbers)} = {result:.2f}"
    return [derived(question, round(result, 4), cells, said)]


def largest(question: Question, table: Table) -> list[Fact]:
    """The cells with the largest figure or the latest day."""
    return _extreme(question, table, max)


def smallest(question: Question, table: Table) -> list[Fact]:
    """The cells with the smallest figure or the earliest day."""
    return _extreme(question, table, min)


def rank(question: Question, table: Table) -> list[Fact]:
    """The place of each row that fits among the rows of `other`, largest first."""
    return _places(question, table, down=True)


def rank_from_below(question: Question, table: Table) -> list[Fact]:
    """The place of each row that fits among the rows of `other`, smallest first."""
    return _places(question, table, down=False)


def difference(question: Question, table: Table) -> list[Fact]:
    """The cell of each row that fits minus that of each row of `other`; days for dates. Without a
    property the rows are counted."""
    if not question.property:
        return more_rows(question, table)
    return _of_pairs(question, table, lambda one, other: one - other, "−")


def ratio(question: Question, table: Table) -> list[Fact]:
    """The cell of each row that fits divided by that of each row of `other`."""
    return _of_pairs(question, table, lambda a, b: round(a / b, 6) if b else None, "/")


AGGREGATES: Mapping[str, Callable[[Question, Table], list[Fact]]] = {
    "count": count,
    "distinct": distinct,
    "share": share,
    "total": total,
    "mean": mean,
    "largest": largest,
    "smallest": smallest,
    "rank": rank,
    "rank_from_below": rank_from_below,
    "difference": difference,
    "ratio": ratio,
    "rank_of_group": rank_of_group,
    "rank_of_group_from_below": rank_of_group_from_below,
}
#: the most pairs that are compared
_MOST_PAIRS = 40


def figure(cell: Fact | None) -> Decimal | None:
    """The number of a cell, or its first day counted in days."""
    reading = cell.reading if cell else None
    if reading is None or reading.value is None:
        return None
    if isinstance(reading.value, Decimal):
        return reading.value
    return Decimal(date.fromisoformat(str(reading.low)).toordinal())


def _cells(question: Question, table: Table) -> list[Fact]:
    cells = (cell_of(row, question.property) for row in fitting(table, question.where))
    return [cell for cell in cells if cell is not None]


def _figures(question: Question, table: Table) -> list[Fact]:
    return [cell for cell in _cells(question, table) if number_of(cell) is not None]


def _extreme(
    question: Question, table: Table, pick: Callable[[list[Decimal]], Decimal]
) -> list[Fact]:
    pairs = [(n, cell) for cell in _cells(question, table) if (n := figure(cell)) is not None]
    if not pairs:
        return []
    best = pick([number for number, _ in pairs])
    word = "largest" if pick is max else "smallest"
    said = f"{word} of {len(pairs)} rows"
    return [replace(cell, arithmetic=said) for number, cell in pairs if number == best]


def _places(question: Question, table: Table, *, down: bool) -> list[Fact]:
    base = fitting(table, question.other.where if question.other else ())
    among = [n for row in base if (n := figure(cell_of(row, question.property))) is not None]
    found = []
    for cell in _cells(question, table):
        number = figure(cell)
        if number is None:
            continue
        before = [n for n in among if (n > number if down else n < number)]
        order = "largest" if down else "smallest"
        said = f"{short(cell)} is number {len(before) + 1} of {len(among)}, {order} first"
        edge = (max if down else min)(among, default=number)
        tops = [
            top for row in base if (top := cell_of(row, question.property)) and figure(top) == edge
        ]
        said += "" if cell in tops else f"; the first is {', '.join(map(short, tops[:3]))}"
        found.append(derived(question, Decimal(len(before) + 1), [cell, *tops], said, "ordinal"))
    return found


def _of_pairs(
    question: Question,
    table: Table,
    reckon: Callable[[Decimal, Decimal], Decimal | None],
    sign: str,
) -> list[Fact]:
    other = question.other
    if other is None:
        return []
    pairs = [(a, b) for a in _cells(question, table) for b in _cells(other, table) if a != b]
    found = []
    for one, two in pairs[:_MOST_PAIRS]:
        a, b = figure(one), figure(two)
        result = None if a is None or b is None else reckon(a, b)
        if result is not None:
            said = f"{short(one)} {sign} {short(two)} = {text_of(result)}"
            found.append(derived(question, result, [one, two], said))
    return found
