"""Who held an office or led a body right before, right after somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import derive, say_days
from factcheck.reference.keys import key
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known

#: an office stands vacant, or somebody acts in it, no longer than this
_VACANT = timedelta(days=400)
#: two terms given in months or years may share one
_TOGETHER = timedelta(days=31)


def predecessor(question: Question, table: FactTable) -> list[Fact]:
    """Who held it before `question.subject`; `question.other`: the office or body."""
    terms = list(_terms(question, table))
    made = []
    for holder, own in terms:
        if holder == question.subject and own.valid.first:
            before = [t for t in terms if _ends_by(t[1], own.valid.first) and t[0] != holder]
            made += [_made(question, name, term, own) for name, term in _nearest(before, -1)]
    return made


def successor(question: Question, table: FactTable) -> list[Fact]:
    """Who held it after `question.subject`."""
    terms = list(_terms(question, table))
    made = []
    for holder, own in terms:
        if holder == question.subject and own.valid.last:
            after = [t for t in terms if _ends_by(own, t[1].valid.first) and t[0] != holder]
            made += [_made(question, name, term, own) for name, term in _nearest(after, 1)]
    return made


def _terms(question: Question, table: FactTable) -> Iterator[tuple[str, Fact]]:
    """Holder and fact of each term, whether the person or the body is the subject."""
    body = question.other.subject if question.other else ""
    for subject in table.subjects_of(question.property):
        for fact in known(table.facts(subject, question.property), question.asked_on):
            if key(fact.value) == key(body):
                yield fact.subject, fact
            elif key(fact.subject) == key(body):
                yield fact.value, fact


def _ends_by(term: Fact, day: date | None) -> bool:
    """Whether a term ended at most so long before another began."""
    last = term.valid.last
    if day is None or last is None:
        return False
    return -_TOGETHER <= day - last <= _VACANT


def _nearest(terms: list[tuple[str, Fact]], way: int) -> list[tuple[str, Fact]]:
    """Of several the nearest in time."""
    days = [term.valid.last if way < 0 else term.valid.first for _, term in terms]
    known_days = [day for day in days if day]
    best = (max if way < 0 else min)(known_days, default=None)
    return [one for one, day in zip(terms, days, strict=True) if day == best]


def _made(question: Question, name: str, term: Fact, own: Fact) -> Fact:
    said = f"{name} {say_days(term.valid)}, {question.subject} {say_days(own.valid)}"
    how = question.aggregate or ""
    return derive(replace(question, property=how), name, "entity", (term, own), said, label=how)
