"""The series that a verdict's fact is one of: the same figure of the same subject over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal
from typing import Protocol

from factcheck.records import Fact, Verdict
from factcheck.reference.editions import basis, newest_editions, same_basis
from factcheck.reference.timing import known
from factcheck.reports.answer import value_text, when

#: figures that make a series, and that one chart has room for
FEWEST, MOST = 3, 60
_FIGURES = ("number", "amount", "percentage")


class Facts(Protocol):
    """What is asked of the open reference."""

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        """Facts about `subject`, oldest first."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series: from when to when it holds, in words also."""

    first: Date
    last: Date | None
    figure: Decimal
    value: str
    when: str
    #: whether the verdict rests on it
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one subject and property, oldest first, and what the claim says instead."""

    subject: str
    label: str
    points: tuple[Point, ...]
    #: the claim's own figure, where it is of the same unit
    claimed: Decimal | None = None
    claimed_text: str = ""


def series_of(verdict: Verdict, reference: Facts) -> Series | None:
    """The series of the first fact that stands in one of at least `FEWEST` figures; else `None`."""
    day = verdict.claim.question.asked_on
    for fact in verdict.facts:
        if fact.made_from or not _is_figure(fact):
            continue
        points = tuple(_points(fact, verdict.facts, reference, day))
        if len(points) >= FEWEST and any(point.is_cited for point in points):
            label = (fact.label or fact.property).replace("_", " ")
            return Series(fact.subject, label, points, *_claimed(verdict, fact))
    return None


def _is_figure(fact: Fact) -> bool:
    reading = fact.reading
    held = fact.valid.first is not None and fact.rank != "deprecated"
    is_number = reading is not None and isinstance(reading.value, Decimal)
    return held and is_number and reading is not None and reading.kind in _FIGURES


def _points(
    fact: Fact, cited: Sequence[Fact], reference: Facts, day: Date | None
) -> Iterator[Point]:
    """One figure for each time, around the one that is cited."""
    ids = {(one.topic, one.id) for one in cited}
    found: dict[tuple[Date | None, Date | None], Fact] = {}
    for one in newest_editions(known(reference.facts(fact.subject, fact.property), day)):
        if not _is_alike(one, fact):
            continue
        time = (one.valid.first, one.valid.last)
        best = found.get(time)
        if best is None or _weight(one, ids) > _weight(best, ids):
            found[time] = one
    there = sorted(found.values(), key=lambda one: one.valid.first or Date.min)
    place = next((at for at, one in enumerate(there) if _weight(one, ids)[0]), len(there))
    begin = max(0, min(place - MOST // 2, len(there) - MOST))
    for one in there[begin : begin + MOST]:
        yield _point(one, (one.topic, one.id) in ids)


def _is_alike(one: Fact, fact: Fact) -> bool:
    return (
        _is_figure(one)
        and one.unit == fact.unit
        and one.confidence != "unverified"
        and same_basis(one, fact)
        # a rough figure of the time before the counts would press the counts flat
        and bool(basis(one.qualifier)) == bool(basis(fact.qualifier))
    )


def _weight(fact: Fact, cited: set[tuple[str, str]]) -> tuple[bool, bool, bool]:
    """Which of two figures for one time is shown."""
    is_other = "other report" in (fact.qualifier or "")
    return (fact.topic, fact.id) in cited, fact.rank == "preferred", not is_other


def _point(fact: Fact, is_cited: bool) -> Point:
    assert fact.valid.first and fact.reading and isinstance(fact.reading.value, Decimal)
    first, last = fact.valid.first, fact.valid.last
    return Point(first, last, fact.reading.value, value_text(fact), when(fact.valid), is_cited)


def _claimed(verdict: Verdict, fact: Fact) -> tuple[Decimal | None, str]:
    """The claim's figure, where it can stand beside those of the series."""
    said, read = verdict.claim.value, fact.reading
    if read is None or said.kind != read.kind or said.unit != read.unit:
        return None, ""
    return (said.value, said.text) if isinstance(said.value, Decimal) else (None, "")
