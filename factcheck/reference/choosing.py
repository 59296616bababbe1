"""Choosing: of the facts of one subject and property, those that answer for the time asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.measures.periods import Period
from factcheck.records import Fact
from factcheck.reference.editions import newest_editions
from factcheck.reference.reading_days import event_period
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import Span, is_event, known, spans, type_of

_CONFIDENCE = {"official": 0, "reported": 1, "unverified": 2}
#: a time shorter than this may lie between two counts
_SHORT = timedelta(days=100)
#: counts are published months later: so long an older one is quoted beside the newest
_GOES_ROUND = timedelta(days=200)


def choose(
    facts: Sequence[Fact], time: Period | None, asked_on: date | None, now: date, table: FactTable
) -> list[Fact]:
    """Of facts of one subject and property those that answer, the best first.

    `time` `None` asks for `now`, the day of asking.
    """
    current = newest_editions(known(facts, asked_on))
    if not current:
        return []
    type = type_of(current, table)
    if type in ("date", "period"):
        return in_order(_events(current, time))
    if time is not None and time.first is None and time.last is not None and time.last > now:
        time = Period(time.last, time.last)  # "by 2030" says nothing of today
    timeless = [fact for fact in current if is_event(fact, type)]
    lasting = spans([fact for fact in current if not is_event(fact, type)], type, table)
    found = _now(lasting, now) if time is None else _at(lasting, time, now)
    return in_order([*timeless, *(span.fact for span in found)])


def in_order(facts: Sequence[Fact]) -> list[Fact]:
    """Preferred ones first, then verified ones, then the newest; of equals as they stood."""
    return sorted(facts, key=_order)


def is_other_report(fact: Fact) -> bool:
    """Whether the fact is marked as a second figure by another source."""
    return (fact.qualifier or "").lower().startswith("other report")


def _order(fact: Fact) -> tuple[bool, bool, bool, int, int]:
    first = fact.valid.first
    return (
        fact.rank != "preferred",
        fact.confidence == "unverified",
        is_other_report(fact),
        -first.toordinal() if first else 0,
        _CONFIDENCE.get(fact.confidence, 1),
    )


def _events(facts: Sequence[Fact], time: Period | None) -> Sequence[Fact]:
    """All of them; where there are several, those that happened within the time asked."""
    if time is None or len(facts) < 2:
        return facts
    within = [fact for fact in facts if (day := event_period(fact)) and time.overlaps(day)]
    return within or facts


def _now(lasting: Sequence[Span], now: date) -> list[Span]:
    """What holds today; a count stays the answer until the next, a year's figure if need be."""
    found = [span for span in lasting if span.holds(now)]
    past = [
        span
        for span in lasting
        if span.lingers_until and span.last and span.last < now <= span.lingers_until
    ]
    counts = [span for span in past if _is_count(span)]
    if not any(_is_count(span) or span.fact.valid.last for span in found):
        found += _newest(counts or ([] if found else past))
    return found


def _at(lasting: Sequence[Span], time: Period, now: date) -> list[Span]:
    """What holds within a time; for a short one between two counts, both of these."""
    ahead = time.first is not None and time.first > now
    found = [
        span for span in lasting if span.overlaps(time) and not (ahead and _is_open_now(span, now))
    ]
    if found or ahead or time.first is None or time.last is None or time.last - time.first > _SHORT:
        return found
    counts = [span for span in lasting if _is_count(span)]
    before = [
        span
        for span in counts
        if span.last and span.lingers_until and span.last < time.first <= span.lingers_until
    ]
    after = [span for span in counts if span.first and span.first > time.last]
    nearest = min((span.first for span in after if span.first), default=None)
    return [*_newest(before), *(span for span in after if before and span.first == nearest)]


def _is_open_now(span: Span, now: date) -> bool:
    """Whether it holds today without an end being set: it says nothing of later times."""
    return span.fact.valid.last is None and (span.first is None or span.first <= now)


def _is_count(span: Span) -> bool:
    """Whether the figure is the count of a day (or month)."""
    first, last = span.fact.valid.first, span.fact.valid.last
    return first is not None and last is not None and (last - first).days <= 31


def _newest(past: Sequence[Span]) -> list[Span]:
    """The newest; of counts also those of the months before, which are still going round."""
    newest = max((span.last for span in past if span.last), default=None)
    return [
        span
        for span in past
        if span.last == newest
        or (newest and span.last and _is_count(span) and newest - span.last <= _GOES_ROUND)
    ]
