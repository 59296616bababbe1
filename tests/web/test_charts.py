"""The series that a verdict's fact is one of, and how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from web_asking import NEEDS

from factcheck.measures.periods import Period
from factcheck.measures.reading import read_values
from factcheck.records import Fact, Verdict

if TYPE_CHECKING:
    from factcheck.web.charting import Chart
    from factcheck.web.series import Series

pytest.importorskip("datasette", reason=NEEDS)
chart_of = pytest.importorskip("factcheck.web.charting").chart_of
series_module = pytest.importorskip("factcheck.web.series")


def toll(year: int, value: str, *, rank: str = "normal", confidence: str = "official") -> Fact:
    """A yearly toll of the Alma Canal."""
    [reading] = read_values(value)
    held = Period(Date(year, 1, 1), Date(year, 12, 31))
    return Fact(f"toll-{year}", "canals", "Alma Canal", "yearly_toll", value, reading=reading,
                valid=held, rank=rank, confidence=confidence)  # fmt: skip


TOLLS = tuple(toll(year, str(100 + 10 * (year - 2000))) for year in range(2000, 2008))


class Canals:
    """Instead of an open reference."""

    def __init__(self, *facts: Fact) -> None:
        self._facts = facts

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        return [one for one in self._facts if (one.subject, one.property) == (subject, property)]


def series(cited: Fact, *facts: Fact, said: str = "150", day: Date | None = None) -> Series | None:
    """What is drawn for a verdict that rests on `cited`."""
    [value] = read_values(said)
    claim = SimpleNamespace(value=value, question=SimpleNamespace(asked_on=day))
    verdict = cast(Verdict, SimpleNamespace(claim=claim, facts=(cited,)))
    return cast("Series | None", series_module.series_of(verdict, Canals(*(facts or TOLLS))))


def drawn(cited: Fact, *facts: Fact, said: str = "150") -> Chart:
    found = series(cited, *facts, said=said)
    assert found
    return cast("Chart", chart_of(found))


def test_the_figures_of_one_subject_are_a_series_around_the_one_that_is_cited() -> None:
    found = series(TOLLS[3])
    assert found and [point.figure for point in found.points] == [
        Decimal(100 + 10 * place) for place in range(8)
    ]
    assert [point.is_cited for point in found.points] == [place == 3 for place in range(8)]
    assert found.claimed == 150


def test_two_figures_are_no_series_and_neither_are_words() -> None:
    assert series(TOLLS[0], *TOLLS[:2]) is None
    named = Fact("builder", "canals", "Alma Canal", "builder", "Ann Alder")
    assert series(named, named, *TOLLS) is None


def test_without_the_cited_figure_there_is_no_chart() -> None:
    assert series(toll(1999, "90"), *TOLLS) is None
    later = replace(TOLLS[3], known_from=Date(2030, 1, 1))
    assert series(later, *TOLLS[:3], later, *TOLLS[4:], day=Date(2008, 1, 1)) is None


def test_what_is_not_like_the_cited_figure_is_left_out() -> None:
    others = (
        toll(2008, "900", confidence="unverified"),
        toll(2009, "900", rank="deprecated"),
    )
    found = series(TOLLS[3], *TOLLS, *others)
    assert found and len(found.points) == len(TOLLS)


def test_of_a_long_series_the_part_around_the_cited_figure_is_drawn() -> None:
    long = tuple(toll(year, str(10 * year)) for year in range(1800, 2000))
    found = series(long[150], *long)
    assert found and len(found.points) == series_module.MOST
    assert any(point.is_cited for point in found.points)


def test_the_bars_are_in_the_drawing_and_taller_where_there_is_more() -> None:
    chart = drawn(TOLLS[3])
    for bar in chart.bars:
        assert 0 <= bar.left <= bar.left + bar.width <= 100.01
        assert 0 <= bar.top <= bar.top + bar.height <= 100.01
    by_place = sorted(chart.bars, key=lambda bar: bar.left)
    heights = [bar.height for bar in by_place]
    assert heights == sorted(heights) and len(set(heights)) == len(TOLLS)
    assert [bar.told for bar in by_place if bar.is_cited] == [f"2003: {chart.rows[3].value}"]
    assert (chart.first, chart.last) == ("2000", "2007")


def test_the_words_say_what_the_drawing_shows() -> None:
    chart = drawn(TOLLS[3])
    assert chart.summary.startswith("8 figures, from ")
    assert "The verdict rests on" in chart.summary and "2003" in chart.summary


def test_a_claim_beside_the_figures_is_a_line() -> None:
    chart = drawn(TOLLS[3], said="170")
    assert chart.claimed == min(bar.top for bar in chart.bars)
    far = drawn(TOLLS[3], said="90,000")
    assert "(beyond the scale)" in far.claimed_text and far.claimed is not None
    assert 0 <= far.claimed <= 100


def test_figures_below_nothing_hang_from_the_line() -> None:
    debts = tuple(toll(year, f"-{year - 1900}") for year in range(2000, 2008))
    chart = drawn(debts[3], *debts)
    assert all(bar.top == chart.zero for bar in chart.bars)
