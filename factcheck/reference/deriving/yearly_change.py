"""Change on the year before: computed, and as it stands in the facts.

A yearly percentage ("increase_on_previous_year") belongs to the subject's main figure: the
property of which there are the most yearly figures.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.records import Fact, Question
from factcheck.reference.choosing import choose
from factcheck.reference.deriving.change import MOST_PAIRS, figures, of_pairs, percent_change
from factcheck.reference.deriving.yearly import is_year
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking

#: properties that give the yearly change of a subject's main figure
YEARLY_CHANGE = ("increase_on_previous_year", "change_on_previous_year")


def change(question: Question, table: FactTable) -> list[Fact]:
    """Per cent change from the other figure to this one, computed and as reported."""
    return [*of_pairs(question, table, percent_change), *_reported(question, table)]


def yearly_change(question: Question, table: FactTable) -> list[Fact]:
    """The change on the year before of the subject's main figure, for each year asked.

    It answers a question for `YEARLY_CHANGE` also where no source states it.
    """
    main = _main(question.subject, table)
    if main is None:
        return []
    figure = replace(question, property=main, aggregate="change", other=None)
    years = dict.fromkeys(fact.valid for fact in figures(figure, table) if is_year(fact))
    if len(years) > MOST_PAIRS:
        return []
    made = [
        fact
        for year in years
        for fact in of_pairs(replace(figure, time=year), table, percent_change)
    ]
    return [replace(fact, property=question.property, label=None) for fact in made]


def _reported(question: Question, table: FactTable) -> list[Fact]:
    """The change on the year before as it stands in the facts, for the subject's main figure."""
    if not _is_on_year_before(question) or _main(question.subject, table) != question.property:
        return []
    found = []
    for name in YEARLY_CHANGE:
        facts = table.facts(question.subject, name)
        now = day_of_asking(question.asked_on, facts, table)
        found += choose(facts, question.time, question.asked_on, now, table)
    return [fact for fact in found if fact.reading is not None]


def _is_on_year_before(question: Question) -> bool:
    if question.other is None:
        return True
    one, base = question.time, question.other.time
    if one is None or base is None or None in (one.first, one.last, base.first, base.last):
        return False
    years = [day.year for day in (base.first, base.last, one.first, one.last) if day]
    same = question.other.subject == question.subject
    return same and years[0] == years[1] and years[2] == years[3] == years[0] + 1


def _main(subject: str, table: FactTable) -> str | None:
    """The property of which the subject has the most yearly figures; `None` without any."""
    counts: dict[str, int] = {}
    for fact in table.facts(subject):
        if is_year(fact) and fact.reading and fact.reading.kind in ("amount", "number"):
            counts[fact.property] = counts.get(fact.property, 0) + 1
    return max(counts, key=lambda name: (counts[name], name)) if counts else None
