"""Duration: the claim says that something lasts longer or shorter than the reference does.

Given
    Larkham Stadium Lease | duration | 25 years
    Larkham Jazz Festival | duration | 10 days
    Ada Holt | office_held | Mayor of Larkham | 2012-01-01/2016-12-31
Flagged
    Ada Holt was mayor of Larkham for nine years.
    The Larkham Stadium Lease lasts 15 years.
    The Larkham Jazz Festival lasts three weeks.
Left alone
    The Larkham Stadium Lease lasts 25 years.
    The Larkham Stadium Lease lasts more than two decades.
    The Larkham Jazz Festival lasts ten days.
    Ada Holt was mayor of Larkham for five years.
    Ada Holt was in the town for nine years.
    The Larkham Jazz Festival does not last three weeks.
Not yet seen
    The Larkham Stadium Lease outlives two decades by a single year.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.durations import compare_durations
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a duration with every one that answers; `None` where none can be compared."""
    is_between = claim.question.aggregate in ("apart", "lasting")
    fits = [compare_durations(claim.value, fact, is_between=is_between) for fact in facts]
    return weigh(claim, fits)
