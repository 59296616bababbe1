"""Reading values: the passes over a text, in order.

1. `plain` gives the text one spelling; 2. the `GATE` finds where a value might begin; 3. the
readers of each kind read there, the first that succeeds wins (`seeds.py`); a second figure may
make it a range, a second date a period; 4. silence about names and scores; 5. hedges, counted
nouns, "a year"; 6. durations in two units; 7. bounds.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from factcheck.measures.bounds import date_bounds, duration_bounds, numeric_bounds, range_ends
from factcheck.measures.counting import counted
from factcheck.measures.date_ranges import join_dates
from factcheck.measures.drafts import Draft
from factcheck.measures.gate import GATE
from factcheck.measures.hedging import find_hedge, find_per
from factcheck.measures.joined_durations import join_durations
from factcheck.measures.openings import opened
from factcheck.measures.plain import Page, plain
from factcheck.measures.seeds import PASSED, read_seed
from factcheck.measures.silence import is_silent
from factcheck.measures.values import Value
from factcheck.measures.yearless import settled

_COUNTABLE = range(1000, 9000)
_DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))


def read_values(text: str, date: datetime.date | None = None) -> list[Value]:
    """The values in `text`, left to right, not overlapping.

    `date` is the date of utterance, from which relative dates are counted; without it they
    have the value `None` and the note "no_date". Never raises.
    """
    if date is not None and date.year not in _COUNTABLE:
        date = None  # at the ends of the calendar nothing can be counted
    page = Page(text, plain(text), date)
    drafts: list[Draft] = []
    done = 0
    last: Draft | None = None
    for seed in GATE.finditer(page.plain):
        if seed.start() < done:
            continue
        draft = read_seed(page, seed, done, str(last.value) if last else None)
        if draft is None or draft.start < done:
            continue
        draft = _finish(page, draft, last)
        done = max(done, draft.end)
        if draft.kind == PASSED:
            continue
        drafts.append(draft)
        if draft.kind in ("date", "period") and isinstance(draft.value, str):
            last = draft
    _settle_dollars(drafts)
    drafts = join_durations(page.plain, drafts)
    for draft in drafts:
        _bound(draft)
    return [draft.finished(text) for draft in drafts]


def _finish(page: Page, draft: Draft, last: Draft | None) -> Draft:
    """All that stands around a value: a second date, a hedge, the counted noun, "a year"."""
    t = page.plain
    if draft.kind == PASSED:
        return draft
    if draft.kind in ("date", "period"):
        draft = join_dates(page, draft)
        settled(page, draft, last)
        opened(page, draft)
    if draft.kind in ("number", "range") and (draft.unit is None or draft.kind == "range"):
        draft.of = counted(t, page.raw, draft.end) if draft.unit is None else None
    if is_silent(page, draft):
        return Draft(draft.start, _end_of_word(t, draft.end), PASSED, None)
    find_hedge(t, draft)
    find_per(t, draft)
    return draft


_REST_OF_WORD = re.compile(r"(?:-[a-z0-9]{1,20}){0,3}")


def _end_of_word(t: str, end: int) -> int:
    """Where the hyphenated word ends that a passed figure belongs to: "7-Eleven"."""
    found = _REST_OF_WORD.match(t, end)
    return found.end() if found else end


def _settle_dollars(drafts: list[Draft]) -> None:
    """An open "$" is the one dollar that the text names, if it names exactly one."""
    named = {draft.unit for draft in drafts if draft.kind in ("amount", "range")} & _DOLLARS
    if len(named) == 1:
        (code,) = named
        for draft in drafts:
            if draft.unit == "$":
                draft.unit = code


def _bound(draft: Draft) -> None:
    """Fill in `low` and `high` where the reader has not."""
    value = draft.value
    if value is None or draft.low is not None or draft.high is not None:
        return
    if isinstance(value, Decimal):
        if draft.kind == "ordinal":
            draft.low = draft.high = value
            return
        count = draft.kind == "number" and draft.unit is None
        draft.low, draft.high = numeric_bounds(value, draft.step, draft.hedge, count)
    elif draft.kind == "duration":
        draft.low, draft.high = duration_bounds(value, draft.step, draft.hedge)
    elif draft.kind == "range":
        draft.low, draft.high = range_ends(value)
    else:
        draft.low, draft.high = date_bounds(value, draft.hedge)


def is_alike_alone(value: Value) -> bool:
    """Whether the text of a value, read alone, is of its kind: not an amount whose currency was
    taken from a figure before it."""
    return any(alone.kind == value.kind for alone in read_values(value.text))
