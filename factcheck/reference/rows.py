"""The rows of a topic's CSV files, as written, each with its place.

Reading is strict about form, so that a slip in a spreadsheet is found at once: UTF-8, the
known columns, as many cells in each row as in the header, no control characters. Commas are
expected; a file with semicolons or tabs throughout is read too.
"""

from __future__ import annotations

import csv
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from factcheck.records import Unusable

#: characters in one cell
CELL_LIMIT = 20_000

#: control characters other than tab and line ends, and marks that turn the direction of text
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Complain = Callable[[Path, int, str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a CSV file: its cells by column, without white space around, and its line."""

    file: Path
    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str | None:
        """The cell's text; `None` if it is empty or there is no such column."""
        return self.cells.get(column) or None

    def list(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are divided by semicolons."""
        parts = (part.strip() for part in self.cells.get(column, "").split(";"))
        return tuple(part for part in parts if part)


def refuse(file: Path, line: int, what: str) -> None:
    """Stop at the first mistake: raises `Unusable`."""
    raise Unusable(f"{file}:{line}: {what}")


def read_rows(
    file: Path, required: Sequence[str], columns: Sequence[str], complain: Complain = refuse
) -> Iterator[Row]:
    """The rows of `file`, which needs the `required` columns and may have the other `columns`.

    Mistakes go to `complain`; if it does not raise, the row is left out and reading goes on.
    """
    check_file(file)
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, delimiter=_delimiter(stream), strict=True)
            header = [cell.strip() for cell in next(reader, [])]
            if _header_fits(file, header, required, columns, complain):
                yield from _rows(file, header, reader, complain)
    except UnicodeDecodeError:
        complain(file, *_not_utf8(file))
    except csv.Error as error:
        complain(file, reader.line_num, f"no CSV row ({error}); save the sheet as CSV again")


def check_file(file: Path) -> None:
    """Raise `Unusable` for a link that leads out of the folder and for what is no file."""
    if file.is_symlink() and not file.resolve().is_relative_to(file.parent.resolve()):
        raise Unusable(
            f"{file}: a link that leads out of its folder is not followed; copy the file"
        )
    try:
        mode = file.stat().st_mode
    except OSError as error:
        raise Unusable(f"{file}: {error.strerror}; give a file that can be read") from None
    if not stat.S_ISREG(mode):
        raise Unusable(f"{file}: not a file; give a CSV file")


def _delimiter(stream: TextIO) -> str:
    """Semicolon or tab if the header has that and no comma."""
    header = stream.readline(CELL_LIMIT)
    stream.seek(0)
    others = [mark for mark in ";\t" if mark in header]
    return others[0] if others and "," not in header else ","


def _header_fits(
    file: Path,
    header: list[str],
    required: Sequence[str],
    columns: Sequence[str],
    complain: Complain,
) -> bool:
    repeated = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name in required if name not in header]
    unknown = [name for name in header if name not in required and name not in columns]
    if repeated:
        complain(file, 1, f"column {repeated[0]!r} stands twice; keep one")
    elif missing:
        complain(file, 1, f"no column {missing[0]!r}; the header needs {', '.join(required)}")
    elif unknown and complain is not refuse:  # a column of the journalist's own does no harm
        known = ", ".join(dict.fromkeys((*required, *columns)))
        complain(file, 1, f"unknown column {unknown[0][:60]!r}; known are {known}")
    return not repeated and not missing


def _rows(
    file: Path, header: list[str], reader: Iterator[list[str]], complain: Complain
) -> Iterator[Row]:
    line = 2
    for cells in reader:
        first, line = line, getattr(reader, "line_num", line) + 1
        if not any(cells):
            continue
        problem = _problem(header, cells)
        if problem:
            complain(file, first, problem)
        else:
            yield Row(file, first, dict(zip(header, map(str.strip, cells), strict=True)))


def _problem(header: list[str], cells: list[str]) -> str | None:
    if len(cells) != len(header):
        return f"{len(cells)} cells where the header has {len(header)}; quote cells with commas"
    for name, cell in zip(header, cells, strict=True):
        if len(cell) > CELL_LIMIT:
            return f"{name}: {len(cell)} characters in one cell; at most {CELL_LIMIT} are read"
        found = _CONTROL.search(cell)
        if found:
            return f"{name}: control character U+{ord(found[0]):04X}; take it out"
    return None


def _not_utf8(file: Path) -> tuple[int, str]:
    with file.open("rb") as stream:
        if stream.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return 1, "UTF-16; save it as CSV UTF-8"
        stream.seek(0)
        for line, content in enumerate(stream, 1):
            try:
                content.decode("utf-8")
            except UnicodeDecodeError:
                return line, "not UTF-8 (Latin-1?); save it as CSV UTF-8"
    return 1, "not UTF-8; save it as CSV UTF-8"
