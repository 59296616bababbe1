"""What the facts of all topics bring along: entities that nobody listed, links to sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.reference.aliases import Named
from factcheck.reference.cells import looks_like_name
from factcheck.reference.guessing import guess_subject, guess_value
from factcheck.reference.keys import key
from factcheck.reference.reading import FactRow, Topic


class Sources:
    """The links of a topic's facts to their sources; plain text becomes a source too."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic.name
        self.listed = topic.sources
        self.known = {row.cells["id"] for row in topic.sources}
        self.plain: dict[str, None] = {}
        self.links: list[tuple[int, int, str]] = []

    def add(self, number: int, fact: FactRow) -> None:
        """Keep the links of one fact."""
        for position, source in enumerate(fact.sources):
            self.links.append((number, position, source))
        self.add_plain(fact.sources)

    def add_plain(self, sources: Sequence[str]) -> None:
        """Keep those that are not listed but given as plain text."""
        self.plain.update(dict.fromkeys(one for one in sources if one not in self.known))

    def source_rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the table `sources`: those listed, then plain text."""
        columns = ("id", "title", "publisher", "date", "url", "locator")
        for row in self.listed:
            cells = {column: row.get(column) for column in columns}
            yield {"topic": self.topic, **cells, "title": row.get("title") or ""}
        for text in self.plain:
            cells = dict.fromkeys(columns[2:])
            yield {"topic": self.topic, "id": text, "title": text, **cells}

    def link_rows(self) -> Iterator[dict[str, Any]]:
        """Rows of the table `fact_sources`, each handed out once."""
        links, self.links = self.links, []
        for fact, position, source in links:
            yield {"fact": fact, "position": position, "topic": self.topic, "source": source}


@dataclass(slots=True)
class _Entity:
    """An entity while the topics are read; tuples, since most have nothing in them."""

    type: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Entities:
    """The entities of all topics: those that are listed, then those that facts name."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._all: dict[str, _Entity] = {}
        self._values: dict[str, str] = {}
        self._guessed: dict[str, str | None] = {}
        for topic in topics:
            for row in topic.entities:
                one = self._add(row.cells["name"], topic.name)
                one.type = one.type or row.get("type")
                one.description = one.description or row.get("description")
                one.aliases = _joined(one.aliases, row.list("aliases"))
                one.part_of = _joined(one.part_of, row.list("part_of"))
        for topic in topics:
            for row in topic.entities:
                for series in row.list("part_of"):
                    self._add(series, topic.name)

    def add_fact(self, topic: Topic, fact: FactRow) -> None:
        """Take the subject for an entity, and a value that is a name nobody listed."""
        self._add(fact.subject, topic.name)
        property = topic.properties[fact.property].record
        self._guess(fact.subject, guess_subject(fact.property, fact.subject))
        if property.type == "entity":
            self._values.setdefault(fact.value, topic.name)
            self._guess(fact.value, guess_value(fact.property, fact.value))

    def named(self) -> Iterator[Named]:
        """All entities, with what is needed to make their aliases."""
        for name, one in self._all.items():
            yield Named(name, one.type or self._guessed.get(name), one.aliases, one.part_of)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the table `entities`."""
        self._take_values()
        for name, one in self._all.items():
            type = one.type or self._guessed.get(name)
            yield {"name": name, "type": type, "description": one.description}

    def topic_rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the table `entity_topics`."""
        for name, one in self._all.items():
            for topic in one.topics:
                yield {"entity": name, "topic": topic}

    def part_rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the table `part_of`, in the order of the files."""
        for position, (name, one) in enumerate(self._all.items()):
            for series in one.part_of:
                yield {"entity": name, "series": series, "position": position}

    def _guess(self, name: str, type: str | None) -> None:
        """Keep what a property says of a name; two that differ leave it open."""
        if type is not None:
            self._guessed[name] = type if self._guessed.get(name, type) == type else None

    def _take_values(self) -> None:
        for value, topic in self._values.items():
            # also where another entity has it for an alias: Paris the place, Paris for France
            if value not in self._all and key(value) and looks_like_name(value):
                self._add(value, topic)
        self._values.clear()

    def _add(self, name: str, topic: str) -> _Entity:
        one = self._all.get(name)
        if one is None:
            one = self._all[name] = _Entity()
        if topic not in one.topics:
            one.topics += (topic,)
        return one


def _joined(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *more)))
