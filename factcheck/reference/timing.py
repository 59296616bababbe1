"""Time: which facts are known on the day of asking, and which are about the time asked.

The days that a fact answers for are those of its validity, with these additions:

- An open-ended figure is good for `good_for` after the later of its first day and the topic's
  `as_of`; a newer one of the same qualifier ends it. Without `as_of` it stays good.
- A count of one day (up to a month) is good for `good_for` after it, until the next count.
- A yearly figure is good for its year, and for one more while no newer one is known; but not
  after `as_of`, since from then on our files do not know of newer ones.

`good_for` stands in `topic.toml`; else the defaults of `GOOD_FOR` hold. An event (a date) and
a fact without validity answer whatever the time.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Fact
from factcheck.reference.tables import FactTable

#: by type of property: how long an open-ended figure or the count of a day stays good
GOOD_FOR = {"number": "P18M", "amount": "P1Y", "percentage": "P2Y", "entity": "P1Y"}
_OTHERWISE = "P2Y"
_YEARLY = "P1Y"
TIMELESS = ("date", "period", "duration", "ordinal")
FIGURES = ("number", "amount", "percentage")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_DAY = timedelta(days=1)
_MONTH = timedelta(days=32)


@dataclass(frozen=True, slots=True)
class Span:
    """A fact with the first and last day that it answers for; `None` is open."""

    fact: Fact
    first: date | None
    last: date | None
    #: the last day that it answers for as the newest known
    lingers_until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the fact holds on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, time: Period) -> bool:
        """Whether the fact holds on some day of `time`."""
        return Period(self.first, self.last).overlaps(time)


def known(facts: Iterable[Fact], on: date | None) -> list[Fact]:
    """The facts that the public could know on that day (`None`: all), without deprecated ones."""
    return [
        fact
        for fact in facts
        if fact.rank != "deprecated"
        and (on is None or fact.known_from is None or fact.known_from <= on)
    ]


def as_of(fact: Fact, table: FactTable) -> date | None:
    """Up to when the facts of this fact's topic are known."""
    try:
        return table.settings(fact.topic).as_of
    except KeyError:
        return None


def day_of_asking(asked_on: date | None, facts: Sequence[Fact], table: FactTable) -> date:
    """The day that "now" means: of asking, else the topic's `as_of`, else of the newest fact."""
    if asked_on is not None:
        return asked_on
    topics = {fact.topic: fact for fact in facts}
    days = [day for fact in topics.values() if (day := as_of(fact, table))]
    if not days:
        days = [day for fact in facts for day in (fact.known_from, fact.valid.first) if day]
    return max(days, default=date.max)


def type_of(facts: Sequence[Fact], table: FactTable) -> str:
    """The type of the property that these facts have in common ("number", "date" …)."""
    property = table.property(facts[0].property) if facts else None
    if property is not None:
        return property.type
    return next((fact.reading.kind for fact in facts if fact.reading), "text")


def is_event(fact: Fact, type: str) -> bool:
    """Whether a fact answers whatever the time: the date of an event, how long something lasts,
    what belongs to one moment (who signed), or a fact without validity."""
    if type in TIMELESS or fact.valid == ANY_TIME:
        return True
    first, last = fact.valid.first, fact.valid.last
    return type not in FIGURES and first is not None and last is not None and last - first < _MONTH


def spans(facts: Sequence[Fact], type: str, table: FactTable) -> list[Span]:
    """The days that facts of one property answer for."""
    ends = _ends_of_open(facts) if type in FIGURES else {}
    return [_span(fact, type, ends.get(fact.id), table) for fact in facts]


def _span(fact: Fact, type: str, newer: date | None, table: FactTable) -> Span:
    first, last = fact.valid.first, fact.valid.last
    limit = as_of(fact, table)
    own = _good_for(fact, table)
    if last is None:
        until = newer - _DAY if newer else _open_until(first, limit, own, type)
        return Span(fact, first, until)
    if first is None or type not in FIGURES:
        return Span(fact, first, last)
    days = (last - first).days
    if days <= 31:
        good = own or GOOD_FOR.get(type, _OTHERWISE)
        return Span(fact, first, last, later(last, good))
    if 363 <= days <= 366:
        until = later(last, own or _YEARLY)
        return Span(fact, first, last, until if limit is None else min(until, max(last, limit)))
    return Span(fact, first, last)


def _open_until(first: date | None, limit: date | None, own: str | None, type: str) -> date | None:
    if limit is None and own is None:
        return None
    start = max(day for day in (first, limit, date.min) if day is not None)
    return None if start == date.min else later(start, own or GOOD_FOR.get(type, _OTHERWISE))


def _ends_of_open(facts: Sequence[Fact]) -> dict[str, date]:
    """By id: when a newer open-ended figure of the same sort begins."""
    series: dict[tuple[str, str, str | None, str | None], list[Fact]] = {}
    for fact in facts:
        if fact.valid.last is None and fact.valid.first is not None:
            key = (fact.subject, fact.property, fact.unit, fact.qualifier)
            series.setdefault(key, []).append(fact)
    ends = {}
    for group in series.values():
        days = sorted({fact.valid.first for fact in group if fact.valid.first})
        following = dict(pairwise(days))
        for fact in group:
            if fact.valid.first in following:
                ends[fact.id] = following[fact.valid.first]
    return ends


def _good_for(fact: Fact, table: FactTable) -> str | None:
    try:
        return table.settings(fact.topic).good_for.get(fact.property)
    except KeyError:
        return None


@lru_cache(maxsize=4096)
def later(day: date, duration: str) -> date:
    """The day that lies an ISO 8601 duration ("P18M", "P2Y") after `day`."""
    found = _DURATION.fullmatch(duration)
    if not found:
        raise ValueError(f"{duration!r} is no duration: write P2Y or P18M")
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    month = day.month - 1 + months
    year = day.year + years + month // 12
    if year > 9000:
        return date.max
    last = monthrange(year, month % 12 + 1)[1]
    start = date(year, month % 12 + 1, min(day.day, last))
    return start + timedelta(days=7 * weeks + days)
