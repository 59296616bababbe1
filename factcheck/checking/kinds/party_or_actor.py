"""Party or actor: the claim names somebody or something else than the reference.

Who was in office is compared within one office only: a president is not a prime minister.

Given
    Larkham Football Club | head_coach | Maria Lindqvist
    Winter Games 1994 | host_city | Lillehammer
    Tomas Weir | head_coach | none
Flagged
    Larkham Football Club has Tomas Weir as its head coach.
Left alone
    Larkham Football Club has Maria Lindqvist as its head coach.
    The head coach of Larkham Football Club is Lindqvist.
    The head coach of Larkham Football Club is not Tomas Weir.
Not yet seen
    Weir coaches Larkham.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.names import compare_names
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare the name with everyone who answers; `None` where none can be compared."""
    return weigh(claim, [compare_names(claim, fact) for fact in facts])
