"""`Covered` against the obvious way: looking at every stretch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.measures.covering import Covered

_STRETCH = st.tuples(st.integers(0, 20), st.integers(0, 6)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(_STRETCH, max_size=8), _STRETCH)
def test_bisection_finds_what_looking_at_each_finds(
    stretches: list[tuple[int, int]], one: tuple[int, int]
) -> None:
    overlaps = any(start < one[1] and one[0] < end for start, end in stretches)
    assert Covered(stretches).touches(*one) == overlaps
