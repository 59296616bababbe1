"""Topics built into one SQLite file, by sqlite-utils.

The same topics give the same bytes: nothing here asks the clock or a random number.
Foreign keys are checked once at the end, which is faster and as strict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.measures.values import Value
from factcheck.records import Unusable
from factcheck.reference.aliases import Named, all_aliases
from factcheck.reference.keys import find_words, key
from factcheck.reference.reading import FactRow, Topic
from factcheck.reference.sounds import head, letters, sound
from factcheck.reference.spelling import SHORTEST
from factcheck.reference.store import APPLICATION, FORMAT

_INDEXES = """
CREATE INDEX aliases_key ON aliases(key);
CREATE INDEX alias_words_sound ON alias_words(sound);
CREATE INDEX alias_words_letters ON alias_words(letters);
CREATE INDEX alias_words_head ON alias_words(head);
CREATE INDEX facts_subject ON facts(subject, property);
CREATE INDEX facts_property ON facts(property, subject);
CREATE INDEX facts_id ON facts(id);
CREATE INDEX entity_topics_topic ON entity_topics(topic);
"""

_STARTS = """
INSERT INTO alias_starts
SELECT first, group_concat(length) FROM (
  SELECT DISTINCT substr(key, 1, instr(key || ' ', ' ') - 1) AS first,
    length(key) - length(replace(key, ' ', '')) + 1 AS length
  FROM aliases ORDER BY 1, 2 DESC)
GROUP BY first
"""


def build_store(topics: Sequence[Topic], file: Path, content_hash: str) -> None:
    """Build `topics` into the new SQLite `file`. Raises `Unusable` for mistakes in their rows."""
    import sqlite_utils

    db = sqlite_utils.Database(str(file))
    try:
        db.conn.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
            f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT};"
        )
        db.conn.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
        _fill(db, topics)
        db.conn.executescript(_INDEXES)
        columns = ["subject", "property", "value", "qualifier", "note"]
        db["facts"].enable_fts(columns, tokenize="unicode61 remove_diacritics 2")
        wrong = db.execute("PRAGMA foreign_key_check").fetchone()
        if wrong:
            raise Unusable(f"{file}: the store does not hold together ({wrong}); report this")
        # written last: a store without it was never finished
        _insert(db, "meta", [{"key": "hash", "value": content_hash}])
        db.conn.commit()
    finally:
        db.conn.close()


def _fill(db: Any, topics: Sequence[Topic]) -> None:
    for topic in topics:
        _insert_settings(db, topic)
    entities = _Entities(topics)
    _insert(db, "facts", _fact_rows(topics, entities, db))
    entities.insert(db)
    _insert(db, "aliases", map(_alias_row, all_aliases(entities.named())))
    db.conn.execute(_STARTS)
    _insert(db, "alias_words", _word_rows(entities.named()))


def _insert(db: Any, table: str, rows: Iterable[dict[str, Any]]) -> None:
    db[table].insert_all(rows, batch_size=2_000)


def _insert_settings(db: Any, topic: Topic) -> None:
    settings, name = topic.file.settings, topic.name
    row = {
        "name": name,
        "title": settings.title,
        "licence": settings.licence,
        "version": settings.version,
        "as_of": settings.as_of.isoformat() if settings.as_of else None,
        "fiscal_year_begins": settings.fiscal_year_begins,
    }
    _insert(db, "topics", [row])
    requires = sorted(set(settings.requires))
    _insert(db, "topic_requires", ({"topic": name, "required": r} for r in requires))
    series = sorted(settings.complete)
    _insert(db, "complete_series", ({"topic": name, "series": s} for s in series))
    _insert(db, "properties", _property_rows(topic))
    _insert(db, "property_words", _property_word_rows(topic))
    _insert(db, "descriptions", _description_rows(topic))
    _insert(db, "same_question", _same_rows(topic))
    columns = ("id", "title", "publisher", "date", "url", "locator")
    _insert(
        db,
        "sources",
        (
            {"topic": name, **{c: row.get(c) for c in columns}, "title": row.get("title") or ""}
            for row in topic.sources
        ),
    )


def _property_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    good_for = topic.file.settings.good_for
    for name, property in topic.properties.items():
        record = property.record
        yield {
            "topic": topic.name,
            "name": name,
            "kind": record.kind,
            "type": record.type,
            "label": record.label,
            "unit": record.unit,
            "per": record.per,
            "complete": int(record.complete),
            "good_for": good_for.get(name),
        }


def _property_word_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    for name, property in topic.properties.items():
        for role in ("nouns", "verbs", "adjectives", "counts", "without"):
            for position, word in enumerate(getattr(property.record, role)):
                yield {
                    "topic": topic.name,
                    "property": name,
                    "role": role,
                    "position": position,
                    "word": word,
                }


def _description_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    for description in topic.file.descriptions:
        yield {
            "topic": topic.name,
            "subject": description.subject,
            "entities": json.dumps(description.entities, ensure_ascii=False),
            "words": json.dumps(description.words, ensure_ascii=False),
            "without": json.dumps(description.without, ensure_ascii=False),
        }


def _same_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    for number, same in enumerate(topic.file.settings.same_question):
        for position, asked in enumerate((same.ask, *same.answers)):
            yield {
                "topic": topic.name,
                "number": number,
                "position": position,
                "subject": asked.subject,
                "property": asked.property,
            }


def _fact_rows(topics: Sequence[Topic], entities: _Entities, db: Any) -> Iterator[dict[str, Any]]:
    number = 0
    for topic in topics:
        sources = _Sources(topic)
        for fact in topic.facts():
            number += 1
            entities.add_fact(topic, fact)
            sources.add(number, fact)
            yield _fact_row(number, topic.name, fact)
        sources.insert(db)


def _fact_row(number: int, topic: str, fact: FactRow) -> dict[str, Any]:
    row = fact.row
    return {
        "number": number,
        "topic": topic,
        "id": fact.id,
        "subject": fact.subject,
        "property": fact.property,
        "value": fact.value,
        "unit": fact.unit,
        "valid_first": fact.valid.first and fact.valid.first.isoformat(),
        "valid_last": fact.valid.last and fact.valid.last.isoformat(),
        "known_from": fact.known_from and fact.known_from.isoformat(),
        "qualifier": row.get("qualifier"),
        "rank": fact.rank,
        "confidence": fact.confidence,
        "recorded": fact.recorded and fact.recorded.isoformat(),
        "superseded": fact.superseded and fact.superseded.isoformat(),
        "note": row.get("note"),
        "line": row.line,
        **_reading_columns(fact.reading),
    }


def _reading_columns(value: Value | None) -> dict[str, Any]:
    fields = ("kind", "value", "start", "end", "unit", "of", "hedge", "low", "high", "per", "note")
    columns = {f"read_{name}": getattr(value, name, None) for name in fields}
    for name in ("read_value", "read_low", "read_high"):
        if columns[name] is not None:
            columns[name] = str(columns[name])
    is_text = value is None or isinstance(value.value, str) or value.value is None
    columns["read_number"] = None if is_text else float(value.value)  # type: ignore[union-attr,arg-type]
    return columns


def _alias_row(alias: Any) -> dict[str, Any]:
    return {
        "alias": alias.alias,
        "entity": alias.entity,
        "key": alias.key,
        "origin": alias.origin,
        "capitals": alias.capitals,
        "article": int(alias.article),
        "common": int(alias.common),
    }


def _word_rows(entities: Sequence[Named]) -> Iterator[dict[str, Any]]:
    """The words of names, which a text may spell otherwise."""
    seen: set[str] = set()
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            for word in find_words(name):
                norm = word.norm
                if len(norm) < SHORTEST or norm in seen or not norm.isalpha():
                    continue
                if name[word.start].isupper():
                    seen.add(norm)
                    row = {"sound": sound(norm), "letters": letters(norm), "head": head(norm)}
                    yield {"word": norm, **row}


class _Sources:
    """The links of a topic's facts to their sources; plain text becomes a source too."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic.name
        self.known = {row.cells["id"] for row in topic.sources}
        self.plain: dict[str, None] = {}
        self.links: list[tuple[int, int, str]] = []

    def add(self, number: int, fact: FactRow) -> None:
        """Keep the links of one fact."""
        for position, source in enumerate(fact.sources):
            self.links.append((number, position, source))
            if source not in self.known:
                self.plain[source] = None

    def insert(self, db: Any) -> None:
        """Write sources that are plain text, and all links."""
        topic = self.topic
        db.conn.executemany(
            "INSERT INTO sources (topic, id, title) VALUES (?, ?, ?)",
            [(topic, text, text) for text in self.plain],
        )
        db.conn.executemany(
            "INSERT INTO fact_sources (fact, position, topic, source) VALUES (?, ?, ?, ?)",
            [(fact, position, topic, source) for fact, position, source in self.links],
        )


