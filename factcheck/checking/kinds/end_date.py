"""End date: the claim gives another end than the reference.

"The end of 2030" is the end of a last year 2030; a day within a year known only as a year is
left alone.

Given
    Larkham Stadium Lease | date_expired | 2031-06-30
    Harbour Ferry | date_closed | 1998
Flagged
    The Larkham Stadium Lease expires in 2028.
    The Harbour Ferry closed in 2001.
Left alone
    The Larkham Stadium Lease expires in June 2031.
    The Larkham Stadium Lease does not expire in 2028.
    The Harbour Ferry closed in March 1998.
    The Harbour Ferry closed in the 1990s.
Not yet seen
    The Harbour Ferry closed three years after the 1998 flood.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.dates import compare_dates
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare an end with every one that answers; `None` where none can be compared."""
    return weigh(claim, [compare_dates(claim, fact) for fact in facts])
