"""What the rules of the linter look at: a topic with all its facts, and its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from factcheck.records import Property
from factcheck.reference.reading import FactRow, Topic
from factcheck.reference.wording import family_names

#: file, line and message; the rule is the name of its module
Found = tuple[Path, int, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a line of a file."""

    file: Path
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Linted:
    """A topic, its facts, and the other topics that are linted with it."""

    topic: Topic
    facts: tuple[FactRow, ...]
    others: tuple[Linted, ...] = ()

    @property
    def name(self) -> str:
        """The topic's name."""
        return self.topic.name

    @property
    def folder(self) -> Path:
        """The topic's folder."""
        return self.topic.folder.path

    def beside(self, others: Sequence[Linted]) -> Linted:
        """The same topic beside others."""
        return replace(self, others=tuple(others))

    def property(self, name: str) -> Property:
        """A property of the topic."""
        return self.topic.properties[name].record

    def families(self, name: str) -> frozenset[str]:
        """The families of wording of a property."""
        refined = self.topic.file.properties.get(name, {})
        type = self.property(name).type
        return family_names(name, type, refined)

    def standing(self) -> list[FactRow]:
        """The facts that are neither superseded nor deprecated."""
        return [fact for fact in self.facts if not fact.superseded and fact.rank != "deprecated"]

    def by_question(self) -> dict[tuple[str, str], list[FactRow]]:
        """Standing facts by subject and property."""
        groups: dict[tuple[str, str], list[FactRow]] = defaultdict(list)
        for fact in self.standing():
            groups[fact.subject, fact.property].append(fact)
        return groups

    def by_subject(self) -> dict[str, list[FactRow]]:
        """Standing facts by subject."""
        groups: dict[str, list[FactRow]] = defaultdict(list)
        for fact in self.standing():
            groups[fact.subject].append(fact)
        return groups

    def entity_names(self) -> set[str]:
        """The names in `entities.csv` of this topic and of the others."""
        names = {row.cells["name"] for row in self.topic.entities}
        return names.union(*(other.entity_names() for other in self.others))


def at(fact: FactRow, message: str) -> Found:
    """Something found in a row of facts."""
    return fact.row.file, fact.row.line, message


def number(fact: FactRow) -> Decimal | None:
    """The figure that a fact holds; `None` where it holds none."""
    value = fact.reading.value if fact.reading else None
    return value if isinstance(value, Decimal) else None


def year(fact: FactRow) -> int | None:
    """The one calendar year in which a fact is valid; `None` if it is not just one."""
    first, last = fact.valid.first, fact.valid.last
    if first and last and first.year == last.year and (last - first).days >= 360:
        return first.year
    return None
