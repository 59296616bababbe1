"""Facts, entities, properties and settings out of a store, as records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Description, Entity, Fact, Property, Source
from factcheck.reference.store import Store
from factcheck.reference.stored_settings import read_all_settings
from factcheck.reference.tables import WORD_ROLES, TopicSettings

_FACT = """
SELECT number, topic, id, subject, property, value, unit, valid_first, valid_last, known_from,
  qualifier, rank, confidence, note, read_kind, read_start, read_end, read_value, read_unit,
  read_of, read_hedge, read_low, read_high, read_per, read_note, (
    SELECT label FROM properties
    WHERE properties.topic = facts.topic AND properties.name = facts.property)
FROM facts WHERE {where} ORDER BY coalesce(valid_first, known_from, ''), number"""

_CURRENT = "superseded IS NULL"
#: as the files stood on a day; a row without `recorded` counts from when it could be known
_AS_OF = (
    "(superseded IS NULL OR superseded > :known_on) "
    "AND coalesce(recorded, known_from, '') <= :known_on"
)

_NUMERIC = {"number", "ordinal", "percentage", "amount"}


class StoredFacts:
    """The facts of a store as they stood on `known_on` (`None`: as they stand in the files)."""

    def __init__(self, store: Store, known_on: date | None = None) -> None:
        self._store = store
        self._known_on = known_on.isoformat() if known_on else None
        self._standing = _AS_OF if known_on else _CURRENT
        self.recorded = lru_cache(maxsize=512)(self._recorded)
        self.facts = lru_cache(maxsize=4_096)(self._facts)
        self.entity = lru_cache(maxsize=4_096)(self._entity)
        self.members = lru_cache(maxsize=512)(self._members)
        self.properties_of = lru_cache(maxsize=4_096)(self._properties_of)
        self.subjects_of = lru_cache(maxsize=512)(self._subjects_of)
        self.properties = lru_cache(maxsize=1)(self._properties)
        self.property = lru_cache(maxsize=512)(self._property)
        self.all_settings = lru_cache(maxsize=1)(self._all_settings)
        self.descriptions = lru_cache(maxsize=1)(self._descriptions)

    def fact(self, id: str) -> tuple[Fact, ...]:
        """The facts of that id (one a topic), also superseded ones."""
        return self._records(self._store.rows(_FACT.format(where="id = ?"), (id,)))

    def history(self, subject: str, property: str) -> tuple[Fact, ...]:
        """All facts of a subject and property, also superseded ones, oldest first."""
        where = "subject = ? AND property = ?"
        return self._records(self._store.rows(_FACT.format(where=where), (subject, property)))

    def counts(self) -> Mapping[str, int]:
        """How many facts stand in each topic that has any."""
        sql = f"SELECT topic, count(*) FROM facts WHERE {self._standing} GROUP BY topic"
        return dict(self._rows(sql))

    def search(self, query: str, limit: int) -> tuple[Fact, ...]:
        """The standing facts that an FTS5 query finds, best first."""
        found = self._rows(
            "SELECT facts.number FROM facts_fts JOIN facts ON facts.number = facts_fts.rowid "
            f"WHERE facts_fts MATCH :query AND {self._standing} "
            f"ORDER BY facts_fts.rank, facts.number LIMIT {limit:d}",
            query=query,
        )
        rows = (self._store.rows(_FACT.format(where="number = ?"), number) for number in found)
        return tuple(fact for row in rows for fact in self._records(row))

    def _recorded(self, fact: Fact) -> tuple[str | None, str | None]:
        """The days when a fact came into our files and when it was superseded."""
        sql = "SELECT recorded, superseded FROM facts WHERE topic = ? AND id = ?"
        found = self._store.rows(sql, (fact.topic, fact.id))
        return (found[0][0], found[0][1]) if found else (None, None)  # a computed fact has none

    def _facts(self, subject: str, property: str | None = None) -> tuple[Fact, ...]:
        where = "subject = :subject"
        if property is not None:
            where += " AND property = :property"
        sql = _FACT.format(where=f"{where} AND {self._standing}")
        return self._records(self._rows(sql, subject=subject, property=property))

    def _entity(self, name: str) -> Entity | None:
        found = self._store.rows("SELECT type, description FROM entities WHERE name = ?", (name,))
        if not found:
            return None
        type, description = found[0]
        series = self._texts("SELECT series FROM part_of WHERE entity = ? ORDER BY rowid", name)
        topics = self._texts("SELECT topic FROM entity_topics WHERE entity = ?", name)
        return Entity(name, type, series, topics, description)

    def _members(self, series: str) -> tuple[Entity, ...]:
        sql = "SELECT entity FROM part_of WHERE series = ? ORDER BY position"
        members = (self._entity(name) for name in self._texts(sql, series))
        return tuple(member for member in members if member is not None)

    def _properties_of(self, subject: str) -> frozenset[str]:
        sql = "SELECT DISTINCT property FROM facts WHERE subject = :subject AND "
        rows = self._rows(sql + self._standing, subject=subject)
        return frozenset(row[0] for row in rows)

    def _subjects_of(self, property: str) -> tuple[str, ...]:
        sql = "SELECT DISTINCT subject FROM facts WHERE property = :property AND "
        rows = self._rows(f"{sql}{self._standing} ORDER BY subject", property=property)
        return tuple(row[0] for row in rows)

    def _rows(self, sql: str, **parameters: str | None) -> list[tuple[Any, ...]]:
        return self._store.rows(sql, {**parameters, "known_on": self._known_on})

    def _properties(self) -> tuple[Property, ...]:
        words: dict[tuple[str, str, str], list[str]] = {}
        for topic, name, role, word in self._store.rows(
            "SELECT topic, property, role, word FROM property_words "
            "ORDER BY topic, property, role, position"
        ):
            words.setdefault((topic, name, role), []).append(word)
        return tuple(
            Property(
                name=name,
                topic=topic,
                kind=kind,
                type=type,
                label=label,
                unit=unit,
                per=per,
                complete=bool(complete),
                says=tuple(_said(word) for word in words.get((topic, name, "says"), ())),
                **{role: tuple(words.get((topic, name, role), ())) for role in WORD_ROLES},
            )
            for topic, name, kind, type, label, unit, per, complete in self._store.rows(
                "SELECT topic, name, kind, type, label, unit, per, complete FROM properties "
                "ORDER BY topic, name"
            )
        )

    def is_bare(self, topic: str) -> bool:
        """Whether the wording of a topic is only what the names of its properties give."""
        return not self.all_settings()[topic].worded

    def _property(self, name: str) -> Property | None:
        return next((one for one in self.properties() if one.name == name), None)

    def _descriptions(self) -> tuple[Description, ...]:
        rows = self._store.rows("SELECT subject, entities, words, without FROM descriptions")
        if not rows:
            return ()
        from json import loads

        return tuple(
            Description(
                subject,
                tuple(tuple(group) for group in loads(entities)),
                tuple(loads(words)),
                tuple(loads(without)),
            )
            for subject, entities, words, without in rows
        )

    def _all_settings(self) -> Mapping[str, TopicSettings]:
        return read_all_settings(self._store)

    def _texts(self, sql: str, parameter: str) -> tuple[str, ...]:
        return tuple(row[0] for row in self._store.rows(sql, (parameter,)))

    def _records(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Fact, ...]:
        if not rows:
            return ()
        sources = self._sources([row[0] for row in rows])
        return tuple(_fact(row, sources.get(row[0], ())) for row in rows)

    def _sources(self, numbers: Sequence[int]) -> Mapping[int, Sequence[Source]]:
        found: dict[int, list[Source]] = {}
        for at in range(0, len(numbers), 500):
            some = numbers[at : at + 500]
            marks = ", ".join("?" * len(some))
            for number, *source in self._store.rows(
                "SELECT fact, id, title, publisher, date, url, locator FROM fact_sources "
                "JOIN sources ON sources.topic = fact_sources.topic AND id = source "
                f"WHERE fact IN ({marks}) ORDER BY fact, position",
                some,
            ):
                found.setdefault(number, []).append(Source(*source))
        return found


def _said(word: str) -> tuple[str, str]:
    """A value and a phrase that says it, as they are stored."""
    value, _, phrase = word.partition("\t")
    return value, phrase


def _fact(row: tuple[Any, ...], sources: Iterable[Source]) -> Fact:
    _, topic, id, subject, property, value, unit, first, last, known_from = row[:10]
    qualifier, rank, confidence, note = row[10:14]
    return Fact(
        id=id,
        topic=topic,
        subject=subject,
        property=property,
        value=value,
        unit=unit,
        reading=_reading(value, row[14:-1]) if row[14] else None,
        valid=Period(_day(first), _day(last)),
        known_from=_day(known_from),
        qualifier=qualifier,
        rank=rank,
        confidence=confidence,
        sources=tuple(sources),
        note=note,
        label=row[-1],
    )


def _reading(cell: str, columns: Sequence[Any]) -> Value:
    kind, start, end, value, unit, of, hedge, low, high, per, note = columns
    return Value(
        start=start,
        end=end,
        text=cell[start:end],
        kind=kind,
        value=_number(value) if kind in _NUMERIC else value,
        unit=unit,
        of=of,
        hedge=hedge,
        low=_number(low) if kind in _NUMERIC or kind == "range" else low,
        high=_number(high) if kind in _NUMERIC or kind == "range" else high,
        per=per,
        note=note,
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
