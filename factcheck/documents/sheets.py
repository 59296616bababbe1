"""XLSX: a statement list in the first sheet, with the columns of the CSV form, by openpyxl.

Formulas are not computed; the value that was saved with them counts. The line is the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from factcheck.documents.bounding import bounded, look_into
from factcheck.documents.needing import need
from factcheck.documents.statement_lists import statement
from factcheck.records import Document, Unusable

suffixes = (".xlsx",)


def read(path: Path) -> list[Document]:
    """One document a row, in order; its id is the row's, else the row's number."""
    openpyxl = need("openpyxl", path)
    look_into(path)
    with bounded(path):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            rows = list(_rows(book.worksheets[0], path))
        finally:
            book.close()
    if not rows:
        raise Unusable(f"{path}: no statements in it: one a row, below a header with text")
    return [
        statement(row, f"{path}:{line}", number=number, line=line)
        for number, (line, row) in enumerate(rows, start=1)
    ]


def _rows(sheet: Any, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401
    header: list[str] = []
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        row = [_text(cell) for cell in cells]
        if not any(row):
            continue
        if header:
            yield line, dict(zip(header, row, strict=False))
            continue
        header = [(cell or "").lower() for cell in row]
        if "text" not in header:
            raise Unusable(f"{path}:{line}: no column text in the header: id,text,speaker,date")


def _text(cell: object) -> str | None:
    """A cell as text: days in ISO 8601, whole numbers without a point."""
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() or None
