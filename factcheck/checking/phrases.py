"""Parts of a sentence: figures, dates and times as news writes them, units, whose figure it is."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.checking.numbers import unit_of
from factcheck.measures.currencies import is_currency
from factcheck.measures.lexicon import MONEY_NAMES
from factcheck.measures.periods import Period
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.measures.writing import write_value
from factcheck.measures.writing_dates import write_date
from factcheck.records import Fact

MONTHS = tuple(calendar.month_name[1:])


def is_dated(fact: Fact) -> bool:
    """Whether a fact's value is a date or a year."""
    kind = fact.reading.kind if fact.reading else None
    return kind in ("date", "period") or (kind == "number" and fact.unit == "year")


def say_figure(fact: Fact) -> str:
    """The value as news writes it: "1.5192 trillion won", "28,500", "8.3%", "November 4, 2024"."""
    if fact.reading is None:
        return fact.value
    if is_dated(fact):
        return say_date(fact).removeprefix("on ").removeprefix("in ")
    said = say_value(with_unit(fact.reading, unit_of(fact)))
    physical = physical_unit(fact.unit) if fact.reading.kind == "number" else None
    return f"{said} {physical[0].name}" if physical and not physical[1] else said


def with_unit(reading: Value, unit: str | None) -> Value:
    """The reading with the unit of its column where the cell has a bare number."""
    if not isinstance(reading.value, Decimal) or reading.unit or not unit:
        return reading
    kind = {"percent": "percentage", "ordinal": "ordinal"}.get(unit, reading.kind)
    kind = "amount" if is_currency(unit) else kind
    kept = unit if kind != reading.kind and kind != "ordinal" else None
    return Value(0, 0, "", kind, reading.value, kept, reading.of, reading.hedge)


def say_value(value: Value) -> str:
    """A value as news writes it, with its hedge."""
    if value.value is None:
        return value.text
    hedge = f"{value.hedge} " if value.hedge and value.hedge != "exactly" else ""
    return f"{hedge}{write_value(value.value, value.kind, value.unit)}"


def say_date(fact: Fact) -> str:
    """When the event was: "on November 4, 2024", "in November 2024", "in 1991"."""
    text = str(fact.reading.value if fact.reading else fact.value)
    try:
        return say_period(Period.parse(text)) or text
    except ValueError:
        return text


def say_period(period: Period, first_word: str = "in") -> str:
    """ "in 2026", "on June 30, 2025", "since 2008", "from 2022 to 2026"; "" for any time.

    An open end is said only with `first_word` "from", for terms and the like.
    """
    first, last = period.first, period.last
    if first is None and last is None:
        return ""
    if last is None:
        return f"since {say_day(first)}" if first and first_word == "from" else ""
    if first is None:
        return f"until {say_day(last)}"
    length = len(str(period))
    if "/" not in str(period):
        word = "on" if length == 10 else "in"
        return f"{word} {say_day(first, length)}"
    if length == 9:
        return f"from {first.year} to {last.year}"
    return f"from {say_day(first)} to {say_day(last)}"


def say_day(day: date, length: int = 10) -> str:
    """A day, month (`length` 7) or year (4) as news writes it."""
    return write_date(day.isoformat()[:length])


def say_unit(unit: str | None) -> str:
    """The name of a currency as news writes it after a figure: "won", "dollars"."""
    return _money_names().get(unit or "", unit or "")


@cache
def _money_names() -> dict[str, str]:
    """By code: the plural of the first name that texts use."""
    names: dict[str, str] = {"USD": "dollars", "$": "dollars"}
    for name, code in MONEY_NAMES.items():
        held = names.setdefault(code, name)
        if name == held + "s" and code != "KRW":
            names[code] = name
    return names


def say_source(fact: Fact) -> str:
    """Whose figure it is: the publisher of the first source, or its title."""
    if not fact.sources:
        return ""
    source = fact.sources[0]
    name = source.publisher or source.title
    for mark in (", republish", " via ", "; republish", " ("):
        name = name.partition(mark)[0]
    return name.strip()


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
