"""Frequency: the claim says that something happens once, or every year, and it does not.

Given
    Larkham Book Prize | prize_money | 20,000 euros in 2020
    Larkham Book Prize | prize_money | 20,000 euros in 2021
    Larkham Book Prize | prize_money | 20,000 euros in 2022
    Larkham Book Prize | prize_money | 25,000 euros in 2023
Flagged
    The Larkham Book Prize money was paid only once.
Left alone
    The Larkham Book Prize money is paid every year.
    The Larkham Book Prize money was not paid only once.
Not yet seen
    The Larkham Book Prize comes round like Christmas.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.fits import Fit
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare how often with every fact that says so; `None` where none does."""
    return weigh(claim, [_compare(str(claim.value.value), fact) for fact in facts])


def _compare(claimed: str, fact: Fact) -> Fit:
    why = f"{claimed} against {fact.value}"
    if fact.value not in ("once", "every year") or claimed == "every month":
        return Fit(fact, "apart", why)
    return Fit(fact, "fits" if claimed == fact.value else "differs", why, exact=True)
