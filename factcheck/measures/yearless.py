"""The year of a date that is said without one: "on 18 June", "in November of that year"."""

from __future__ import annotations

import re
from calendar import monthrange

from factcheck.measures.drafts import Draft
from factcheck.measures.plain import Page, word_before
from factcheck.measures.tenses import is_future

_OF_THAT_YEAR = re.compile(
    r",? (?:(?:of|in) )?(?:(?P<same>that same|that|the same)|the (?:following|next)) year(?![a-z'])"
)
_YEAR = re.compile(r"[12][0-9]{3}")
_SENTENCE_ENDS = re.compile(r"[.!?](?:[\"')\]]*) |\x1f")
_AND_DID = re.compile(r",? (?:and|then|but) (?:was |were |then )?[a-z]+ (?:it |them )?(?:on|in) ")
_DAY_LONG = len("2014-02-02")


def settled(page: Page, draft: Draft, last: Draft | None) -> None:
    """Give a date without a year ("--11-04") the year of the date `last` before it, where the
    words or the row point there; else the one that the date of utterance suggests."""
    text = draft.value
    if not isinstance(text, str) or not text.startswith("--"):
        return
    year = _told(page, draft, last)
    if year is None and page.date is None:
        draft.value, draft.note = None, "no_date"
        return
    month, rest = int(text[2:4]), text[4:]
    year = _suggested(page, draft, month) if year is None else year
    if "/" in rest:
        first, end = (int(part) for part in rest[1:].split("/"))
        end = min(end, monthrange(year, month)[1])
        draft.value = f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{end:02}"
    else:
        draft.value = f"{year:04}-{month:02}{rest}"
        if rest == "-29" and month == 2 and monthrange(year, 2)[1] != 29:
            draft.value = f"{year:04}-02"


def _told(page: Page, draft: Draft, last: Draft | None) -> int | None:
    """The year that the text before tells: "24 August of that year", "that April", "signed on 2
    February 2014, ratified on 16 April"."""
    found = _YEAR.match(str(last.value)) if last is not None else None
    if found is None or last is None:
        return None
    year = int(found.group())
    if which := _OF_THAT_YEAR.match(page.plain, draft.end):
        draft.end = which.end()
        return year if which["same"] else year + 1
    if word_before(page.plain, draft.start) == "that":
        return year
    between = page.plain[last.end : draft.start]
    return year if _goes_on(str(last.value), str(draft.value), between) else None


def _goes_on(before: str, after: str, between: str) -> bool:
    """Whether a day of the same sentence comes later in the year than the one before it; behind a
    month the words must go on with what was done then: "in March 1961 and left on 21 April"."""
    are_days = len(before) == _DAY_LONG and len(after) == len("--06-18")
    if len(before) == len("1961-03") and _AND_DID.fullmatch(between):
        return after[2:4] >= before[5:]
    return are_days and not _SENTENCE_ENDS.search(between) and after[2:] > before[5:]


def _suggested(page: Page, draft: Draft, month: int) -> int:
    """The last such month, or the next one where the clause speaks of what is to come."""
    assert page.date is not None
    future = is_future(page.plain, draft.start)
    if future and month < page.date.month:
        return page.date.year + 1
    if not future and month > page.date.month:
        return page.date.year - 1
    return page.date.year
