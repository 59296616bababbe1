"""DOCX: a memo that an editor can edit in a word processor. Links are http or https only."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.records import Report, Unusable
from factcheck.reports.docx_styles import COLOURS, STYLES, TINTS, make_styles, style_id
from factcheck.reports.memo import GLANCE_HEAD, Block, Run, memo
from factcheck.reports.stamping import first_and_all, made_at
from factcheck.reports.zipping import zipped_again

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

suffix = ".docx"

#: widths of the columns, without and with decisions
_GLANCE_CM = {3: (4.4, 8.2, 3.6), 4: (4.2, 6.4, 3.6, 2.0)}


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write all reports as one memo."""
    try:
        import docx
    except ImportError:
        missing = "docx needs the package python-docx: pip install 'factcheck[reports]'"
        raise Unusable(missing) from None
    first, reports = first_and_all(reports)
    document = docx.Document()
    make_styles(document)
    _properties(document, first)
    for block in memo(list(reports)):
        if block.style == "glance":
            _glance(document, block)
        else:
            _paragraph(document, block)
    whole = io.BytesIO()
    document.save(whole)
    stream.write(zipped_again(whole.getvalue()))


def _properties(document: Document, first: Report | None) -> None:
    told = document.core_properties
    told.title, told.author, told.last_modified_by = "Fact-check", "", ""
    told.comments = told.keywords = told.subject = told.category = ""
    told.created = told.modified = made_at(first)
    told.last_printed = made_at(first)
    told.revision = 1


def _paragraph(document: Document, block: Block) -> None:
    paragraph = _added(document)
    paragraph._p.style = style_id(STYLES[block.style])
    for run in block.runs:
        _run(paragraph, run, block.verdict)
    if block.style == "claim" and block.verdict:
        from docx.shared import RGBColor

        paragraph.runs[0].font.color.rgb = RGBColor.from_string(COLOURS[block.verdict])


def _added(document: Document) -> Paragraph:
    """A new paragraph at the end; python-docx itself would walk all of them to find it."""
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    element: Any = OxmlElement("w:p")
    body: Any = document._body._element
    body[-1].addprevious(element)  # the last one holds the settings of the page
    return Paragraph(element, document._body)


def _run(paragraph: Paragraph, run: Run, verdict: str | None) -> None:
    if run.url:
        _link(paragraph, run)
        return
    made = paragraph.add_run(run.text)
    made.bold = True if run.manner in ("strong", "marked") else None
    if run.manner == "marked" and verdict:
        made.underline = True
        made._r.get_or_add_rPr().append(_shading(TINTS[verdict]))


def _link(paragraph: Paragraph, run: Run) -> None:
    """A hyperlink: the address is kept beside the text, as the format wants it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.text.run import Run as Made

    number = paragraph.part.relate_to(run.url or "", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element: Any = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), number)
    inner: Any = OxmlElement("w:r")
    element.append(inner)
    paragraph._p.append(element)
    made = Made(inner, paragraph)
    made.text = run.text
    made._r.get_or_add_rPr().style = style_id("Source link")


def _glance(document: Document, block: Block) -> None:
    """What is flagged, as a table on the first page."""
    from docx.shared import Cm

    _paragraph(document, Block("document", (Run("Flagged, at a glance"),)))
    widths = _GLANCE_CM[len(block.rows[0])]
    table = document.add_table(rows=1, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    head = tuple((Run(name, "strong"),) for name in GLANCE_HEAD[: len(widths)])
    for row, cells in enumerate((head, *block.rows)):
        made = (table.rows[0] if row == 0 else table.add_row()).cells
        for cell, runs, width in zip(made, cells, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph._p.style = style_id("Cell")
            for run in runs:
                _run(paragraph, run, None)
            if row == 0:
                cell._tc.get_or_add_tcPr().append(_shading("E8EAED"))
    _repeat_head(table.rows[0])


def _shading(fill: str) -> Any:  # noqa: ANN401
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element: Any = OxmlElement("w:shd")
    element.set(qn("w:val"), "clear")
    element.set(qn("w:color"), "auto")
    element.set(qn("w:fill"), fill)
    return element


def _repeat_head(row: Any) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