class _Entities:
    """The entities of all topics: those that are listed, then those that facts name."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        self._keys: set[str] = set()
        self._values: dict[str, str] = {}
        for topic in topics:
            for row in topic.entities:
                one = self._add(row.cells["name"], topic.name)
                one["type"] = one["type"] or row.get("type")
                one["description"] = one["description"] or row.get("description")
                one["aliases"].update(dict.fromkeys(row.list("aliases")))
                one["part_of"].update(dict.fromkeys(row.list("part_of")))
                self._keys.update(map(key, (row.cells["name"], *row.list("aliases"))))
        for topic in topics:
            for row in topic.entities:
                for series in row.list("part_of"):
                    self._add(series, topic.name)

    def add_fact(self, topic: Topic, fact: FactRow) -> None:
        """Take the subject for an entity, and a value that is a name nobody listed."""
        self._add(fact.subject, topic.name)
        property = topic.properties[fact.property].record
        if property.type == "entity":
            self._values.setdefault(fact.value, topic.name)

    def named(self) -> list[Named]:
        """All entities, with what is needed to make their aliases."""
        self._take_values()
        return [
            Named(name, one["type"], tuple(one["aliases"]), tuple(one["part_of"]))
            for name, one in self._rows.items()
        ]

    def insert(self, db: Any) -> None:
        """Write the entities, their topics and series."""
        self._take_values()
        rows = self._rows.items()
        columns = ("type", "description")
        _insert(db, "entities", ({"name": n, **{c: o[c] for c in columns}} for n, o in rows))
        topics = ({"entity": n, "topic": t} for n, o in rows for t in o["topics"])
        _insert(db, "entity_topics", topics)
        parts = (
            {"entity": name, "series": series, "position": position}
            for position, (name, one) in enumerate(rows)
            for series in one["part_of"]
        )
        _insert(db, "part_of", parts)

    def _take_values(self) -> None:
        for value, topic in self._values.items():
            if value not in self._rows and key(value) not in self._keys and key(value):
                self._add(value, topic)
        self._values.clear()

    def _add(self, name: str, topic: str) -> dict[str, Any]:
        one = self._rows.get(name)
        if one is None:
            empty = {"type": None, "description": None, "aliases": {}, "part_of": {}, "topics": {}}
            one = self._rows.setdefault(name, empty)
        one["topics"].setdefault(topic)
        return one
