"""A series as a small chart: where its bars stand, in per cent of the width and the height.

Widths in per cent fit any screen, and no letter stands in the drawing, so that none is stretched
or shrunk: what it shows is told in the page's own text, and as a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from factcheck.web.series import Point, Series

#: per cent: the narrowest bar, the gap after one, the room above the tallest
_NARROWEST, _GAP, _ABOVE = 1.0, 0.3, 6.0
#: a claim of more than so many times the largest figure is beyond the scale
_BEYOND = 3
#: cited figures that the words name
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of the series: its place and size in per cent, and what it says."""

    left: float
    width: float
    top: float
    height: float
    is_cited: bool
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the template of the chart shows."""

    title: str
    summary: str
    bars: tuple[Bar, ...]
    #: where the line of nothing and that of the claim are, in per cent from the top
    zero: float
    claimed: float | None
    claimed_text: str
    first: str
    last: str
    #: what the top of the drawing stands for
    highest: str
    rows: tuple[Point, ...]


def chart_of(series: Series) -> Chart:
    """The chart of a series."""
    points = series.points
    largest = max(points, key=lambda point: point.figure)
    smallest = min(points, key=lambda point: point.figure)
    scale = _Scale.of(series)
    claimed = series.claimed
    return Chart(
        title=f"{series.subject}: {series.label}",
        summary=_summary(series, smallest, largest),
        bars=tuple(_bars(points, scale)),
        zero=scale.top(Decimal(0)),
        claimed=None if claimed is None else scale.top(claimed),
        claimed_text=series.claimed_text + (" (beyond the scale)" if scale.is_beyond else ""),
        first=str(points[0].first.year),
        last=str(max(point.last or point.first for point in points).year),
        highest=_highest(series, largest, scale),
        rows=points,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a figure to per cent from the top; nothing is always on it."""

    low: Decimal
    high: Decimal
    #: whether the claim's figure has no place on it
    is_beyond: bool

    @staticmethod
    def of(series: Series) -> _Scale:
        figures = [Decimal(0), *(point.figure for point in series.points)]
        claimed, most = series.claimed, _BEYOND * max(abs(figure) for figure in figures)
        if claimed is not None:
            figures.append(max(-most, min(most, claimed)))
        low, high = min(figures), max(figures)
        is_beyond = claimed is not None and abs(claimed) > most
        return _Scale(low, high if high > low else low + 1, is_beyond)

    def top(self, figure: Decimal) -> float:
        inside = max(self.low, min(self.high, figure))
        part = float((self.high - inside) / (self.high - self.low))
        return round(_ABOVE + part * (100 - _ABOVE), 2)


def _highest(series: Series, largest: Point, scale: _Scale) -> str:
    claimed = series.claimed
    if scale.is_beyond:
        return f"{_BEYOND} × {largest.value}" if claimed and claimed > 0 else largest.value
    return series.claimed_text if claimed and claimed > largest.figure else largest.value


def _bars(points: tuple[Point, ...], scale: _Scale) -> Iterator[Bar]:
    """The long ones first, so that a short one within their time is not hidden."""
    ends = _ends(points)
    begin, end = points[0].first, max(ends.values())
    span = max((end - begin).days, 1)
    zero = scale.top(Decimal(0))
    for point in sorted(points, key=lambda one: (one.first - ends[one], one.first)):
        left = (point.first - begin).days * 100 / span
        width = max((ends[point] - point.first).days * 100 / span - _GAP, _NARROWEST)
        top = scale.top(point.figure)
        yield Bar(
            round(min(left, 100 - width), 2),
            round(width, 2),
            min(top, zero),
            round(max(abs(zero - top), 1.0), 2),
            point.is_cited,
            f"{point.when}: {point.value}",
        )


def _ends(points: tuple[Point, ...]) -> dict[Point, Date]:
    """The day after each figure's time; one that is open holds until the next begins."""
    after = timedelta(days=1)
    latest = max(max(point.last or point.first for point in points), points[-1].first)
    ends: dict[Point, Date] = {}
    for point, later in pairwise((*points, None)):
        assert point
        last = point.last or (later.first - after if later else latest)
        ends[point] = max(last, point.first) + after
    return ends


def _summary(series: Series, smallest: Point, largest: Point) -> str:
    """The chart in words."""
    points = series.points
    told = f"{len(points)} figures, from {smallest.value} ({smallest.when}) to {largest.value} "
    told += f"({largest.when})."
    cited = [f"{point.value} ({point.when})" for point in points if point.is_cited]
    if cited:
        told += f" The verdict rests on {', '.join(cited[:_NAMED])}"
        told += f" and {len(cited) - _NAMED} more." if len(cited) > _NAMED else "."
    if series.claimed is not None:
        told += f" The claim says {series.claimed_text}."
    return told
