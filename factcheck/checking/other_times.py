"""The facts to compare with, and what is said of no certain time.

A past tense without a date means some time before the day of asking: then the facts of every
time count. What only another time supports is taken with care.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.checking.fits import FIGURES, is_verified
from factcheck.checking.money import RATE
from factcheck.checking.numbers import comparable, known_in
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.records import Answer, Claim, Fact, Question, Verdict

#: figures that tell what is out of reach
_MANY = 5
#: "we've got 45,000" speaks of now
_HAVE_GOT = re.compile(r"(?:\b(?:have|has)|['’](?:ve|s))\s+(?:\w+\s+)?got\b", re.IGNORECASE)


def facts_to_weigh(claim: Claim, answer: Answer) -> tuple[Fact, ...]:
    """The facts that answer; of a past tense without a date, those of every time up to asking; of
    what will be, those to come as well."""
    question = claim.question
    facts = tuple(fact for fact in answer.facts if fact.property != RATE)
    if not facts and answer.reason == "unverified_only":
        return (*_unverified(question, answer), *_highest(claim, answer))
    is_past = claim.tense == "past" and not speaks_of_now(claim)
    if claim.agrees_only and claim.kind in FIGURES:  # of some time or other much agrees
        is_past = False
    is_future = claim.tense == "future"
    if not (is_past or is_future) or question.time is not None or question.aggregate is not None:
        return facts
    asked = {(fact.subject, fact.property) for fact in facts}
    asked |= {(question.subject, question.property)}  # "was sold for 2 billion", once
    others = (f for f in answer.related if (f.subject, f.property) in asked)
    return (*facts, *(f for f in others if f not in facts and _is_later(f, claim) == is_future))


def speaks_of_now(claim: Claim) -> bool:
    """Whether the claim is surely about the day of asking or after it."""
    return claim.tense in ("present", "future") or bool(_HAVE_GOT.search(claim.sentence))


def is_of_other_time(verdict: Verdict, answer: Answer) -> bool:
    """Whether only another time supports it, and that too little: what somebody "said that there
    were", or a figure of one digit, which fits some time or other."""
    claim = verdict.claim
    if verdict.verdict != "supported" or claim.negated or not answer.facts:
        return False
    if any(fact in answer.facts for fact in verdict.facts):
        return False
    return claim.stance != "asserted" or significant_digits(claim.value.value) == 1


def was_so_between(claim: Claim, facts: Sequence[Fact], answer: Answer) -> bool:
    """Whether "we had 52,000 soldiers there", at no time that is said, lies between figures of
    other times, so that it may have been so."""
    number, value = claim.value.value, claim.value
    if claim.stance != "asserted" or not isinstance(number, Decimal):
        return False
    if all(fact in answer.facts for fact in facts):
        return False
    spans = [span for fact in facts if comparable(value, fact) and (span := known_in(value, fact))]
    known = [n for span in spans for n in (span.low, span.high) if n is not None]
    return bool(known) and min(known) <= number <= max(known)


def is_mostly_before_or_after(claim: Claim, facts: Sequence[Fact]) -> bool:
    """Whether every fact is of years that share less than half of the year asked about: what is
    known of fiscal 2020 does not contradict a figure of fiscal 2021."""
    time = claim.question.time
    if time is None or claim.kind not in FIGURES or claim.question.aggregate is not None:
        return False
    shared = [_shared(time, fact.valid) for fact in facts]
    return bool(shared) and all(0 < part < 0.5 for part in shared)


def _shared(time: Period, valid: Period) -> float:
    """How much of a year that is asked about a fact's years cover; 1 for other times."""
    asked, known = time.days, valid.days
    if asked not in (365, 366) or known is None or known < 365:
        return 1.0
    return (time.days_shared(valid) or 0) / asked


def _unverified(question: Question, answer: Answer) -> tuple[Fact, ...]:
    """The unverified facts that would answer; they may support, never refute."""
    return tuple(
        fact
        for fact in answer.related
        if fact.confidence == "unverified"
        and (fact.subject, fact.property) == (question.subject, question.property)
        and (question.time is None or fact.valid.overlaps(question.time))
    )


def _highest(claim: Claim, answer: Answer) -> tuple[Fact, ...]:
    """The newest figure, where what is claimed of now is more than twice the highest there ever
    was: then it needs no verified figure of the very time."""
    question, low = claim.question, claim.value.low
    told = {
        fact: span.high or span.point
        for fact in answer.related
        if fact.subject == question.subject
        and fact.property.startswith(question.property)
        and is_verified(fact)
        and not _is_later(fact, claim)
        and comparable(claim.value, fact)
        and (span := known_in(claim.value, fact)) is not None
    }
    tops = [top for top in told.values() if top is not None]
    if claim.kind != "amount" or question.time is not None or not isinstance(low, Decimal):
        return ()
    if len(tops) < _MANY or low <= 2 * max(tops):
        return ()
    return (max(told, key=lambda fact: (fact.valid.first or date.min, fact.id)),)


def _is_later(fact: Fact, claim: Claim) -> bool:
    first, asked_on = fact.valid.first, claim.question.asked_on
    return first is not None and asked_on is not None and first > asked_on
