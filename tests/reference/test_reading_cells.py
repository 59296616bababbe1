"""Cells as values: types from units and looks, and the short way against the value reader."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import Checker
from factcheck.measures.cells import read_value
from factcheck.records import Document
from factcheck.reference.cells import cell_type, looks_like_name, read_cell
from factcheck.reference.reading import fact_rows
from factcheck.reference.said_units import said_unit

KINDS = {"number": None, "amount": "EUR", "percentage": None, "ordinal": None}


@given(
    st.decimals(0, 10**13, places=2) | st.integers(0, 10**15).map(Decimal),
    st.sampled_from(sorted(KINDS)),
)
def test_bare_figures_are_read_as_the_value_reader_reads_them(figure: Decimal, kind: str) -> None:
    text = f"{figure:f}"
    assert read_cell(text, KINDS[kind], kind) == read_value(text, kind, KINDS[kind])


@given(st.integers(1, 99_999), st.sampled_from("YMWD"))
def test_lengths_are_read_as_the_value_reader_reads_them(number: int, unit: str) -> None:
    text = f"P{number}{unit}"
    assert read_cell(text, None, "duration") == read_value(text, "duration", None)


@pytest.mark.parametrize(
    ("value", "unit", "type"),
    [
        ("1894", None, "date"),
        ("1894", "m", "number"),
        ("2024", "year", "date"),
        ("1", "year", "duration"),
        ("2026/2030", None, "period"),
        ("4.5%", None, "percentage"),
        ("15", "percent", "percentage"),
        ("1519200000000", "KRW", "amount"),
        ("$3.2 billion", None, "amount"),
        ("12th", None, "ordinal"),
        ("5 years", None, "duration"),
        ("120", "persons", "number"),
        ("yes", None, "boolean"),
        ("Otto Park", None, "entity"),
        ("Paris", "place", "entity"),
        ("conditions-based, no fixed date", None, "text"),
    ],
)
def test_types(value: str, unit: str | None, type: str) -> None:
    assert cell_type(value, unit) == type


def test_names_and_texts_have_no_reading() -> None:
    assert read_cell("Otto Park", None, "entity") is None
    assert read_cell("12 May Street", None, "entity") is None
    assert read_cell("yes", "boolean", "boolean") is None


def test_years_of_any_century() -> None:
    year = read_cell("1066", None, "date")
    assert year is not None and (year.kind, year.low) == ("date", "1066-01-01")
    assert read_cell("2024-13", None, "date") is None


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("Otto Park", True), ("Bank of Melford", True), ("not enacted", False), ("", False)],
)
def test_what_looks_like_a_name(text: str, is_name: bool) -> None:
    assert looks_like_name(text) == is_name


@pytest.mark.parametrize(
    ("said", "unit", "size"),
    [
        ("$", "$", ""),
        ("US$", "USD", ""),
        ("€", "EUR", ""),
        ("€m", "EUR", "million"),
        ("$bn", "$", "billion"),
        ("million USD", "USD", "million"),
        ("euros", "EUR", ""),
        ("%", "percent", ""),
        ("m", "m", ""),
        ("million barrels", "barrels", "million"),
        ("Rs", "Rs", ""),
        ("people", "people", ""),
        ("", "", ""),
    ],
)
def test_units_as_people_write_them(said: str, unit: str, size: str) -> None:
    assert said_unit(said) == (unit, size)


def test_a_lone_letter_is_a_unit(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(
        "id,subject,property,value,unit\nf1,Larkham Star,surface_temperature,5778,K\n",
        encoding="utf-8",
    )
    (row,) = fact_rows(tmp_path)
    assert (row.cells["value"], row.cells["unit"]) == ("5778", "K")


def test_figures_in_another_unit_are_corrected_in_it(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(
        "id,subject,property,value,unit\nf1,Larkham Rocket,top_speed,130,km/h\n"
        "f2,Larkham Bridge,length,8,km\n",
        encoding="utf-8",
    )
    said = {
        "Larkham Rocket hits 115 mph.": "81",
        "Larkham Rocket hits 81 mph.": None,
        "Larkham Bridge is 7.2 miles long.": "5",
        "Larkham Bridge is 4.97 miles long.": None,
    }
    with Checker([tmp_path]) as checker:
        found = {t: checker.check(Document(t)).verdicts for t in said}
    assert {t: verdicts[0].correction for t, verdicts in found.items()} == said
    assert [v.verdict for vs in found.values() for v in vs] == ["refuted", "supported"] * 2


def test_sums_in_a_sign_are_checked(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(
        "id,subject,property,value,unit\nf1,Larkham Bridge,cost,2.9,$m\nf2,Holt Hall,cost,4,$m\n",
        encoding="utf-8",
    )
    with Checker([tmp_path]) as checker:
        true = checker.check(Document("Larkham Bridge cost $2.9 million."))
        false = checker.check(Document("Larkham Bridge cost $2.1 million."))
    assert [v.verdict for v in (*true.verdicts, *false.verdicts)] == ["supported", "refuted"]
