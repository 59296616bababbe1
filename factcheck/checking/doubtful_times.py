"""When a date is not wrong yet, or only by where and when the text was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from factcheck.checking.dates import claimed_periods, known_period
from factcheck.checking.fits import DATES, FIGURES
from factcheck.measures.periods import Period
from factcheck.records import Claim, Fact

#: what is about to happen, and known only when it has
_SOON = timedelta(days=60)


def is_to_come(claim: Claim, facts: Sequence[Fact]) -> bool:
    """A figure said of the future ("will spend 5 percent") without a time but that of saying so,
    of which all facts are about the past or about today."""
    now = claim.question.asked_on
    if claim.kind not in FIGURES or claim.tense != "future" or now is None:
        return False
    time = claim.question.time
    is_past = time is None or (time.last is not None and time.last <= now)
    if not is_past or claim.question.aggregate is not None:
        return False
    begins = any(fact.valid.first and fact.valid.first > now for fact in facts)
    going_on = [fact for fact in facts if fact.valid.last and fact.valid.last > now]
    goes_on = any(time is None or fact.valid.first is None for fact in going_on)
    return not begins and not goes_on


def is_about_to(claim: Claim, facts: Sequence[Fact]) -> bool:
    """A day that is to come ("is to take effect on Friday", "takes effect in June"), of which only
    the year is known."""
    now = claim.question.asked_on
    if claim.kind != "start_date" or now is None:
        return False
    days = [period.first for period in claimed_periods(claim) if is_short(period)]
    soon = any(day and now < day < now + _SOON for day in days)
    # "June" was read as the last one
    turned = claim.tense in ("present", "future") and not re.search(r"\d", claim.quote)
    turned = turned and any(day and day < now for day in days)
    return (soon or turned) and all(len(fact.value) == len("2026") for fact in facts)


def is_next_day(claim: Claim, facts: Sequence[Fact]) -> bool:
    """ "On Friday", of what was on Thursday: it depends on where, and on when this was written."""
    if claim.kind not in DATES or re.search(r"\d", claim.quote):
        return False
    said = [period.first for period in claimed_periods(claim) if period.days == 1]
    known = [known_period(fact, claim.kind) for fact in facts]
    days = [period.first for period in known if period is not None and period.days == 1]
    return any(a and b and abs((a - b).days) == 1 for a in said for b in days)


def is_short(period: Period) -> bool:
    """Whether a period is a month or shorter: a year fits too much."""
    first, last = period.first, period.last
    return first is not None and last is not None and (last - first).days < 32
