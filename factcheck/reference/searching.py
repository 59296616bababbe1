"""Full-text search over facts: all words, in any form that the names allow."""

from __future__ import annotations

import re

from factcheck.records import Fact
from factcheck.reference.lookup import Lookup

_SQL = """
SELECT facts.topic, facts.id FROM facts_fts JOIN facts ON facts.number = facts_fts.rowid
WHERE facts_fts MATCH ? ORDER BY facts_fts.rank, facts.number LIMIT ?"""

_SKIPPED = {"the", "a", "an", "of", "in"}


def search_facts(lookup: Lookup, words: str, limit: int = 20) -> list[Fact]:
    """Facts whose subject, property, value, qualifier or note hold all the `words`, best first.

    A known name counts as its entity's, so that an alias finds what the topic calls otherwise.
    """
    query, rest = [], words
    for mention in reversed(lookup.mentions(words)):
        names = " OR ".join(_phrase(name) for name in mention.entities)
        query.append(f"({names} OR {_phrase(mention.text)})")
        rest = rest[: mention.start] + " " + rest[mention.end :]
    words_left = [word for word in re.findall(r"\w+", rest) if word.lower() not in _SKIPPED]
    query += [f"{_phrase(word)}*" for word in words_left]
    if not query:
        return []
    found = lookup.store.rows(_SQL, (" AND ".join(query), limit))
    return [fact for topic, id in found for fact in lookup.stored.fact(id) if fact.topic == topic]


def _phrase(text: str) -> str:
    """Words in their order, as FTS5 takes them; nothing in them is an operator."""
    return '"' + text.replace('"', '""') + '"'
