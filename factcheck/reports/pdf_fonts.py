"""The fonts of the PDF: two families shipped here, and the viewer's own for East Asian scripts.

Text is cut into stretches that one font can show. What none of them can is written out by its
code point, so that nothing is lost unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files

PLAIN, STRONG, SERIF, SERIF_STRONG = "NotoSans", "NotoSans-Bold", "NotoSerif", "NotoSerif-Bold"
_FILES = {
    PLAIN: "NotoSans-Regular.ttf",
    STRONG: "NotoSans-Bold.ttf",
    SERIF: "NotoSerif-Regular.ttf",
    SERIF_STRONG: "NotoSerif-Bold.ttf",
}
#: fonts that every PDF viewer brings or replaces
_KOREAN, _JAPANESE, _CHINESE = "HYGothic-Medium", "HeiseiKakuGo-W5", "STSong-Light"
_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))
_KANA = ((0x3040, 0x30FF), (0x31F0, 0x31FF))
_HAN = ((0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF01, 0xFFEE))


@cache
def make_known() -> frozenset[int]:
    """Make the fonts known to reportlab, once; the code points that the shipped ones show."""
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    shown: list[set[int]] = []
    for name, file in _FILES.items():
        with as_file(files("factcheck.reports") / "fonts" / file) as path:
            font = TTFont(name, str(path))
        registerFont(font)
        shown.append(set(font.face.charToGlyph))
    for name in (_KOREAN, _JAPANESE, _CHINESE):
        registerFont(UnicodeCIDFont(name))
    return frozenset(set.intersection(*shown))


def stretches(text: str, font: str) -> Iterator[tuple[str, str]]:
    """`text` in stretches, each with the font to show it in: `font`, or one of East Asia."""
    known = make_known()
    begin, using = 0, font
    asian = _asian_font(text)
    parts = [_shown(letter, known, font, asian) for letter in text]
    for place, (_, needed) in enumerate(parts):
        if needed != using:
            if place > begin:
                yield "".join(shown for shown, _ in parts[begin:place]), using
            begin, using = place, needed
    if begin < len(parts):
        yield "".join(shown for shown, _ in parts[begin:]), using


def _shown(letter: str, known: frozenset[int], font: str, asian: str) -> tuple[str, str]:
    code = ord(letter)
    if code in known:
        return letter, font
    if _is_in(code, _HANGUL):
        return letter, _KOREAN
    if _is_in(code, _KANA):
        return letter, _JAPANESE
    if _is_in(code, _HAN):
        return letter, asian
    return f"[U+{code:04X}]", font


def _asian_font(text: str) -> str:
    """The font for the characters that the three share, by the script around them."""
    codes = [ord(letter) for letter in text if letter > "\u10ff"]
    if any(_is_in(code, _HANGUL) for code in codes):
        return _KOREAN
    return _JAPANESE if any(_is_in(code, _KANA) for code in codes) else _CHINESE


def _is_in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
