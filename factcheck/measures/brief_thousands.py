"""Thousands told briefly, as soldiers and officials do: "twenty-eight five" is 28,500."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.lexicon import SMALL, TENS, any_of

#: not "twenty-eight five-year-olds", nor the score of a game: the end of a clause, a place, or
#: those that are counted
_BRIEF = re.compile(
    rf"(?P<tens>{any_of(TENS)})-(?P<unit>{any_of([w for w, n in SMALL.items() if 0 < n < 10])})"
    r" five(?=[,.;:!?]|$| (?:in|for|of|there|over|and|american|u\.s\.|us|troops|soldiers|"
    r"personnel|people|service)(?![a-z]))"
)
STEP = Decimal(100)


def brief_thousands(t: str, start: int) -> tuple[int, Decimal] | None:
    """Where such a figure that begins at `start` ends, and the figure."""
    found = _BRIEF.match(t, start)
    if found is None:
        return None
    return found.end(), Decimal((TENS[found["tens"]] + SMALL[found["unit"]]) * 1000 + 500)
