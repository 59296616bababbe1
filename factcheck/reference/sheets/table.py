"""A table file as a `Table` of facts: each cell a fact that names its row and column."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Column, Fact, Source, Table, Unusable
from factcheck.reference.sheets.cell_figures import EMPTY, day_of, figure_of, is_day_first, later
from factcheck.reference.sheets.columns import columns_of, one_figure_each
from factcheck.reference.sheets.grid import Grid, read_grid

#: characters of a caption
_LONGEST_CAPTION = 1_000


def read_table(file: Path, caption: str | None = None, key: str | None = None) -> Table:
    """The table in `file`. `key`: the column that names the subjects; without it the first text
    column whose cells all differ, if there is one. Raises `Unusable`."""
    grid = read_grid(file)
    columns = columns_of(grid.header, [row for _, row in grid.rows])
    place = _key(file, grid, columns, key)
    said = " ".join((caption or file.stem.replace("-", " ").replace("_", " ")).split())
    rows = _rows(file, grid, columns, place)
    return Table(file.name, said[:_LONGEST_CAPTION], columns, rows, place)


def hash_of(table: Table) -> str:
    """A hash of all that the table says."""
    said = [table.caption, *(column.header for column in table.columns)]
    said += [cell.value for row in table.rows for cell in row]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:16]


def _key(file: Path, grid: Grid, columns: Sequence[Column], key: str | None) -> int | None:
    names = [column.header.lower() for column in columns]
    if key is not None:
        if key.lower() not in names:
            raise Unusable(f"{file}:1: no column {key!r}: there are {', '.join(grid.header)}")
        return names.index(key.lower())
    for wanted in ({"text"}, {"date"}):
        for index, column in enumerate(columns):
            cells = [row[index].lower() for _, row in grid.rows]
            differ = len(set(cells)) == len(cells) and not set(cells) & EMPTY
            if column.type in wanted and differ:
                return index
    texts = [index for index, column in enumerate(columns) if column.type == "text"]
    return texts[0] if texts else None


def _rows(
    file: Path, grid: Grid, columns: Sequence[Column], key: int | None
) -> tuple[tuple[Fact, ...], ...]:
    readings = [
        _readings(column, one_figure_each(column.header, [row[index] for _, row in grid.rows]))
        for index, column in enumerate(columns)
    ]
    found = []
    for number, (line, row) in enumerate(grid.rows):
        if number and number + 1 == len(grid.rows) and _is_sum(row, key):
            continue
        subject = row[key] if key is not None and row[key] else f"row {number + 1}"
        cells = []
        for index, column in enumerate(columns):
            where = f"{file.name}, line {line}, column {column.header!r}"
            said = f"{_named(column, key, index, subject)} {row[index] or 'empty'}"
            cells.append(
                Fact(
                    f"{file.name}:{line}:{column.property}",
                    file.name,
                    subject,
                    column.property,
                    row[index].replace("|", "/"),
                    column.unit,
                    readings[index][number],
                    sources=(Source(f"{file.name}:{line}", where),),
                    label=column.header,
                    text=f"{said} ({where}).",
                )
            )
        found.append(tuple(cells))
    return tuple(found)


def _is_sum(row: Sequence[str], key: int | None) -> bool:
    """Whether a row adds up the others: nothing is counted twice."""
    words = {cell.strip().rstrip("s:").lower() for cell in (row[key or 0], row[0])}
    return bool(words & {"total", "sum", "overall", "grand total", "all"})


def _named(column: Column, key: int | None, index: int, subject: str) -> str:
    return f"{column.header}:" if index == key else f"{subject}, {column.header}:"


def _readings(column: Column, cells: list[str]) -> list[Value | None]:
    """What each cell of a column says, in the column's sense."""
    if column.type == "text":
        return [None] * len(cells)
    if column.type == "date":
        return _days(cells)
    figures = (_even(cell) if column.type != "date" else figure_of(cell) for cell in cells)
    return [None if one is None else _figure(one * column.size, column) for one in figures]


def _even(cell: str) -> Decimal | None:
    """A figure; "e" is even par."""
    return Decimal(0) if cell.strip().lower() == "e" else figure_of(cell)


def _figure(number: Decimal, column: Column) -> Value:
    is_unit = column.type in ("amount", "percentage")
    unit = column.unit if is_unit else None
    return Value(0, 0, f"{number:f}", column.type, number, unit, low=number, high=number)


def _days(cells: list[str]) -> list[Value | None]:
    """Days in order; those without a year go on over New Year."""
    day_first, years, before = is_day_first(cells), 0, ""
    found: list[Value | None] = []
    for cell in cells:
        read = day_of(cell, day_first=day_first)
        if read is None:
            found.append(None)
            continue
        iso, has_year = read
        if not has_year:
            years += before[5:7] in ("10", "11", "12") and iso[5:7] in ("01", "02", "03")
            before, iso = iso, later(iso, years)
        period = Period.parse(iso)
        value = Value(0, 0, cell, "date", iso, note=None if has_year else "no_year")
        low, high = str(period.first), str(period.last)
        found.append(replace(value, low=low, high=high))
    return found
