"""Spells: since when, until when and for how long a name has been the value of a property.

"Harbour Club | president | Ada Holt | 2012-01-01 to 2016-12-31" says that she became its
president in 2012, ceased to be it at the end of 2016, and was it for five years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import derive
from factcheck.reference.keys import key
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking, known

_DAY = timedelta(days=1)
#: a spell goes on over a gap as short as this
_GAP = timedelta(days=45)
#: days
_MONTH = 30.4375
#: a spell that is told in years
_YEARS = 800


def since(question: Question, table: FactTable) -> list[Fact]:
    """The days on which the spells of `question.other.subject` in the property began."""
    made = []
    for run in runs_of(question, table):
        first = run[0].valid.first
        if first is not None:
            label = f"when {_became(run[0], 'became')}"
            made.append(_dated(question, first, run, label, (first.month, first.day) == (1, 1)))
    return made


def until(question: Question, table: FactTable) -> list[Fact]:
    """The days on which they ended: the last day, and the one after it."""
    made = []
    for run in runs_of(question, table):
        last = run[-1].valid.last
        if last is not None:
            label = f"when {_became(run[-1], 'ceased to be')}"
            is_year = (last.month, last.day) == (12, 31)
            made.append(_dated(question, last, run, label, is_year))
            if not is_year:
                after = _dated(question, last + _DAY, run, label, False)
                made.append(replace(after, id=f"{after.id}+1"))
    return made


def lasting(question: Question, table: FactTable) -> list[Fact]:
    """How long each spell lasted; of one that goes on, how long it has by the day of asking."""
    made = []
    for run in runs_of(question, table):
        first, last = run[0].valid.first, run[-1].valid.last
        now = day_of_asking(question.asked_on, run, table)
        end = now if last is None else min(last, now) if question.asked_on else last
        if first is None or end <= first or end == date.max:
            continue
        label = f"the time for which {_became(run[0], 'has been' if last is None else 'was')}"
        of = replace(question, property="duration")
        least = _shorter(first, end) if last is not None else []
        for iso in dict.fromkeys((*_lengths(first, end), *least)):
            fact = derive(of, iso, "duration", run, f"{first} to {end}", label=label)
            made.append(replace(fact, id=f"{fact.id}:{iso}"))
    return made


def _lengths(first: date, end: date) -> list[str]:
    """Whole years, the nearest number first; both neighbours of "seven and a half". What is
    shorter than two years in months, than half a year in days, with and without the last."""
    days = (end - first).days
    months = round((days + 1) / _MONTH)
    if months < 6:
        return [f"P{days}D", f"P{days + 1}D"]
    if months < 24:
        return [f"P{months}M"] if months else [f"P{(end - first).days + 1}D"]
    years, rest = divmod(months, 12)
    nearest = [years, years + 1] if rest <= 6 else [years + 1, years]
    return [f"P{number}Y" for number in nearest[: 2 if 4 <= rest <= 8 else 1]]


def _shorter(first: date, end: date) -> list[str]:
    """What is the least that it can have been where the first day, or both, may stand for
    their years only."""
    later = first.replace(month=12, day=31)
    both = (first.month, first.day, end.month, end.day) == (1, 1, 12, 31)
    if both and end.year - first.year > 1:  # "1969 to 1991": 22 years, by the numbers
        return [f"P{end.year - first.year}Y"]
    is_year = (first.month, first.day) == (1, 1) and (end.month, end.day) != (12, 31)
    return _lengths(later, end)[:1] if is_year and (end - later).days > _YEARS else []


def runs_of(question: Question, table: FactTable) -> list[tuple[Fact, ...]]:
    """The facts of each spell in order: those that follow one another without a gap."""
    value = key(question.other.subject) if question.other else ""
    facts = known(table.facts(question.subject, question.property), question.asked_on)
    own = sorted(
        (fact for fact in facts if key(fact.value) == value),
        key=lambda fact: fact.valid.first or date.min,
    )
    runs: list[tuple[Fact, ...]] = []
    for fact in own:
        last = runs[-1][-1].valid.last if runs else None
        if runs and last and fact.valid.first and fact.valid.first - last <= _GAP:
            runs[-1] = (*runs[-1], fact)
        else:
            runs.append((fact,))
    return runs


def _dated(question: Question, day: date, run: Sequence[Fact], label: str, is_year: bool) -> Fact:
    """A date fact; the first of January and the last of December stand for their year, since a
    validity given in years looks the same."""
    value, unit = (f"{day.year:04}", "year") if is_year else (day.isoformat(), "date")
    said = f"{run[0].subject}, {_noun(run[0])} {run[0].value}: {_span(run)}"
    made = derive(question, value, "date", run, said, unit=unit, label=label)
    return replace(made, valid=Period(run[0].valid.first, run[-1].valid.last))


def _span(run: Sequence[Fact]) -> str:
    first, last = run[0].valid.first, run[-1].valid.last
    return f"from {first or '?'} to {last or 'now'}"


def _noun(fact: Fact) -> str:
    return (fact.label or fact.property.replace("_", " ")).strip()


def _became(fact: Fact, verb: str) -> str:
    """ "Ada Holt became president of Harbour Club", whichever of the two is the subject."""
    noun = _noun(fact)
    if fact.property == "office_held":
        return f"{fact.subject} {verb} {fact.value}"
    if noun.split()[-1] in ("of", "in", "for", "at"):
        return f"{fact.subject} {verb} {noun} {fact.value}"
    return f"{fact.value} {verb} {noun} of {fact.subject}"
