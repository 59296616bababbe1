"""Currencies that a text leaves open, and sums compared in them."""

from __future__ import annotations

import pytest

from factcheck.measures.currencies import CROWNS, left_open
from factcheck.measures.reading import read_values
from factcheck.measures.slips import slip


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("2.4 million kroner", True),
        ("5,000 kronor", True),
        ("2.4 million Norwegian kroner", False),
        ("2.4 million dollars", False),
        ("2.4 million", False),
    ],
)
def test_left_open(text: str, is_open: bool) -> None:
    (value,) = read_values(text)
    assert left_open(value) == (CROWNS if is_open else frozenset())


@pytest.mark.parametrize(
    ("said", "known", "how"),
    [
        ("2.45 million kroner", "2.45 million Danish kroner", None),
        ("2.45 million Norwegian kroner", "2.45 million Danish kroner", "currency"),
        ("2.45 billion kroner", "2.45 million Danish kroner", "magnitude"),
    ],
)
def test_no_slip_where_the_currency_is_open(said: str, known: str, how: str | None) -> None:
    (one,), (other,) = read_values(said), read_values(known)
    assert slip(one, other) == how
