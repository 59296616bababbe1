"""The styles of the memo: an editor changes one of them and the whole memo follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

#: the style of each kind of block
STYLES = {
    "title": "Title", "lead": "Lead", "document": "Heading 1", "claim": "Heading 2",
    "who": "Byline", "quote": "Said", "text": "Normal", "label": "Labelled", "fact": "List Bullet",
    "source": "Source", "small": "Small", "error": "Unusable",
}  # fmt: skip
COLOURS = {"refuted": "A11D1D", "supported": "1B6138", "not_enough_info": "6B4E00"}
TINTS = {"refuted": "FBE5E1", "supported": "DFF1E5", "not_enough_info": "FBF0CB"}

#: name: size, colour, italic, space before and after in points, set in by cm
_NEW = {
    "Lead": (13, "1C1D1F", False, 0, 8, 0),
    "Byline": (9.5, "5B5E63", False, 0, 3, 0),
    "Said": (12, "1C1D1F", False, 3, 6, 0.6),
    "Labelled": (10.5, "1C1D1F", False, 0, 3, 0),
    "Source": (9.5, "5B5E63", False, 0, 1, 1.25),
    "Small": (8.5, "5B5E63", False, 2, 2, 0),
    "Cell": (9.5, "1C1D1F", False, 2, 2, 0),
    "Unusable": (10.5, "A11D1D", False, 0, 6, 0),
}
#: the built-in ones: size, space before and after
_CHANGED = {
    "Title": (22, 0, 6),
    "Heading 1": (15, 16, 4),
    "Heading 2": (12, 12, 1),
    "Normal": (10.5, 0, 4),
    "List Bullet": (10.5, 2, 1),
}
_FONT, _SERIF = "Calibri", "Cambria"


def style_id(name: str) -> str:
    """The id of a style, as python-docx makes it; to look each one up by name takes long."""
    return name.replace(" ", "")


def make_styles(document: Document) -> None:
    """Put page, margins and styles in place."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _change(document)
    _add(document)
    for name in ("Byline", "Said", "Labelled"):
        document.styles[name].paragraph_format.keep_with_next = True
    shown = document.styles.add_style("Source link", WD_STYLE_TYPE.CHARACTER)
    shown.font.underline = True
    shown.font.color.rgb = RGBColor.from_string("174EA6")


def _change(document: Document) -> None:
    from docx.shared import Pt, RGBColor

    for name, (size, before, after) in _CHANGED.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        _spaced(style, before, after)
        _named(style, _SERIF if name == "Title" else _FONT)
        if name in ("Title", "Heading 1", "Heading 2"):
            style.font.color.rgb = RGBColor.from_string("1C1D1F")
            style.font.bold = True


def _add(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    for name, (size, colour, italic, before, after, left) in _NEW.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.font.italic = italic
        style.font.color.rgb = RGBColor.from_string(colour)
        _spaced(style, before, after)
        style.paragraph_format.left_indent = Cm(left)
        _named(style, _SERIF if name == "Said" else _FONT)


def _spaced(style: Any, before: float, after: float) -> None:  # noqa: ANN401
    from docx.shared import Pt

    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = 1.1


def _named(style: Any, font: str) -> None:  # noqa: ANN401
    """The font for every script: the template's theme fonts would go before it."""
    from docx.oxml.ns import qn

    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:ascii"), font)
    fonts.set(qn("w:hAnsi"), font)
