"""The right name in the form of the wrong one: "the Biden government" for "my government"."""

from __future__ import annotations

import re

from factcheck.checking.names import OFFICE, claimed_names, known_name
from factcheck.records import Claim, Fact

_WHOSE = re.compile(
    r"\b(?:my|our|his|her|their)\s+(?:own\s+)?(?:first\s+|second\s+)?"
    r"(?P<noun>administration|government|presidency|premiership|term|watch|leadership|tenure)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:me|I was president|I)\b")


def correct_name(claim: Claim, fact: Fact) -> str | None:
    """The phrase with the right name; a surname where the text has only a surname."""
    right, quote = known_name(fact), claim.quote
    for wrong in sorted(claimed_names(claim)):
        for name, form in _forms(wrong, right, fact):
            if re.search(rf"\b{re.escape(name)}\b", quote):
                return re.sub(rf"\b{re.escape(name)}\b", form.replace("\\", ""), quote, count=1)
    whose = _WHOSE.search(quote)
    if whose:
        noun = whose.group("noun")
        is_time = noun.lower() in ("term", "watch", "leadership", "tenure")
        named = f"{right}'s {noun}" if is_time else f"the {right} {noun}"
        return quote[: whose.start()] + named + quote[whose.end() :]
    if quote.lower().startswith("under "):
        return f"{quote[:6]}{right}"
    return right if fact.property != OFFICE or quote[:1].isupper() else None


def _without_initial(name: str) -> list[str]:
    """ "Ada B. Holt" is also called "Ada Holt"."""
    kept = [word for word in name.split() if not re.fullmatch(r"[A-Z]\.", word)]
    return [" ".join(kept)] if 1 < len(kept) < len(name.split()) else []


def _forms(wrong: str, right: str, fact: Fact) -> list[tuple[str, str]]:
    """Pairs of a form in which the text may have the wrong name, and the same of the right one."""
    forms = [(wrong, right), *((short, right) for short in _without_initial(wrong))]
    if fact.property != OFFICE and " " not in right:
        return [*forms, *((part, right) for part in wrong.split()[-1:])]
    family_first = re.search(r"-[a-z]+$", wrong) or re.search(r"-[a-z]+$", right)
    ours, theirs = wrong.split(), right.split()
    if not ours or not theirs:
        return forms
    # a surname stands first in some languages; the text shows which of the two it used
    forms.append((ours[-1], theirs[0] if family_first else theirs[-1]))
    forms.append((ours[0], theirs[0]))
    return forms
