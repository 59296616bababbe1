"""The place of a figure among those of other years, and of other members of its series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.choosing import in_order
from factcheck.reference.deriving.extremes import numbers_of
from factcheck.reference.deriving.making import (
    derive,
    is_exact,
    number_of,
    say_days,
    say_number,
    unit_of,
)
from factcheck.reference.deriving.yearly import is_complete, without_gaps, year_of, yearly
from factcheck.reference.editions import newest_editions
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known


def rank(question: Question, table: FactTable) -> list[Fact]:
    """The place of the figure at the time asked: among those of the years up to then, and
    among those of all members of a complete series in that year; largest first."""
    upto = question.time and Period(None, question.time.last)
    found = []
    for facts in yearly(replace(question, time=upto), table):
        if len(facts) > 1 and without_gaps(facts) and _is_asked(facts[-1], question):
            place = _place(question, facts[-1], facts, f"up to {say_days(facts[-1].valid)}")
            # "the largest ever" needs all years; that it is not the largest needs but one
            if place.value != "1" or is_complete(facts, table):
                found.append(place)
    return [*found, *_among_members(question, table)]


def _place(question: Question, asked: Fact, among: Sequence[Fact], said: str) -> Fact:
    number = number_of(asked) or Decimal(0)
    place = 1 + sum(other > number for other in numbers_of(among))
    arithmetic = f"{say_number(number)} is number {place} of {len(among)} figures {said}"
    parts = [asked, *(fact for fact in among if fact is not asked)]
    return derive(
        question, str(place), "ordinal", parts, arithmetic, valid=asked.valid, label="the rank"
    )


def _among_members(question: Question, table: FactTable) -> list[Fact]:
    """The rank among the members of each complete series that the subject belongs to."""
    entity = table.entity(question.subject)
    own = max((facts[-1] for facts in yearly(question, table)), key=year_of, default=None)
    if own is None or entity is None:
        return []
    found = []
    for series in entity.part_of:
        if _declared(series, own, table):
            names = [one.name for one in table.members(series) if one.name != question.subject]
            others = [fact for name in names if (fact := _like(own, name, question, table))]
            if others:
                found.append(_place(question, own, [own, *others], f"of {series}"))
    return found


def _like(own: Fact, name: str, question: Question, table: FactTable) -> Fact | None:
    """The best figure of another member for the same year, in the same unit."""
    facts = known(table.facts(name, question.property), question.asked_on)
    alike = [fact for fact in facts if fact.valid == own.valid and unit_of(fact) == unit_of(own)]
    best = in_order([fact for fact in newest_editions(alike) if is_exact(fact)])
    return best[0] if best else None


def _declared(series: str, fact: Fact, table: FactTable) -> bool:
    try:
        return series in table.settings(fact.topic).complete
    except KeyError:
        return False


def _is_asked(newest: Fact, question: Question) -> bool:
    """Whether the newest figure is the one of the time asked."""
    return question.time is None or newest.valid.overlaps(question.time)
