"""A file as a grid: a header and rows of text, each with its row number, whatever the format."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck.records import Unusable
from factcheck.reference.rows import CELL_LIMIT, check_file

#: bytes of the largest file that is read
LARGEST = 100_000_000
_OTHERS = (".xls", ".xlsb", ".ods", ".numbers", ".pdf", ".docx", ".zip", ".gz")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as text: `rows` with their numbers in the file, `unused` what was left out."""

    file: Path
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    unused: tuple[str, ...] = ()
    #: the rows are divided by semicolons, so that "2,5" is two and a half
    decimal_commas: bool = False
    header_row: int = 1

    def place(self, row: int, index: int) -> str:
        """ "row 5, column 'Height'"."""
        return f"row {row}, column {self.header[index]!r}"


def read_grid(file: Path, sheet: str | None = None) -> Grid:
    """The table in a file. Raises `Unusable` with file, row and column."""
    if not file.exists():
        raise Unusable(f"{file}: no such file; give a table as .csv, .xlsx or .json")
    check_file(file)
    size = file.stat().st_size
    if size > LARGEST:
        raise Unusable(
            f"{file}: {size // 1_000_000:,} MB; at most {LARGEST // 1_000_000} MB are read: "
            "take the rows and columns that you need"
        )
    suffix = file.suffix.lower()
    if suffix in (".xlsx", ".xlsm"):
        from factcheck.reference.importing.workbooks import read_workbook

        return read_workbook(file, sheet)
    if suffix in (".json", ".jsonl"):
        from factcheck.reference.importing.objects import read_objects

        return read_objects(file, read_text(file))
    if suffix in _OTHERS:
        raise Unusable(f"{file}: {suffix} is not read; save the sheet as .xlsx or .csv")
    return _read_csv(file)


def make_grid(
    file: Path,
    rows: Iterable[tuple[int, list[str]]],
    unused: Iterable[str] = (),
    *,
    decimal_commas: bool = False,
) -> Grid:
    """A grid of numbered rows: titles above the header are left out, and rows of another length.

    Raises `Unusable` without a header, or where two columns have one name.
    """
    left = list(unused)
    numbered = [(row, _trimmed(cells)) for row, cells in rows if any(cells)]
    widest = max((sum(map(bool, cells)) for _, cells in numbered), default=0)
    while len(numbered) > 1 and widest > 1 and sum(map(bool, numbered[0][1])) == 1:
        row, cells = numbered.pop(0)
        left.append(f"row {row}: a title, {next(filter(None, cells))[:60]!r}")
    if not numbered:
        raise Unusable(f"{file}: empty; give a table with a header row")
    header_row, header = numbered.pop(0)
    for index, name in enumerate(header):
        if name and name in header[:index]:
            raise Unusable(
                f"{file}:{header_row}: column {name!r} stands twice ({letters(header.index(name))}"
                f" and {letters(index)}); rename one"
            )
    if not numbered:
        raise Unusable(f"{file}:{header_row}: a header and no rows; give a table with rows")
    fitting = []
    for row, cells in numbered:
        if len(cells) > len(header) or (len(cells) < len(header) and file.suffix in _EXACT):
            left.append(f"row {row}: {len(cells)} cells where the header has {len(header)}")
        elif any(len(cell) > CELL_LIMIT for cell in cells):
            left.append(f"row {row}: a cell of over {CELL_LIMIT} characters")
        else:
            fitting.append((row, tuple(cells + [""] * (len(header) - len(cells)))))
    return Grid(file, tuple(header), tuple(fitting), tuple(left), decimal_commas, header_row)


#: formats in which every row has all its cells
_EXACT = (".csv", ".tsv", ".txt")


def letters(index: int) -> str:
    """The letters of a spreadsheet's column: 0 is "A", 26 "AA"."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def read_text(file: Path) -> str:
    """A text file in UTF-8, UTF-16 or, failing these, Western European."""
    content = file.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if content[:2] == b"PK":
        raise Unusable(f"{file}: a packed file; name it .xlsx if it is a spreadsheet")
    if b"\0" in content:
        row = content.count(b"\n", 0, content.index(b"\0")) + 1
        raise Unusable(f"{file}:{row}: not a text file; save the sheet as CSV UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_csv(file: Path) -> Grid:
    text = read_text(file)
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    if not lines:
        raise Unusable(f"{file}: empty; give a table with a header row")
    marks = {mark: min(line.count(mark) for line in lines) for mark in ",;\t|"}
    if not any(marks.values()):  # a title above, or rows that lack cells
        marks = {mark: sum(line.count(mark) for line in lines) for mark in ",;\t|"}
    delimiter = max(marks, key=lambda mark: marks[mark])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            rows.append((reader.line_num, [" ".join(cell.split()) for cell in cells]))
    except csv.Error as error:
        raise Unusable(f"{file}:{reader.line_num}: no CSV ({error}); save it again") from None
    return make_grid(file, rows, decimal_commas=delimiter == ";")


def _trimmed(cells: list[str]) -> list[str]:
    return [cell.strip() for cell in cells]
