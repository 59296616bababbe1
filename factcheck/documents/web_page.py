"""HTML: the article on the page, by trafilatura, without what stands around it.

Its lines are those of the extracted text. The date is taken from the page only where what it
declares as its day of publication is certain. Scripts are not run, nothing is fetched.
"""

from __future__ import annotations

import codecs
import re
from datetime import date as Date
from pathlib import Path

from factcheck.documents.bounding import bounded
from factcheck.documents.decoding import decoded
from factcheck.documents.needing import need
from factcheck.documents.turns import document
from factcheck.records import Document, Unusable

suffixes = (".html",)

_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\"datePublished\"\s*:\s*\"(\d{4}-\d\d-\d\d)|"
    r"<meta[^<>]{0,200}(?:article:published_time|datePublished)\"[^<>]{0,100}"
    r"content\s*=\s*\"(\d{4}-\d\d-\d\d)"
)


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    trafilatura = need("trafilatura", path)
    page = _page(path)
    with bounded(path):
        article = trafilatura.extract(page, include_comments=False, include_tables=False)
    if not article or not article.strip():
        raise Unusable(f"{path}: no article found on the page: save its text as UTF-8 (.txt)")
    text = "\n\n".join(line.strip() for line in article.split("\n") if line.strip())
    return [document(text, id=str(path), date=_published(page))]


def _page(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unusable(f"{path}: cannot be read: {error.strerror or error}") from None
    declared = _CHARSET.search(data, 0, 4096)
    if declared:
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeDecodeError):
            pass  # a page that declares what it is not
    return decoded(data, str(path))


def _published(page: str) -> Date | None:
    """The day on which the page says it was published; none if it says several."""
    days = {found[1] or found[2] for found in _PUBLISHED.finditer(page)}
    try:
        return Date.fromisoformat(days.pop()) if len(days) == 1 else None
    except ValueError:
        return None
