"""The facts of a store together with those that its topics declare to be computed.

Computed ones are made when their subject and property are asked for, and stand among the others
in order of time. One that a source states (for the same time, in the same edition) is not made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from factcheck.records import Fact
from factcheck.reference.editions import edition_of
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store
from factcheck.reference.stored_settings import read_derived
from factcheck.reference.tables import CONFIDENCES, DERIVED, Derivation, FactTable

_MEMBERS = "SELECT entity FROM part_of WHERE series = ? ORDER BY position"
_BySubject = Mapping[str, Mapping[str, Sequence[Derivation]]]


class ComputedFacts:
    """Facts out of a store and those made of them. `table`: where the parts are looked up."""

    def __init__(self, store: Store, stored: StoredFacts, table: FactTable) -> None:
        self._store = store
        self._stored = stored
        self._table = table
        self._making: set[tuple[str, str]] = set()
        self._made = lru_cache(maxsize=512)(self._make)

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        """Facts about `subject`, oldest first, with the computed ones."""
        stored = self._stored.facts(subject, property)
        declared = self._declared.get(subject)
        if not declared or (property is not None and property not in declared):
            return stored
        made = [f for name in declared if property in (None, name) for f in self._of(subject, name)]
        return tuple(sorted((*stored, *made), key=_when)) if made else stored

    def fact(self, id: str) -> Sequence[Fact]:
        """The computed fact of that id; none is made for an id that is no such one's."""
        if not id.startswith(DERIVED):
            return ()
        pairs = [(s, p) for s, names in self._declared.items() for p in names]
        return [fact for pair in pairs for fact in self._of(*pair) if fact.id == id]

    def properties_of(self, subject: str) -> frozenset[str]:
        """Names of the properties of which there is a fact about `subject`."""
        stored = self._stored.properties_of(subject)
        declared = self._declared.get(subject)
        if not declared:
            return stored
        names = [name for name in declared if name not in stored]
        return stored.union(name for name in names if self._of(subject, name))

    def subjects_of(self, property: str) -> Sequence[str]:
        """Names of the subjects of which there is a fact of `property`, in order."""
        stored = self._stored.subjects_of(property)
        more = [s for s, names in self._declared.items() if property in names and s not in stored]
        more = [subject for subject in more if self._of(subject, property)]
        return tuple(sorted((*stored, *more))) if more else stored

    @cached_property
    def _declared(self) -> _BySubject:
        """What is to be computed, by subject and property."""
        found: dict[str, dict[str, list[Derivation]]] = defaultdict(lambda: defaultdict(list))
        for group in read_derived(self._store).values():
            for one in group:
                names = [one.subject]
                if one.how == "until_next":
                    names = [row[0] for row in self._store.rows(_MEMBERS, (one.subject,))]
                for name in names:
                    found[name][one.property].append(one)
        return found

    def _of(self, subject: str, property: str) -> Sequence[Fact]:
        """The computed facts; none while they are being made (of each other)."""
        if (subject, property) in self._making:
            return ()
        self._making.add((subject, property))
        try:
            return self._made(subject, property)
        finally:
            self._making.discard((subject, property))

    def _make(self, subject: str, property: str) -> Sequence[Fact]:
        from factcheck.reference.computing import WAYS

        stored = [f for f in self._stored.facts(subject, property) if f.rank != "deprecated"]
        stated = {(fact.valid, edition_of(fact)) for fact in stored}
        return tuple(
            _lowered(fact, one.confidence)
            for one in self._declared[subject][property]
            for fact in WAYS[one.how](one, subject, self._table)
            if (fact.valid, edition_of(fact)) not in stated
        )


def _lowered(fact: Fact, confidence: str | None) -> Fact:
    """The fact with the confidence of the way in which it was computed, if that is lower."""
    if confidence is None:
        return fact
    lower = max(fact.confidence, confidence, key=CONFIDENCES.index)
    return replace(fact, confidence=lower)


def _when(fact: Fact) -> str:
    return str(fact.valid.first or fact.known_from or "")
