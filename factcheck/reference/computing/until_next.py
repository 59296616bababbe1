"""The last year of each member of a series that goes on: the one before the next member's first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import derive
from factcheck.reference.reading_days import first_day
from factcheck.reference.tables import Derivation, FactTable


def until_next(declared: Derivation, subject: str, table: FactTable) -> list[Fact]:
    """The last year of the member `subject`; none of the latest."""
    (of,) = declared.of
    begun: list[tuple[date, str, Fact]] = []
    for member in table.members(of.subject):
        for fact in table.facts(member.name, of.property)[:1]:
            day = first_day(fact)
            if day and fact.rank != "deprecated":
                begun.append((day, member.name, fact))
    for (_, name, own), (day, _, next) in pairwise(sorted(begun, key=lambda one: one[:2])):
        if name == subject and next.value != own.value:
            said = f"{next.subject} begins with {next.value}: until {day.year - 1}"
            question = Question(subject, declared.property, aggregate=declared.how)
            made = derive(question, str(day.year - 1), "date", (next, own), said, unit="year")
            return [replace(made, topic=own.topic)]
    return []
