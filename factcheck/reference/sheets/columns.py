"""What the columns of a table hold: type and unit, from header and cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.records import Column
from factcheck.reference.sheets.cell_figures import EMPTY, day_of, figure_of, is_day_first

_BRACKET = re.compile(r"[(\[]\s*(?P<unit>[^()\[\]]{0,20})\s*[)\]]\s*$")
_SIZES = {
    "thousand": 10**3, "thousands": 10**3, "000s": 10**3,
    "million": 10**6, "millions": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9,
}  # fmt: skip
_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY",
}  # fmt: skip
_MONEY = re.compile(r"^(?:us\s?)?(?P<mark>[$€£¥])\s?\d")
_PLACE = re.compile(r"t?\d+(?:st|nd|rd|th)?", re.IGNORECASE)
_PLACES = frozenset(("rank", "pos", "pos.", "position", "place", "finish", "standing", "no", "no."))
_TWO = r"[\d,.]+\s*/\s*[\d,.]+"
_FEET = r"[4-8]\s*[-'’]\s*\d{1,2}\s*[\"”]?"
#: so many of the filled cells of a column must be figures
_SHARE = 0.7


def one_figure_each(header: str, cells: Sequence[str]) -> list[str]:
    """The cells of a column; of one that gives each figure twice ("height feet / m": "629 / 192")
    the first figure, of a height in feet and inches ("6 - 7") the inches."""
    filled = [cell for cell in cells if cell.lower() not in EMPTY]
    if "height" in header.lower() and _all(filled, _FEET):
        feet = [re.findall(r"\d+", cell) for cell in cells]
        return [str(12 * int(f[0]) + int(f[1])) if len(f) == 2 else "" for f in feet]
    if "/" in header and _all(filled, _TWO):
        return [cell.partition("/")[0].strip() for cell in cells]
    return list(cells)


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns in order. Nameless ones are called after their place, repeated ones numbered."""
    found: list[Column] = []
    for index, name in enumerate(header):
        cells = one_figure_each(name, [row[index] for row in rows])
        filled = [cell for cell in cells if cell.lower() not in EMPTY]
        property = "_".join(re.findall(r"\w+", name.lower())) or f"column_{index + 1}"
        taken = {column.property for column in found}
        while property in taken:
            property += "_again"
        type, unit, size = _sort_of(name, filled)
        found.append(Column(name or f"column {index + 1}", property, type, unit, size))
    return tuple(found)


def _sort_of(header: str, cells: Sequence[str]) -> tuple[str, str | None, Decimal]:
    unit, size = _unit(header, cells)
    if not cells:
        return "text", None, Decimal(1)
    day_first = is_day_first(cells)
    days = sum(day_of(cell, day_first=day_first) is not None for cell in cells)
    if days >= _SHARE * len(cells):
        return "date", None, Decimal(1)
    figures = sum(figure_of(cell) is not None for cell in cells)
    if figures < _SHARE * len(cells) and not _is_place(header, cells):
        return "text", None, Decimal(1)
    if _is_place(header, cells):
        return "ordinal", None, Decimal(1)
    if unit == "percent":
        return "percentage", unit, Decimal(1)
    return ("amount" if unit in _CURRENCIES.values() else "number"), unit, size


def _is_place(header: str, cells: Sequence[str]) -> bool:
    """Whether the figures are places: first, t3, 12th, with "ret" and "dnf" among them."""
    places = sum(_PLACE.fullmatch(cell) is not None for cell in cells)
    marked = any(re.fullmatch(r"t\d+|\d+(?:st|nd|rd|th)", cell.lower()) for cell in cells)
    named = header.lower() in _PLACES
    return (named and 2 * places >= len(cells)) or (marked and places >= _SHARE * len(cells))


def _unit(header: str, cells: Sequence[str]) -> tuple[str | None, Decimal]:
    found = _BRACKET.search(header)
    text = found["unit"].lower() if found else ""
    words = re.findall(r"us\$|[$€£¥%]|[\w/²³]+", text)
    size = next((Decimal(_SIZES[word]) for word in words if word in _SIZES), Decimal(1))
    currency = next((_CURRENCIES[word] for word in words if word in _CURRENCIES), None)
    currency = currency or (next(iter(re.findall(r"[$€£]", header)), "") and "USD") or None
    if currency and size == 1 and words[-1:] == ["m"]:
        size = Decimal(10**6)
    if "%" in header or "percent" in header.lower() or _all(cells, r".*\d\s?%$"):
        return "percent", Decimal(1)
    marks = {match["mark"] for cell in cells if (match := _MONEY.match(cell.lower()))}
    if not currency and len(marks) == 1:
        currency = _CURRENCIES[marks.pop()]
    return currency or (text or None), size


def _all(cells: Sequence[str], pattern: str) -> bool:
    return bool(cells) and all(re.fullmatch(pattern, cell) for cell in cells)
