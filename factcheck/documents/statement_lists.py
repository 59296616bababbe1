"""Statement lists: JSON Lines or CSV with `text`, and where wanted `id`, `speaker`, `date`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.documents.decoding import read_text
from factcheck.documents.turns import document
from factcheck.measures.periods import Period
from factcheck.records import Document, Place, Unusable

if TYPE_CHECKING:
    from _csv import Reader

suffixes = (".csv", ".jsonl")

_LONGEST_CELL = 10_000_000


def read(path: Path) -> list[Document]:
    """One document a row, in order; its id is the row's, else the row's number."""
    rows = _csv_rows if path.suffix.lower() == ".csv" else _json_rows
    documents = [
        statement(row, f"{path}:{line}", number=number, line=line)
        for number, (line, row) in enumerate(rows(read_text(path), path), start=1)
    ]
    if not documents:
        raise Unusable(f"{path}: no statements in it: one a row, below a header with text")
    return documents


def statement(row: Mapping[str, Any], where: str, *, number: int, line: int) -> Document:
    """The document of one row; raises `Unusable`, naming `where`."""
    text, speaker, name = row.get("text"), row.get("speaker"), row.get("id")
    if not isinstance(text, str) or not text.strip():
        raise Unusable(f'{where}: no text: each statement needs a "text"')
    if speaker is not None and not isinstance(speaker, str):
        raise Unusable(f"{where}: speaker {speaker!r} is no name: give text or leave it out")
    found = document(
        text,
        id=str(name) if name not in (None, "") else str(number),
        speaker=speaker or None,
        date=_day(row.get("date"), where),
    )
    passages = tuple(replace(passage, place=Place(line=line)) for passage in found.passages)
    return replace(found, passages=passages)


def _day(text: object, where: str) -> Date | None:
    if text is None or text == "":
        return None
    try:
        period = Period.parse(str(text))
    except ValueError:
        period = Period(None, None)
    if period.first is None or period.first != period.last:
        raise Unusable(f"{where}: date {text!r} is no day of the calendar: write it 2025-04-08")
    return period.first


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for line, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            read = json.loads(row)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "nested too deeply")
            raise Unusable(f"{path}:{line}: no JSON ({reason}): one object a line") from None
        if not isinstance(read, dict):
            raise Unusable(f'{path}:{line}: no object: write {{"text": "…"}}')
        yield line, read


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    usual = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from _cells_by_name(csv.reader(io.StringIO(text), strict=True), path)
    finally:
        csv.field_size_limit(usual)


def _cells_by_name(reader: Reader, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    header: list[str] = []
    begin = 1
    try:
        for cells in reader:
            line, begin = begin, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if header:
                yield line, dict(zip(header, cells, strict=False))
                continue
            header = [cell.strip().lower() for cell in cells]
            if "text" not in header:
                raise Unusable(f"{path}:{line}: no column text in the header: id,text,speaker,date")
    except csv.Error as error:
        raise Unusable(f"{path}:{begin}: no CSV ({error}): quote cells that hold quotes") from None
