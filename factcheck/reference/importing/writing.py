"""What was understood of a table: shown to people, and written as a topic folder."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path

from factcheck.records import Property, Unusable
from factcheck.reference.properties import find_properties
from factcheck.reference.reading import ENTITY_COLUMNS
from factcheck.reference.rows import Row

#: so many of what could not be used are listed
_LISTED = 20


@dataclass(frozen=True, slots=True)
class NewFact:
    """A row of `facts.csv` to be."""

    id: str
    subject: str
    property: str
    value: str
    unit: str = ""
    valid_from: str = ""
    valid_to: str = ""
    sources: str = ""
    qualifier: str = ""


FACT_CELLS = tuple(one.name for one in fields(NewFact))


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table was understood to say, as rows of `facts.csv`, and what was left out."""

    file: Path
    key: str
    subjects: tuple[str, ...]
    facts: tuple[NewFact, ...]
    unused: tuple[str, ...]
    #: by column: what was put right
    noted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    #: by subject: other names, divided by semicolons; and its type
    aliases: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    def properties(self) -> list[Property]:
        """The properties with the wording by which texts will be taken to speak of them."""
        rows = [
            Row(self.file, 0, dict(zip(FACT_CELLS, astuple(fact), strict=True)))
            for fact in self.facts
        ]
        return [one.record for one in find_properties("", {}, rows).values()]

    def lines(self) -> Iterator[str]:
        """What was understood, for people."""
        yield f"{self.file}: {len(self.subjects)} subjects by {self.key!r}, {len(self.facts)} facts"
        for each in self.properties():
            unit = next((f.unit for f in self.facts if f.property == each.name and f.unit), "")
            unit = unit or each.unit or ""
            yield f"  {each.name}: {each.type}{f', in {unit}' if unit else ''}"
            yield f"    spoken of as: {_wording(each)}"
        for column, what in self.noted.items():
            yield f"  column {column!r}: {', '.join(what)}"
        yield from (f"  not used: {what}" for what in self.unused[:_LISTED])
        if len(self.unused) > _LISTED:
            yield f"  not used: {len(self.unused) - _LISTED} more"

    def write(self, folder: Path) -> None:
        """Write the topic folder. Raises `Unusable` if it is there and not empty."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Unusable(f"{folder}: is there already; give a new folder with --into")
        if not self.facts:
            raise Unusable(f"{self.file}: nothing in it could be used; see --dry-run")
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "facts.csv", FACT_CELLS, [astuple(fact) for fact in self.facts])
        entities = [
            (name, self.types.get(name, ""), self.aliases.get(name, ""), "", "")
            for name in self.subjects
        ]
        _write(folder / "entities.csv", ENTITY_COLUMNS, entities)


def _wording(each: Property) -> str:
    groups = (each.nouns, each.verbs, each.adjectives)
    said = [", ".join(group[:5]) for group in groups if group]
    return "; ".join(said) or "nothing yet: give nouns or verbs in topic.toml"


def _write(file: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
