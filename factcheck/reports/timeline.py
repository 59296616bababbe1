"""The times that a claim and its facts speak of, as bars on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Fact, Report, Verdict
from factcheck.reports.answer import value_text, when

#: facts shown at most; the narrowest bar, and the room beside the scale, in per cent of it
_FACTS, _NARROWEST, _ROOM = 8, 1.2, 4.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time: where it begins and how wide it is, in per cent of the scale."""

    #: claim, fact or said
    what: str
    label: str
    when: str
    left: float
    width: float


def timeline(report: Report, verdict: Verdict) -> tuple[Bar, ...]:
    """The bars of a claim: what it says, its facts, the day it was said. None if all is of one
    time."""
    entries = list(dict.fromkeys(_entries(report, verdict)))
    times = {period for _, _, period in entries}
    told = {period for what, _, period in entries if what != "said"}
    if len(told) < 2 or not any(what == "fact" for what, _, _ in entries):
        return ()
    days = [day for period in times for day in (period.first, period.last) if day]
    first, last = min(days), max(days)
    return tuple(_bar(what, label, period, first, last) for what, label, period in entries)


def _entries(report: Report, verdict: Verdict) -> Iterator[tuple[str, str, Period]]:
    claim = verdict.claim
    if claim.value.kind in ("date", "period") and (said := _period(claim.value.value)):
        yield "claim", claim.quote or "the claim", said
    elif claim.question.time:
        yield "claim", claim.quote or "the time spoken of", claim.question.time
    for fact in verdict.facts[:_FACTS]:
        if (held := _time_of(fact)) and held != ANY_TIME:
            yield "fact", _label(fact), held
    if report.document.date:
        yield "said", "said", Period(report.document.date, report.document.date)


def _time_of(fact: Fact) -> Period | None:
    """The time of a fact whose value is one, else when it holds."""
    return _period(fact.value) or fact.valid


def _label(fact: Fact) -> str:
    said = fact.property.replace("_", " ")
    return said if _period(fact.value) else f"{said}: {value_text(fact)}"


def _period(value: object) -> Period | None:
    if not isinstance(value, str):
        return None
    try:
        return Period.parse(value)
    except ValueError:
        return None


def _bar(what: str, label: str, period: Period, first: date, last: date) -> Bar:
    span = max((last - first).days, 1)
    begin = max(period.first or first - timedelta(span), first)
    end = min(period.last or last + timedelta(span), last)
    scale = (100 - 2 * _ROOM) / span
    left = _ROOM + (begin - first).days * scale if period.first else 0.0
    right = _ROOM + (end - first).days * scale if period.last else 100.0
    width = max(right - left, _NARROWEST)
    return Bar(what, label, when(period), round(min(left, 100 - width), 2), round(width, 2))
