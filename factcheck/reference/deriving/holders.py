"""Who held an office when something happened: each office-holder of that day, one an office."""

from __future__ import annotations

from dataclasses import replace

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.choosing import choose
from factcheck.reference.deriving.making import (
    derived_id,
    joint_sources,
    lowest_confidence,
    say_days,
)
from factcheck.reference.membership import member
from factcheck.reference.reading_days import event_period
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking, known

OFFICE = "office_held"


def holder(question: Question, table: FactTable) -> list[Fact]:
    """An `office_held` fact for each office and holder on the day of the subject's event; of an
    office itself, who held it at the time asked."""
    if question.property == OFFICE:
        return _of_office(question, table)
    events = _events(question, table)
    if not events:
        return []
    terms = [
        term
        for person in table.subjects_of(OFFICE)
        for term in known(table.facts(person, OFFICE), question.asked_on)
    ]
    made = []
    for event in events:
        when = event_period(event)
        if when is not None:
            made += [_held(event, when, term) for term in terms if term.valid.overlaps(when)]
    return made


def _of_office(question: Question, table: FactTable) -> list[Fact]:
    terms = [
        term
        for person in table.subjects_of(OFFICE)
        for term in known(table.facts(person, OFFICE), question.asked_on)
        if term.value == question.subject
    ]
    now = day_of_asking(question.asked_on, terms, table)
    time = question.time or Period(now, now)
    return [term for term in terms if term.valid.overlaps(time)]


def _events(question: Question, table: FactTable) -> list[Fact]:
    """The facts that date the event; without a property, the signing or beginning."""
    if not question.property:
        one = member(question.subject, table, question.asked_on)
        start = one.started() if one else None
        return [start] if start else []
    facts = table.facts(question.subject, question.property)
    now = day_of_asking(question.asked_on, facts, table)
    found = choose(facts, question.time, question.asked_on, now, table)
    verified = [fact for fact in found if fact.confidence != "unverified"]
    return verified or found


def _held(event: Fact, when: Period, term: Fact) -> Fact:
    parts = (event, term)
    what = event.property.removeprefix("date_").replace("_", " ")
    return replace(
        term,
        id=derived_id("holder", parts),
        confidence=lowest_confidence(parts),
        sources=joint_sources((term, event)),
        made_from=(event.id, term.id),
        arithmetic=(
            f"{event.subject} {what} {say_days(when)}; "
            f"{term.subject} {term.value} {say_days(term.valid)}"
        ),
    )
