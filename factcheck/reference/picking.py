"""Which members of a series a definite phrase means, as known on a day: "the twelfth", "the
latest", "the one signed in 2019", "the five-year deal". Nothing certain: none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from factcheck.measures.durations import duration_days
from factcheck.measures.periods import Period
from factcheck.records import Entity, Fact
from factcheck.reference.deriving.duration import lasts
from factcheck.reference.membership import Member, days_of, members, number_of
from factcheck.reference.reading_days import first_day
from factcheck.reference.tables import FactTable

_MONTH = timedelta(days=31)
#: for how long news speak of "a deal" that was agreed
NEW = timedelta(days=400)
#: for how long one that was agreed on may have yet to take effect
_FRESH = timedelta(days=120)


def pick(
    table: FactTable, series: str, how: str, value: str | None = None, on: date | None = None
) -> Sequence[Entity]:
    """The members of `series` that are meant; see `Names.pick` in records.py for `how`."""
    found = members(series, table, on)
    chosen = _chosen(found, how, value, on, series, table)
    return [entity for one in chosen if (entity := table.entity(one.name))]


def _chosen(
    found: list[Member], how: str, value: str | None, on: date | None, series: str, table: FactTable
) -> Sequence[Member]:
    if how == "ordinal":
        return [one for one in found if number_of(one.name, table, on) == _as_number(value)]
    if how in ("first", "latest"):
        return _end_of(found, how, on)
    if how == "lately":
        return [one for one in found if on and (fact := one.announced()) and _is_new(fact, on)]
    if how == "current":
        return _in_force(found, on or _as_of(series, table))
    if how in ("next", "previous"):
        return _beside(found, value, 1 if how == "next" else -1)
    if how == "lasting":
        return [one for one in found if value and _lasts(one, value)]
    period = _period(value)
    if period is None:
        return []
    return _signed_in(found, period) if how == "signed_in" else _covering(found, period)


def _end_of(found: Sequence[Member], how: str, on: date | None) -> Sequence[Member]:
    """The first or latest of those that have been agreed or begun by then."""
    begun = [
        one
        for one in found
        if (fact := one.announced() or one.started())
        and (on is None or (first_day(fact) or date.max) <= on)
    ]
    if not begun:
        return []
    return begun[:1] if how == "first" else begun[-1:]


def _in_force(found: Sequence[Member], day: date | None) -> Sequence[Member]:
    """Those in force that day; where the years covered name fewer, these, but for one that has yet
    to take effect."""
    if day is None:
        return []
    covering = [one for one in found if (c := one.covered()) and _holds(c[0], day)]
    in_law = [one for one in found if (legal := one.legal()) and _holds(legal, day)]
    return [one for one in covering or in_law if _has_begun(one, day)]


def _has_begun(one: Member, day: date) -> bool:
    """Whether a member is in force by then, or covers a time before it was; one that has just been
    agreed on may not be yet."""
    begins = [first for fact in one.in_force if (first := first_day(fact))]
    covered, agreed = one.covered(), one.announced()
    first = covered[0].first if covered else None
    is_late = first is not None and bool(begins) and first.year < min(begins).year
    is_fresh = not begins and agreed is not None and (first_day(agreed) or day) > day - _FRESH
    return is_late or (min(begins) <= day if begins else not is_fresh)


def _is_new(fact: Fact, day: date) -> bool:
    return timedelta(0) <= day - (first_day(fact) or date.max) < NEW


def _holds(period: Period, day: date) -> bool:
    return period.contains(Period(day, day))


def _beside(found: Sequence[Member], name: str | None, step: int) -> Sequence[Member]:
    """The member before or after the one named."""
    names = [one.name for one in found]
    if name not in names:
        return []
    at = names.index(name) + step
    return [found[at]] if 0 <= at < len(found) else []


def _signed_in(found: Sequence[Member], period: Period) -> Sequence[Member]:
    """Those signed then; if none was, those agreed or begun then, or on a day in force."""
    parts = ("signed", "began", "concluded")
    first, last = period.first, period.last
    is_day = first is not None and last is not None and last - first < _MONTH
    for part in (*parts, "in_force") if is_day else parts:
        signed = [
            one for one in found if any(period.contains(day) for day in days_of(getattr(one, part)))
        ]
        if signed:
            return signed
    return []


def _covering(found: Sequence[Member], period: Period) -> Sequence[Member]:
    """Those for exactly that time; if there are none, those for a time around it."""
    known_time = [(one, c[0]) for one in found if (c := one.covered())]
    exact = [one for one, time in known_time if time == period]
    return exact or [one for one, time in known_time if not time.is_open and time.contains(period)]


def _lasts(one: Member, value: str) -> bool:
    try:
        low, high = duration_days(value)
    except ValueError:
        return False
    found = lasts(one)
    if found is None:
        return False
    shortest, longest = duration_days(found[0])
    return shortest <= high and low <= longest


def _as_number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text or "")
    except InvalidOperation:
        return Decimal(-1)


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ValueError:
        return None


def _as_of(series: str, table: FactTable) -> date | None:
    entity = table.entity(series)
    days = []
    for topic in entity.topics if entity else ():
        try:
            days.append(table.settings(topic).as_of)
        except KeyError:
            continue
    return max((day for day in days if day), default=None)
