"""What a column says: the property and unit in its header, its type, its cells put right.

Put right is what can mean one thing only: decimal commas in a sheet divided by semicolons, days
that a spreadsheet keeps as numbers, "12.08.2012". What is left open is not used, and said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.measures.physical import physical_unit
from factcheck.reference.cells import cell_type, type_of_unit
from factcheck.reference.importing.grids import Grid
from factcheck.reference.lemmas import lemma
from factcheck.reference.said_units import said_unit

EMPTY = {"", "-", "–", "—", "n/a", "na", "none", "null", "?", "...", "nan", "tba", "tbd", "#n/a"}

_HEADER = re.compile(r"(?P<name>.*?)\s*[(\[](?P<unit>[^()\[\]]{1,20})[)\]]\s*")
_FIGURES = ("number", "amount", "percentage", "duration", "ordinal", "date", "period")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_COMMA = re.compile(r"[$€£]? ?-?\d+,\d+(?: ?(?:%|[$€£]|[A-Za-z]{1,8}))?")
#: spreadsheets count days from here; such numbers are days from 1954 to 2064
_FIRST_DAY = date(1899, 12, 30)
_SERIAL = range(20_000, 60_000)
_DATE_WORDS = frozenset(
    ["date", "day", "open", "close", "sign", "found", "bear", "born", "die", "launch", "release",
     "start", "end", "join", "leave", "inaugurate", "publish", "elect", "complete", "birth"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column understood: cells with their row, without those that cannot be used."""

    index: int
    property: str
    unit: str
    type: str
    cells: tuple[tuple[int, str], ...]
    unused: tuple[str, ...] = ()
    #: what was put right, for people
    noted: tuple[str, ...] = ()


def read_column(grid: Grid, index: int) -> Column:
    """What the column of that index says."""
    property, unit, size = header_parts(grid.header[index])
    filled = [(row, cells[index]) for row, cells in grid.rows if cells[index].lower() not in EMPTY]
    noted: list[str] = []
    unused: list[str] = []
    filled = _with_days(filled, grid, index, noted, unused)
    if grid.decimal_commas and any(_COMMA.fullmatch(value) for _, value in filled):
        filled = [(r, v.replace(",", ".") if _COMMA.fullmatch(v) else v) for r, v in filled]
        noted.append("decimal commas")
    types = [_plain_type(cell_type(value, unit or None)) for _, value in filled]
    type = max(sorted(set(types)), key=types.count) if types else ""
    cells = []
    for (row, value), its in zip(filled, types, strict=True):
        if type in _FIGURES and its in ("entity", "text", "boolean"):
            unused.append(f"{grid.place(row, index)}: {value[:40]!r} among figures ({type})")
        else:
            cells.append((row, f"{value} {size}" if size and value[-1:].isdigit() else value))
    return Column(index, property, unit, type, tuple(cells), tuple(unused), tuple(noted))


def header_parts(header: str) -> tuple[str, str, str]:
    """The property's name, unit and size in a header: "Cost (million USD)" is cost, USD, million.

    A lone "m" is metres.
    """
    found = _HEADER.fullmatch(header)
    name, unit = (found["name"], found["unit"]) if found else (header, "")
    unit, size = said_unit(unit)
    name = name.replace("%", " percent ").replace("#", " number ")
    property = "_".join(re.findall(r"\w+", name.lower()))
    known = type_of_unit("1", unit) or physical_unit(unit) or re.fullmatch(r"[A-Za-z]{3}", unit)
    if unit and not known and cell_type("1", unit.lower()) == "number":
        return property, "", size  # a remark, no unit
    return property, unit, size


def is_year(header: str) -> bool:
    """Whether a header is nothing but a year."""
    return re.fullmatch(r"(?:1[5-9]|20)\d\d", header.strip()) is not None


def _plain_type(type: str) -> str:
    return "date" if type == "period" else type


def _with_days(
    cells: Sequence[tuple[int, str]], grid: Grid, index: int, noted: list[str], unused: list[str]
) -> list[tuple[int, str]]:
    """The cells with days in ISO 8601."""
    days = {row: found for row, value in cells if (found := _DAY.fullmatch(value))}
    if days and len(days) * 2 > len(cells):
        return _with_written_days(cells, days, grid, index, noted, unused)
    words = {*map(lemma, header_parts(grid.header[index])[0].split("_"))}
    is_date = bool(words & _DATE_WORDS)
    serial = [value.isdigit() and int(value) in _SERIAL for _, value in cells]
    if is_date and serial and all(serial):
        noted.append("days that a spreadsheet keeps as numbers")
        return [(r, (_FIRST_DAY + timedelta(days=int(v))).isoformat()) for r, v in cells]
    return list(cells)


def _with_written_days(
    cells: Sequence[tuple[int, str]],
    days: dict[int, re.Match[str]],
    grid: Grid,
    index: int,
    noted: list[str],
    unused: list[str],
) -> list[tuple[int, str]]:
    """ "12.08.2012": the day first with points, or where another cell tells which is the month."""
    counts = Counter(
        "day" if int(found[1]) > 12 or found[2] == "." else "month" if int(found[3]) > 12 else ""
        for found in days.values()
    )
    order = {name for name in ("day", "month") if counts[name]}
    if len(order) != 1:
        row = next(iter(days))
        place = grid.place(row, index)
        unused.append(f"{place}: day or month first in {days[row].group()!r}? write 2012-08-27")
        return []
    first, third = (1, 3) if order == {"day"} else (3, 1)
    noted.append(f"the {'day' if order == {'day'} else 'month'} stands first in dates")
    made = []
    for row, value in cells:
        found = days.get(row)
        try:
            iso = (
                date(int(found[4]), int(found[third]), int(found[first])).isoformat()
                if found
                else value
            )
        except ValueError:
            unused.append(f"{grid.place(row, index)}: {value!r} is no day")
            continue
        made.append((row, iso))
    return made
