"""PDF: the text of each page, by pypdf; the place of a passage is its page.

Scripts, forms and attachments are not looked at. A scan has no text, and is said to have none.
"""

from __future__ import annotations

import logging
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.documents.bounding import bounded
from factcheck.documents.needing import need
from factcheck.documents.turns import document
from factcheck.records import Document, Place, Unusable

suffixes = (".pdf",)

#: characters in all, and pages: more than that is no speech and no article
_LONGEST, _MOST_PAGES = 20_000_000, 5_000


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    pypdf = need("pypdf", path)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with bounded(path):
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unusable(f"{path}: locked with a password: save it without one")
        pages = list(_pages(reader, path))
    if not any(pages):
        raise Unusable(f"{path}: there is no text in it (a scan?): give its text as .txt")
    return [_with_pages(pages, str(path))]


def _pages(reader: Any, path: Path) -> Iterator[str]:  # noqa: ANN401
    length = 0
    for number, page in enumerate(reader.pages, 1):
        rows = (row.strip() for row in page.extract_text().split("\n"))
        # what stands for a character that cannot be written, as broken fonts give
        text = "\n".join(rows).strip().encode(errors="replace").decode()
        length += len(text)
        if length > _LONGEST or number > _MOST_PAGES:
            raise Unusable(f"{path}: over {_MOST_PAGES} pages or {_LONGEST} letters: split it")
        yield text


def _with_pages(pages: list[str], id: str) -> Document:
    """A speaker goes on over the page; a paragraph does not."""
    begins, text = list[int](), ""
    for page in pages:
        text += "\n\n" if text else ""
        begins.append(len(text))
        text += page
    found = document(text, id=id)
    passages = tuple(
        replace(passage, place=Place(page=bisect(begins, passage.start)))
        for passage in found.passages
    )
    return replace(found, passages=passages)
