"""Parts of a stretch near the date of utterance: "the end of this year", "late last month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.measures.drafts import Draft
from factcheck.measures.moving import moved_unit
from factcheck.measures.periods import Period
from factcheck.measures.plain import Page

PART_OF = re.compile(
    r"(?:(?P<the>the )?(?:very )?(?P<part>beginning|start|middle|end) of "
    r"|(?P<early>early|mid|late)[ -](?:in )?)"
    r"(?P<shift>last|this|next|the) (?P<unit>year|month|decade|century)(?![a-z])"
)


def part_of(page: Page, found: re.Match[str]) -> Draft | None:
    """ "the end of this year", "late last month", "the end of the decade"."""
    part = found["part"] or found["early"]
    if found["early"] and found["shift"] == "the":
        return None
    if page.date is None:
        return Draft(found.start(), found.end(), "period", None, note="no_date")
    steps = {"last": -1, "next": 1}.get(found["shift"], 0)
    whole = Period.parse(moved_unit(page.date, found["unit"], steps))
    assert whole.first and whole.last
    days = (whole.last - whole.first).days
    share = 3 if found["early"] else 4
    length = timedelta(days=days // share)
    if part in ("early", "beginning", "start"):
        ends = whole.first, whole.first + length
    elif part in ("late", "end"):
        ends = whole.last - length, whole.last
    else:
        ends = whole.first + length, whole.last - length
    if found["unit"] == "year":
        first, last = (day.isoformat()[:7] for day in _whole_months(*ends))
    else:
        first, last = (day.isoformat() for day in ends)
    return Draft(found.start(), found.end(), "period", f"{first}/{last}")


def _whole_months(first: date, last: date) -> tuple[date, date]:
    """The nearest whole months: a part of a year is told in months."""
    if first.day > 15:
        first = first.replace(day=28) + timedelta(days=4)
    if last.day < 15:
        last = last.replace(day=1) - timedelta(days=1)
    return first, last
