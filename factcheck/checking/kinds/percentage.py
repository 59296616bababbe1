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

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.checking.fits import Fit
from factcheck.checking.numbers import compare_figures
from factcheck.checking.weighing import weigh
from factcheck.measures.bounds import is_limit
from factcheck.measures.values import Value
from factcheck.records import Claim, Fact, Verdict

_CHANGE = re.compile(r"increase|change|growth|rise|raise")
_SPAN = re.compile(
    r"\b(?:from|between)\s+(?:[a-z]+\s+)?(\d{4})\s+(?:to|and|until|through)\s+(?:[a-z]+\s+)?(\d{4})\b",
    re.IGNORECASE,
)
#: words right beside a figure that make it a rise or a fall, whatever else the sentence says
_UP = (
    r"increase[sd]?|increasing|rises?|rose|risen|rising|raise[sd]?|raising|hikes?|hiked|grew|grown"
    r"|growth|up|jump(?:s|ed)?|more|higher|climb(?:s|ed)?|gain(?:s|ed)?"
)
_DOWN = (
    r"decrease[sd]?|decline[sd]?|fall(?:s|en)?|fell|drop(?:s|ped)?|cuts?|reductions?|reduced|lower"
    r"(?:ed)?|less|down|slashed|shrank|shrunk"
)
_BETWEEN = r"(?:\s+(?:by|of|some|about|around|nearly|almost|roughly|a|was|went|modest|sharp))*\s+$"
_BESIDE = {
    side: (
        re.compile(rf"\b(?:{words}){_BETWEEN}", re.IGNORECASE),
        re.compile(rf"^\s+(?:{words})\b", re.IGNORECASE),
    )
    for side, words in (("up", _UP), ("down", _DOWN))
}
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
    known = fact.reading.value if fact.reading else None
    is_asked = claim.question.aggregate == "change"
    changes = _CHANGE.search(fact.property) is not None and not is_limit(fact.property)
    if not is_asked and changes and _spans_years(claim.sentence):
        return Fit(fact, "apart", "a change over several years against one of a year")
    if not (is_asked or changes) or not isinstance(known, Decimal) or not known:
        return compare_figures(claim.value, fact)
    said = claim.value.value
    falls = _says_fall(claim) or _direction(claim) == "down"
    falls = falls or (isinstance(said, Decimal) and said < 0)
    fit = compare_figures(_positive(claim.value), replace(fact, reading=_positive(fact.reading)))
    if falls != (known < 0) and fit.grade in ("fits", "near"):
        is_told = fit.grade == "fits" and _direction(claim) == ("up" if known < 0 else "down")
        return Fit(fact, "differs" if is_told else "vague", f"{fit.why}, in the other direction")
    return replace(fit, fact=fact)


def _direction(claim: Claim) -> str | None:
    """ "up" or "down" where only the one is said right beside the figure, unhedged."""
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, after = claim.sentence[:start], claim.sentence[end:]
    said = [
        side
        for side, (ahead, behind) in _BESIDE.items()
        if ahead.search(before) or behind.search(after)
    ]
    return said[0] if len(said) == 1 and claim.value.hedge is None else None


def _spans_years(sentence: str) -> bool:
    """Whether a change is said to run over more than a year: "from 2014 to 2026"."""
    found = _SPAN.search(sentence)
    return found is not None and abs(int(found.group(2)) - int(found.group(1))) > 1


def _says_fall(claim: Claim) -> bool:
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, after = claim.sentence[max(start - 60, 0) : start], claim.sentence[end : end + 12]
    return bool(_FALL.search(before) or _FALL.search(after))


def _positive(value: Value | None) -> Value:
    """The value without its sign, so that a fall of 5 percent is compared as 5."""
    assert value is not None
    if not isinstance(value.value, Decimal) or value.value >= 0:
        return value
    ends = [-end if isinstance(end, Decimal) else None for end in (value.high, value.low)]
    return replace(value, value=-value.value, low=ends[0], high=ends[1])
