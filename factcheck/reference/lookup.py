"""The open reference: names for language, facts for judging, in one object.

It implements `Names` (records.py) and `FactTable` (tables.py), and answers questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path
from types import TracebackType

from factcheck.measures.values import Value
from factcheck.records import (
    Answer,
    Description,
    EarlierCheck,
    Entity,
    Fact,
    Mention,
    Property,
    Question,
)
from factcheck.reference.by_value import facts_with, known_range, says
from factcheck.reference.computed import ComputedFacts
from factcheck.reference.consulting import KnownFact, Pair, consulted, known_facts
from factcheck.reference.facts import StoredFacts
from factcheck.reference.geography import homeland
from factcheck.reference.likely import Descriptions
from factcheck.reference.membership import covered
from factcheck.reference.names import KnownNames
from factcheck.reference.opening import open_file, open_store
from factcheck.reference.store import Store
from factcheck.reference.tables import TopicSettings


def open_reference(
    topics: Sequence[str] = (),
    *,
    reference: Path | None = None,
    known_on: date | None = None,
) -> Lookup:
    """Open the reference, building it first if its topics have changed.

    `topics`: names of shipped topics or folders; all that are shipped if there are none.
    `reference`: a built store to use instead. `known_on`: facts as they stood on that day.
    Raises `Unusable` for topics or files that cannot be used.
    """
    store = open_file(reference) if reference else open_store(topics)
    return Lookup(store, known_on)


class Lookup:
    """An open store. Use it in a `with` statement, or close it."""

    def __init__(self, store: Store, known_on: date | None = None) -> None:
        self.store = store
        self.known_on = known_on
        self.stored = StoredFacts(store, known_on)
        self._facts = ComputedFacts(store, self.stored, self)
        self._names = KnownNames(store)
        self.pick = lru_cache(maxsize=1 << 12)(self._pick)
        self.answer = lru_cache(maxsize=1 << 10)(self._answer)
        self.covered = lru_cache(maxsize=1 << 10)(partial(covered, self))
        self.facts_with = lru_cache(maxsize=1 << 12)(partial(facts_with, store, self.stored))
        self.is_bare = self.stored.is_bare
        described = Descriptions(store, self.stored)
        self.likely_properties, self.likely_subjects = described.properties, described.subjects
        self.says, self.known_range = partial(says, self), cache(partial(known_range, self))
        self._related: dict[str, Sequence[Fact]] = {}
        self._types: dict[str, frozenset[str]] = {}
        self._answers: dict[str, frozenset[str]] = {}
        self._asks: Mapping[tuple[str, str], tuple[str, str]] | None = None
        self.homeland = homeland

    @property
    def hash(self) -> str:
        """The content hash of the topics: equal for equal files."""
        return self.store.hash

    @property
    def topics(self) -> tuple[str, ...]:
        """The names of the topics that are open, in order."""
        return tuple(self.stored.all_settings())

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Lookup:
        """The lookup itself, to be closed at the end of the `with` statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    # --- names ---------------------------------------------------------------------------

    def mentions(self, text: str) -> Sequence[Mention]:
        """The known names in `text`, left to right, longest first, not overlapping."""
        return self._names.mentions(text)

    def properties(self) -> Sequence[Property]:
        """All properties of the loaded topics."""
        return self.stored.properties()

    def descriptions(self) -> Sequence[Description]:
        """All descriptions of the loaded topics."""
        return self.stored.descriptions()

    def terms(self, person: str) -> Sequence[Fact]:
        """The `office_held` facts of a person, in order of time (`valid` is the term)."""
        return self.stored.facts(person, "office_held")

    def is_answer(self, name: str, property: str) -> bool:
        """Whether the entity `name` is the value of a property, of whatever subject."""
        if property not in self._answers:
            self._answers[property] = frozenset(
                fact.value
                for subject in self.stored.subjects_of(property)
                for fact in self.stored.facts(subject, property)
            )
        return name in self._answers[property]

    def is_other(self, name: str, subject: str, property: str, sort: str = "") -> bool:
        """Whether a name that is no entity surely means none of the property's values."""
        from factcheck.reference.strange_names import is_other_name

        return is_other_name(name, subject, property, self, sort)

    def is_nearby(self, name: str, subject: str, property: str) -> bool:
        """Whether a name that is no value of the property is a place in, around or near one."""
        from factcheck.reference.strange_names import is_nearby

        return is_nearby(name, subject, property, self)

    def is_qualified(self, subject: str, property: str, name: str) -> bool:
        """Whether a fact of the subject and property has `name` in its qualifier."""
        from factcheck.reference.relations import is_within

        return any(is_within(fact, name) for fact in self.stored.facts(subject, property))

    def relations(self, one: str, other: str | None) -> Sequence[Fact]:
        """The facts with a validity by which one of two entities is a value of the other."""
        from factcheck.reference.relations import relations, relations_of

        if other is not None:
            return relations(one, other, self)
        if one not in self._related:
            self._related[one] = relations_of(one, self)
        return self._related[one]

    def types_of_answers(self, property: str) -> frozenset[str]:
        """The types of the entities that are values of a property."""
        if property not in self._types:
            named = (
                self.stored.entity(fact.value)
                for subject in self.stored.subjects_of(property)
                for fact in self.stored.facts(subject, property)
            )
            self._types[property] = frozenset(e.type for e in named if e and e.type)
        return self._types[property]

    def asks(self, subject: str, property: str) -> tuple[str, str]:
        """The pair that stands for all which answer the same wording; else the pair itself."""
        if self._asks is None:
            self._asks = {
                (asked.subject, asked.property): (same.ask.subject, same.ask.property)
                for settings in self.stored.all_settings().values()
                for same in settings.same_question
                for asked in same.answers
            }
        return self._asks.get((subject, property), (subject, property))

    def asked_alike(self, subject: str, property: str) -> Sequence[tuple[str, str]]:
        """The pair itself, then all subjects and properties which answer the same wording."""
        stands = self.asks(subject, property)
        alike = [pair for pair, one in (self._asks or {}).items() if one == stands]
        return tuple(dict.fromkeys(((subject, property), stands, *alike)))

    def _pick(
        self, series: str, how: str, value: str | None = None, on: date | None = None
    ) -> Sequence[Entity]:
        from factcheck.reference.answering import pick

        return pick(self, series, how, value, on)

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        """Facts about `subject`, oldest first, with those that are computed; superseded ones are
        left out."""
        return self._facts.facts(subject, property)

    def fact(self, id: str) -> Sequence[Fact]:
        """The facts of that id (one a topic), also superseded ones, and computed ones."""
        return self.stored.fact(id) or self._facts.fact(id)

    def members(self, series: str) -> Sequence[Entity]:
        """The entities whose `part_of` holds `series`, in order."""
        return self.stored.members(series)

    def entity(self, name: str) -> Entity | None:
        """The entity of that canonical name."""
        return self.stored.entity(name)

    def property(self, name: str) -> Property | None:
        """The property of that name (of the first topic that has it)."""
        return self.stored.property(name)

    def properties_of(self, subject: str) -> frozenset[str]:
        """Names of the properties of which there is a fact about `subject`."""
        return self._facts.properties_of(subject)

    def subjects_of(self, property: str) -> Sequence[str]:
        """Names of the subjects of which there is a fact of `property`."""
        return self._facts.subjects_of(property)

    def settings(self, topic: str) -> TopicSettings:
        """The settings of a loaded topic. Raises `KeyError` for another name."""
        return self.stored.all_settings()[topic]

    def earlier(
        self, subject: str, property: str, value: Value | str, *, by: date | None = None
    ) -> Sequence[EarlierCheck]:
        """Checks of earlier claims that gave this property of the subject the same value (an
        equal or overlapping one), oldest first, undated last. `by`: only of claims that were
        surely made on or before that day; none is later than `known_on`."""
        from factcheck.reference.repeating import earlier_checks

        return earlier_checks(self, subject, property, value, by)

    def _answer(self, question: Question) -> Answer:
        """Facts that answer a question, or the reason why there are none."""
        from factcheck.reference.answering import answer

        return answer(question, self)

    def known_facts(self) -> Iterator[KnownFact]:
        """All facts of the store, also superseded ones, each with a hash of what it says."""
        return known_facts(self.store)

    def consulted(self, question: Question) -> frozenset[Pair]:
        """The subjects and properties whose facts are looked at to answer a question."""
        return consulted(question, self)
