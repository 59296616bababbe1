"""What is given at the command line becomes documents: pasted text, files, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as Date
from pathlib import Path

from factcheck.records import Document, Unusable

#: endings by which an argument is known to be a file, whether or not a reader is there yet
_SUFFIXES = (
    *(".txt", ".md", ".html", ".docx", ".pdf", ".srt", ".vtt"),
    *(".json", ".jsonl", ".csv", ".xlsx"),
)


def documents(
    inputs: Sequence[str], *, speaker: str | None = None, date: Date | None = None
) -> Iterator[Document | Unusable]:
    """The documents of each input in turn; for one that cannot be used, why.

    `speaker` and `date` go before what the input itself says of the whole; the speakers of
    turns within it stay.
    """
    seen_standard_input = False
    for given in inputs:
        try:
            if given == "-" and seen_standard_input:
                raise Unusable("-: standard input can be read only once")
            seen_standard_input |= given == "-"
            for document in _read(given):
                yield replace(
                    document,
                    speaker=speaker or document.speaker,
                    date=date or document.date,
                )
        except Unusable as error:
            yield error


def is_path(given: str) -> bool:
    """Whether an argument is a path: a separator or a known ending, and no white space.

    With white space it is a path only where a file of that name is there.
    """
    known = "/" in given or "\\" in given or given.lower().endswith(_SUFFIXES)
    if not known or not any(letter.isspace() for letter in given):
        return known
    try:
        return "\n" not in given and Path(given).is_file()
    except (OSError, ValueError):
        return False


def _read(given: str) -> list[Document]:
    if given == "-":
        from factcheck.documents import LARGEST
        from factcheck.documents.decoding import decoded
        from factcheck.documents.turns import document

        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Unusable(f"-: over {LARGEST // 1_000_000} MB: split it into smaller files")
        return [document(decoded(data, "standard input"))]
    if is_path(given):
        from factcheck.documents import read

        return read(Path(given))
    return [_pasted(given)]


def _pasted(text: str) -> Document:
    from factcheck.documents.turns import document

    if not text.strip():
        raise Unusable("no text: give a statement in quotes, a file, or - for standard input")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unusable("the text is not UTF-8: paste it again, or save it to a file") from None
    return document(text)
