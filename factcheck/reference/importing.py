"""A table as a topic folder: one row a subject, columns become properties.

Thin for now: CSV in the usual encodings, a key column found or named, units from headers such
as "Height (m)" or "Share [%]". What cannot be used is said, never guessed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.records import Unusable
from factcheck.reference.cells import cell_type
from factcheck.reference.reading import ENTITY_COLUMNS
from factcheck.reference.rows import CELL_LIMIT, check_file

_HEADER = re.compile(r"(?P<name>.*?)\s*[(\[](?P<unit>[^()\[\]]{1,20})[)\]]\s*")
_UNITS = {
    "%": "percent",
    "$": "USD",
    "us$": "USD",
    "per cent": "percent",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
#: sizes in headers ("million USD"), which belong to the figures
_SIZES = {
    "thousand": "thousand", "thousands": "thousand", "k": "thousand",
    "million": "million", "millions": "million", "mn": "million", "mln": "million", "m": "million",
    "billion": "billion", "billions": "billion", "bn": "billion", "bln": "billion",
    "trillion": "trillion", "trillions": "trillion", "tn": "trillion",
}  # fmt: skip
_EMPTY = {"", "-", "–", "—", "n/a", "na", "none", "null", "?", "..."}
_COLUMNS = ("id", "subject", "property", "value", "unit", "sources")


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table was understood to say, as rows of `facts.csv`, and what was left out."""

    file: Path
    key: str
    subjects: tuple[str, ...]
    facts: tuple[tuple[str, ...], ...]
    #: property, unit and commonest type
    properties: tuple[tuple[str, str, str], ...]
    unused: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """What was understood, for people."""
        yield f"{self.file}: {len(self.subjects)} subjects by {self.key!r}, {len(self.facts)} facts"
        for name, unit, type in self.properties:
            yield f"  {name}: {type}{f', in {unit}' if unit else ''}"
        yield from (f"  not used: {what}" for what in self.unused)

    def write(self, folder: Path) -> None:
        """Write the topic folder. Raises `Unusable` if it is there and not empty."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Unusable(f"{folder}: is there already; give a new folder with --into")
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "facts.csv", _COLUMNS, self.facts)
        entities = [(name, "", "", "", "") for name in self.subjects]
        _write(folder / "entities.csv", ENTITY_COLUMNS, entities)


def import_csv(file: Path, key: str | None = None) -> Imported:
    """Read a table. `key`: the column that names the subject of each row.

    Without it the first column whose cells are all names or texts and all differ. Raises
    `Unusable` for what is no table, or has no such column.
    """
    header, rows, unused = _table(file)
    column = _key_column(file, header, rows, key)
    facts: list[tuple[str, ...]] = []
    properties = []
    for index, name in enumerate(header):
        if index == column:
            continue
        property, unit, size = _property(name)
        cells = [(line, row[column], row[index]) for line, row in rows]
        filled = [cell for cell in cells if cell[2].lower() not in _EMPTY]
        if not filled or not property:
            unused.append(f"column {name!r}: {'no name' if not property else 'empty'}")
            continue
        types = [cell_type(value, unit or None) for *_, value in filled]
        properties.append((property, unit, max(sorted(set(types)), key=types.count)))
        source = f"{file.name} as imported"
        facts += [
            (f"{property}-{line}", subject, property, _sized(value, size), unit, source)
            for line, subject, value in filled
        ]
    subjects = tuple(row[column] for _, row in rows)
    return Imported(file, header[column], subjects, tuple(facts), tuple(properties), tuple(unused))


def _table(file: Path) -> tuple[list[str], list[tuple[int, list[str]]], list[str]]:
    """Header, rows with their line, and what was left out."""
    text = _text(file)
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    if not lines:
        raise Unusable(f"{file}: empty; give a table with a header row")
    marks = {mark: min(line.count(mark) for line in lines) for mark in ",;\t|"}
    delimiter = max(marks, key=lambda mark: marks[mark])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    unused: list[str] = []
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                rows.append((reader.line_num, cells))
    except csv.Error as error:
        raise Unusable(f"{file}:{reader.line_num}: no CSV ({error}); save it again") from None
    header = rows.pop(0)[1]
    repeated = sorted({name for name in header if name and header.count(name) > 1})
    if repeated:
        raise Unusable(f"{file}:1: column {repeated[0]!r} stands twice; rename one")
    fitting = []
    for line, cells in rows:
        if len(cells) != len(header) or any(len(cell) > CELL_LIMIT for cell in cells):
            unused.append(f"line {line}: {len(cells)} cells where the header has {len(header)}")
        else:
            fitting.append((line, cells))
    return header, fitting, unused


def _text(file: Path) -> str:
    if not file.exists():
        raise Unusable(f"{file}: no such file; give a CSV file")
    check_file(file)
    content = file.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content or content[:2] == b"PK":
        raise Unusable(f"{file}: not a text file; save the sheet as CSV")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _key_column(
    file: Path, header: Sequence[str], rows: Sequence[tuple[int, list[str]]], key: str | None
) -> int:
    if key is not None:
        if key not in header:
            raise Unusable(f"{file}:1: no column {key!r}; there are {', '.join(header)}")
        return header.index(key)
    for index in range(len(header)):
        cells = [row[index] for _, row in rows]
        names = all(cell and cell_type(cell, None) in ("entity", "text") for cell in cells)
        if cells and names and len(set(cells)) == len(cells):
            return index
    raise Unusable(f"{file}:1: no column has a name of its own in each row; give one with --key")


def _property(header: str) -> tuple[str, str, str]:
    """The property's name, unit and size in a header: "Cost (million USD)" is cost, USD, million.

    A lone "m" is metres.
    """
    found = _HEADER.fullmatch(header)
    name, unit = (found["name"], found["unit"]) if found else (header, "")
    words = unit.split()
    sizes = [word for word in words if word.lower() in _SIZES and unit.lower() != "m"]
    if len(sizes) == 1:
        unit = " ".join(word for word in words if word != sizes[0]).removeprefix("of ")
    size = _SIZES[sizes[0].lower()] if len(sizes) == 1 else ""
    property = "_".join(re.findall(r"\w+", name.lower()))
    return property, _UNITS.get(unit.lower(), unit), size


def _sized(value: str, size: str) -> str:
    """A figure with the size that the header gives to all of them."""
    return f"{value} {size}" if size and value[-1:].isdigit() else value


def _write(file: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
