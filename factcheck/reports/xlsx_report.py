"""XLSX: a workbook to sort and filter: one row a claim, one a document, and what it rests on.

Everything is written as text or number, never as a formula. Rows go to disk as they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.records import Report, Unusable
from factcheck.reports.escaping import printable
from factcheck.reports.rows import COLUMNS, UNUSABLE, Cell, rows
from factcheck.reports.stamping import first_and_all, made_at, stamp
from factcheck.reports.wording import options_text, summary

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

suffix = ".xlsx"

#: characters that a cell can hold
_LONGEST = 32_767
_MOST_ROWS = 1_048_576
_WIDTHS = {
    "document": 24, "line": 6, "page": 6, "time": 10, "speaker": 18, "date": 11, "said by": 18,
    "verdict": 15, "kind": 15, "diagnosis": 15, "stance": 18, "quote": 26, "correction": 26,
    "explanation": 52, "sentence": 52, "corrected sentence": 52, "arithmetic": 36,
    "not decided": 30, "subject": 26, "property": 20, "facts": 52, "sources": 52, "links": 40,
    "said before": 30, "repeated": 30, "decision": 13, "why": 30,
    "decided by": 16, "until": 11, "claim": 14, "start": 7, "end": 7, "version": 9,
    "reference": 20, "options": 20,
}  # fmt: skip
_FILLS = {
    "refuted": ("#9c1c1c", "#fbe9e7"),
    "supported": ("#1b5e33", "#e6f3ea"),
    "not enough info": ("#6b4e00", "#fdf3d7"),
    UNUSABLE: ("#ffffff", "#6d6d6d"),
}
_DOCUMENTS = ("document", "speaker", "date", "verdict", "summary")


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write all reports as one workbook."""
    import io

    try:
        from xlsxwriter import Workbook
    except ImportError:
        missing = "xlsx needs the package XlsxWriter: pip install 'factcheck[reports]'"
        raise Unusable(missing) from None
    first, reports = first_and_all(reports)
    whole = io.BytesIO()
    book = Workbook(whole, {"constant_memory": True, "strings_to_formulas": False,
                            "strings_to_urls": False, "strings_to_numbers": False})  # fmt: skip
    book.set_properties({"title": "Claims checked", "author": "", "created": made_at(first)})
    claims = _sheet(book, "Claims", COLUMNS, [_WIDTHS[column] for column in COLUMNS], 1)
    documents = _sheet(book, "Documents", _DOCUMENTS, [34, 22, 12, 16, 60], 1)
    styles = _styles(book)
    row = number = 0
    for number, report in enumerate(reports, 1):
        for cells in rows(report):
            row += 1
            _row(claims, row, cells, styles)
        _row(documents, number, _document(report), styles)
    claims.autofilter(0, 0, max(row, 1), len(COLUMNS) - 1)
    claims.print_area(0, 0, max(row, 1), COLUMNS.index("explanation"))
    documents.autofilter(0, 0, max(number, 1), len(_DOCUMENTS) - 1)
    _about(book, first)
    book.close()
    stream.write(whole.getvalue())


def _sheet(
    book: Workbook, name: str, columns: Iterable[str], widths: list[int], frozen: int
) -> Worksheet:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "bg_color": "#e8eaed"})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, frozen)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, text in enumerate(columns):
        sheet.write_string(0, column, text.capitalize(), head)
    return sheet


def _styles(book: Workbook) -> dict[str, Any]:
    plain = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    fills = {
        verdict: book.add_format(
            {"bold": True, "valign": "top", "font_color": colour, "bg_color": fill}
        )
        for verdict, (colour, fill) in _FILLS.items()
    }
    return {"": plain, **fills}


def _row(sheet: Worksheet, row: int, cells: Iterable[Cell], styles: dict[str, Any]) -> None:
    if row >= _MOST_ROWS:
        raise Unusable("more than 1,048,575 claims do not fit into a sheet: write csv instead")
    cells = tuple(cells)
    sheet.set_row(row, _height(cells))
    for column, cell in enumerate(cells):
        style = styles.get(str(cell), styles[""])
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, style)
        elif cell:
            short = cell if len(cell) <= _LONGEST else cell[: _LONGEST - 2] + " …"
            sheet.write_string(row, column, short, style)


def _height(cells: Sequence[Cell]) -> float:
    """Points that the longest cell on paper needs, as far as characters tell."""
    if len(cells) != len(COLUMNS):
        return 15.0
    on_paper = zip(COLUMNS[: COLUMNS.index("explanation") + 1], cells, strict=False)
    lines = (len(str(cell or "")) * 1.1 // _WIDTHS[column] + 1 for column, cell in on_paper)
    return 15.0 * min(max(lines), 8)


def _document(report: Report) -> tuple[Cell, ...]:
    document = report.document
    verdict = UNUSABLE if report.error is not None else report.verdict.replace("_", " ")
    told = (
        document.id,
        document.speaker,
        document.date.isoformat() if document.date else None,
        verdict,
        summary(report)[0] or "nothing to judge",
    )
    return tuple(printable(cell) if cell else None for cell in told)


def _about(book: Workbook, first: Report | None) -> None:
    sheet = book.add_worksheet("About")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 80)
    told = {
        "Checked with": f"factcheck {first.version}" if first else "",
        "Reference": first.reference_hash if first else "",
        "Topics": ", ".join(first.topics) if first else "",
        "Options": options_text(first) if first else "",
        "Made": stamp(first) or "",
    }
    for row, (name, text) in enumerate((n, t) for n, t in told.items() if t):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, printable(text), wrap)
