"""Figures whose subject is only implied, and what settles that it was meant.

"South Korea paid 790 billion won in 2010, 812.5 billion in 2011": for what, is not said. But the
second is to the last digit what it paid for one thing in that year, so the first is of it, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.checking.fits import FIGURES
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.records import Claim, Verdict

#: so many digits are seldom right by chance; so many of a sum of money, with its magnitude
_ENOUGH, _OF_SUM = 3, 2
#: wrong in one thing that can be named, and right in all its digits
_NAMED = frozenset(("currency", "magnitude", "other_period"))
#: right in its digits, but for "up" and "down"
_TURNED = "direction"


def in_company(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """The verdicts; a claim with an implied subject is certain where its sentence has a right
    figure of the same for another time, or where its own digits are known of it."""
    verdicts = list(verdicts)
    told: dict[tuple[int, str, str], set[Period]] = defaultdict(set)
    spoken = {of_whom(v.claim) for v in verdicts if _tells(v)}
    for verdict in verdicts:
        claim, time = verdict.claim, verdict.claim.question.time
        if _tells(verdict) and time is not None:
            told[_of_what(claim)].add(time)
    for verdict in verdicts:
        claim, time = verdict.claim, verdict.claim.question.time
        is_told = verdict.diagnosis in _NAMED and _is_telling(claim)
        if time is not None:
            is_told = is_told or any(not each.overlaps(time) for each in told[_of_what(claim)])
        is_turned = verdict.diagnosis == _TURNED and of_whom(claim) in spoken
        if verdict.verdict == "refuted" and ((claim.implied and is_told) or is_turned):
            why = (*verdict.trace, "the subject is told by the figures")
            verdict = replace(verdict, claim=replace(claim, certain=True), trace=why)
        yield verdict


def of_whom(claim: Claim) -> tuple[int, str]:
    """The sentence, by where it begins, and the subject of a claim."""
    return claim.sentence_start, claim.question.subject


def _of_what(claim: Claim) -> tuple[int, str, str]:
    return claim.sentence_start, claim.question.subject, claim.question.property


def _tells(verdict: Verdict) -> bool:
    """Whether a figure is right that is seldom right by chance."""
    claim = verdict.claim
    return verdict.verdict == "supported" and not claim.agrees_only and _is_telling(claim)


def _is_telling(claim: Claim) -> bool:
    """A figure of enough digits, zeros at its end aside."""
    is_figure = claim.kind in FIGURES and not claim.negated
    enough = _OF_SUM if claim.value.kind == "amount" else _ENOUGH
    return is_figure and significant_digits(claim.value.value) >= enough
