"""How often: "every year" where a property has a figure for each year without a gap."""

from __future__ import annotations

from dataclasses import replace

from factcheck.records import Fact, Question
from factcheck.reference.choosing import in_order
from factcheck.reference.deriving.making import derive
from factcheck.reference.deriving.yearly import (
    is_complete,
    is_year,
    span_of,
    without_gaps,
    year_of,
)
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking, known

#: fewer years in a row make no rule
_FEWEST = 3


def frequency(question: Question, table: FactTable) -> list[Fact]:
    """One fact: "every year", or "once" where the property is complete and has one figure."""
    facts = known(table.facts(question.subject, question.property), question.asked_on)
    years = [fact for fact in facts if is_year(fact)]
    if not years:
        return []
    now = day_of_asking(question.asked_on, years, table)
    begun = [fact for fact in in_order(years) if fact.valid.first and fact.valid.first <= now]
    complete = is_complete(years, table)
    sure = _one_a_year([fact for fact in begun if fact.confidence != "unverified"])
    every = _one_a_year(begun)
    if complete and len(sure) == 1 == len(every):
        return [_said(question, "once", sure, f"one figure: {year_of(sure[0])}")]
    for chosen in (sure, every):
        if len(chosen) >= _FEWEST and (without_gaps(chosen) or complete):
            why = (
                f"{len(chosen)} years with a figure, {year_of(chosen[0])} to {year_of(chosen[-1])}"
            )
            if not without_gaps(chosen):
                why += "; the topic declares that no year is missing"
            return [_said(question, "every year", chosen, why)]
    return []


def _one_a_year(facts: list[Fact]) -> list[Fact]:
    by_year: dict[int, Fact] = {}
    for fact in facts:
        by_year.setdefault(year_of(fact), fact)
    return [by_year[year] for year in sorted(by_year)]


def _said(question: Question, value: str, facts: list[Fact], why: str) -> Fact:
    made = derive(question, value, "text", facts, why, valid=span_of(facts))
    return replace(made, label="how often it happens" if facts[0].label is None else facts[0].label)
