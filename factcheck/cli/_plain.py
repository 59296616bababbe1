"""Text that is safe to print: no control characters, nothing that turns the direction.

At a terminal, lines are folded between words and what goes on is indented; in a pipe they stay
whole, so that `grep` finds them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
#: "  source      ": two spaces, a word or two, up to the column where what it says begins
_LABEL = re.compile(r"  (?=[a-z])[a-z ]{11} (?=\S)")


def plain(text: str) -> str:
    r"""`text` with control characters written out (`\x1b`), line ends as spaces."""
    return _UNSAFE.sub(_escaped, text.replace("\r\n", "\n").replace("\n", " "))


def terminal_width() -> int | None:
    """The columns of the terminal that standard output goes to, or nothing."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def folded(line: str) -> Iterator[str]:
    """A line in pieces that fit the terminal; a word that is too long stays whole.

    What goes on stands below the text, behind a label that two spaces set off.
    """
    width = terminal_width()
    if width is None or len(line) <= width:
        yield line
        return
    indent = len(line) - len(line.lstrip())
    label = _LABEL.match(line)
    more = label.end() if label else indent + 4
    from factcheck.reports.marking import wrapped

    room = max(width - more, 20)
    first, *rest = wrapped(line[more:], room)
    yield line[:more] + first
    for piece in rest:
        yield " " * more + piece


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
