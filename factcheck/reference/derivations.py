"""What follows from a fact or of a subject: derived facts to show to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.deriving import AGGREGATES
from factcheck.reference.deriving.yearly import is_year
from factcheck.reference.membership import part_of_life
from factcheck.reference.tables import FactTable

_OF_YEARS = ("total", "mean", "largest", "smallest")
_OF_SERIES = ("count", "first", "last")


def derivations_of_fact(fact: Fact, table: FactTable) -> list[Fact]:
    """What is derived from a fact: its change and rank, or who was in office on its date."""
    asked = Question(fact.subject, fact.property, fact.valid)
    if fact.reading is None or fact.rank == "deprecated":
        return []
    if fact.reading.kind == "date" and part_of_life(fact.property):
        return _derived(replace(asked, time=None), ("holder",), table)
    aggregates = ("change", "rank") if is_year(fact) and fact.reading.kind != "percentage" else ()
    found = _derived(asked, aggregates, table)
    return [one for one in found if fact.id in one.made_from]


def derivations_of_subject(subject: str, table: FactTable) -> list[Fact]:
    """What is derived of a subject as a whole: a series counted, how long it lasts, its sums."""
    asked = Question(subject, "")
    found = _derived(asked, _OF_SERIES, table) if table.members(subject) else []
    found += _derived(replace(asked, property="duration"), ("duration",), table)
    found += _derived(replace(asked, property="status"), ("in_force",), table)
    for property in sorted(table.properties_of(subject)):
        for unit in _units(subject, property, table):
            found += _derived(replace(asked, property=property, time=unit), _OF_YEARS, table)
    return found


def _units(subject: str, property: str, table: FactTable) -> Iterator[Period]:
    """The years for which a property has figures, a period for each unit."""
    days: dict[str | None, list[Period]] = {}
    for fact in table.facts(subject, property):
        if is_year(fact) and fact.reading and fact.reading.kind == "amount":
            days.setdefault(fact.unit, []).append(fact.valid)
    for periods in days.values():
        first = min(period.first for period in periods if period.first)
        last = max(period.last for period in periods if period.last)
        yield Period(first, last)


def _derived(question: Question, aggregates: tuple[str, ...], table: FactTable) -> list[Fact]:
    """The derived facts, also those made of unverified ones (which say so)."""
    found = []
    for aggregate in aggregates:
        made = AGGREGATES[aggregate](replace(question, aggregate=aggregate), table)
        found += [one for one in made if one.made_from]
    return found
