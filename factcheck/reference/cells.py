"""The value of a cell: its type, and what our own value reader makes of it.

The one place where the reference calls the value reader.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.measures.periods import Period
from factcheck.measures.values import Value

#: units that stand for a type of value
_TYPE_OF_UNIT = {
    "percent": "percentage",
    "percentage": "percentage",
    "%": "percentage",
    "percentage point": "percentage",
    "percentage points": "percentage",
    "date": "date",
    "month": "date",
    "years": "duration",
    "months": "duration",
    "weeks": "duration",
    "days": "duration",
    "hours": "duration",
    "minutes": "duration",
    "seconds": "duration",
    "ordinal": "ordinal",
    "rank": "ordinal",
    "entity": "entity",
    "place": "entity",
    "person": "entity",
    "boolean": "boolean",
    "text": "text",
}
_FIGURES = {"number", "amount", "percentage", "ordinal"}
_BOOLEANS = {"yes", "no", "true", "false"}
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}(/(\d{4}(-\d{2}){0,2}|\.\.))?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LENGTH = re.compile(r"P[1-9]\d{0,4}[YMWD]")
#: characters of the longest cell that is read as a value; longer ones are free text
_LONGEST = 500
_CURRENCY = re.compile(r"[A-Z]{3}|\$")


@lru_cache(maxsize=1 << 16)
def read_cell(value: str, unit: str | None, type: str | None = None) -> Value | None:
    """What a cell says, as a value with offsets into it; `None` for names and free text.

    `unit`: of the row's own column. `type`: that of the property, where it is known.
    """
    wanted = type_of_unit(value, unit) or type
    if wanted in ("entity", "text", "boolean") or len(value) > _LONGEST:
        return None
    if wanted in ("date", "period") and _ISO.fullmatch(value):
        return _iso(value)  # in a column of dates any four digits are a year, also "1066"
    if wanted in _FIGURES and _NUMBER.fullmatch(value):
        return _figure(value, wanted, _unit_to_read(unit, wanted))
    if wanted == "duration" and _LENGTH.fullmatch(value):
        return _figure(value, wanted, None)
    from factcheck.measures.cells import read_value

    return read_value(value, wanted, _unit_to_read(unit, wanted))


def _figure(value: str, kind: str, unit: str | None) -> Value:
    """A bare figure, or a length of time. The value reader says the same, but takes long to
    import."""
    from factcheck.measures.bounds import with_bounds

    if kind == "percentage":
        unit = unit or "percent"
    figure = value if kind == "duration" else Decimal(value)
    return with_bounds(Value(0, len(value), value, kind, figure, unit))


def _iso(value: str) -> Value | None:
    try:
        period = Period.parse(value)
    except ValueError:
        return None
    kind = "period" if "/" in value else "date"
    low, high = (end.isoformat() if end else None for end in (period.first, period.last))
    return Value(0, len(value), value, kind, value, low=low, high=high)


def _unit_to_read(unit: str | None, type: str | None) -> str | None:
    """The part of a unit that our value reader takes: a currency, a time unit, points."""
    if type == "percentage":
        return "percentage point" if unit and unit.startswith("percentage point") else None
    return unit if type in ("amount", "duration") else None


def type_of_unit(value: str, unit: str | None) -> str | None:
    """The type that a unit stands for: "amount" for a currency; `None` where it says nothing."""
    if not unit:
        return None
    if unit == "year":  # "2024" is a date, "1" year a duration
        return "date" if _YEAR.fullmatch(value) else "duration"
    if unit == "person" and _NUMBER.fullmatch(value):
        return "number"
    return _TYPE_OF_UNIT.get(unit) or ("amount" if _CURRENCY.fullmatch(unit) else None)


def cell_type(value: str, unit: str | None) -> str:
    """The type of a value: that of its unit, else what it looks like; "text" for all other."""
    from_unit = "text" if len(value) > _LONGEST else type_of_unit(value, unit)
    if from_unit:
        return from_unit
    if value.lower() in _BOOLEANS:
        return "boolean"
    is_year = _YEAR.fullmatch(value) and not unit
    if _ISO.fullmatch(value) and (is_year or not _NUMBER.fullmatch(value)):
        return "period" if "/" in value else "date"
    if _NUMBER.fullmatch(value):
        return "number"
    from factcheck.measures.cells import read_value

    reading = read_value(value)
    if reading is not None and reading.end - reading.start >= len(value) * 0.4:
        return (
            _RANGES.get(reading.unit or "", "number") if reading.kind == "range" else reading.kind
        )
    return "entity" if looks_like_name(value) else "text"


_RANGES = {"percent": "percentage", "USD": "amount", "EUR": "amount"}


def is_bare_year(value: str) -> bool:
    """Whether a value is four digits that may be a year or a number."""
    return _YEAR.fullmatch(value) is not None


def looks_like_name(value: str) -> bool:
    """Whether a text can be somebody's or something's name: short, and capitalised."""
    words = value.split()
    capitals = sum(word[0].isupper() for word in words)
    return 0 < len(words) <= 6 and words[0][0].isupper() and 2 * capitals >= len(words)
