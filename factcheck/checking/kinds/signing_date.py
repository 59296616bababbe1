"""Signing date: the claim gives another day of signing, concluding or taking effect.

Given
    Treaty of Rome | date_signed | 1957-03-25
    Larkham Twinning Agreement | date_signed | 2004-11
Flagged
    The Treaty of Rome was signed in 1955.
    The Treaty of Rome was signed on 25 April 1957.
Left alone
    The Treaty of Rome was signed in March 1957.
    The Treaty of Rome was signed in the 1950s.
    The Treaty of Rome was not signed in 1955.
    The Larkham Twinning Agreement was signed on 9 November 2004.
Not yet seen
    The Treaty of Rome was signed when Eisenhower was sworn in for the first time.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.dates import compare_dates
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a date with every one that answers; `None` where none can be compared."""
    return weigh(claim, [compare_dates(claim, fact) for fact in facts])
