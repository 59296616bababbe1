"""Ordinal: the claim gives something another place in its series than the reference.

The place is a number ("the eleventh"), or the member that holds it ("the latest is the tenth").

Given
    Larkham Film Festival 2025 | ordinal | 41st
Flagged
    The Larkham Film Festival 2025 was the 39th festival.
Left alone
    The Larkham Film Festival 2025 was the 41st festival.
    The Larkham Film Festival 2025 was not the 39th festival.
Not yet seen
    The Larkham Film Festival 2025 opened one year after the 41st.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.checking.fits import Fit
from factcheck.checking.names import compare_names
from factcheck.checking.numbers import compare_figures
from factcheck.checking.weighing import weigh
from factcheck.measures.values import Value
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a place in a series, or who holds it; `None` where no fact can be compared."""
    if claim.value.kind == "entity":
        return weigh(claim, [compare_names(claim, fact) for fact in facts])
    return weigh(claim, [_compare(claim.value, fact) for fact in facts])


def _compare(value: Value, fact: Fact) -> Fit:
    """ "The first" is said of so much that it never refutes, unless it is exactly that place."""
    fit = compare_figures(value, fact)
    is_first = value.value == 1 and fit.grade == "differs" and value.hedge != "exactly"
    return replace(fit, grade="vague", why=f"{fit.why}, first of what?") if is_first else fit
