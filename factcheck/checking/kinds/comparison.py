"""Comparison: the claim says more, less, as much, risen, fallen, doubled, and it is not so.

The derived fact is a difference, ratio or per cent change; "doubled" means 1.8 to 2.2 times.

Given
    Larkham Library | visitors | 120,000 in 2019
    Larkham Library | visitors | 180,000 in 2022
    Norrow Library | visitors | 95,000 in 2022
Flagged
    The number of visitors of the Larkham Library fell between 2019 and 2022.
    The number of visitors of the Larkham Library tripled between 2019 and 2022.
Left alone
    The number of visitors of the Larkham Library rose between 2019 and 2022.
    The number of visitors of the Larkham Library did not triple between 2019 and 2022.
Not yet seen
    No library in Larkham has seen a crowd like the one of 2022.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.checking.fits import Fit
from factcheck.checking.numbers import LINES
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict

#: a change of this share or less is "equal"; up to the second it is neither equal nor a change
_EQUAL, _NEARLY_EQUAL = Decimal("0.005"), Decimal("0.03")
#: "doubled": within this share of the factor; up to the second it is not clearly wrong
_FACTOR, _NEAR_FACTOR = Decimal("0.10"), Decimal("0.20")
#: places among others, the largest or the smallest first
_RANKS = ("rank", "rank_among", "rank_of_group")
_RANKS_FROM_BELOW = ("rank_from_below", "rank_among_from_below", "rank_of_group_from_below")
_UP, _DOWN = ("more", "rise"), ("less", "fall")


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a comparison with the derived facts; `None` where none can be compared."""
    return weigh(claim, [_compare(claim, fact) for fact in facts])


def _compare(claim: Claim, fact: Fact) -> Fit:
    said = claim.value.value
    aggregate = claim.question.aggregate
    if said in ("largest", "smallest"):
        return _compare_place(claim, fact)
    number = fact.reading.value if fact.reading else None
    if not isinstance(number, Decimal) or aggregate not in (
        "change",
        "ratio",
        "difference",
        "order",
    ):
        return Fit(fact, "apart", "no change to compare")
    if aggregate == "ratio" and not fact.made_from:  # "doubled" against what it then was
        return Fit(fact, "apart", "no ratio to compare")
    why = f"{said} against {aggregate} {number:f}"
    if isinstance(said, Decimal):
        ratio = {"change": 1 + number / 100, "ratio": number}.get(aggregate)
        return Fit(fact, "apart" if ratio is None else _factor(said, ratio, claim.value.hedge), why)
    moved = {"change": number / 100, "ratio": number - 1}.get(aggregate)
    if moved is None:  # a difference: its share of the figure is not known here
        return Fit(fact, _sign(str(said), number, Decimal(0), Decimal(0)), why, exact=True)
    return Fit(fact, _sign(str(said), moved, _EQUAL, _NEARLY_EQUAL), why, exact=True)


def _sign(said: str, moved: Decimal, equal: Decimal, nearly: Decimal) -> str:
    size = abs(moved)
    if said == "equal":
        return "fits" if size <= equal else "near" if size <= nearly else "differs"
    if said not in (*_UP, *_DOWN):
        return "apart"
    right = moved > 0 if said in _UP else moved < 0
    if right and size > 0:
        return "fits"
    return "near" if 0 < size <= equal else "differs"


def _factor(said: Decimal, ratio: Decimal, hedge: str | None) -> str:
    """ "Doubled" is a band, "more than doubled" and "less than half" are lines."""
    if hedge in LINES:
        is_above = hedge in ("more than", "at least")
        short = max(said - ratio if is_above else ratio - said, Decimal(0))
        return "fits" if not short else "near" if short <= said * _FACTOR else "differs"
    away = abs(ratio - said)
    if away <= said * _FACTOR:
        return "fits"
    return "near" if away <= said * _NEAR_FACTOR else "differs"


def _compare_place(claim: Claim, fact: Fact) -> Fit:
    """ "Largest": by its rank, or by whether the largest figure is that of the time asked."""
    question, number = claim.question, fact.reading.value if fact.reading else None
    why = f"{claim.value.value} against {fact.value}"
    if question.aggregate in _RANKS and claim.value.value == "largest":
        return Fit(fact, "fits" if number == 1 else "differs", why, exact=True)
    if question.aggregate in _RANKS_FROM_BELOW and claim.value.value == "smallest":
        return Fit(fact, "fits" if number == 1 else "differs", why, exact=True)
    return Fit(fact, "apart", why)
