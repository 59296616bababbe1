"""Facts around an answer, in which a diagnosis looks for where a wrong value belongs.

The same property at other times and in older editions, other figures of the same subject, the
same property of sister subjects, and the exchange rates of the years in question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Fact, Question
from factcheck.reference.rates import rates_for
from factcheck.reference.same_question import Pair
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known

#: at most so many of each sort: other times, other figures, sisters, rates
_OWN, _KIND, _SISTERS, _RATES = 150, 30, 60, 160
_SISTER_SUBJECTS = 60
_A_SISTER = 3


def related(
    question: Question, pairs: Sequence[Pair], answers: Sequence[Fact], now: date, table: FactTable
) -> tuple[Fact, ...]:
    """At most 400 facts around the `answers`, none of them an answer itself."""
    taken = {fact.id for fact in answers}
    time = question.time or Period(now, now)
    own = [
        fact
        for pair in pairs
        for fact in known(table.facts(*pair), question.asked_on)
        if fact.id not in taken
    ]
    groups = (
        sorted(own, key=_newest_first)[:_OWN],
        islice(_figures(question, pairs, table), _KIND),
        islice(_sisters(question, pairs, time, table), _SISTERS),
        rates_for([*answers, *own[:1]], now, table)[:_RATES],
    )
    found = {fact.id: fact for group in groups for fact in group if fact.id not in taken}
    return tuple(found.values())


def _newest_first(fact: Fact) -> tuple[int, int]:
    first, known_from = fact.valid.first, fact.known_from
    return (
        -(first.toordinal() if first else 0),
        -(known_from.toordinal() if known_from else 0),
    )


def _figures(question: Question, pairs: Sequence[Pair], table: FactTable) -> Iterable[Fact]:
    """Facts of the same subject whose values are of the same type."""
    asked = table.property(question.property)
    for fact in known(table.facts(question.subject), question.asked_on):
        property = table.property(fact.property)
        alike = asked is not None and property is not None and property.type == asked.type
        if alike and (fact.subject, fact.property) not in pairs:
            yield fact


def _sisters(
    question: Question, pairs: Sequence[Pair], time: Period, table: FactTable
) -> Iterable[Fact]:
    """The same property of members of the same series, else of other subjects."""
    for subject, property in pairs:
        for name in _sister_names(subject, property, table):
            if (name, property) in pairs:
                continue
            facts = known(table.facts(name, property), question.asked_on)
            about = [fact for fact in facts if fact.valid == ANY_TIME or fact.valid.overlaps(time)]
            chosen = about or facts
            yield from chosen[-_A_SISTER:]


def _sister_names(subject: str, property: str, table: FactTable) -> list[str]:
    entity = table.entity(subject)
    names = [
        one.name for series in (entity.part_of if entity else ()) for one in table.members(series)
    ]
    if not names:
        names = list(table.subjects_of(property)[:_SISTER_SUBJECTS])
    return [name for name in dict.fromkeys(names[:_SISTER_SUBJECTS]) if name != subject]
