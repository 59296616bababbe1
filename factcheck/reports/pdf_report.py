"""PDF: the memo to print or send on, with an outline; links are http or https only."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from factcheck.records import Report, Unusable
from factcheck.reports.escaping import printable
from factcheck.reports.memo import GLANCE_HEAD, Block, Run, memo
from factcheck.reports.pdf_fonts import (
    PLAIN,
    SERIF,
    SERIF_STRONG,
    STRONG,
    make_known,
    stretches,
)
from factcheck.reports.stamping import first_and_all, made_at

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

suffix = ".pdf"

_INK, _SOFT, _LINE, _HEAD = "#1c1d1f", "#5b5e63", "#bbbbbb", "#e8eaed"
_COLOURS = {"refuted": "#a11d1d", "supported": "#1b6138", "not_enough_info": "#6b4e00"}
_TINTS = {"refuted": "#fbe5e1", "supported": "#dff1e5", "not_enough_info": "#fbf0cb"}
_MM = 72 / 25.4
#: what the file says of itself; `invariant`: nothing of when and where it was made
_ABOUT: dict[str, Any] = {
    "title": "Fact-check", "author": "", "creator": "factcheck", "lang": "en", "invariant": 1,
}  # fmt: skip
#: widths of the columns, without and with decisions
_GLANCE_MM = {3: (44, 82, 38), 4: (42, 62, 38, 22)}
#: font, size, colour, space before and after, set in by mm, kept with the next
_STYLES = {
    "title": (SERIF_STRONG, 20, _INK, 0, 4, 0, True),
    "lead": (PLAIN, 12, _INK, 0, 8, 0, False),
    "document": (STRONG, 14, _INK, 16, 3, 0, True),
    "claim": (STRONG, 11, _INK, 11, 1, 0, True),
    "who": (PLAIN, 8.5, _SOFT, 0, 2, 0, True),
    "quote": (SERIF, 11, _INK, 2, 4, 5, True),
    "text": (SERIF, 10, _INK, 0, 3, 0, True),
    "label": (PLAIN, 9.5, _INK, 0, 2, 0, True),
    "fact": (PLAIN, 9.5, _INK, 2, 1, 5, False),
    "source": (PLAIN, 8.5, _SOFT, 0, 1, 9, False),
    "small": (PLAIN, 7.5, _SOFT, 1, 1, 0, False),
    "error": (PLAIN, 9.5, _COLOURS["refuted"], 0, 4, 0, False),
    "cell": (PLAIN, 8.5, _INK, 0, 0, 0, False),
}


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write all reports as one document."""
    try:
        from reportlab.platypus import SimpleDocTemplate
    except ImportError:
        missing = "pdf needs the package reportlab: pip install 'factcheck[reports]'"
        raise Unusable(missing) from None
    make_known()
    first, reports = first_and_all(reports)
    story = list(_story(memo(list(reports))))
    whole = io.BytesIO()
    document = SimpleDocTemplate(
        whole,
        pagesize=(210 * _MM, 297 * _MM),
        leftMargin=23 * _MM,
        rightMargin=23 * _MM,
        topMargin=20 * _MM,
        bottomMargin=20 * _MM,
        **_ABOUT,
    )
    origin = f"factcheck {first.version}, reference {first.reference_hash[:12]}" if first else ""

    def page(canvas: Any, _: object) -> None:  # noqa: ANN401
        _page(canvas, first, printable(origin))

    document.build(story, onFirstPage=page, onLaterPages=page)
    stream.write(whole.getvalue())


def _story(blocks: Iterable[Block]) -> Iterator[Flowable]:
    """The blocks as reportlab's flowables; claims stand below their document in the outline."""
    styles = _styles()
    below = 0
    for number, block in enumerate(blocks):
        yield from _flow(block, number, below if block.style == "claim" else 0, styles)
        below = 1 if block.style == "document" else below


def _styles() -> dict[str, ParagraphStyle]:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    return {
        name: ParagraphStyle(
            name,
            fontName=font,
            fontSize=size,
            leading=size * 1.35,
            textColor=HexColor(colour),
            spaceBefore=before,
            spaceAfter=after,
            leftIndent=left * _MM,
            bulletIndent=1 * _MM,
            bulletFontName=PLAIN,
            keepWithNext=kept,
        )
        for name, (font, size, colour, before, after, left, kept) in _STYLES.items()
    }


def _flow(
    block: Block, number: int, level: int, styles: dict[str, ParagraphStyle]
) -> Iterable[Flowable]:
    from reportlab.platypus import Paragraph

    from factcheck.reports.pdf_outline import Entry

    if block.style == "glance":
        yield Paragraph("Flagged, at a glance", styles["document"])
        yield _glance(block, styles["cell"])
        return
    font = _STYLES[block.style][0]
    text = "".join(_marked_up(run, str(font), block.verdict) for run in block.runs)
    if block.style == "claim" and block.verdict:
        text = f'<font color="{_COLOURS[block.verdict]}">{text}</font>'
    if block.style in ("document", "claim"):
        yield Entry(block.text, number, level)
    yield Paragraph(text, styles[block.style], bulletText="•" if block.style == "fact" else None)


def _marked_up(run: Run, font: str, verdict: str | None) -> str:
    """A run in reportlab's own mark-up; the text itself is escaped."""
    if run.manner in ("strong", "marked"):
        font = SERIF_STRONG if font == SERIF else STRONG
    text = "".join(
        f'<font name="{needed}">{escape(part)}</font>' for part, needed in stretches(run.text, font)
    )
    if run.url:
        return f'<a href={quoteattr(run.url)} color="#174ea6">{text}</a>'
    if run.manner == "marked" and verdict:
        return f'<font backColor="{_TINTS[verdict]}"><u>{text}</u></font>'
    return text


def _glance(block: Block, style: ParagraphStyle) -> Flowable:
    from reportlab.platypus import LongTable, Paragraph

    widths = _GLANCE_MM[len(block.rows[0])]
    head = tuple((Run(name, "strong"),) for name in GLANCE_HEAD[: len(widths)])
    rows = [
        [Paragraph("".join(_marked_up(run, PLAIN, None) for run in cell), style) for cell in cells]
        for cells in (head, *block.rows)
    ]
    table = LongTable(rows, colWidths=[width * _MM for width in widths], repeatRows=1)
    table.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), _HEAD),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return table


def _page(canvas: Any, first: Report | None, origin: str) -> None:  # noqa: ANN401
    """The foot of a page, and what the file says of itself."""
    if canvas.getPageNumber() == 1:
        _made(canvas._doc, made_at(first))
    canvas.setFillColor(_SOFT)
    place = 23 * _MM
    for part, font in stretches(origin, PLAIN):
        canvas.setFont(font, 7.5)
        canvas.drawString(place, 11 * _MM, part)
        place += canvas.stringWidth(part, font, 7.5)
    canvas.setFont(PLAIN, 7.5)
    canvas.drawRightString(187 * _MM, 11 * _MM, f"Page {canvas.getPageNumber()}")


def _made(inner: Any, when: datetime) -> None:  # noqa: ANN401
    """Set the time of making, and the file's id, which reportlab takes from the environment."""
    inner._timeStamp.YMDhms = tuple(when.timetuple())[:6]
    inner.signature = hashlib.md5(when.isoformat().encode(), usedforsecurity=False)
