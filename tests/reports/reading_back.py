"""What a reader of a format sees of it, as text: for snapshots of formats that are no text."""

from __future__ import annotations

import io
from collections.abc import Iterator


def read_back(name: str, output: bytes) -> str:
    """The text of an output; of a binary format, what another program reads in it."""
    readers = {"docx": _docx, "pdf": _pdf, "xlsx": _xlsx}
    return "\n".join(readers[name](output)) if name in readers else output.decode()


def _docx(output: bytes) -> Iterator[str]:
    import docx
    from docx.table import Table

    document = docx.Document(io.BytesIO(output))
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield " | ".join(cell.text for cell in row.cells)
            continue
        links = " ".join(link.address for link in part.hyperlinks)
        yield f"[{part.style.name if part.style else ''}] {part.text}" + (links and f" <{links}>")


def _xlsx(output: bytes) -> Iterator[str]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(output))
    for sheet in book.worksheets:
        yield f"# {sheet.title}"
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n", "inlineStr") for cell in row)
            yield " | ".join("" if cell.value is None else str(cell.value) for cell in row)


def _pdf(output: bytes) -> Iterator[str]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(output))
    for number, page in enumerate(reader.pages, 1):
        yield f"# page {number}"
        yield page.extract_text()
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A", {})
            assert action.get("/S", "/URI") == "/URI", action
            if "/URI" in action:
                yield f"<{action['/URI']}>"
