"""Months without day and year: "in March"; "may" and "march" only where they cannot be verbs."""

from __future__ import annotations

import re

from factcheck.measures.dates import THAT_YEAR, of_that_year
from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import CUES, MONTHS, any_of
from factcheck.measures.plain import Page, word_before
from factcheck.measures.spoken_years import year_behind

_MONTH_WORD = re.compile(rf"({any_of(MONTHS)})(?![a-z])\.?")
_MONTH_CUES = frozenset(CUES["month"])
_HARD_CUES = _MONTH_CUES - frozenset(
    ("the", "and", "of", "to", "on", "last", "next", "its", "their", "his", "her", "our")
)
_SURE_MONTHS = frozenset(CUES["sure_months"])


def read_lone_month(page: Page, start: int) -> Draft | None:
    """A month without day and year; "may" and "march" only where they cannot be verbs."""
    found = _MONTH_WORD.match(page.plain, start)
    if not found:
        return None
    name, before = found[1], word_before(page.plain, start)
    if not page.raw[start].isupper() and (name not in _SURE_MONTHS or before not in _HARD_CUES):
        return None
    doubtful = name in ("may", "march", "mar", "jan", "june", "april", "august")
    cued = before in (_HARD_CUES if name in ("may", "march") else _MONTH_CUES)
    person = doubtful and page.raw[found.end() : found.end() + 2].strip()[:1].isupper()
    if not cued and (person or name not in _SURE_MONTHS):
        return None
    if doubtful and page.plain.startswith("'s", start + len(name)):
        return None
    if which := THAT_YEAR.match(page.plain, start + len(name)):
        return of_that_year(page, start, which, MONTHS[name], None)
    if said := year_behind(page.plain, start + len(name)):
        return Draft(start, said[1], "date", f"{said[0]:04}-{MONTHS[name]:02}")
    return Draft(start, start + len(name), "date", f"--{MONTHS[name]:02}")
