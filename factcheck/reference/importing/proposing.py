"""From a grid to facts: which column names the subjects, which says when, which are properties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.records import Unusable
from factcheck.reference.cells import cell_type
from factcheck.reference.importing.columns import EMPTY, Column, header_parts, is_year, read_column
from factcheck.reference.importing.grids import Grid
from factcheck.reference.importing.writing import FACT_CELLS, Imported, NewFact

_LONG = ("subject", "property", "value")
_TIMES = ("year", "season", "date", "month", "period", "as_of")
_ALIASES = ("aliases", "alias", "also_known_as", "other_names", "abbreviation", "short_name")
_SOURCES = ("source", "sources", "reference", "references", "url", "link")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d){0,2}")


def propose(grid: Grid, key: str | None = None) -> Imported:
    """What a table says, as facts. Raises `Unusable` where no column can name the subjects."""
    names = [header_parts(header)[0] for header in grid.header]
    if set(_LONG) <= set(names) and key is None:
        return _from_rows(grid, names)
    time = next((names.index(name) for name in _TIMES if name in names), None)
    column = _key_column(grid, key, time)
    repeats = len({cells[column] for _, cells in grid.rows}) < len(grid.rows)
    when = {row: cells[time] for row, cells in grid.rows} if repeats and time is not None else {}
    plain = [
        index
        for index, name in enumerate(names)
        if index != column and name not in (*_ALIASES, *_SOURCES, "type")
        and not (when and index == time)
    ]  # fmt: skip
    read = [read_column(grid, index) for index in plain]
    unused = [*grid.unused, *(what for one in read for what in one.unused)]
    facts = []
    for one in read:
        header = grid.header[one.index]
        if not one.property or not one.cells:
            unused.append(f"column {header!r}: {'empty' if one.property else 'no name'}")
        else:
            facts += _facts_of(one, grid, column, when, header)
    subjects = tuple(dict.fromkeys(c[column] for _, c in grid.rows if c[column]))
    return Imported(
        grid.file,
        grid.header[column],
        subjects,
        tuple(facts),
        tuple(unused),
        {grid.header[one.index]: one.noted for one in read if one.noted},
        _cells_by_subject(grid, names, column, _ALIASES),
        _cells_by_subject(grid, names, column, ("type",)),
    )


def _facts_of(
    one: Column, grid: Grid, column: int, when: dict[int, str], header: str
) -> list[NewFact]:
    subjects = {row: cells[column] for row, cells in grid.rows}
    names = [header_parts(name)[0] for name in grid.header]
    source = next((index for index, name in enumerate(names) if name in _SOURCES), None)
    sources = {row: cells[source] for row, cells in grid.rows} if source is not None else {}
    property = _slug(grid.file.stem) if is_year(header) else one.property
    facts = []
    for row, value in one.cells:
        if not subjects[row]:
            continue
        time = header.strip() if is_year(header) else _time(when.get(row, ""))
        id = f"{property}-{row}" + (f"-{header.strip()}" if is_year(header) else "")
        told = sources.get(row) or f"{grid.file.name}, row {row}"
        facts.append(NewFact(id, subjects[row], property, value, one.unit, time, time, told))
    return facts


def _time(cell: str) -> str:
    """ "2019", "2019/20" and "2019-20" are of 2019; a day is that day."""
    found = _YEAR.match(cell)
    return found.group()[:4] if found and len(cell) == 7 else found.group() if found else ""


def _slug(text: str) -> str:
    return "_".join(re.findall(r"[^\W\d]+", text.lower())) or "figure"


def _key_column(grid: Grid, key: str | None, time: int | None) -> int:
    if key is not None and key not in grid.header:
        known = ", ".join(filter(None, grid.header))
        raise Unusable(f"{grid.file}:{grid.header_row}: no column {key!r}; there are {known}")
    able = [grid.header.index(key)] if key is not None else range(len(grid.header))
    repeated = ""
    for index in able:
        cells = [(row, c[index]) for row, c in grid.rows if c[index].lower() not in EMPTY]
        texts = [cell for _, cell in cells]
        is_name = [cell_type(cell, None) in ("entity", "text") for cell in texts]
        full = len(texts) * 10 >= len(grid.rows) * 9 and all(is_name)
        if not texts or (key is None and not full):
            continue
        twice = _first_repeat(cells)
        if twice is None:
            return index
        times = [c[time] for _, c in grid.rows if c[index].lower() not in EMPTY] if time else []
        if times and len(set(zip(texts, times, strict=True))) == len(texts):
            return index
        first, again, name = twice
        repeated = repeated or (
            f"{grid.file}:{again}: {name!r} stands in row {first} too (column "
            f"{grid.header[index]!r}); keep one row a subject, add a column year, or give --key"
        )
    raise Unusable(
        repeated
        or f"{grid.file}:{grid.header_row}: no column has a name in each row; give one with --key"
    )


def _first_repeat(cells: Sequence[tuple[int, str]]) -> tuple[int, int, str] | None:
    seen: dict[str, int] = {}
    for row, cell in cells:
        if cell in seen:
            return seen[cell], row, cell
        seen[cell] = row
    return None


def _cells_by_subject(
    grid: Grid, names: Sequence[str], column: int, wanted: Sequence[str]
) -> dict[str, str]:
    index = next((names.index(name) for name in wanted if name in names), None)
    if index is None:
        return {}
    return {cells[column]: cells[index] for _, cells in grid.rows if cells[index]}


def _from_rows(grid: Grid, names: Sequence[str]) -> Imported:
    """A table that has one fact a row already, as `facts.csv` does."""
    facts, unused = [], list(grid.unused)
    for row, cells in grid.rows:
        by_name = dict(zip(names, cells, strict=True))
        missing = [name for name in _LONG if not by_name[name]]
        if missing:
            unused.append(f"row {row}: no {missing[0]}")
            continue
        given = {name: by_name.get(name, "") for name in FACT_CELLS}
        given["id"] = given["id"] or f"row-{row}"
        given["sources"] = given["sources"] or f"{grid.file.name}, row {row}"
        facts.append(NewFact(**given))
    subjects = tuple(dict.fromkeys(fact.subject for fact in facts))
    return Imported(grid.file, "subject", subjects, tuple(facts), tuple(unused))
