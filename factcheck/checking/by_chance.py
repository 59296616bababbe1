"""What agrees with a loose reading by chance: "more than 4,000", "in the twentieth century".

A loose reading holds what stands near by against what is known; a phrase that many a fact would
fit tells nothing then.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.checking.dates import claimed_periods
from factcheck.checking.fits import DATES
from factcheck.checking.numbers import LINES, comparable, known_in, says_little
from factcheck.measures.values import Value
from factcheck.records import Claim, Fact, Verdict

#: "more than" so many, loosely read, means hardly more
_HARDLY = Decimal("1.5")
_WORD = re.compile(r"[^\W\d_]{4,}")
#: days: a time longer than a year holds too much
_LONG = 366


def agrees_by_chance(verdict: Verdict) -> bool:
    """Whether a loose reading is supported by what would support nearly anything."""
    claim = verdict.claim
    if verdict.verdict != "supported" or claim.certain or claim.negated:
        return False
    if claim.kind in DATES:
        return claim.agrees_only and _is_long(claim) and not _is_named(claim)
    return claim.value.hedge in LINES and not any(_is_near(claim.value, f) for f in verdict.facts)


def _is_near(value: Value, fact: Fact) -> bool:
    """Whether a fact is hardly beyond the line that a hedge draws; no sum of other money is."""
    known = known_in(value, fact) if comparable(value, fact) else None
    return known is not None and not says_little(value, known, _HARDLY)


def _is_long(claim: Claim) -> bool:
    """Whether a time that is said lasts more than a year ("the past four years", "the 1990s")."""
    periods = [] if claim.value_facts else claimed_periods(claim)
    return any((period.days or 0) > _LONG for period in periods)


def _is_named(claim: Claim) -> bool:
    """Whether a word of the subject's name stands in the sentence."""
    said = claim.sentence.lower()
    return any(word in said for word in _WORD.findall((claim.question.subject or "").lower()))
