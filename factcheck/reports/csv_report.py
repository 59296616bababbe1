"""CSV (RFC 4180, UTF-8): a header, then one row a claim.

A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from factcheck.records import Report
from factcheck.reports.rows import COLUMNS, Cell, rows

suffix = ".csv"

#: what begins a formula, also in its full-width form and after quotes or spaces
_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠|%]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write each report's rows as soon as it is there."""
    stream.write(_lines([COLUMNS]))
    for report in reports:
        stream.write(_lines(list(rows(report))))
        stream.flush()


def inert(cell: Cell) -> Cell:
    """The cell, with an apostrophe before what a spreadsheet might calculate."""
    if not isinstance(cell, str) or _NUMBER.fullmatch(cell) or not _FORMULA.match(cell):
        return cell
    return f"'{cell}"


def _lines(table: Sequence[Sequence[Cell]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(
        [inert(cell) for cell in row] for row in table
    )
    return text.getvalue().encode()
