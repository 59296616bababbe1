"""Durations compared in days at the precision stated: "two years" fits 23 months."""

from __future__ import annotations

from decimal import Decimal

from factcheck.checking.fits import THIN_BAND, Fit
from factcheck.checking.numbers import Span, grade_numbers, say_span
from factcheck.measures.durations import duration_days, duration_step, duration_text
from factcheck.measures.lexicon import TIME_UNITS
from factcheck.measures.values import Value
from factcheck.records import Fact

#: of the claim's unit: beside its bounds, no clear error ("two years" for 2.6)
_STEP_SHARE = Decimal("0.25")
#: the same of a time between two events, of which the last week or month may be left out
_BEGUN_SHARE = Decimal("0.9")


def known_duration(fact: Fact) -> str | None:
    """The fact's duration in ISO 8601: as read, or a number in its column's unit ("years")."""
    reading = fact.reading
    if reading is None or reading.value is None:
        return None
    if not isinstance(reading.value, Decimal):
        return reading.value if reading.kind == "duration" else None
    unit = TIME_UNITS.get(reading.unit or fact.unit or "")
    return duration_text(reading.value, unit) if unit else None


def compare_durations(value: Value, fact: Fact, *, is_between: bool = False) -> Fit:
    """How the claimed duration stands to the fact's; `is_between`: from one event to another, of
    which "a month" is the length."""
    text = known_duration(fact)
    if text is None or value.kind != "duration" or not isinstance(value.value, str):
        return Fit(fact, "apart", "no durations to compare")
    shortest, longest = duration_days(text)
    low, high = (_days(end, side) for side, end in enumerate((value.low, value.high)))
    if low is None and high is None:
        low, high = duration_days(value.value)
    claimed = Span(low, high, None)
    # a year has 365 or 366 days: one day in common is enough
    known = Span((shortest + longest) / 2, (shortest + longest) / 2, (shortest + longest) / 2)
    if claimed.gap(Span(shortest, longest, None)) == 0:
        grade = "fits"
    else:
        is_begun = is_between and high is not None and shortest > high
        share = _BEGUN_SHARE if is_begun else _STEP_SHARE
        width = max(duration_step(value.value) * share, shortest * THIN_BAND)
        grade = grade_numbers(claimed, known, width)
    if grade == "differs" and not is_between and value.text.lower().startswith(("a ", "an ")):
        grade = "vague"  # "froze it for a year" says not how long the whole lasts
    why = f"{value.value} ({say_span(claimed)} days) against {text}"
    return Fit(fact, grade, why, exact=value.value == text and not value.hedge)


def _days(end: object, side: int) -> Decimal | None:
    return duration_days(end)[side] if isinstance(end, str) else None
