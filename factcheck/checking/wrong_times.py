"""Looks for where a wrong date or office-holder belongs; each gives a `Diagnosis` or `None`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.dates import claimed_periods, compare_dates, known_period
from factcheck.checking.fits import Diagnosis
from factcheck.checking.names import OFFICE, claimed_names, known_name, same_name
from factcheck.checking.phrases import say_date, say_day
from factcheck.measures.periods import Period
from factcheck.records import Claim, Fact


def wrong_term(claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]) -> Diagnosis | None:
    """The event lies outside the term of office that the claim names."""
    terms = claim.value_facts
    if not terms:
        return None
    said = " and ".join(_say_term(term) for term in terms[:2])
    return Diagnosis("wrong_term", f"{terms[0].subject} held the office {said}.", tuple(terms))


def date_of_other_subject(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """The date belongs to another member of the series, or to another event of the same one."""
    for fact in related:
        same = (fact.subject, fact.property) == (facts[0].subject, facts[0].property)
        if same or compare_dates(claim, fact).grade != "fits":
            continue
        if fact.property == facts[0].property:
            said = f"It is the date of {fact.subject} ({say_date(fact)})."
            return Diagnosis("swapped_parties", said, (fact,))
    return None


def date_off_by_one(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """The year, month or day beside the right one."""
    for claimed in claimed_periods(claim):
        for fact in facts:
            happened = known_period(fact, claim.kind)
            if happened is not None and _adjoin(claimed, happened):
                return Diagnosis("off_by_one")
    return None


def swapped_actor(claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]) -> Diagnosis | None:
    """The name belongs to a sister: another member of the series, or another property."""
    names = claimed_names(claim)
    for fact in related:
        if fact.property != OFFICE and same_name(known_name(fact), names):
            what = fact.property.replace("_", " ")
            said = f"{known_name(fact)} is the {what} of {fact.subject}."
            if what.endswith(" by"):  # "designed by"
                said = f"{fact.subject} was {what} {known_name(fact)}."
            return Diagnosis("swapped_parties", said, (fact,))
    return None


def actor_of_other_term(
    claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]
) -> Diagnosis | None:
    """The claimed person held that office at another time."""
    offices = {fact.value for fact in facts if fact.property == OFFICE}
    terms = [term for term in claim.value_facts if term.value in offices]
    if not terms:
        return None
    said = " and ".join(_say_term(term) for term in terms[:2])
    return Diagnosis("wrong_term", f"{terms[0].subject} was {terms[0].value} {said}.", tuple(terms))


def _say_term(term: Fact) -> str:
    first, last = term.valid.first, term.valid.last
    if first is None:
        return f"until {say_day(last)}" if last else "at another time"
    return f"from {say_day(first)} to {say_day(last)}" if last else f"since {say_day(first)}"


def _adjoin(claimed: Period, happened: Period) -> bool:
    """Whether a claimed day, month or year is next to the one in which the event lies."""
    first, last, begins, ends = claimed.first, claimed.last, happened.first, happened.last
    if first is None or last is None or begins is None or ends is None:
        return False
    length = (last - first).days + 1
    if length > 366:
        return False
    before, after = (first - ends).days, (begins - last).days
    return 0 < before <= length or 0 < after <= length
