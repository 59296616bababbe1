"""Documents: reads files into `Document`s. One reader a file; imports only measures and records.

A reader is a module here with

- `suffixes`: the endings of its files, in lower case (".txt", ".md")
- `read(path)`: the documents of a file, usually one; each passage keeps its place (line, page
  or time code) and its speaker. Raises `Unusable` with what, where and what to try.

That is all: the folder is listed. Import a heavy library inside `read`, so that other formats do
not wait for it (`needing.py` says which extra is missing) and inside `bounded(path)`. Bytes
become text in `decoding.py`, turns of speech passages in `turns.py`.
The tests want a sample file (`tests/documents/samples/`).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from datetime import date as Date
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from factcheck.records import Document, Unusable

#: a larger file is refused: what is checked is statements, speeches, articles
LARGEST = 20_000_000

#: several statements a file: a date in its name is that of the list
_LISTS = (".csv", ".jsonl", ".xlsx")
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


class Reader(Protocol):
    """What a module of a document format holds."""

    suffixes: tuple[str, ...]

    def read(self, path: Path) -> list[Document]:
        """The documents of a file."""


@cache
def readers() -> dict[str, Reader]:
    """The readers by suffix."""
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(__path__):
        reader = importlib.import_module(f"{__name__}.{module.name}")
        for suffix in getattr(reader, "suffixes", ()):
            found[suffix] = cast(Reader, reader)
    return dict(sorted(found.items()))


def read(path: Path) -> list[Document]:
    """The documents of a file, by the reader of its suffix; raises `Unusable`.

    A document without a date takes the one day that the file's name has ("2025-04-08-speech.txt");
    the rows of a statement list do not.
    """
    if path.is_dir():
        raise Unusable(f"{path} is a folder: name the files in it")
    if not path.exists():
        raise Unusable(f"{path}: no such file; a text with a slash or an ending goes to -")
    reader = readers().get(path.suffix.lower())
    if reader is None:
        raise Unusable(
            f"{path}: no reader for files ending in {path.suffix or 'nothing'}: "
            f"readable are {' '.join(readers())}, and plain text at standard input (-)"
        )
    if not path.is_file():
        raise Unusable(f"{path}: no ordinary file: give what it holds to standard input (-)")
    if path.stat().st_size > LARGEST:
        raise Unusable(f"{path}: over {LARGEST // 1_000_000} MB: split it into smaller files")
    found = reader.read(path)
    day = None if path.suffix.lower() in _LISTS else _day_in(path.stem)
    return [replace(one, date=one.date or day) for one in found] if day else found


def _day_in(name: str) -> Date | None:
    """The one whole date in a name, else `None`."""
    days = _DAY.findall(name)
    try:
        return Date.fromisoformat(days[0]) if len(days) == 1 else None
    except ValueError:
        return None
