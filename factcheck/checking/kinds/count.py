"""Count: the claim gives another number of people, things or members of a series.

Small whole counts are exact; larger figures are compared at the precision stated.

Given
    Larkham City Museum | visitors | 384,000
    Larkham City Museum | employees | 215
Flagged
    The Larkham City Museum has 512,000 visitors.
    Fewer than 100 employees work at the Larkham City Museum.
    Half a million people see the Larkham City Museum.
Left alone
    The Larkham City Museum has about 380,000 visitors.
    The Larkham City Museum has nearly 400,000 visitors.
    The Larkham City Museum does not have 512,000 visitors.
    The Larkham City Museum has 215 employees.
Not yet seen
    The Larkham City Museum could fill a stadium of 60,000 ten times over.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.checking.numbers import compare_figures
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a count with every one that answers; `None` where none can be compared."""
    number = claim.value.value
    if isinstance(number, Decimal) and 0 < number < 1:
        return None  # "two-thirds of them" is no count
    return weigh(claim, [compare_figures(claim.value, fact) for fact in facts])
