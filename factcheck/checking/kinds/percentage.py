"""Percentage: the claim gives another share, rate or per cent change than the reference.

Per cent and percentage points are never compared with each other.

Given
    Norrland Savings Bank | interest_rate | 4.25%
    Larkham Tramway | increase_on_previous_year | 8.3%
Flagged
    The interest rate of Norrland Savings Bank is 5.75 percent.
    The interest rate of Norrland Savings Bank is 42.5%.
    Norrland Savings Bank pays five and three quarters percent.
Left alone
    The interest rate of Norrland Savings Bank is 4.25 percent.
    The interest rate of Norrland Savings Bank is about 4 percent.
    The interest rate of Norrland Savings Bank is more than 4%.
    The interest rate of Norrland Savings Bank is not 5.75 percent.
Not yet seen
    A thousand kroner at Norrland Savings Bank are 1,057.50 a year later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.checking.fits import Fit
from factcheck.checking.numbers import compare_figures, without_sign
from factcheck.checking.turning import direction
from factcheck.checking.weighing import weigh
from factcheck.measures.bounds import is_limit
from factcheck.records import Claim, Fact, Verdict

_CHANGE = re.compile(r"increase|change|growth|rise|raise")
_SPAN = re.compile(
    r"\b(?:from|between)\s+(?:[a-z]+\s+)?(\d{4})\s+(?:to|and|until|through)\s+(?:[a-z]+\s+)?(\d{4})\b",
    re.IGNORECASE,
)
#: words right before or after a figure that make it a fall
_FALL = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|decreas\w+|shr[aiu]nk\w*|cut(?:s|ting)?"
    r"|reduc\w+|lower\w*|down|slash\w*|slump\w*|plunge\w*)\b",
    re.IGNORECASE,
)


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a percentage with every one that answers; `None` where none can be compared."""
    return weigh(claim, [_compare(claim, fact) for fact in facts])


def _compare(claim: Claim, fact: Fact) -> Fit:
    """The same change in the other direction is wrong where a word right beside the figure says so;
    else it is left alone."""
    reading = fact.reading
    known = reading.value if reading else None
    is_asked = claim.question.aggregate == "change"
    changes = _CHANGE.search(fact.property) is not None and not is_limit(fact.property)
    if not is_asked and changes and _spans_years(claim.sentence):
        return Fit(fact, "apart", "a change over several years against one of a year")
    if not (is_asked or changes) or not reading or not isinstance(known, Decimal) or not known:
        return compare_figures(claim.value, fact)
    said = claim.value.value
    falls = _says_fall(claim) or direction(claim) == "down"
    falls = falls or (isinstance(said, Decimal) and said < 0)
    fit = compare_figures(without_sign(claim.value), replace(fact, reading=without_sign(reading)))
    if falls != (known < 0) and fit.grade in ("fits", "near"):
        is_told = fit.grade == "fits" and direction(claim) == ("up" if known < 0 else "down")
        return Fit(fact, "differs" if is_told else "vague", f"{fit.why}, in the other direction")
    return replace(fit, fact=fact)


def _spans_years(sentence: str) -> bool:
    """Whether a change is said to run over more than a year: "from 2014 to 2026"."""
    found = _SPAN.search(sentence)
    return found is not None and abs(int(found.group(2)) - int(found.group(1))) > 1


def _says_fall(claim: Claim) -> bool:
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, after = claim.sentence[max(start - 60, 0) : start], claim.sentence[end : end + 12]
    return bool(_FALL.search(before) or _FALL.search(after))
