"""Our own normalised forms, read back: "P5Y", "20..30", "2026/2030", "1991/..", "../2003"."""

from __future__ import annotations

import re

from factcheck.measures.drafts import Draft
from factcheck.measures.durations import duration_days, duration_step
from factcheck.measures.periods import Period
from factcheck.measures.plain import Page

_POINT = r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?"
_PERIOD = re.compile(rf"(?:{_POINT}|\.\.)/(?:{_POINT}|\.\.(?!\.))(?![0-9a-z/-])")
_RANGE = re.compile(
    r"-?[0-9]{1,20}(?:\.[0-9]{1,12})?\.\.(?:-?[0-9]{1,20}(?:\.[0-9]{1,12})?)"
    r"?(?![0-9a-z./])|\.\.[0-9]{1,20}(?:\.[0-9]{1,12})?(?![0-9a-z./])"
)
_DURATION = re.compile(
    r"p(?=[0-9t])(?:[0-9]{1,6}(?:\.[0-9]{1,6})?[ymwd])"
    r"{0,4}(?:t(?:[0-9]{1,6}(?:\.[0-9]{1,6})?[hms]){1,3})?(?![a-z0-9])"
)


def read_iso(page: Page, start: int) -> Draft | None:
    """A period, range or duration in the form that our own answers give."""
    t = page.plain
    if found := _PERIOD.match(t, start):
        value = found.group()
        try:
            Period.parse(value)
        except ValueError:
            return None
        return Draft(start, found.end(), "period", value) if value != "../.." else None
    if found := _RANGE.match(t, start):
        return Draft(start, found.end(), "range", found.group())
    if t[start] == "p" and page.raw[start] == "P" and (found := _DURATION.match(t, start)):
        value = found.group().upper()
        try:
            duration_days(value)
        except ValueError:
            return None
        return Draft(start, found.end(), "duration", value, step=duration_step(value))
    return None
