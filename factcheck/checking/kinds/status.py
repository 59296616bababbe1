"""Status: the claim says that something ended, is in force, exists or never was, and it is not so.

"Ended" is refuted where it was in force all that time; "never" where the facts know a case of
it; "nothing" where there is a figure for that time.

Given
    Larkham Ferry Contract | date_signed | 2015-05-01
    Larkham Ferry Contract | date_in_force | 2015-06-01
    Larkham Ferry Contract | date_expired | 2029-05-31
    Harbour Festival | grant | 40,000 euros in 2019
Flagged
    The city terminated the Larkham Ferry Contract in 2018.
    The Harbour Festival never received a grant.
Left alone
    The Larkham Ferry Contract is in force.
    The city never terminated the Larkham Ferry Contract.
    The city may terminate the Larkham Ferry Contract.
Not yet seen
    The Larkham Ferry Contract is history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.checking.fits import Fit, is_verified
from factcheck.checking.weighing import weigh
from factcheck.records import Claim, Fact, Verdict

_LASTING = ("in force", "ended")
_TOLD = {"yes": "fits", "true": "fits", "no": "differs", "false": "differs"}


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a status with the facts on it; `None` where they do not speak of it."""
    claimed = str(claim.value.value)
    if claimed in _LASTING:
        parts = [fact for fact in facts if fact.value in _LASTING]
        return weigh(claim, _compare_parts(claimed, parts))
    if claimed not in ("never", "exists", "nothing"):
        return weigh(claim, [_compare_said(claimed, fact) for fact in facts])
    told = [fact for fact in facts if fact.value.lower() in _TOLD]
    if told and claimed == "exists":
        return weigh(claim, [_as_told(fact) for fact in told])
    sure = map(_as_sure, facts)
    found = [fact for fact in sure if is_verified(fact) and not _says_nothing(fact)]
    grade = "fits" if claimed == "exists" else "differs"
    return weigh(claim, [Fit(fact, grade, f"{claimed} against a case", True) for fact in found])


def _compare_parts(claimed: str, parts: Sequence[Fact]) -> list[Fit]:
    """A time is in parts, in force or not: what holds in some of them only decides nothing."""
    values = {fact.value for fact in parts}
    fits = []
    for fact in parts:
        grade = "fits" if fact.value == claimed else "differs"
        mixed = len(values) > 1
        fits.append(Fit(fact, "vague" if mixed else grade, f"{claimed} against {fact.value}", True))
    return fits


def _compare_said(claimed: str, fact: Fact) -> Fit:
    """A value in words ("no", "consumer price|inflation"), which the fact's own holds, or not."""
    known = fact.value.casefold()
    said = claimed.casefold().split("|")
    is_same = known in said if known in _TOLD else any(one in known for one in said)
    return Fit(fact, "fits" if is_same else "differs", f"{claimed} against {fact.value}", True)


def _as_told(fact: Fact) -> Fit:
    """A property that is said to hold or not ("founding member: no")."""
    return Fit(fact, _TOLD[fact.value.lower()], f"exists against {fact.value}", True)


def _as_sure(fact: Fact) -> Fact:
    """Of a figure that is computed the amount is in doubt, not that there is one."""
    return fact if fact.arithmetic is None else replace(fact, confidence="reported")


def _says_nothing(fact: Fact) -> bool:
    """Whether the figure is nought, so that it is no case of the thing."""
    return fact.reading is not None and fact.reading.value == 0
