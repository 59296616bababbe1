"""Derived facts of a table: counts, shares, sums, places, differences, with rows and arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.records import Fact, Question, Table
from factcheck.reference.deriving.making import derive, number_of, say_numbers, text_of
from factcheck.reference.sheets.filtering import Row, cell_of, fitting, is_empty

#: so many rows are named in a sentence
_NAMED = 8


def count(question: Question, table: Table) -> list[Fact]:
    """How many rows fit."""
    rows = fitting(table, question.where)
    return [_made(question, table, Decimal(len(rows)), rows, f"{_rows(rows, table)}")]


def distinct(question: Question, table: Table) -> list[Fact]:
    """How many different values the property has in the rows that fit."""
    cells = _cells(question, table)
    values = list(dict.fromkeys(cell.value for cell in cells if not is_empty(cell)))
    said = f"{len(values)}: {', '.join(values[:_NAMED])}{', …' if len(values) > _NAMED else ''}"
    return [_derived(question, Decimal(len(values)), cells, said)] if cells else []


def share(question: Question, table: Table) -> list[Fact]:
    """How many per cent of the rows of `other` fit."""
    base = fitting(table, question.other.where if question.other else ())
    rows = [row for row in fitting(table, question.where) if row in base]
    if not base:
        return []
    percent = Decimal(100 * len(rows)) / len(base)
    said = f"{len(rows)} of {len(base)} rows: {_listed(rows, table)}".removesuffix(": ")
    return [_made(question, table, percent, [*rows, *base], said, "percentage")]


def total(question: Question, table: Table) -> list[Fact]:
    """The sum of the cells of the rows that fit."""
    cells = _figures(question, table)
    if not cells:
        return []
    numbers = [number_of(cell) or Decimal(0) for cell in cells]
    return [_derived(question, sum(numbers, Decimal(0)), cells, _added(numbers, sum(numbers)))]


def mean(question: Question, table: Table) -> list[Fact]:
    """The mean of the cells of the rows that fit."""
    cells = _figures(question, table)
    if not cells:
        return []
    numbers = [number_of(cell) or Decimal(0) for cell in cells]
    result = sum(numbers, Decimal(0)) / len(numbers)
    said = f"({_added(numbers, sum(numbers))}) / {len(numbers)} = {result:.2f}"
    return [_derived(question, round(result, 4), cells, said)]


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
    """The cell of each row that fits minus that of each row of `other`; days for dates."""
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
        said = f"{_short(cell)} is number {len(before) + 1} of {len(among)}, {order} first"
        edge = (max if down else min)(among, default=number)
        tops = [
            top for row in base if (top := cell_of(row, question.property)) and figure(top) == edge
        ]
        said += "" if cell in tops else f"; the first is {', '.join(map(_short, tops[:3]))}"
        found.append(_derived(question, Decimal(len(before) + 1), [cell, *tops], said, "ordinal"))
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
            said = f"{_short(one)} {sign} {_short(two)} = {text_of(result)}"
            found.append(_derived(question, result, [one, two], said))
    return found


def _derived(
    question: Question, number: Decimal, cells: Sequence[Fact], said: str, type: str = "number"
) -> Fact:
    parts = list(dict.fromkeys(cells))
    unit = "percent" if type == "percentage" else None
    made = derive(question, text_of(number), type, parts, said, unit=unit)
    return replace(made, text=f"{said} ({_sources(parts)}).")


def _made(
    question: Question,
    table: Table,
    number: Decimal,
    rows: Sequence[Row],
    said: str,
    type: str = "number",
) -> Fact:
    """A fact about rows; without any it rests on the first of the table."""
    key = table.key or 0
    parts = [row[key] for row in rows] or [table.rows[0][key]]
    return _derived(question, number, parts, said, type)


def _rows(rows: Sequence[Row], table: Table) -> str:
    plural = "row fits" if len(rows) == 1 else "rows fit"
    return f"{len(rows) or 'no'} {plural}: {_listed(rows, table)}".removesuffix(": ")


def _listed(rows: Sequence[Row], table: Table) -> str:
    names = [_short(row[table.key or 0], figure_too=False) for row in rows[:_NAMED]]
    return ", ".join(names) + (", …" if len(rows) > _NAMED else "")


def _short(cell: Fact, *, figure_too: bool = True) -> str:
    return f"{cell.value} ({cell.subject})" if figure_too else cell.subject


def _added(numbers: Sequence[Decimal], result: Decimal | int) -> str:
    said, magnitude = say_numbers([*numbers[:_NAMED], Decimal(result)])
    more = " + …" if len(numbers) > _NAMED else ""
    return f"{' + '.join(said[:-1])}{more} = {said[-1]}{magnitude}"


def _sources(parts: Sequence[Fact]) -> str:
    lines = list(dict.fromkeys(part.id.split(":")[-2] for part in parts))
    columns = list(dict.fromkeys(part.label or part.property for part in parts))
    said = ", ".join(lines[:_NAMED]) + (", …" if len(lines) > _NAMED else "")
    return f"{parts[0].topic}, line{'s' if len(lines) > 1 else ''} {said}, column {columns[0]!r}"
