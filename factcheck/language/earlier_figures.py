"""The time of a figure that something has come from: "up from 86,584 the year before", "rose from
30 to 35 in June 2018".
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.language.sentences import Sentence, Term
from factcheck.language.times import is_time, period_of
from factcheck.measures.periods import Period
from factcheck.measures.values import Value

_YEAR_BEFORE = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:(?:in|of)\s+)?(?:the|a)\s+(?:(?:previous|preceding)\s+year|"
    r"year\s+(?:before|earlier|previously|ago))\b"
)


def time_before(
    value: Value, when: Value | Term | None, sentence: Sentence, asked_on: date | None
) -> tuple[Period, bool] | None:
    """The time that an earlier figure is of, and whether the text says it: "the year before" is
    the year before the one named, or before today; else the day before what is named."""
    if _YEAR_BEFORE.match(sentence.raw, value.end - sentence.start):
        years = {p for v in sentence.values if is_time(v) and (p := _named_year(v)) is not None}
        if len(years) == 1:
            year = years.pop() - 1
            return Period(date(year, 1, 1), date(year, 12, 31)), True
        if not years and asked_on is not None:
            day = asked_on - timedelta(days=365)
            return Period(day, day), True
        return None
    period = period_of(when) if isinstance(when, Value) else None
    if period is None or period.first is None or period.first == date.min:
        return None
    day = period.first - timedelta(days=1)
    return Period(day, day), False


def _named_year(value: Value) -> int | None:
    """The year that a date names; none for "the year before" itself."""
    if not value.text[-4:].isdigit():
        return None
    period = period_of(value)
    return period.first.year if period is not None and period.first is not None else None
