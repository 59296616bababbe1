"""Plain text: the same text with one spelling of spaces, dashes, quotation marks and case.

It has the same length as the original, so that an offset into one is an offset into the
other. A blank line becomes a wall (`WALL`) that no value reaches across.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

WALL = "\x1f"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\n\r"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        "\t": WALL,
        "\uff04": "$",
        "\uffe5": "¥",
        "\uffe6": "₩",
        "\uffe1": "£",
        "\uff05": "%",
    }
)
_ASCII_TABLE = str.maketrans({"\n": " ", "\r": " ", "\t": WALL, "`": "'"})
#: a blank line, or a line break before a list mark
_BLANK_LINE = re.compile(r"\n[ \r]{0,99}\n|\n(?= {0,8}[-*\u2022\u2013\u2014] )")

_ODD_SPACE = re.compile(f"[{_SPACES[:-2]}]")
_PARAGRAPH = re.compile(r"^[^\n]++(?:\n[^\n]++)++", re.MULTILINE)
#: a line that begins something of its own: a list mark, a number, a speaker, a time, a heading
_OWN = re.compile(r"\s*(?:[-*•–—#>|]|\d{1,2}[.)]\s|[A-Z][\w .'’-]{1,40}:(?:\s|$)|[\[(]?\d+:\d)")
#: characters: lines that are all shorter are verse, a table or a list
_NARROW = 30


@dataclass(frozen=True, slots=True)
class Page:
    """A text to read: as written, made plain, and the date of utterance if there is one."""

    raw: str
    plain: str
    date: date | None = None


def plain(text: str) -> str:
    """`text` in lower case with plain spaces, dashes and quotation marks; same length."""
    if "\n" in text:
        text = _BLANK_LINE.sub(lambda found: WALL * len(found.group()), text)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.translate(_ASCII_TABLE if lower.isascii() else _TABLE)


def unwrapped(text: str) -> str:
    """`text` with a space for each line break at which a line was too long to go on, and for odd
    spaces; same length. A break is such a one where the next word would have made its line
    longer than the longest of the paragraph."""
    if not text.isascii():
        text = _ODD_SPACE.sub(" ", text)
    return _PARAGRAPH.sub(lambda found: _joined(found.group()), text) if "\n" in text else text


def _joined(paragraph: str) -> str:
    lines = paragraph.split("\n")
    width = max(map(len, lines))
    joined = lines[0]
    for before, line in pairwise(lines):
        first = len((line.split(None, 1) or [""])[0])
        is_full = len(before.rstrip()) + 1 + first > width >= _NARROW
        joined += (" " if is_full and not _OWN.match(line) else "\n") + line
    return joined


def word_before(t: str, position: int) -> str:
    """The word that ends right before `position`, across one space; "" for none.

    It looks back no further than 24 characters, so that no text makes it slow.
    """
    end = position - 1
    if end < 0 or t[end] != " ":
        return ""
    start = t.rfind(" ", max(0, end - 24), end) + 1
    return t[max(start, end - 24) : end].lstrip("\"'([")
