"""A file that was dropped on the page becomes the text of its field, by the readers of documents.

Reading is done where texts are checked: in a process that can be stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from factcheck.documents import LARGEST, read, readers
from factcheck.records import Unusable

__all__ = ["LARGEST", "File", "FileText", "read_file"]

_LISTS = "the file holds a list of statements: check it with `factcheck check` or `factcheck batch`"


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent: its name, of which only the ending counts, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file says."""

    text: str


def read_file(file: File) -> FileText:
    """The text of a file. Raises `Unusable`, with the name that was sent."""
    suffix = PurePosixPath(file.name).suffix.lower()
    if suffix not in readers():
        known = " ".join(readers())
        raise Unusable(f"{file.name}: no reader for such a file: readable are {known}")
    with TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(file.content)
        try:
            found = read(path)
        except Unusable as error:
            raise Unusable(str(error).replace(str(path), file.name)) from None
    if len(found) != 1:
        raise Unusable(f"{file.name}: {_LISTS}")
    return FileText(found[0].text)
