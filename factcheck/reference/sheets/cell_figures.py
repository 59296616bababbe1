"""The figure or day in a cell, however people write them: "6,814 m", "t3", "9.12 (66)", "2:08.31".

A cell that holds several figures, of which none sums the others up ("w 98 - 91"), has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from factcheck.measures.periods import Period

#: cells that say nothing
EMPTY = frozenset(
    (
        *("", "-", "–", "—", "--", "n/a", "na", "n.a.", "none", "null", "nan", "?", "...", "…"),
        *("tba", "tbd", "unknown", "x", "\u2212"),
    )
)
#: the longest cell that is looked at for a figure
_LONGEST = 120
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"),
            ("may",), ("june", "jun"), ("july", "jul"), ("august", "aug"),
            ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = (
    re.compile(rf"{_MONTH},?\s+{_DAY}(?!\d)(?:\s*,?\s+(?P<year>\d{{4}}))?"),
    re.compile(rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:[\s,-]+(?P<year>\d{{4}}))?"),
    re.compile(rf"{_MONTH}\s+(?P<year>\d{{4}})"),
)
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)")
_HOURS = re.compile(r"(?:(\d+)\s*h)\s*(\d+)\s*(?:'|m)[^\d]*(?:(\d+(?:\.\d+)?)\s*(?:''|\"|s))?")
_SUM = re.compile(r"=\s*(?P<figure>[-+]?\s?\d+)\s*$")
_BRACKET = re.compile(r"^\d+\.\d+\s*\((?P<figure>\d+)\)$")
_NUMBER = r"(?P<figure>[-+−–]?\s?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+−–]?\s?\d*\.?\d+)"
_ONE = re.compile(
    rf"^(?:us\s?)?[$€£¥#~t≈]?\s?{_NUMBER}\s?[*†‡]?"
    r"(?P<rest>(?:\s?(?:%|°|[a-zµ][a-z0-9/²³.]*(?:\s[a-z]+)?|million|billion))?)"
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\])?\s*[*†‡]?$"
)
_SIZES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3}


def figure_of(cell: str) -> Decimal | None:
    """The one figure of a cell; a time is in seconds. `None` for names, scores and days."""
    text = cell.strip().lower().replace("\u2212", "-")
    if text in EMPTY or len(text) > _LONGEST:
        return None
    for pattern in (_BRACKET, _SUM, _ONE):
        found = pattern.search(text)
        if found:
            figure = Decimal(re.sub(r"[,\s+]", "", found["figure"]).replace("–", "-"))
            rest = found.groupdict().get("rest") or ""
            return figure * _SIZES.get(rest.strip(), 1)
    return _seconds(text)


def _seconds(text: str) -> Decimal | None:
    """A time of day or of a race as seconds."""
    found = _HOURS.fullmatch(text) or _CLOCK.fullmatch(text.removeprefix("+").strip())
    if found is None:
        return None
    hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def day_of(cell: str, *, day_first: bool = False) -> tuple[str, bool] | None:
    """The day or month of a cell as ISO 8601, and whether the year was written; without one the
    year is 2000. `day_first`: how "3/4/2001" is meant."""
    text = cell.strip().lower()
    if text in EMPTY or len(text) > _LONGEST:
        return None
    if _ISO.fullmatch(text):
        return _valid(text, True)
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        one, two, year = slashed.groups()
        day, month = (one, two) if day_first else (two, one)
        year = year if len(year) == 4 else f"{'19' if int(year) > 40 else '20'}{year}"
        return _valid(f"{year}-{int(month):02}-{int(day):02}", True)
    for pattern in _WRITTEN:
        found = pattern.match(text)
        if found:
            parts = found.groupdict()
            year = parts.get("year") or "2000"
            iso = f"{year}-{_MONTHS[parts['month']]:02}"
            iso += f"-{int(parts['day']):02}" if parts.get("day") else ""
            return _valid(iso, bool(parts.get("year")))
    return None


def is_day_first(cells: Sequence[str]) -> bool:
    """Whether the slashed dates of a column have the day before the month."""
    found = [match for cell in cells if (match := _SLASHED.fullmatch(cell.strip()))]
    return any(int(match[1]) > 12 for match in found)


def later(iso: str, years: int) -> str:
    """A day without a written year, so many years on (a season goes over New Year)."""
    return f"{int(iso[:4]) + years}{iso[4:]}"


def _valid(iso: str, has_year: bool) -> tuple[str, bool] | None:
    try:
        period = Period.parse(iso)
    except ValueError:
        return None
    first = period.first or date.min
    return (iso, has_year) if first > date.min + timedelta(days=400) else None
