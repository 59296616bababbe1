"""One spreadsheet cell as a value: "over 90%", "1519200000000", "2024-11-04", "5 years", "12th"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from factcheck.measures.bounds import with_bounds
from factcheck.measures.durations import duration_text
from factcheck.measures.lexicon import TIME_UNITS
from factcheck.measures.reading import read_values
from factcheck.measures.values import Value

_NUMERIC = ("number", "percentage", "amount", "ordinal")


def read_value(cell: str, kind: str | None = None, unit: str | None = None) -> Value | None:
    """The one value that a cell holds; `None` for names, free text and several values.

    `kind` is the kind that the column's property has, where it is known: it makes "8.3" a
    percentage, "1991" a date, "12" an ordinal. `unit` is the currency of an amount without
    one, or the time unit of a bare duration ("years"). Offsets are offsets into `cell`.
    """
    value = _plain_number(cell, kind, unit) or _single(cell)
    if value is None or kind is None or value.kind == kind:
        return value
    return _as_kind(value, kind, unit)


def _plain_number(cell: str, kind: str | None, unit: str | None) -> Value | None:
    """A cell that is nothing but a number ("1519200000000"), of which every digit counts."""
    text = cell.strip()
    try:
        number = Decimal(text.replace(",", "")) if text[-1:].isdigit() else None
    except InvalidOperation:
        return None
    if (
        number is None
        or kind in ("date", "period")
        or text[0] not in "-0123456789."
        or "e" in text.lower()
    ):
        return None
    if kind is None and len(text) == 4 and text.isdigit() and 1000 <= number <= 2199:
        return None
    start = cell.index(text)
    found = Value(start, start + len(text), text, "number", number)
    return with_bounds(found, None)


def _single(cell: str) -> Value | None:
    found = read_values(cell)
    return found[0] if len(found) == 1 and found[0].value is not None else None


def _as_kind(value: Value, kind: str, unit: str | None) -> Value | None:
    if value.kind == "range" or (kind in ("date", "period") and value.kind in ("date", "period")):
        return value
    if not isinstance(value.value, Decimal):
        if kind in _NUMERIC and value.kind == "date" and value.value and len(str(value.value)) == 4:
            plain = replace(value, kind="number", value=Decimal(str(value.value)))
            return (
                _as_kind(with_bounds(plain), kind, unit) if kind != "number" else with_bounds(plain)
            )
        return None
    if kind == "percentage":
        return with_bounds(replace(value, kind=kind, unit=unit or "percent"))
    if kind == "amount" and value.kind == "number":
        return with_bounds(replace(value, kind=kind, unit=unit))
    if kind == "ordinal" and value.kind == "number":
        return with_bounds(replace(value, kind=kind))
    if kind == "duration" and value.kind == "number" and unit in TIME_UNITS:
        iso = duration_text(value.value, TIME_UNITS[unit])
        return with_bounds(replace(value, kind=kind, value=iso, unit=None))
    return None
