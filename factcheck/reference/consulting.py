"""What an answer rests on and what a store holds, to say later which fact changed an answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.records import Fact, Question
from factcheck.reference.store import Store
from factcheck.reference.tables import FactTable

#: a subject and a property, each empty for all
Pair = tuple[str, str]

_ROWS = 10_000
#: all that a verdict can rest on: neither the line nor the editors' note
_FACTS = """
SELECT number, topic, id, subject, property, value, unit, valid_first, valid_last, known_from,
  qualifier, rank, confidence, recorded, superseded
FROM facts WHERE number > ? ORDER BY number LIMIT ?"""


class KnownFact(NamedTuple):
    """A row of a topic: where it stands, what it is about, and a hash of all that it says."""

    topic: str
    fact: str
    subject: str
    property: str
    hash: str


def known_facts(store: Store) -> Iterator[KnownFact]:
    """All facts of a store, also superseded ones, some thousands in memory at a time."""
    last = 0
    while rows := store.rows(_FACTS, (last, _ROWS)):
        last = rows[-1][0]
        for _, topic, id, subject, property, *said in rows:
            hash = hashlib.sha256(repr((subject, property, *said)).encode()).hexdigest()[:12]
            yield KnownFact(topic, id, subject, property, hash)


def consulted(question: Question, table: FactTable) -> frozenset[Pair]:
    """The subjects and properties whose facts are looked at to answer a question."""
    from factcheck.reference.answering import answer

    seen = _Noting(table)
    answer(question, seen)
    return frozenset(seen.pairs)


class _Noting:
    """A fact table that notes which facts it was asked for; `Any` other question goes through."""

    def __init__(self, table: FactTable) -> None:
        self._table = table
        self.pairs = set[Pair]()

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        self.pairs.add((subject, property or ""))
        found = self._table.facts(subject, property)
        for topic, name in {(fact.topic, fact.property) for fact in found if fact.arithmetic}:
            declared = self._table.settings(topic).derived
            parts = [part for one in declared if one.property == name for part in one.of]
            self.pairs.update(("", part.property) for part in parts)
        return found

    def subjects_of(self, property: str) -> Sequence[str]:
        self.pairs.add(("", property))
        return self._table.subjects_of(property)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._table, name)
