"""Plain text and Markdown: one document a file, a passage a turn or paragraph, by line."""

from __future__ import annotations

from pathlib import Path

from factcheck.documents.decoding import read_text
from factcheck.documents.turns import document
from factcheck.records import Document

suffixes = (".txt", ".md")


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    return [document(read_text(path), id=str(path))]
