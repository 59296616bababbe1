"""The days that the value of a fact names: of a date, a year, a period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.measures.periods import Period
from factcheck.records import Fact


def event_period(fact: Fact) -> Period | None:
    """The days within which the event of a date fact happened; `None` for what is no date."""
    reading = fact.reading
    if reading is None or reading.value is None:
        return None
    if isinstance(reading.value, Decimal):
        text = f"{reading.value:f}" if fact.unit == "year" else ""
    else:
        text = reading.value if reading.kind in ("date", "period") else ""
    return _parsed(text)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None


def first_day(fact: Fact) -> date | None:
    """The first day of the date that a fact gives."""
    period = event_period(fact)
    return period.first if period else None


def last_day(fact: Fact) -> date | None:
    """The last day of the date that a fact gives: of a year its 31 December."""
    period = event_period(fact)
    return period.last if period else None
