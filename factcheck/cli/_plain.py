"""Text that is safe to print: no control characters, nothing that turns the direction."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def plain(text: str) -> str:
    r"""`text` with control characters written out (`\x1b`), line ends as spaces."""
    return _UNSAFE.sub(_escaped, text.replace("\r\n", "\n").replace("\n", " "))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
