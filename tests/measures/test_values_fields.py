"""What stands around a value: hedge, counted noun, "a year", bounds, notes."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from factcheck.measures.reading import read_values
from factcheck.measures.values import Value

DATE = datetime.date(2025, 4, 8)


def one(text: str) -> Value:
    values = read_values(text, DATE)
    assert len(values) == 1, values
    return values[0]


HEDGES = {
    "about 30,000 troops": "about",
    "around 30,000 troops": "about",
    "roughly 30,000 troops": "about",
    "approximately 8 percent": "about",
    "some 54,000 troops": "about",
    "Some fifty-four thousand Americans": "about",
    "an estimated 5 million people": "about",
    "in the region of 5 million": "about",
    "30,000 or so troops": "about",
    "30-odd ships": "about",
    "circa 1890": "about",
    "more than $1 billion": "more than",
    "More than 11 million jobs": "more than",
    "over 90%": "more than",
    "well over 20,000": "more than",
    "just over 20,000": "more than",
    "upwards of €1.2bn": "more than",
    "in excess of 5%": "more than",
    "at least 2 trillion won": "at least",
    "no fewer than 12 agreements": "at least",
    "no less than 5%": "at least",
    "12 or more agreements": "at least",
    "18+ clubs": "at least",
    "20-plus ships": "at least",
    "fewer than 20,000 troops": "less than",
    "under 5%": "less than",
    "less than half of them": "less than",
    "below 2%": "less than",
    "up to 40 rockets": "at most",
    "no more than 12": "at most",
    "as many as 300,000 people": "at most",
    "a maximum of 12 months": "at most",
    "nearly 30,000": "nearly",
    "almost 5%": "nearly",
    "close to half a million": "nearly",
    "just under a third of them": "nearly",
    "just shy of $3 trillion": "nearly",
    "exactly 12": "exactly",
    "precisely 28,500 troops": "exactly",
    "more than five years": "more than",
    "nearly a decade": "nearly",
    "around 2010": "about",
    "28,500 troops": None,
    "he went over 12 hills and 13 dales"[:20]: "more than",
}


@pytest.mark.parametrize(("text", "hedge"), HEDGES.items())
def test_hedge(text: str, hedge: str | None) -> None:
    assert one(text).hedge == hedge


def test_hedges_stay_outside_the_offsets() -> None:
    assert one("Seoul paid more than $1 billion.").text == "$1 billion"
    assert one("They have 30,000 or so troops.").text == "30,000"


def test_over_a_stretch_of_time_is_no_hedge() -> None:
    assert one("It cost nothing over five years.").hedge is None


COUNTED = {
    "28,500 US troops are there": "US troops",
    "28,500 troops stationed in South Korea": "troops",
    "the twelve agreements of the series": "agreements",
    "28,500 of them": "them",
    "one Special Measures Agreement with South Korea": "Special Measures Agreement",
    "Well over 20,000 American service members live and work there": "American service members",
    "730 foreign military bases were closed": "foreign military bases",
    "about 450,000 active-duty personnel": "active-duty personnel",
    "They hired 800 people last week"[:21]: "people",
    "nine agreements so far": "agreements",
    "Two of the allies left": "allies",
    "It has 12.": None,
    "there were 12 in all": None,
}


@pytest.mark.parametrize(("text", "noun"), COUNTED.items())
def test_counted_noun(text: str, noun: str | None) -> None:
    assert one(text).of == noun


PER = {
    "1.5 trillion won a year": "year",
    "$5 billion per year": "year",
    "$5 billion annually": "year",
    "£350 million a week": "week",
    "460,000 barrels per day": "day",
    "$2,000 per person": "person",
    "$40 million in total": "total",
    "50,000 cars each year": "year",
    "$5 billion in aid": None,
}


@pytest.mark.parametrize(("text", "per"), PER.items())
def test_per(text: str, per: str | None) -> None:
    assert one(text).per == per


BOUNDS = {
    "28,000 troops": ("27500", "28500"),
    "28,500 troops": ("28450", "28550"),
    "1.5 trillion won": ("1450000000000", "1550000000000"),
    "$1 billion": ("900000000", "1100000000"),
    "about $1 billion": ("850000000", "1150000000"),
    "exactly 28,000 troops": ("28000", "28000"),
    "12 agreements": ("12", "12"),
    "a dozen agreements": ("12", "12"),
    "the 12th deal": ("12", "12"),
    "8.3%": ("8.25", "8.35"),
    "8 percent": ("7.5", "8.5"),
    "more than 20,000 troops": ("20000", None),
    "at least 20,000 troops": ("20000", None),
    "fewer than 20,000 troops": (None, "20000"),
    "nearly 30,000 troops": ("25500", "30000"),
    "between 20 and 30 percent": ("20", "30"),
}


@pytest.mark.parametrize(("text", "bounds"), BOUNDS.items())
def test_bounds(text: str, bounds: tuple[str | None, str | None]) -> None:
    value = one(text)
    low, high = (None if end is None else Decimal(end) for end in bounds)
    assert (value.low, value.high) == (low, high)


DAYS = {
    "in 1991": ("1991-01-01", "1991-12-31"),
    "since 1991": ("1991-01-01", None),
    "until March 2027": (None, "2027-03-31"),
    "Nov. 4, 2024": ("2024-11-04", "2024-11-04"),
    "the 1990s": ("1990-01-01", "1999-12-31"),
    "around 2010": ("2009-01-01", "2011-12-31"),
    "two years ago": ("2022-07-01", "2024-06-30"),
}


@pytest.mark.parametrize(("text", "bounds"), DAYS.items())
def test_bounds_of_dates(text: str, bounds: tuple[str | None, str | None]) -> None:
    value = one(text)
    assert (value.low, value.high) == bounds


@pytest.mark.parametrize(
    "text", ["last year", "in March", "two weeks ago", "on Wednesday", "Nov. 4"]
)
def test_without_a_date_relative_dates_have_no_value(text: str) -> None:
    (value,) = read_values(text)
    assert (value.value, value.note) == (None, "no_date")


def test_an_ambiguous_date_says_so() -> None:
    assert one("signed 04/11/2024").note == "ambiguous"
    assert one("signed 31/12/2024").value == "2024-12-31"


def test_an_open_dollar_is_settled_by_the_text() -> None:
    assert [v.unit for v in read_values("It paid $5 billion.")] == ["$"]
    assert [v.unit for v in read_values("It paid US$5 billion, then $2 billion.")] == ["USD", "USD"]
    assert [v.unit for v in read_values("US$5 is C$7, so $2")] == ["USD", "CAD", "$"]
