"""Topics built into one SQLite file, by sqlite-utils.

The same topics give the same bytes: nothing here asks the clock or a random number.
Foreign keys are checked once at the end, which is faster and as strict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.records import Unusable
from factcheck.reference import table_rows as rows
from factcheck.reference.aliases import all_aliases
from factcheck.reference.collected import Entities, Sources
from factcheck.reference.reading import Topic
from factcheck.reference.store import APPLICATION, FORMAT

if TYPE_CHECKING:
    from sqlite_utils import Database

_INDEXES = """
CREATE INDEX aliases_key ON aliases(key);
CREATE INDEX alias_words_sound ON alias_words(sound);
CREATE INDEX alias_words_letters ON alias_words(letters);
CREATE INDEX alias_words_consonants ON alias_words(consonants);
CREATE INDEX alias_words_head ON alias_words(head);
CREATE INDEX facts_subject ON facts(subject, property);
CREATE INDEX facts_property ON facts(property, subject);
CREATE INDEX facts_id ON facts(id);
CREATE INDEX earlier_checks_subject ON earlier_checks(subject, property);
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

#: links are written in between, so that they do not pile up
_AT_ONCE = 50_000


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
        columns = ["subject", "property", "value", "qualifier", "valid_first", "note"]
        db.table("facts").enable_fts(columns, tokenize="unicode61 remove_diacritics 2")
        wrong = db.execute("PRAGMA foreign_key_check").fetchone()
        if wrong:
            raise Unusable(f"{file}: the store does not hold together ({wrong}); report this")
        # written last: a store without it was never finished
        _insert(db, "meta", [{"key": "hash", "value": content_hash}])
        db.conn.commit()
    finally:
        db.conn.close()


def _fill(db: Database, topics: Sequence[Topic]) -> None:
    for topic in topics:
        _insert_settings(db, topic)
    entities = Entities(topics)
    sources = [Sources(topic) for topic in topics]
    _insert(db, "facts", _fact_rows(db, topics, entities, sources))
    earlier = _insert_earlier(db, topics, sources)
    for one in sources:
        _insert(db, "sources", one.source_rows())
        _insert(db, "fact_sources", one.link_rows())
    _insert(db, "earlier_check_sources", earlier)
    _insert(db, "entities", entities.rows())
    _insert(db, "entity_topics", entities.topic_rows())
    _insert(db, "part_of", entities.part_rows())
    named = list(entities.named())
    _insert(db, "aliases", map(rows.alias_row, all_aliases(named)))
    db.conn.execute(_STARTS)
    _insert(db, "alias_words", rows.word_rows(named))


def _insert(db: Database, table: str, records: Iterable[dict[str, Any]]) -> None:
    db.table(table).insert_all(records, batch_size=2_000)


def _insert_settings(db: Database, topic: Topic) -> None:
    settings, name = topic.file.settings, topic.name
    row = {
        "name": name,
        "title": settings.title,
        "licence": settings.licence,
        "version": settings.version,
        "as_of": settings.as_of.isoformat() if settings.as_of else None,
        "fiscal_year_begins": settings.fiscal_year_begins,
        "worded": settings.worded,
    }
    _insert(db, "topics", [row])
    requires = sorted(set(settings.requires))
    _insert(db, "topic_requires", ({"topic": name, "required": r} for r in requires))
    series = sorted(settings.complete)
    _insert(db, "complete_series", ({"topic": name, "series": s} for s in series))
    _insert(db, "properties", rows.property_rows(topic))
    _insert(db, "property_words", rows.property_word_rows(topic))
    _insert(db, "descriptions", rows.description_rows(topic))
    _insert(db, "same_question", rows.same_rows(topic))
    _insert(db, "derived", rows.derived_rows(topic))


def _insert_earlier(
    db: Database, topics: Sequence[Topic], sources: Sequence[Sources]
) -> list[dict[str, Any]]:
    """Insert the earlier checks; their links to sources are given back, to be written last."""
    links: list[dict[str, Any]] = []
    number = 0
    for topic, known in zip(topics, sources, strict=True):
        for one in topic.earlier:
            number += 1
            known.add_plain(one.sources)
            links += one.link_rows(number, topic.name)
            _insert(db, "earlier_checks", [one.columns(number, topic.name)])
    return links


def _fact_rows(
    db: Database, topics: Sequence[Topic], entities: Entities, sources: Sequence[Sources]
) -> Iterator[dict[str, Any]]:
    number = 0
    for topic, links in zip(topics, sources, strict=True):
        for fact in topic.facts():
            number += 1
            entities.add_fact(topic, fact)
            links.add(number, fact)
            if len(links.links) >= _AT_ONCE:
                _insert(db, "fact_sources", links.link_rows())
            yield rows.fact_row(number, topic.name, fact)
