"""Hedges: "more than", "nearly", "or so" around a figure, and "a year" after it."""

from __future__ import annotations

import re

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import (
    EACH_THING,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    NO_HEDGE_AFTER,
    any_of,
)

_BEFORE = re.compile(rf"(?:^|(?<=[^a-z0-9]))({any_of(HEDGES_BEFORE)})(?: the| an?)? ?$")
HEDGE_WORDS = frozenset(phrase.split()[-1] for phrase in HEDGES_BEFORE)
_AFTER = re.compile(
    rf"(?: ?\+(?![0-9])|,?[ -]?({any_of([p.strip() for p in HEDGES_AFTER])})(?![a-z]))"
)
_AFTER_WORDS = {phrase.strip(): hedge for phrase, hedge in HEDGES_AFTER.items()}
_REACH = 36
#: what "over", "under", "some", "near" say of other kinds of value is no hedge
_NO_HEDGE = {
    "duration": {"over", "near", "under", "below", "above", "beyond", "some"},
    "date": set(HEDGES_BEFORE)
    - {"about", "around", "roughly", "approximately", "circa", "c.", "ca."},
    "ordinal": {"near", "over", "under", "above", "below", "some", "beyond"},
}
_NO_HEDGE["period"] = _NO_HEDGE["date"]
_PER = re.compile(
    r"(?:(?: [a-z'-]{1,20}){0,3}?)(?: in all)?(?:"
    r" (?:an?|per|each|every)[ -](?P<unit>year|month|week|day|hour|person|head|capita|"
    rf"quarter|soldier|household|worker|{any_of(EACH_THING)})"
    r"|,? (?P<adverb>annually|yearly|monthly|weekly|daily)"
    r"|/(?P<slash>year|yr|month|week|day|hour|person)"
    r"|,? (?P<total>in total|altogether|in all|total))(?![a-z])"
)
_MOTION = frozenset(NO_HEDGE_AFTER["up_to"])
_ABOUT = frozenset(NO_HEDGE_AFTER["over"])
_PER_BEFORE = re.compile(
    r"(?:^|[^a-z])(annual|yearly|monthly|weekly|daily|total|a total of|combined total of)"
    r"(?: [a-z]{1,12})? ?$"
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "annual": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
}


def find_hedge(t: str, draft: Draft) -> None:
    """Fill in the hedge that stands right before or after the value."""
    start = draft.start
    excluded = _NO_HEDGE.get(draft.kind, ())
    before = t[max(0, start - _REACH) : start]
    last = before.rstrip().rsplit(" ", 1)[-1]
    if last in ("the", "a", "an"):
        last = before.rstrip()[: -len(last)].rstrip().rsplit(" ", 1)[-1]
    if last.lstrip("(\"'-") in HEDGE_WORDS or last[-1:] in ("~", "≈", ">", "<", "≥", "≤", "="):
        found = _BEFORE.search(before)
        if found and _sets_apart(before, found):
            return
        if found and found[1] not in excluded and not _is_motion(before, found):
            draft.hedge = HEDGES_BEFORE[found[1]]
            draft.hedge_start = start - len(before) + found.start(1)
            return
    if draft.kind in ("date", "period", "ordinal"):
        return
    found = _AFTER.match(t, draft.end)
    if found and draft.hedge is None:
        draft.hedge = _AFTER_WORDS[found[1]] if found[1] else "at least"


def _sets_apart(before: str, found: re.Match[str]) -> bool:
    """ "fewer than the 4,000 of last year": set against a figure that is known, no hedge."""
    return found[1].endswith(" than") and before[found.end(1) :].strip() == "the"


def _is_motion(before: str, found: re.Match[str]) -> bool:
    """ "edged up to 960 billion", "a fight over two islands": no hedge."""
    words = before[: found.start(1)].split()
    last = words[-1] if words else ""
    return last in (_MOTION if found[1] == "up to" else _ABOUT if found[1] == "over" else ())


def find_per(t: str, draft: Draft) -> None:
    """Fill in `per`: "a year", "per soldier", "in total"."""
    if draft.kind not in ("amount", "number", "percentage", "range"):
        return
    found = _PER.match(t, draft.end)
    if found:
        word = found["unit"] or found["slash"]
        if word:
            draft.per = {"capita": "person", "head": "person", "yr": "year"}.get(word, word)
        else:
            draft.per = "total" if found["total"] else _ADVERBS[found["adverb"]]
