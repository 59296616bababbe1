"""Counted parts of a year or month: "the first nine months of 2023", "the last week of June",
"the last day of 2021", "New Year's Eve 2021".
"""

from __future__ import annotations

import re
from calendar import monthrange

from factcheck.measures.dates import MONTH
from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import MONTHS, SMALL, any_of
from factcheck.measures.plain import Page

_COUNT = any_of([w for w, n in SMALL.items() if 1 < n <= 12])
_PART = re.compile(
    rf"(?:the )?(?:very )?(?P<which>first|second|third|fourth|last|final|opening|closing) "
    rf"(?:(?P<count>{_COUNT}|[2-9]|1[0-2]) )?(?P<unit>day|week|month|quarter)s?"
    rf" of (?:{MONTH}(?:,? (?:of )?(?P<myear>[12][0-9]{{3}})(?![0-9]))?"
    r"|(?:the year )?(?P<year>[12][0-9]{3})(?![0-9a-z%]|,[0-9])|(?P<near>this|last|next|"
    r"the) year)(?![a-z])"
)
_NEW_YEARS = re.compile(
    r"new year's (?P<which>day|eve),? (?:of |in )?(?P<year>[12][0-9]{3})(?![0-9a-z])"
)
_PLACE = {
    "first": 1,
    "opening": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": -1,
    "final": -1,
    "closing": -1,
}


def read_counted_part(page: Page, start: int) -> Draft | None:
    """A counted part that begins at `start`, with or without "the"."""
    if named := _NEW_YEARS.match(page.plain, start):
        day = "01-01" if named["which"] == "day" else "12-31"
        return Draft(start, named.end(), "date", f"{named['year']}-{day}")
    found = _PART.match(page.plain, start)
    if not found:
        return None
    place, count = _PLACE[found["which"]], _count(found["count"])
    if count > 1 and place not in (1, -1):
        return None
    if found["month"]:
        return _of_month(page, found, place, count)
    return _of_year(page, found, place, count)


def _count(text: str | None) -> int:
    if text is None:
        return 1
    return SMALL.get(text) or int(text)


def _of_year(page: Page, found: re.Match[str], place: int, count: int) -> Draft | None:
    size = {"month": 1, "quarter": 3}.get(found["unit"], 0) * count
    is_day = found["unit"] == "day" and count == 1 and place in (1, -1)
    if not 0 < size <= 12 and not is_day:
        return None
    if found["year"]:
        year = int(found["year"])
    elif page.date is None:
        return Draft(found.start(), found.end(), "period", None, note="no_date")
    else:
        year = page.date.year + {"last": -1, "next": 1}.get(found["near"], 0)
    if is_day:
        day = f"{year:04}-{'01-01' if place > 0 else '12-31'}"
        return Draft(found.start(), found.end(), "date", day)
    first = 13 - size if place < 0 else 1 + (place - 1) * size
    if first + size > 13:
        return None
    ends = f"{year:04}-{first:02}", f"{year:04}-{first + size - 1:02}"
    value = ends[0] if size == 1 else "/".join(ends)
    return Draft(found.start(), found.end(), "date" if size == 1 else "period", value)


def _of_month(page: Page, found: re.Match[str], place: int, count: int) -> Draft | None:
    size = {"day": 1, "week": 7}.get(found["unit"], 0) * count
    month, year = MONTHS[found["month"]], found["myear"]
    last_day = monthrange(int(year or 2001), month)[1]
    if not 0 < size <= last_day:
        return None
    first = last_day - size + 1 if place < 0 else 1 + (place - 1) * size
    last = min(first + size - 1, last_day)
    if year is None:
        return Draft(found.start(), found.end(), "period", f"--{month:02}-{first:02}/{last:02}")
    ends = f"{year}-{month:02}-{first:02}", f"{year}-{month:02}-{last:02}"
    value = ends[0] if size == 1 else "/".join(ends)
    return Draft(found.start(), found.end(), "date" if size == 1 else "period", value)
