"""Names compared: who did it, who held the office then, which member of a series it was."""

from __future__ import annotations

import re

from factcheck.checking.fits import Fit
from factcheck.records import Claim, Fact

OFFICE = "office_held"
#: words by which the claimed person is meant in a role that is perhaps no office of the reference
_OTHER_ROLE = re.compile(
    r"\b(?:as|while|when|was|then)\W+(?:\w+\W+){0,2}"
    r"(?:vice[- ]president|deputy|senator|governor|candidate|nominee|president-elect|"
    r"(?:foreign|defen[cs]e|finance)\W+(?:minister|secretary)|secretary\W+of|ambassador|envoy)\b",
    re.IGNORECASE,
)


def compare_names(claim: Claim, fact: Fact) -> Fit:
    """How the claimed name ("A|B" where it leaves two open) stands to the fact's."""
    names = claimed_names(claim)
    known = known_name(fact)
    if not names or not known or (fact.property == OFFICE and known == claim.question.subject):
        return Fit(fact, "apart", "no name to compare")
    why = f"{' or '.join(sorted(names))} against {known}"
    if same_name(known, names):
        return Fit(fact, "fits", why, exact=len(names) == 1)
    if fact.property != OFFICE:
        return Fit(fact, "differs", why)
    return Fit(fact, _in_office(claim, fact), f"{why}, {fact.value}")


def claimed_names(claim: Claim) -> frozenset[str]:
    """The canonical names that the claim leaves open; empty where it gives none."""
    text = claim.value.value
    return frozenset(text.split("|")) if isinstance(text, str) and text else frozenset()


def known_name(fact: Fact) -> str:
    """The name that a fact gives: the holder of an office, or the value."""
    return fact.subject if fact.property == OFFICE else fact.value


def same_name(known: str, names: frozenset[str]) -> bool:
    """Whether `known` is one of `names`, whatever the capitals and spaces."""
    return _plain(known) in {_plain(name) for name in names}


def _in_office(claim: Claim, fact: Fact) -> str:
    """Somebody else held the office; the claimed person's own terms must not touch that time.

    Who never held that office, or held another one meanwhile (a vice president), may be meant
    in some other role.
    """
    same = [term for term in claim.value_facts if term.value == fact.value]
    other = [term for term in claim.value_facts if term.value != fact.value]
    if not same:
        return "apart"
    if any(term.valid.overlaps(fact.valid) and not _meet(term, fact) for term in other):
        return "vague"
    if _OTHER_ROLE.search(claim.sentence):
        return "vague"
    return "differs"


def _meet(one: Fact, other: Fact) -> bool:
    """Whether two terms have only the day in common on which one hands over to the other."""
    return one.valid.last == other.valid.first or other.valid.last == one.valid.first


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
