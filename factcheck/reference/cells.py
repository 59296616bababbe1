"""The value of a cell: its type, and what our own value reader makes of it.

The one place where the reference calls the value reader.
"""

from __future__ import annotations

import re
from datetime import date
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
    "ordinal": "ordinal",
    "rank": "ordinal",
    "entity": "entity",
    "place": "entity",
    "person": "entity",
    "boolean": "boolean",
    "text": "text",
}
_KINDS = {"number", "ordinal", "percentage", "amount", "date", "period", "duration"}
_BOOLEANS = {"yes", "no", "true", "false"}
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}(/(\d{4}(-\d{2}){0,2}|\.\.))?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")


@lru_cache(maxsize=1 << 16)
def read_cell(value: str, unit: str | None, type: str | None = None) -> Value | None:
    """What a cell says, as a value with offsets into it; `None` for names and free text.

    `unit`: of the row's own column. `type`: that of the property, where it is known.
    """
    wanted = type_of_unit(value, unit) or type
    if wanted in ("entity", "text", "boolean"):
        return None
    if wanted in ("date", "period") and _ISO.fullmatch(value):
        return _iso(value)
    if _NUMBER.fullmatch(value):
        return _plain(value, unit, wanted or "number")
    return _read(value, unit, wanted)


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
    from_unit = type_of_unit(value, unit)
    if from_unit:
        return from_unit
    if value.lower() in _BOOLEANS:
        return "boolean"
    if _ISO.fullmatch(value) and (not _NUMBER.fullmatch(value) or _YEAR.fullmatch(value)):
        return "period" if "/" in value else "date"
    if _NUMBER.fullmatch(value):
        return "number"
    reading = _read(value, unit, None)
    if reading is not None and reading.end - reading.start >= len(value) * 0.4:
        return _RANGES.get(reading.unit or "", "number") if reading.kind == "range" else reading.kind
    return "entity" if looks_like_name(value) else "text"


_RANGES = {"percent": "percentage", "USD": "amount", "EUR": "amount"}


def looks_like_name(value: str) -> bool:
    """Whether a text can be somebody's or something's name: short, and capitalised."""
    words = value.split()
    capitals = sum(word[0].isupper() for word in words)
    return 0 < len(words) <= 6 and words[0][0].isupper() and 2 * capitals >= len(words)


def _iso(value: str) -> Value | None:
    try:
        period = Period.parse(value)
    except ValueError:
        return None
    kind = "period" if "/" in value else "date"
    return Value(
        0, len(value), value, kind, value, low=_text(period.first), high=_text(period.last)
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: str, unit: str | None, type: str) -> Value | None:
    """A bare figure in a cell, with the unit of its column: exact to its last digit."""
    if type == "duration" and unit:
        letter = unit[0].upper()
        time = "T" if unit.startswith(("hour", "minute")) else ""
        iso = f"P{time}{value}{letter}"
        return Value(0, len(value), value, "duration", iso, low=iso, high=iso)
    if type not in _KINDS or type in ("date", "period", "duration"):
        return None
    number = Decimal(value)
    units = {"percentage": "percent", "amount": unit}
    if type == "percentage" and unit and unit.startswith("percentage point"):
        units["percentage"] = "percentage point"
    return Value(0, len(value), value, type, number, units.get(type), low=number, high=number)


def _read(value: str, unit: str | None, type: str | None) -> Value | None:
    """Ask our own value reader; for cells that are no plain figure or ISO date."""
    return None
