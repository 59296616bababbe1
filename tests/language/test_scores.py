"""The two figures of a vote, in digits and as they are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.scores import number_of, scores_in


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The Senate approved it by 82 votes to 13.", [(82, 13)]),
        ("The Senate said yes, eighty-two to thirteen.", [(82, 13)]),
        ("It went three twenty-two to eighty-seven in the House.", [(322, 87)]),
        ("The House: three hundred ten to one eighteen.", [(310, 118)]),
        ("Three ten to one eighteen, Senate eighty-seven to six.", [(310, 118), (87, 6)]),
        ("That brought it from sixteen to nineteen.", []),
        ("Some twenty to thirty people came.", []),
        ("We open at nine to five.", []),
        ("I went to twenty towns.", []),
    ],
)
def test_scores(text: str, figures: list[tuple[int, int]]) -> None:
    found = [tuple(number_of(text[slice(*place)]) for place in s.sides) for s in scores_in(text)]
    assert found == figures


@given(st.integers(20, 435), st.integers(0, 99))
def test_digits_are_what_they_are(votes: int, against: int) -> None:
    text = f"It passed by {votes} votes to {against}."
    (score,) = scores_in(text)
    assert [number_of(text[slice(*place)]) for place in score.sides] == [votes, against]
