"""Periods: stretches of days, read from and written as ISO 8601 text.

"2024" is the whole year, "2024-11" the month, "2026/2030" both years and all
between, "1991/.." open at the end. Both ends are included everywhere.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; `None` leaves that side open."""

    first: date | None
    last: date | None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read "2024", "2024-11", "2024-11-04", "2026/2030", "1991/.." or "../2003".

        Raises `ValueError` for anything else.
        """
        first, slash, last = text.partition("/")
        if not slash:
            return cls(*_ends(first))
        return cls(
            None if first == ".." else _ends(first)[0],
            None if last == ".." else _ends(last)[1],
        )

    @property
    def is_open(self) -> bool:
        """Whether a side is open."""
        return self.first is None or self.last is None

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` lies in this period."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return not self.is_before(other) and not other.is_before(self)

    @property
    def days(self) -> int | None:
        """How many days it has; `None` where a side is open."""
        return self.days_shared(self)

    def days_shared(self, other: Period) -> int | None:
        """How many days the two have in common; `None` where one of them is open."""
        if not (self.first and self.last and other.first and other.last):
            return None
        days = (min(self.last, other.last) - max(self.first, other.first)).days + 1
        return max(days, 0)

    def is_before(self, other: Period) -> bool:
        """Whether this period has ended before `other` begins."""
        return self.last is not None and other.first is not None and self.last < other.first

    def __str__(self) -> str:
        """Write the shortest ISO 8601 text that `parse` reads back."""
        first = ".." if self.first is None else self.first.isoformat()
        last = ".." if self.last is None else self.last.isoformat()
        if first == last and self.first is not None:
            return first
        if first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[:4]}"
        if first.endswith("-01") and first[:7] == last[:7] and _ends(first[:7])[1] == self.last:
            return first[:7]
        return f"{first}/{last}"


ANY_TIME = Period(None, None)


def _ends(point: str) -> tuple[date, date]:
    found = _POINT.fullmatch(point)
    if not found:
        raise ValueError(f"{point!r} is no ISO 8601 date: write 2024, 2024-11 or 2024-11-04")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day is not None and month is not None:
        return date(year, month, day), date(year, month, day)
    if month is not None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
