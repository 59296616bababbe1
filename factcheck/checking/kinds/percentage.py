"""Percentage: the claim gives another share, rate or per cent change than the reference.

Per cent and percentage points are never compared with each other.

Given
    Norrland Savings Bank | interest_rate | 4.25%
    Larkham Tramway | increase_on_previous_year | 8.3%
Flagged
    The interest rate of Norrland Savings Bank is 5.75 percent.
    The interest rate of Norrland Savings Bank is 42.5%.
Left alone
    The interest rate of Norrland Savings Bank is 4.25 percent.
    The interest rate of Norrland Savings Bank is about 4 percent.
    The interest rate of Norrland Savings Bank is more than 4%.
    The interest rate of Norrland Savings Bank is not 5.75 percent.
Not yet seen
    Norrland Savings Bank pays five and three quarters percent.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.numbers import compare_figures
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a percentage with every one that answers; `None` where none can be compared."""
    return weigh(claim, [compare_figures(claim.value, fact) for fact in facts])
