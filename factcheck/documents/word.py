"""DOCX: paragraphs and cells of tables in their order, by python-docx.

Its lines are those of the extracted text. Nothing that is embedded or linked is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.documents.bounding import bounded, look_into
from factcheck.documents.needing import need
from factcheck.documents.turns import document
from factcheck.records import Document, Unusable

suffixes = (".docx",)


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    docx = need("docx", path)
    look_into(path)
    with bounded(path):
        text = "\n\n".join(_paragraphs(docx.Document(str(path))))
    if not text:
        raise Unusable(f"{path}: there is no text in it")
    return [document(text, id=str(path))]


def _paragraphs(part: Any) -> Iterator[str]:  # noqa: ANN401
    """The texts of a document or of a cell that are not empty."""
    for block in part.iter_inner_content():
        if hasattr(block, "rows"):
            seen = set[Any]()
            for row in block.rows:
                for cell in row.cells:
                    if cell._tc not in seen:  # merged cells come once for each column
                        seen.add(cell._tc)
                        yield from _paragraphs(cell)
        elif text := block.text.strip():
            yield text
