"""Facts by hand, in memory: a `FactTable` for the tests of answering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Entity, Fact, Property, Question, Source
from factcheck.reference.cells import cell_type, read_cell
from factcheck.reference.tables import Asked, SameQuestion, TopicSettings
from factcheck.reference.times import known_day


def fact(line: str, valid: str | None = None, known: str | None = None, **more: object) -> Fact:
    """A fact from "subject | property | value unit"; `known` "" is known at all times."""
    subject, name, text = (part.strip() for part in line.split("|"))
    value, _, unit = text.partition(" ~ ")
    period = Period.parse(valid) if valid else ANY_TIME
    type = cell_type(value, unit or None)
    reading = read_cell(value, unit or None, type)
    low = reading.low if reading and type == "date" and "last" not in name else None
    happened = date.fromisoformat(low) if isinstance(low, str) and known is None else None
    made = Fact(
        str(more.pop("id", f"{subject}.{name}.{valid or value}")), "larkham", subject, name, value,
        unit or None, reading, period, known_day(known or None, happened, period, None),
        sources=(Source(f"s-{name}", "Annual report"),),
    )  # fmt: skip
    return replace(made, known_from=None if known == "" else made.known_from, **more)  # type: ignore[arg-type]


class MemoryTable:
    """Facts, entities (name: series it belongs to) and settings of one topic, "larkham"."""

    def __init__(
        self,
        facts: Sequence[Fact],
        entities: Mapping[str, str] | None = None,
        same: Sequence[tuple[tuple[str, str], ...]] = (),
        **settings: object,
    ) -> None:
        self.all = sorted(facts, key=lambda f: f.valid.first or f.known_from or date.min)
        self._entities = {
            name: Entity(name, None, (series,) if series else (), ("larkham",))
            for name, series in (entities or {}).items()
        }
        groups = tuple(
            SameQuestion(Asked(*group[0]), tuple(Asked(*pair) for pair in group)) for group in same
        )
        self._settings = TopicSettings("larkham", "Larkham", same_question=groups, **settings)  # type: ignore[arg-type]

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        return [f for f in self.all if f.subject == subject and property in (None, f.property)]

    def members(self, series: str) -> Sequence[Entity]:
        return [entity for entity in self._entities.values() if series in entity.part_of]

    def entity(self, name: str) -> Entity | None:
        known = any(f.subject == name for f in self.all)
        return self._entities.get(name) or (Entity(name, topics=("larkham",)) if known else None)

    def property(self, name: str) -> Property | None:
        for f in self.all:
            if f.property == name:
                type = cell_type(f.value, f.unit)
                return Property(name, "larkham", "count", type, name.replace("_", " "))
        return None

    def properties_of(self, subject: str) -> frozenset[str]:
        return frozenset(f.property for f in self.all if f.subject == subject)

    def subjects_of(self, property: str) -> Sequence[str]:
        return sorted({f.subject for f in self.all if f.property == property})

    def settings(self, topic: str) -> TopicSettings:
        if topic != "larkham":
            raise KeyError(topic)
        return self._settings


def ask(
    subject: str, property: str, time: str | None = None, on: str | None = None, **more: object
) -> Question:
    """A question; `time` an ISO period, `on` the day of asking."""
    return Question(
        subject,
        property,
        Period.parse(time) if time else None,
        date.fromisoformat(on) if on else None,
        **more,  # type: ignore[arg-type]
    )
