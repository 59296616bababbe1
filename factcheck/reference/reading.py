"""A topic folder, read: its rows as facts, entities and sources, and its properties.

Rows are handed on one by one, so that a topic of a million facts needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.measures.values import Value
from factcheck.reference.cells import read_cell
from factcheck.reference.earlier import EarlierRow, read_earlier
from factcheck.reference.implied import split_unit
from factcheck.reference.properties import TopicProperty, find_properties
from factcheck.reference.rows import Complain, Row, read_rows, refuse
from factcheck.reference.said_units import said_unit
from factcheck.reference.settings import TopicFile, read_settings
from factcheck.reference.tables import CONFIDENCES
from factcheck.reference.times import day, known_day, valid_period
from factcheck.reference.topics import TopicFolder

FACT_COLUMNS = [
    "id",
    "subject",
    "property",
    "value",
    "unit",
    "valid_from",
    "valid_to",
    "known_from",
    "qualifier",
    "rank",
    "confidence",
    "sources",
    "recorded",
    "superseded",
    "note",
]
ENTITY_COLUMNS = ["name", "type", "aliases", "part_of", "description"]
SOURCE_COLUMNS = ["id", "title", "publisher", "date", "url", "locator"]
RANKS = ("preferred", "normal", "deprecated")


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of `facts.csv`, understood. `row` has what was written, with file and line."""

    row: Row
    id: str
    subject: str
    property: str
    value: str
    unit: str | None
    reading: Value | None
    valid: Period
    known_from: date | None
    rank: str
    confidence: str
    recorded: date | None
    superseded: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that was read, except for its facts, which `facts()` reads when asked."""

    folder: TopicFolder
    file: TopicFile
    properties: Mapping[str, TopicProperty]
    entities: tuple[Row, ...]
    sources: tuple[Row, ...]
    earlier: tuple[EarlierRow, ...] = ()

    @property
    def name(self) -> str:
        """The name of the topic's folder."""
        return self.folder.name

    def facts(self, complain: Complain = refuse) -> Iterator[FactRow]:
        """The facts in the order of the file. Mistakes go to `complain`."""
        seen: set[str] = set()
        as_of = self.file.settings.as_of
        for row in fact_rows(self.folder.path, complain):
            fact = _fact(row, self.properties[row.cells["property"]], as_of, complain)
            if fact is None:
                continue
            if fact.id in seen:
                complain(row.file, row.line, f"id {fact.id!r} stands twice; ids name one fact each")
                continue
            seen.add(fact.id)
            yield fact


def read_topic(folder: TopicFolder, complain: Complain = refuse) -> Topic:
    """Read a topic folder. Raises `Unusable` (or tells `complain`) for mistakes in its form."""
    file = read_settings(folder.name, folder.path / "topic.toml")
    return Topic(
        folder,
        file,
        find_properties(folder.name, file.properties, fact_rows(folder.path, _quiet(complain))),
        _optional_rows(folder.path / "entities.csv", "name", ENTITY_COLUMNS, complain),
        _optional_rows(folder.path / "sources.csv", "id", SOURCE_COLUMNS, complain),
        read_earlier(folder.path, complain),
    )


def fact_rows(folder: Path, complain: Complain = refuse) -> Iterator[Row]:
    """The rows of `facts.csv` that have the four cells that each needs."""
    required = FACT_COLUMNS[:4]
    for row in read_rows(folder / "facts.csv", required, FACT_COLUMNS, complain):
        empty = [column for column in required if not row.cells[column]]
        if empty:
            complain(row.file, row.line, f"no {empty[0]}; a fact needs {', '.join(required)}")
        else:
            yield replace(row, cells={**row.cells, **_in_plain_units(row)})


def _in_plain_units(row: Row) -> dict[str, str]:
    """The unit as facts have it, and the value with its size: 1.9 in "$bn" is "1.9 billion"; a
    lone letter is a unit ("K" of kelvin)."""
    value, said = row.cells["value"], row.get("unit") or ""
    unit, size = said_unit(said) if len(said) != 1 or not said.isalpha() else (said, "")
    return {"unit": unit, "value": f"{value} {size}" if size and value[-1].isdigit() else value}


def _fact(
    row: Row, property: TopicProperty, as_of: date | None, complain: Complain
) -> FactRow | None:
    value = row.cells["value"]
    unit = row.get("unit") or split_unit(row.cells["property"])[1]
    reading = read_cell(value, unit, property.record.type)
    if reading and property.is_exact and reading.kind == "number" and reading.hedge is None:
        reading = replace(reading, hedge="exactly")
    try:
        valid = _valid(row, property)
        happened = None if row.get("known_from") else _happened(property, reading)
        known_from = known_day(row.get("known_from"), happened, valid, as_of)
        recorded, superseded = day(row.get("recorded")), day(row.get("superseded"))
        if recorded and superseded and superseded < recorded:
            raise ValueError("superseded before it was recorded")
    except ValueError as error:
        complain(row.file, row.line, f"{error}; write times as 2024, 2024-11 or 2024-11-04")
        return None
    rank, confidence = row.get("rank") or "normal", row.get("confidence") or "reported"
    for word, known, column in ((rank, RANKS, "rank"), (confidence, CONFIDENCES, "confidence")):
        if word not in known:
            complain(row.file, row.line, f"{column} {word!r}; write one of {', '.join(known)}")
            return None
    return FactRow(
        row=row,
        id=row.cells["id"],
        subject=row.cells["subject"],
        property=property.record.name,
        value=value,
        unit=unit,
        reading=reading,
        valid=valid,
        known_from=known_from,
        rank=rank,
        confidence=confidence,
        recorded=recorded,
        superseded=superseded,
        sources=row.list("sources"),
    )


def _valid(row: Row, property: TopicProperty) -> Period:
    valid_from, valid_to = row.get("valid_from"), row.get("valid_to")
    if not valid_from and not valid_to:
        return ANY_TIME
    return valid_period(valid_from, valid_to, property.is_event)


def _happened(property: TopicProperty, reading: Value | None) -> date | None:
    """The first day of the event that a date names, unless it may lie ahead of being known."""
    if property.record.kind == "end_date" or reading is None:
        return None
    return (
        date.fromisoformat(reading.low)
        if isinstance(reading.low, str) and (reading.kind == "date")
        else None
    )


def _optional_rows(file: Path, key: str, columns: list[str], complain: Complain) -> tuple[Row, ...]:
    if not file.is_symlink() and not file.exists():
        return ()
    rows: dict[str, Row] = {}
    for row in read_rows(file, [key], columns, complain):
        name = row.cells[key]
        if not name:
            complain(row.file, row.line, f"no {key}")
        elif name in rows:
            complain(row.file, row.line, f"{key} {name[:60]!r} stands twice; keep one row")
        else:
            rows[name] = row
    return tuple(rows.values())


def _quiet(complain: Complain) -> Complain:
    """For the first of two passes over the same rows: mistakes are told in the second."""
    return refuse if complain is refuse else lambda file, line, what: None
