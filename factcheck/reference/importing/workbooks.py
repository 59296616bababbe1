"""XLSX and XLSM as a grid, by openpyxl. Formulas and macros are never run: saved values count."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import Any

from factcheck.records import Unusable
from factcheck.reference.importing.grids import Grid, letters, make_grid

#: bytes to which a sheet may unpack
_UNPACKED = 300_000_000


def read_workbook(file: Path, sheet: str | None) -> Grid:
    """A sheet (the first without a name) as a grid. Raises `Unusable` with row and column."""
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        raise Unusable(
            f"{file}: reading .xlsx needs openpyxl: pip install 'factcheck[documents]', or save "
            "the sheet as CSV"
        ) from None
    _look_into(file)
    try:
        book = openpyxl.load_workbook(file, data_only=True, keep_links=False)
    except Exception as error:  # whatever a damaged file makes the library raise
        said = " ".join(str(error).split())[:120]
        raise Unusable(f"{file}: damaged ({said}); save it again, or as CSV") from None
    names = [one.title for one in book.worksheets]
    if sheet is not None and sheet not in names:
        raise Unusable(f"{file}: no sheet {sheet!r}; there are {', '.join(names)}")
    if not names:
        raise Unusable(f"{file}: no sheet with cells in it")
    page = book[sheet or names[0]]
    unused = [f"sheet {name!r}" for name in names if name != page.title]
    if file.suffix.lower() == ".xlsm":
        unused.append("macros: they are not run")
    rows = _rows(page, file, unused)
    return make_grid(file, _one_header(rows, page, file), unused)


def _look_into(file: Path) -> None:
    try:
        with zipfile.ZipFile(file) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unusable(f"{file}: no spreadsheet ({error}); save it as .xlsx or .csv") from None
    if size > _UNPACKED:
        raise Unusable(f"{file}: unpacks to {size // 1_000_000:,} MB; take the rows that you need")


def _rows(page: Any, file: Path, unused: list[str]) -> list[tuple[int, list[str]]]:  # noqa: ANN401
    """The rows as text; a value that is merged over several rows or columns stands in each."""
    found = {
        number: [_text(cell, unused) for cell in cells]
        for number, cells in enumerate(page.iter_rows(), start=1)
    }
    for area in page.merged_cells.ranges:
        value = found.get(area.min_row, [])[area.min_col - 1 : area.min_col]
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                cells = found.get(row, [])
                if value and column <= len(cells):
                    cells[column - 1] = value[0]
        if area.min_row > 1 and value and value[0] and area.min_col != area.max_col:
            place = f"row {area.min_row}, column {letters(area.min_col - 1)}"
            unused.append(f"{place}: merged over {area.size['columns']} columns; unmerge it")
            for row in range(area.min_row, area.max_row + 1):
                found[row] = [""] * len(found.get(row, []))
    return list(found.items())


def _one_header(
    rows: list[tuple[int, list[str]]],
    page: Any,  # noqa: ANN401
    file: Path,
) -> list[tuple[int, list[str]]]:
    """A header of two rows made one: "2023" merged over "goals" and "points" is "2023 goals"."""
    merged = [
        area
        for area in page.merged_cells.ranges
        if area.min_row == area.max_row == 1 and area.min_col != area.max_col
    ]
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not merged or len(filled) < 2 or filled[0][0] != 1:
        return rows
    top, (second, below) = filled[0][1], filled[1]
    if len({cell for cell in top if cell}) == 1:
        return [(number, cells) for number, cells in rows if number != 1]  # a title
    is_header = all(not cell or not cell[0].isdigit() for cell in below)
    if not is_header:
        area = merged[0]
        place = f"{letters(area.min_col - 1)}1:{letters(area.max_col - 1)}1"
        raise Unusable(f"{file}:1: header merged over {place}; give each column its own name")
    joined = [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip(top, below, strict=True)]
    return [(second, joined), *(row for row in rows if row[0] > second)]


def _text(cell: Any, unused: list[str]) -> str:  # noqa: ANN401
    """A cell as text: days in ISO 8601, shares with their sign, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith("#") and value.rstrip("!?").isupper():
        unused.append(f"row {cell.row}, column {cell.column_letter}: the error {value}")
        return ""
    if isinstance(value, int | float):
        is_share = "%" in (cell.number_format or "")
        number = round(value * 100, 6) if is_share else value
        text = str(int(number)) if float(number).is_integer() else repr(number)
        return f"{text}%" if is_share else text
    return " ".join(str(value).split())
