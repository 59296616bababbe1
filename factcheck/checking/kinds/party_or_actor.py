"""Party or actor: the claim names somebody or something else than the reference.

Who was in office is compared within one office only: a president is not a prime minister.

Given
    Ada Holt | office_held | Mayor of Larkham | 2012-01-01/2016-12-31
    Joel Brant | office_held | Mayor of Larkham | 2017-01-01/2021-12-31
    Harbour Agreement | date_signed | 2014-05-20
Flagged
    The Harbour Agreement was signed under Joel Brant.
    The Harbour Agreement was signed by the Joel Brant administration.
    In 2013 Joel Brant was Mayor of Larkham.
Left alone
    In 2013 Ada Holt was Mayor of Larkham.
    In 2017 Joel Brant was Mayor of Larkham.
    The Harbour Agreement was signed under Ada Holt.
    The Harbour Agreement was signed during the Ada Holt administration.
    The Harbour Agreement was not signed under Joel Brant.
    Was the Harbour Agreement signed under Joel Brant?
Not yet seen
    It was Brant whose pen sealed the Harbour Agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.checking.fits import Fit
from factcheck.checking.names import OFFICE, compare_names
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare the name with everyone who answers; `None` where none can be compared."""
    return weigh(claim, [_compare(claim, fact, facts) for fact in facts])


def _compare(claim: Claim, fact: Fact, facts: Sequence[Fact]) -> Fit:
    """A name that fits only what answers the same wording (the other side's negotiator)."""
    asked = claim.question.property
    fit = compare_names(claim, fact)
    is_other = fact.property not in (asked, OFFICE) and any(f.property == asked for f in facts)
    return replace(fit, grade="vague") if is_other and fit.grade == "fits" else fit
