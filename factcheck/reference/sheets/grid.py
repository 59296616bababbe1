"""A table file as header and rows of plain text: delimiters, encodings, bounds.

What cannot be read is refused with file and row; a table is never cut silently.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from factcheck.records import Unusable
from factcheck.reference.rows import check_file

#: bytes of a file, cells and columns of a table, characters of one cell
MOST_BYTES = 5_000_000
MOST_CELLS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 2_000
_DELIMITERS = ",;\t|#"
#: formats that the importer reads
_IMPORTED = (".xlsx", ".xlsm", ".json", ".jsonl")
#: control characters, marks that turn the direction of text, invisible ones
_ACTIVE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """Header, and rows with the line on which each begins; every row is as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_grid(file: Path) -> Grid:
    """The cells of a CSV file, or of a workbook or JSON file. Raises `Unusable` for what is no
    table, and for too large ones."""
    if file.suffix.lower() in _IMPORTED:
        return _imported(file)
    text = _text(file)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        raise Unusable(f"{file}: no table in it: give a CSV file with a header and rows")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(lines[:50]))
    found: list[tuple[int, tuple[str, ...]]] = []
    try:
        line = 1
        for cells in reader:
            row = tuple(map(_clean, cells))
            if any(row):
                found.append((line, row))
            line = reader.line_num + 1
            if len(found) * len(found[0][1] if found else ()) > MOST_CELLS:
                raise Unusable(f"{file}:{line}: over {MOST_CELLS:,} cells: give a smaller table")
    except csv.Error as error:
        raise Unusable(f"{file}:{reader.line_num}: no CSV ({error}): save it again") from None
    return _grid(file, found)


def _imported(file: Path) -> Grid:
    """What `facts import` reads. A closed world may lose nothing: what is lost refuses it."""
    from factcheck.reference.importing.grids import read_grid as read_import

    _check_size(file)
    found = read_import(file)
    lost = [said for said in found.unused if said.startswith("row ") and "title" not in said]
    if lost:
        raise Unusable(f"{file}: {lost[0]}")
    if len(found.header) > MOST_COLUMNS or len(found.header) * len(found.rows) > MOST_CELLS:
        raise Unusable(f"{file}: over {MOST_COLUMNS} columns or {MOST_CELLS:,} cells")
    rows = tuple((line, tuple(map(_clean, cells))) for line, cells in found.rows)
    return Grid(tuple(map(_clean, found.header)), rows)


def _check_size(file: Path) -> None:
    if not file.exists():
        raise Unusable(f"{file}: no such file: give a table as CSV")
    check_file(file)
    size = file.stat().st_size
    if size > MOST_BYTES:
        limit = f"{MOST_BYTES // 1_000_000} MB"
        raise Unusable(f"{file}: {size // 1_000_000} MB: a table of at most {limit} is read")


def _grid(file: Path, found: list[tuple[int, tuple[str, ...]]]) -> Grid:
    """Rows of one length; empty columns at the end are left out."""
    if len(found) < 2:
        raise Unusable(f"{file}: no rows below the header")
    width = max(index + 1 for _, row in found for index, cell in enumerate(row) if cell)
    if width > MOST_COLUMNS:
        raise Unusable(f"{file}: {width} columns: at most {MOST_COLUMNS} are read")
    rows = [(line, (row + ("",) * width)[:width]) for line, row in found]
    header = rows[0][1]
    if sum(map(bool, header)) < 2 and width > 1:
        raise Unusable(f"{file}:{rows[0][0]}: the header names fewer than two columns")
    return Grid(header, tuple(rows[1:]))


def _delimiter(lines: list[str]) -> str:
    """The mark that stands in every line, most often; in the header's first."""
    counts = {mark: min(line.count(mark) for line in lines) for mark in _DELIMITERS}
    in_header = {mark: lines[0].count(mark) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: (counts[mark] > 0, in_header[mark], counts[mark]))


def _clean(cell: str) -> str:
    text = " ".join(_ACTIVE.sub("", cell).split())
    return text[:LONGEST_CELL]


def _text(file: Path) -> str:
    _check_size(file)
    content = file.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content or content[:2] == b"PK":
        raise Unusable(f"{file}: not a text file: save the sheet as CSV")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
