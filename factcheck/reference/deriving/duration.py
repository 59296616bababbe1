"""How long something lasts: the years that it covers, both included, else from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from factcheck.records import Fact, Question
from factcheck.reference.deriving.holders import OFFICE
from factcheck.reference.deriving.making import derive
from factcheck.reference.membership import Member, member
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known


def duration(question: Question, table: FactTable) -> list[Fact]:
    """How long the subject lasts: stated durations, and the one that its dates give; for an
    office, how long each term of the person was."""
    if question.property == OFFICE:
        return _terms(question, table)
    stated = [
        fact
        for fact in known(table.facts(question.subject), question.asked_on)
        if fact.reading is not None and fact.reading.kind == "duration"
        and fact.property in ("duration", question.property)
    ]  # fmt: skip
    one = member(question.subject, table, question.asked_on)
    found = lasts(one) if one else None
    if found is None:
        return stated
    iso, parts, arithmetic = found
    made = derive(question, iso, "duration", parts, arithmetic, label="the duration")
    return [*stated, made]


def _terms(question: Question, table: FactTable) -> list[Fact]:
    """The length of each term that is over, and of terms that follow one another in an office."""
    made = []
    over = known(table.facts(question.subject, OFFICE), question.asked_on)
    for office in dict.fromkeys(fact.value for fact in over):
        terms = [fact for fact in over if fact.value == office]
        if any(fact.valid.first is None or fact.valid.last is None for fact in terms):
            continue
        runs = [*((fact,) for fact in terms), *([tuple(terms)] if _follow(terms) else [])]
        for run in runs:
            first, last = run[0].valid.first, run[-1].valid.last
            assert first is not None and last is not None
            iso = iso_between(first, last)
            arithmetic = f"{first} to {last}: {say_iso(iso)}"
            of = replace(question, property="duration")
            made.append(derive(of, iso, "duration", run, arithmetic, label="time in office"))
    return made


def _follow(terms: Sequence[Fact]) -> bool:
    """Whether several terms follow one another without a gap."""
    pairs = list(pairwise(terms))
    return bool(pairs) and all(one.valid.last == other.valid.first for one, other in pairs)


def lasts(one: Member) -> tuple[str, tuple[Fact, ...], str] | None:
    """ISO duration, the facts that it comes from, and how; `None` without both ends."""
    found = one.covered()
    if found is None or found[0].first is None or found[0].last is None:
        return None
    first, last = found[0].first, found[0].last
    iso = iso_between(first, last)
    if iso.endswith("Y") and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = "year" if first.year == last.year else "years"
        return iso, found[1], f"{first.year} to {last.year}, both included: {iso[1:-1]} {years}"
    return iso, found[1], f"{first} to {last}: {say_iso(iso)}"


def iso_between(first: date, last: date) -> str:
    """Whole years or months from the first day to the last, both included; else days.

    A day more or less makes no difference: "signed 1 May 2015, ended 1 May 2020" is five years.
    """
    for end in (last + timedelta(days=1), last):
        months = (end.year - first.year) * 12 + end.month - first.month
        if end.day == first.day and months:
            return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
    return f"P{(last - first).days + 1}D"


def say_iso(iso: str) -> str:
    """A duration in one unit as words: "P3Y" is "3 years"."""
    number, unit = iso[1:-1], {"Y": "year", "M": "month", "D": "day"}[iso[-1]]
    return f"{number} {unit}" + ("" if number == "1" else "s")
