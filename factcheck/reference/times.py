"""The times of a row of facts: when it is valid, and from when the public could know it."""

from __future__ import annotations

from datetime import date

from factcheck.measures.periods import Period


def valid_period(valid_from: str | None, valid_to: str | None, is_event: bool) -> Period:
    """The days on which a fact holds, both ends included.

    "2026" to "2026" is the whole year. Without an end it stays open, unless the fact belongs
    to one moment. Raises `ValueError` for what is no ISO date, or an end before the beginning.
    """
    first = Period.parse(valid_from).first if valid_from else None
    if valid_to:
        last = Period.parse(valid_to).last
    else:
        last = Period.parse(valid_from).last if valid_from and is_event else None
    if first and last and last < first:
        raise ValueError(f"valid_to {valid_to} is before valid_from {valid_from}")
    return Period(first, last)


def known_day(
    known_from: str | None, happened: date | None, valid: Period, as_of: date | None
) -> date | None:
    """From which day on the public could know a fact; `None`: always.

    `known_from` as written (where only month or year are known, their last day), else the day
    on which it `happened`, else when it began to hold. What lies after `as_of` was announced
    before it happens, so the event says nothing there. Raises `ValueError` for no ISO date.
    """
    if known_from:
        return Period.parse(known_from).last
    if happened and not (as_of and happened > as_of):
        return happened
    return valid.first if not (as_of and valid.first and valid.first > as_of) else None


def day(text: str | None) -> date | None:
    """A day in our own files (`recorded`, `superseded`). Raises `ValueError` for another form."""
    return date.fromisoformat(text) if text else None
