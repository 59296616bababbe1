"""Start date: the claim gives another beginning than the reference.

A date is compared at the precision stated; a term of office is a period like any other.

Given
    Berlin Wall | construction_start | 1961-08-13
Flagged
    They began to build the Berlin Wall in 1963.
    Construction of the Berlin Wall started in August 1962.
Left alone
    The building of the Berlin Wall began in August 1961.
    Construction of the Berlin Wall started in the 1960s.
    Construction of the Berlin Wall did not start in 1963.
    Did construction of the Berlin Wall start in 1963?
Not yet seen
    Work on the Berlin Wall began two years after 1960.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.dates import compare_dates
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a beginning with every one that answers; `None` where none can be compared."""
    return weigh(claim, [compare_dates(claim, fact) for fact in facts])
