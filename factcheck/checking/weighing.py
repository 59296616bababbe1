"""From the fits of single facts to one verdict: any fitting fact supports, none left refutes.

Supported: some current fact fits (also an unverified one); the answer then says where sources
differ. Refuted: every verified fact differs. Between the two there is not enough info. A
negated claim turns round: refuted only where the facts say exactly what it denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.checking.fits import DATES, Fit, is_verified
from factcheck.checking.numbers import unit_of
from factcheck.checking.phrases import is_dated
from factcheck.checking.wording import say_difference, say_fact
from factcheck.measures.slips import slip
from factcheck.measures.values import Value
from factcheck.records import Claim, Fact, Verdict

#: more facts than these are not cited for one claim
MOST_CITED = 4


def weigh(claim: Claim, fits: Sequence[Fit]) -> Verdict | None:
    """The verdict on a claim by the fits of its facts; `None` where no fact can be compared."""
    trace = tuple(f"{fit.fact.id}: {fit.why}: {fit.grade}" for fit in fits)
    fits = [fit for fit in fits if fit.fact.rank != "deprecated" and fit.grade != "apart"]
    if not fits:
        return None
    fits = _of_what_is_asked(claim, fits)
    grade, deciding = _outcome(fits)
    if grade == "near" and _lies_between(claim.value, deciding):
        grade = "fits"
    facts = tuple(fit.fact for fit in deciding)
    if grade == "fits":
        return _fitting(claim, fits, facts, trace)
    if grade == "differs" and claim.agrees_only:  # which is then no claim at all
        return Verdict(claim, "refuted", "", facts[:1], trace=trace)
    if grade == "differs":
        facts = tuple(sorted(facts, key=lambda fact: _rank(claim, fact)))
        turned = "supported" if claim.negated else "refuted"
        return Verdict(claim, turned, say_fact(facts[0]), facts[:MOST_CITED], trace=trace)
    words, diagnosis, reason = _UNDECIDED[grade]
    return Verdict(
        claim,
        "not_enough_info",
        f"{words} {say_fact(facts[0])}",
        facts[:MOST_CITED],
        diagnosis,
        reason=reason,
        trace=trace,
    )


#: how a grade that decides nothing is said; its diagnosis; its reason
_UNDECIDED: dict[str, tuple[str, str | None, str | None]] = {
    "near": ("Too close to call.", "rounding", None),
    "vague": ("What is known is not precise enough to decide.", None, None),
    "unverified": ("Only unverified facts are known.", None, "unverified_only"),
}


def _of_what_is_asked(claim: Claim, fits: Sequence[Fit]) -> Sequence[Fit]:
    """The fits; where the very day that is asked for is another, none of a property like it that
    is only known by its year."""
    if claim.kind not in DATES:
        return fits
    asked = (claim.question.subject, claim.question.property)
    own = [(fit.fact.subject, fit.fact.property) == asked for fit in fits]
    differs = any(
        is_own and fit.grade == "differs" and is_verified(fit.fact)
        for is_own, fit in zip(own, fits, strict=True)
    )
    return [
        fit
        for is_own, fit in zip(own, fits, strict=True)
        if is_own or not differs or fit.grade != "vague"
    ]


def _outcome(fits: Sequence[Fit]) -> tuple[str, list[Fit]]:
    """The grade that decides, and the fits that have it; the best grade of any fact wins."""
    verified = [fit for fit in fits if is_verified(fit.fact)]
    for grade in ("fits", "near", "vague", "differs"):
        deciding = [fit for fit in verified if fit.grade == grade]
        if grade == "fits":
            deciding += [fit for fit in fits if fit.grade == grade and fit not in verified]
        if deciding:
            return grade, deciding
    return "unverified", list(fits)


def _lies_between(value: Value, fits: Sequence[Fit]) -> bool:
    """Whether sources that differ a little about one time have the claimed figure between them:
    924 million, where one has 923 and another 925."""
    number = value.value
    if not isinstance(number, Decimal):
        return False
    known = [f for f in (fit.fact for fit in fits) if unit_of(f) in (value.unit, "USD")]
    sides = {
        (f.valid, f.reading.value < number)
        for f in known
        if f.reading and isinstance(f.reading.value, Decimal)
    }
    return any((valid, not below) in sides for valid, below in sides)


def _rank(claim: Claim, fact: Fact) -> tuple[bool, bool, bool]:
    """Which fact to cite first: the figure that was meant, the standing one, the one asked for."""
    question = claim.question
    stands = question.time is None and fact.valid.last is None and fact.valid.first is not None
    asked = (fact.subject, fact.property) == (question.subject, question.property)
    is_telling = claim.slips or isinstance(claim.value.value, Decimal)
    slips = is_telling and fact.reading is not None and slip(claim.value, fact.reading) is not None
    return (not slips, not stands, not asked)


def _others(fact: Fact, fits: Sequence[Fit]) -> tuple[Fact, ...]:
    """Verified facts that say something else than `fact` of the same time in the same unit."""
    return tuple(
        fit.fact
        for fit in fits
        if fit.grade != "fits"
        and is_verified(fit.fact)
        and unit_of(fit.fact) == unit_of(fact)
        and fit.fact.valid.overlaps(fact.valid)
        and (fit.fact.property == fact.property or fact.reading is not None)
        and (fit.fact.property == fact.property or not is_dated(fact))
    )


def _fitting(
    claim: Claim, fits: Sequence[Fit], facts: tuple[Fact, ...], trace: tuple[str, ...]
) -> Verdict:
    """Supported; a denial of what fits is refuted only if every verified fact says exactly it."""
    said = say_fact(facts[0])
    if not claim.negated:
        others = _others(facts[0], fits)
        cited = (*facts, *others)[:MOST_CITED]
        return Verdict(claim, "supported", said + say_difference(others), cited, trace=trace)
    current = [fit for fit in fits if is_verified(fit.fact)]
    if current and all(fit.grade == "fits" and fit.exact for fit in current):
        return Verdict(claim, "refuted", said, facts[:MOST_CITED], trace=trace)
    said = f"The facts do not clearly say the opposite. {said}"
    return Verdict(claim, "not_enough_info", said, facts[:MOST_CITED], trace=trace)
