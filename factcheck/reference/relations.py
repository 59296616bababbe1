"""Relations in time: the facts by which one entity belongs to another, leads it or owns it.

A fact "Ada Holt | member_of | Harbour Club | from 2012" links two names for a while; so does
"Harbour Club | president | Ada Holt" or an office whose name has that of the club in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.measures.periods import ANY_TIME
from factcheck.records import Entity, Fact, Property
from factcheck.reference.keys import key


class _Table(Protocol):
    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]: ...

    def entity(self, name: str) -> Entity | None: ...

    def properties(self) -> Sequence[Property]: ...

    def subjects_of(self, property: str) -> Sequence[str]: ...


def relations(one: str, other: str, table: _Table) -> tuple[Fact, ...]:
    """The facts with a validity whose subject is one of the two and whose value names the
    other, oldest first."""
    found = [*_linking(one, other, table), *_linking(other, one, table)]
    return tuple({(fact.topic, fact.id): fact for fact in found}.values())


def relations_of(name: str, table: _Table) -> tuple[Fact, ...]:
    """All facts with a validity that link a name with another one, oldest first."""
    found = [fact for fact in table.facts(name) if _links(fact) and _is_name(fact, table)]
    wanted = key(name)
    for each in table.properties():
        if each.type == "entity":
            for subject in table.subjects_of(each.name):
                facts = table.facts(subject, each.name)
                found += [f for f in facts if _links(f) and key(f.value) == wanted]
    return tuple({(fact.topic, fact.id): fact for fact in found}.values())


def _links(fact: Fact) -> bool:
    return fact.reading is None and fact.valid != ANY_TIME and fact.rank != "deprecated"


def _is_name(fact: Fact, table: _Table) -> bool:
    return fact.property == "office_held" or table.entity(fact.value) is not None


def _linking(subject: str, value: str, table: _Table) -> Iterator[Fact]:
    wanted = key(value)
    for fact in table.facts(subject):
        if not _links(fact):
            continue
        if key(fact.value) == wanted or _is_of(fact.value, value, wanted, table):
            yield fact


def _is_of(office: str, body: str, wanted: str, table: _Table) -> bool:
    """ "Mayor of Larkham" is an office of Larkham, "Commander, Holt Fleet" one of the fleet: by
    its name, or by what it is part of."""
    if f" of {wanted}" in f"{key(office)} " or f" of the {wanted} " in f"{key(office)} ":
        return True
    if key(office.partition(", ")[2]) == wanted:
        return True
    entity = table.entity(office)
    return entity is not None and body in entity.part_of


def is_within(fact: Fact, name: str) -> bool:
    """Whether a part of a fact's qualifier ends on the name of an entity: "2016 Games", "100
    metres", but not "NATO figures"."""
    parts = re.split(r"[,;]", fact.qualifier or "")
    return any(f" {key(part)}".endswith(f" {key(name)}") for part in parts)
