"""Days, months and years in a statement, to be met by the days of a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAMES = {name: number for number, name in enumerate(_MONTHS, start=1)}
_NAMES |= {name[:3]: number for name, number in _NAMES.items()} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>[12]\d{3})\b"
_FORMS = [
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*,?\s+{_YEAR})?", re.I),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH}(?:[\s,-]+{_YEAR})?", re.I
    ),
    re.compile(rf"\b{_MONTH}(?:\s*,?\s+(?:of\s+)?{_YEAR})?", re.I),
    re.compile(r"\b(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>[12]\d{3})\b"),
    re.compile(r"\b(?P<year>[12]\d{3})-(?P<month_number>\d{2})-(?P<day>\d{2})\b"),
]
#: a month that is as often a verb or a name
_UNSURE = re.compile(r"\b(?:may|march|mar|jan|jun|dec)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:in|of|on|during|by|since|before|after|and|until|to|from)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Day:
    """A day or month as said; `start` and `end` (exclusive) are offsets into the text. `month`
    and `day` hold every reading: 3/4 is April 3 and March 4."""

    start: int
    end: int
    year: int | None
    months: tuple[tuple[int, int | None], ...]

    def fits(self, iso: str, has_year: bool) -> bool:
        """Whether a cell's ISO 8601 day lies in what is said."""
        if has_year and self.year is not None and int(iso[:4]) != self.year:
            return False
        month = int(iso[5:7]) if len(iso) > 4 else None
        day = int(iso[8:10]) if len(iso) > 7 else None
        return any(month == m and d in (None, day) for m, d in self.months)

    def relation(self) -> str | None:
        """An ISO period or "--05" for a month; `None` where it is open which is meant."""
        if len(self.months) != 1 or self.months[0][1] is not None:
            return None
        month = self.months[0][0]
        return f"--{month:02}" if self.year is None else f"{self.year}-{month:02}"

    def iso(self) -> str | None:
        """The day in ISO 8601 where it is whole."""
        if self.year is None or len(self.months) != 1:
            return None
        month, day = self.months[0]
        return f"{self.year}-{month:02}" + (f"-{day:02}" if day else "")


def days_in(text: str) -> Iterator[Day]:
    """The days and months of a text, not overlapping."""
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken):
                continue
            months = _months(match, text)
            if months:
                taken.append((start, end))
                year = match.groupdict().get("year")
                yield Day(start, end, int(year) if year else None, months)


def _months(match: re.Match[str], text: str) -> tuple[tuple[int, int | None], ...]:
    parts = match.groupdict()
    if parts.get("one"):
        one, two = int(parts["one"]), int(parts["two"])
        return tuple(dict.fromkeys((m, d) for m, d in ((one, two), (two, one)) if m <= 12))
    if parts.get("month_number"):
        return ((int(parts["month_number"]), int(parts["day"])),)
    day = int(parts["day"]) if parts.get("day") else None
    lone = day is None and not parts.get("year") and _UNSURE.fullmatch(match.group())
    if lone and not _BEFORE.search(text[: match.start()]):
        return ()
    return ((_NAMES[parts["month"].lower()], day),)
