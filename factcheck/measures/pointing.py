"""Durations that point: "two years ago", "in five years", "the past decade", "a year earlier".

Counted from the date of utterance; "earlier" and "later" from the nearest date in the text.
Without a date to count from the value is `None`, note "no_date".
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.moving import first_day, offset, running
from factcheck.measures.plain import Page
from factcheck.measures.relative import SHIFTS
from factcheck.measures.tenses import is_future

_AFTER = re.compile(
    r" (?P<way>ago|earlier|later|before that|from now|from today|hence|previously|prior|"
    r"back(?! (?:to|in|into|from|on|at|home|with|up|down)(?![a-z]))|"
    r"before)(?![a-z])(?! than(?![a-z]))"
)


def _fine_enough(near: str | None, unit: str) -> bool:
    """Whether the date in the text is precise enough to count such units from it."""
    length = len((near or "").split("/")[0])
    if unit.startswith(("day", "week", "fortnight", "hour", "minute")):
        return length == 10
    return length >= 7 or not unit.startswith(("month", "quarter"))


_IN_TIME = re.compile(r"' time(?![a-z])")
#: "a year and two days ago": the second part alone tells no day
_COUNTED_ON = re.compile(r"(?:years?|months?|weeks?|days?) and (?:an? )?$")
_LASTS = re.compile(r"(?:^| )(?:will|would|to|can|could|may|might|should|must|'ll) last $")
_BEFORE_RUNNING = re.compile(
    r"(?:the |these |in )?(?P<shift>last|past|previous|next|coming|following|preceding) (?:an? )?$"
)


def pointed(page: Page, draft: Draft, number: Decimal, unit: str, near: str | None) -> Draft | None:
    """The date or period that a duration points to, if words around it make it one."""
    t = page.plain
    is_rest = _COUNTED_ON.search(t[max(0, draft.start - 20) : draft.start]) is not None
    if found := _AFTER.match(t, draft.end):
        way = found["way"]
        if way in ("ago", "back", "from now", "from today", "hence"):
            day = None if is_rest else page.date
            return offset(draft.start, found.end(), day, number, unit, way in ("ago", "back"))
        at_end = found.end() >= len(t) or t[found.end()] in ".,;:)!?-\x1f"
        if way in ("earlier", "later", "before that", "prior", "previously") or (
            way == "before" and at_end
        ):
            base = first_day(near) if _fine_enough(near, unit) else None
            return offset(draft.start, found.end(), base, number, unit, way != "later")
    window = t[max(0, draft.start - 20) : draft.start]
    found = _BEFORE_RUNNING.search(window)
    if found and _LASTS.search(window):
        return None  # "it will last two hours"
    if found and not (found["shift"] in ("last", "past") and t.startswith(" of ", draft.end)):
        begin = draft.start - len(window) + found.start()
        if found.group().startswith("in "):
            begin += 3
        steps = SHIFTS[found["shift"]]
        return running(page, begin, draft.end, number, unit, steps)
    return _in_time(page, draft, number, unit, window)


def _in_time(page: Page, draft: Draft, number: Decimal, unit: str, window: str) -> Draft | None:
    """ "in two weeks' time"; "in five years" where the clause speaks of what is to come."""
    found = _IN_TIME.match(page.plain, draft.end)
    if window[-3:] != "in " or (window != "in " and window[-4] != " "):
        return None
    if not found and not is_future(page.plain, draft.start):
        return None
    end = found.end() if found else draft.end
    return offset(draft.start - 3, end, page.date, number, unit, False)
