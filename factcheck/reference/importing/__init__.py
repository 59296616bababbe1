"""A table as a topic folder: one row a subject, columns become properties.

`grids.py` brings CSV, XLSX and JSON to one form and puts right what is certain; `columns.py`
says what a column holds; `proposing.py` makes facts of the rows; `writing.py` shows and writes
them. What cannot be used is said with row and column, never guessed.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.reference.importing.grids import read_grid
from factcheck.reference.importing.proposing import propose
from factcheck.reference.importing.writing import Imported

__all__ = ["Imported", "import_table"]


def import_table(file: Path, key: str | None = None, sheet: str | None = None) -> Imported:
    """Read a table. `key`: the column that names the subject of each row; without it the first
    that has a name of its own in each row. `sheet`: of a spreadsheet, else its first.

    Raises `Unusable` for what is no table, or has no such column.
    """
    return propose(read_grid(file, sheet), key)
