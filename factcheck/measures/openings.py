"""What "since", "until", "before", "after", "by" make of a date: "1991/..", "../2027-03".

The word stays outside the offsets; the value says that it was there.
"""

from __future__ import annotations

import re
from datetime import timedelta

from factcheck.measures.drafts import Draft
from factcheck.measures.periods import Period
from factcheck.measures.plain import Page, word_before

_OPEN = {
    "since": "from",
    "from": "from",
    "until": "to",
    "till": "to",
    "through": "to",
    "by": "to",
    "before": "before",
    "after": "after",
}
_ONWARD = re.compile(r" (?:on|onwards?|forward)(?![a-z])(?! (?:the|a|an)(?![a-z]))")
_AT_LEAST = re.compile(
    r"(since|until|till|by|before|after|through)(?: at least| at the latest| about| around| the)? $"
)


def opened(page: Page, draft: Draft) -> None:
    """Make "since 1991" the period "1991/..": the word stays outside the offsets."""
    if draft.kind not in ("date", "period") or not isinstance(draft.value, str):
        return
    way = _way(page.plain, draft)
    if way is None or ".." in draft.value:
        return
    try:
        period = Period.parse(draft.value)
    except ValueError:
        return
    if period.first and period.first.year < 2:
        return
    first, _, last = draft.value.partition("/")
    last = last or first
    draft.kind, draft.low, draft.high = "period", None, None
    if way == "from":
        draft.value = f"{first}/.."
    elif way == "to":
        draft.value = f"../{last}"
    elif way == "before" and period.first:
        draft.value = f"../{_shortest(first, -1)}"
    elif period.last:
        draft.value = f"{_shortest(last, 1)}/.."


def _way(t: str, draft: Draft) -> str | None:
    """To which side the words around a date open it."""
    word = word_before(t, draft.start)
    if found := _AT_LEAST.search(t[max(0, draft.start - 24) : draft.start]):
        word = found[1]
    onward = _ONWARD.match(t, draft.end)
    if len(str(draft.value)) == 4 and t[draft.start - 4 : draft.start] == "the ":
        return None  # "after the 2012 Olympics" says nothing of the whole year
    if onward and word in ("from", "", "since"):
        return "from"
    return None if word == "from" else _OPEN.get(word)


def _shortest(point: str, steps: int) -> str:
    """The year, month or day next to `point`, at the same precision."""
    period = Period.parse(point)
    assert period.first and period.last
    day = period.last + timedelta(days=1) if steps > 0 else period.first - timedelta(days=1)
    return day.isoformat()[: len(point)]
