"""Cells are read, values are written as news writes them, and what is written reads back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measures.bounds import range_ends, with_bounds
from factcheck.measures.cells import read_value
from factcheck.measures.durations import duration_days, duration_text
from factcheck.measures.json_form import to_json
from factcheck.measures.reading import read_values
from factcheck.measures.values import Value
from factcheck.measures.writing import write_value

CELLS = [
    ("over 90%", None, "percentage", "90"),
    ("1519200000000", "amount", "amount", "1519200000000"),
    ("2024-11-04", None, "date", "2024-11-04"),
    ("1,038.9 billion won", None, "amount", "1038900000000"),
    ("5 years", None, "duration", "P5Y"),
    ("316", None, "number", "316"),
    ("1991", None, "date", "1991"),
    ("1991", "number", "number", "1991"),
    ("12", "ordinal", "ordinal", "12"),
    ("8.3", "percentage", "percentage", "8.3"),
    ("2026/2030", "period", "period", "2026/2030"),
    ("1991/..", "period", "period", "1991/.."),
    ("-4.5", "percentage", "percentage", "-4.5"),
    ("about 28,500 troops", None, "number", "28500"),
    ("5-7%", None, "range", "5..7"),
    ("1 trillion 183.3 billion won", None, "amount", "1183300000000"),
    ("One trillion 247.2 billion won", None, "amount", "1247200000000"),
    ("two point oh eight percent", None, "percentage", "2.08"),
]


@pytest.mark.parametrize(("cell", "asked", "kind", "value"), CELLS)
def test_cells(cell: str, asked: str | None, kind: str, value: str) -> None:
    read = read_value(cell, asked)
    assert read is not None
    assert (read.kind, str(read.value)) == (kind, value)
    assert cell[read.start : read.end] == read.text


@pytest.mark.parametrize(
    "cell", ["", "George H. W. Bush", "Seoul", "in force", "5 or 12 things and 3 more"]
)
def test_cells_without_one_value(cell: str) -> None:
    assert read_value(cell) is None


def test_a_cell_may_have_its_unit_in_another_column() -> None:
    years = read_value("3", "duration", "years")
    won = read_value("1519200000000", "amount", "KRW")
    assert years is not None and years.value == "P3Y"
    assert won is not None and won.unit == "KRW"


LIKE = [
    ("1519200000000", "amount", "KRW", "5 trillion won", "1.5192 trillion won"),
    ("1038900000000", "amount", "KRW", "5 billion won", "1,038.9 billion won"),
    ("1183300000000", "amount", "KRW", "KRW 2 trillion", "KRW 1.1833 trillion"),
    ("1038900000000", "amount", "KRW", "1.18 trillion dollars", "1.0389 trillion won"),
    ("1190000000", "amount", "USD", "$5 billion", "$1.19 billion"),
    ("1190000000", "amount", "USD", "$5bn", "$1.19bn"),
    ("28500", "number", None, "45,000", "28,500"),
    ("12", "number", None, "nine", "twelve"),
    ("12", "number", None, "Nine", "Twelve"),
    ("12", "ordinal", None, "tenth", "twelfth"),
    ("12", "ordinal", None, "10th", "12th"),
    ("21", "ordinal", None, "tenth", "twenty-first"),
    ("8.3", "percentage", "percent", "50 percent", "8.3 percent"),
    ("8.3", "percentage", "percent", "50%", "8.3%"),
    ("8.3", "percentage", "percent", "50 per cent", "8.3 per cent"),
    ("2024-11-04", "date", None, "Jan. 3, 2022", "Nov. 4, 2024"),
    ("2024-11-04", "date", None, "3 January 2022", "4 November 2024"),
    ("2024-11", "date", None, "March 2022", "November 2024"),
    ("1991", "date", None, "2017", "1991"),
    ("P5Y", "duration", None, "three-year", "five-year"),
    ("P5Y", "duration", None, "three years", "five years"),
    ("P5Y", "duration", None, "3 years", "5 years"),
]


@pytest.mark.parametrize(("value", "kind", "unit", "like", "written"), LIKE)
def test_written_like_the_wrong_value(
    value: str, kind: str, unit: str | None, like: str, written: str
) -> None:
    (wrong,) = read_values(like)
    number = Decimal(value) if kind in ("number", "ordinal", "percentage", "amount") else value
    assert write_value(number, kind, unit, wrong) == written


UNITS = st.sampled_from(["KRW", "USD", "EUR", "GBP", "JPY", "CNY", "CHF"])
LIKES = st.sampled_from(
    [
        None,
        "$5 billion",
        "5 trillion won",
        "€3m",
        "KRW 5 billion",
        "7 million yen",
        "£20",
        "5 euros",
    ]
)


def same_currency(one: str | None, two: str | None) -> bool:
    return one == two or {one, two} == {"$", "USD"}


@given(st.integers(1, 10**15), UNITS, LIKES)
def test_amounts_read_back(number: int, unit: str, like: str | None) -> None:
    wrong = read_values(like)[0] if like else None
    (value,) = read_values(write_value(Decimal(number), "amount", unit, wrong))
    assert value.value == number
    assert same_currency(value.unit, unit)


@given(
    st.integers(0, 10**15), st.sampled_from([None, "nine", "45,000", "5 million", "28 thousand"])
)
def test_numbers_read_back(number: int, like: str | None) -> None:
    wrong = read_values(like)[0] if like else None
    (value,) = read_values(
        "They counted " + write_value(Decimal(number), "number", None, wrong) + " votes."
    )
    assert value.value == number


@given(st.integers(1, 1500), st.sampled_from([None, "tenth", "10th"]))
def test_ordinals_read_back(number: int, like: str | None) -> None:
    wrong = read_values(like)[0] if like else None
    (value,) = read_values(f"the {write_value(Decimal(number), 'ordinal', None, wrong)} agreement")
    assert (value.kind, value.value) == ("ordinal", number)


@given(st.decimals("-99", "999", places=2), st.sampled_from([None, "8 percent", "8 per cent"]))
def test_percentages_read_back(number: Decimal, like: str | None) -> None:
    wrong = read_values(like)[0] if like else None
    (value,) = read_values("by " + write_value(number, "percentage", "percent", wrong))
    assert (value.kind, value.value) == ("percentage", number)


@given(
    st.dates().filter(lambda day: 1400 <= day.year <= 2199),
    st.sampled_from(["Jan. 3, 2022", "3 May 2022", "2022-01-03"]),
)
def test_dates_read_back(day: object, like: str) -> None:
    (value,) = read_values(write_value(str(day), "date", None, read_values(like)[0]))
    assert value.value == str(day)


NORMAL = """2024-11-04 2024-11 2024 2026/2030 1991/.. ../2027-03 FY2022 P5Y P3Y6M PT12H 20..30
2025-03-03/2025-03-09 2023-07/2023-09"""


@pytest.mark.parametrize("text", NORMAL.split())
def test_normalised_text_reads_back(text: str) -> None:
    (value,) = read_values(text)
    assert value.value == text


def test_days_of_durations() -> None:
    assert duration_days("P1Y") == (365, 366)
    assert duration_days("P2W") == (14, 14)
    low, high = duration_days("P5Y")
    assert low <= 1826 <= high
    assert duration_days("P60M") >= (low - 5, high - 5)
    with pytest.raises(ValueError, match="no ISO 8601 duration"):
        duration_days("five years")


def test_durations_in_iso_form() -> None:
    assert duration_text(Decimal("3.5"), "Y1") == "P3Y6M"
    assert duration_text(Decimal(2), "Y10") == "P20Y"
    assert duration_text(Decimal("2.5"), "TH1") == "PT2H30M"


def test_bounds_of_a_value_made_elsewhere() -> None:
    value = with_bounds(Value(0, 0, "", "number", Decimal(28000), hedge="about"))
    assert (value.low, value.high) == (27500, 28500)
    assert range_ends("20..") == (20, None)


def test_json_form() -> None:
    (value,) = read_values("nearly 1.5 trillion won a year")
    assert to_json(value) == {
        "start": 7,
        "end": 23,
        "text": "1.5 trillion won",
        "kind": "amount",
        "value": 1500000000000,
        "unit": "KRW",
        "of": None,
        "hedge": "nearly",
        "low": 1275000000000,
        "high": 1500000000000,
        "per": "year",
    }
