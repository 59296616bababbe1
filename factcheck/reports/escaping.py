"""Nothing active comes through from text, names or facts.

Control characters could move a terminal's cursor, and bidirectional overrides could show
words in another order than they have. Both are shown by their code points instead.
"""

from __future__ import annotations

import re

#: C0 and C1 controls, marks and overrides of direction, invisible separators and joiners,
#: byte order mark, variation tags, lone surrogates, what is no character at all
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_WHITE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_LINK = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~@])")
#: what would begin a list or underline a heading at the start of a line
_LINE_START = re.compile(r"([-+=]|\d+(?=[.)](?:\s|$)))")


def printable(text: str) -> str:
    """`text` on one line, with control and direction characters shown as `\\x1b` or `\\u202e`."""
    return visible(_WHITE.sub(" ", text))


def visible(text: str) -> str:
    """`text` with each control and direction character shown by its code point."""
    return _ACTIVE.sub(_shown, text)


def json_safe(json_text: str) -> str:
    """JSON text in which such characters stand as `\\uXXXX`: it still reads back the same."""
    return _ACTIVE.sub(_json_escape, json_text)


def link(url: str | None) -> str | None:
    """`url` if it is a plain http or https address, else `None`."""
    return url if url and _LINK.fullmatch(url) and not _ACTIVE.search(url) else None


def markdown(text: str) -> str:
    """`text` on one line, with all that Markdown or HTML would act on made plain."""
    escaped = _MARKDOWN.sub(r"\\\1", printable(text).replace("&", "&amp;"))
    escaped = escaped.replace("://", ":\\//").replace("www.", "www\\.")
    start = _LINE_START.match(escaped)
    if not start:
        return escaped
    end = start.end()
    return f"{escaped[:end]}\\{escaped[end:]}" if escaped[0].isdigit() else f"\\{escaped}"


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x0A:
        return "\n"  # between the tokens: within text it is already "\\n"
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
    return f"\\u{code:04x}"
