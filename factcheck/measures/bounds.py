"""Bounds: how far from the stated figure the true one may lie, by precision and hedge.

Half a unit of the last stated digit, both ends included ("28,000" fits 28,500), but never
more than 10% bare and 15% hedged. Exact: what is said "exactly", years, ordinals, and
whole counts below `SMALL_COUNT`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from factcheck.measures.durations import duration_days, duration_step, plain_number
from factcheck.measures.numerals import last_digit
from factcheck.measures.periods import Period
from factcheck.measures.values import Value

BARE_SHARE = Decimal("0.10")
HEDGED_SHARE = Decimal("0.15")
SMALL_COUNT = 20
_LIMIT = re.compile(r"(?:^|_)(?:floor|ceiling|cap|limit|minimum|maximum|min|max|top|peak)(?:_|$)")
_NUMERIC = ("number", "percentage", "amount")

Bounds = tuple[Decimal | None, Decimal | None]


def numeric_bounds(
    value: Decimal, step: Decimal | None, hedge: str | None, is_count: bool = False
) -> Bounds:
    """Lowest and highest figure that `value` stands for; `None` is open.

    `step` is the size of one unit of the last stated digit (`None`: exact); `is_count` says
    that it is a bare number, of which the small whole ones are exact.
    """
    if hedge in ("more than", "at least"):
        return value, None
    if hedge in ("less than", "at most"):
        return None, value
    if hedge == "nearly":
        ends = value * (1 - HEDGED_SHARE), value
        return (min(ends), max(ends))
    small = is_count and value == int(value) and abs(value) < SMALL_COUNT
    if hedge == "exactly" or step is None or (small and hedge is None):
        return value, value
    share = abs(value) * (BARE_SHARE if hedge is None else HEDGED_SHARE)
    slack = share if small else min(step / 2, share)
    return value - slack, value + slack


def date_bounds(value: str, hedge: str | None = None) -> tuple[str | None, str | None]:
    """First and last day (ISO 8601) of a date or period; "about" adds its own length at
    both sides, but no more than a year. Fiscal years and the like have none."""
    try:
        period = Period.parse(value)
    except ValueError:
        return None, None
    first, last = period.first, period.last
    if hedge == "about" and first and last and 2 <= first.year <= 9000:
        more = min(last - first + timedelta(days=1), timedelta(days=366))
        first, last = first - more, last + more
    return first.isoformat() if first else None, last.isoformat() if last else None


def duration_bounds(
    iso: str, step_days: Decimal | None, hedge: str | None
) -> tuple[str | None, str | None]:
    """Shortest and longest duration (ISO 8601, in days or seconds) that `iso` stands for."""
    fewest, most = duration_days(iso)
    low = numeric_bounds(fewest, step_days, hedge)[0]
    high = numeric_bounds(most, step_days, hedge)[1]
    return _days_text(low), _days_text(high)


def with_bounds(value: Value, step: Decimal | None = None) -> Value:
    """`value` with `low` and `high` filled in from its hedge and stated precision.

    `step` is the size of the last stated digit's unit; left out, it is worked out from the
    figure itself ("28,500": 100).
    """
    low: Decimal | str | None
    high: Decimal | str | None
    if isinstance(value.value, Decimal):
        if value.kind == "ordinal":
            low, high = value.value, value.value
        else:
            step = last_digit(value.value) if step is None else step
            low, high = numeric_bounds(value.value, step, value.hedge, value.kind == "number")
    elif value.value is None:
        return value
    elif value.kind == "duration":
        low, high = duration_bounds(value.value, step or duration_step(value.value), value.hedge)
    elif value.kind == "range":
        low, high = range_ends(value.value)
    else:
        low, high = date_bounds(value.value, value.hedge)
    return replace(value, low=low, high=high)


def range_ends(text: str) -> Bounds:
    """The two ends of "20..30", "20.." or "..30". Raises `ValueError` for anything else."""
    first, dots, last = text.partition("..")
    if not dots:
        raise ValueError(f"{text!r} is no range: write 20..30")
    return (Decimal(first) if first else None), (Decimal(last) if last else None)


def _days_text(days: Decimal | None) -> str | None:
    if days is None:
        return None
    if days >= 2:
        return f"P{days.quantize(Decimal(1))}D"
    seconds = days * 86400
    # "9.58 seconds" is told apart from 9.59
    return f"PT{plain_number(seconds.quantize(Decimal('0.001' if seconds < 60 else 1)))}S"


def is_limit(property: str) -> bool:
    """Whether a property, by its name, is a limit itself: "annual_increase_cap"."""
    return _LIMIT.search(property) is not None
