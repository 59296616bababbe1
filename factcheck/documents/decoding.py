"""Bytes to text: by byte order mark, as UTF-8, else as Windows text if it reads like that."""

from __future__ import annotations

import codecs
from pathlib import Path

from factcheck.records import Unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, DOCX or XLSX file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}
#: control characters that a text may hold: tab, line feed, form feed, carriage return, escape
_IN_TEXTS = frozenset(b"\t\n\f\r\x1b")
#: besides Unicode, English texts come in the encoding of Windows and in its part Latin-1; among
#: more candidates a short text would be guessed at
_CANDIDATES = ["cp1252"]


def read_text(path: Path) -> str:
    """The text of a file, with `\\n` at the ends of lines; raises `Unusable`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unusable(f"{path}: cannot be read: {error.strerror or error}") from None
    return decoded(data, str(path))


def decoded(data: bytes, name: str) -> str:
    """The text in `data`; `name` says in messages where it comes from."""
    text = _by_mark(data, name)
    if text is None:
        _refuse_binary(data, name)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            text = _guessed(data, name, error)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unusable(f"{name}: there is no text in it")
    return text


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise Unusable(
                    f"{name}: begins as {encoding[:6].upper()} text but goes on as something "
                    "else: save it again as UTF-8"
                ) from None
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    for start, what in _KNOWN_BINARY.items():
        if data.startswith(start):
            raise Unusable(f"{name}: this is {what}, no text: save its text as UTF-8 (.txt)")
    controls = sum(byte < 32 and byte not in _IN_TEXTS for byte in data[:8192])
    if b"\x00" in data[:8192] or controls * 20 > min(len(data), 8192):
        raise Unusable(f"{name}: a binary file, no text: save its text as UTF-8 (.txt)")


def _guessed(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is None:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unusable(
            f"{name}:{line}: not UTF-8 (byte 0x{data[error.start]:02x}), and its encoding is not "
            "certain: save it again as UTF-8"
        )
    return str(best)
