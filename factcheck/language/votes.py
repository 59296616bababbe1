"""Votes: "by 82 votes to 13", "by a vote of 226 to eight", "in a 310-118 vote".

Two figures, the first for and the second against, of what stands beside them; the chamber that the
property is of must be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.trees import heads_clause
from factcheck.measures.lexicon import SMALL
from factcheck.measures.values import Value
from factcheck.records import Property, Question

_SIDES = ("for", "against")


@cache
def _pattern() -> re.Pattern[str]:
    small = "|".join(sorted(SMALL, key=len, reverse=True))
    one, two = (rf"(?P<{name}{{0}}>\d[\d,]*|{small})" for name in _SIDES)
    to = r"\s*(?:\bto\b|[-–])\s*"
    forms = (
        rf"\bvotes?\s+(?:of\s+)?{one.format(1)}{to}{two.format(1)}\b",
        rf"\b{one.format(2)}\s+votes?\s+to\s+{two.format(2)}\b",
        rf"\b{one.format(3)}{to}{two.format(3)}\s+vote\b",
        rf"\bvoted\s+(?:by\s+)?{one.format(4)}{to}{two.format(4)}\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def find_votes(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about how many voted for and against."""
    for found in _pattern().finditer(sentence.raw):
        said = {side: name for name in found.groupdict() if found[name] for side in _SIDES
                if name.startswith(side)}  # fmt: skip
        near = [s for s in subjects if s.how in ("named", "described", "picked")]
        pairs = {
            subject.name: own
            for subject in near
            if _is_voted_on(subject) and len(own := _own(subject, sentence, context)) == len(_SIDES)
        }
        if len(pairs) != 1:
            continue
        ((name, own),) = pairs.items()
        for side, each in own.items():
            start, end = (sentence.start + place for place in found.span(said[side]))
            number = _number(found[said[side]])
            value = Value(start, end, sentence.quote(start, end), "number", number, low=number,
                          high=number)  # fmt: skip
            asked = Question(name, each.name, None, context.asked_on)
            why = (f"vote {side}: {each.name}", f"subject: {name}")
            yield Answered(start, end, asked, "count", value, why)


def _is_voted_on(subject: Subject) -> bool:
    """What is passed, or consented to; not what tells something else apart."""
    for token in (t for group in subject.tokens for t in group):
        deps = [token.dep_]
        while not heads_clause(token) and token.head.i != token.i:
            token = token.head
            deps.append(token.dep_)
        roles = set(deps[:-1])
        if roles & {"obj", "obl", "nsubj:pass"} and not roles & {"appos", "nmod:poss"}:
            return True
    return False


def _own(subject: Subject, sentence: Sentence, context: Context) -> dict[str, Property]:
    """The properties of the votes for and against, in the chamber that is named."""
    known = context.names.properties_of(subject.name)
    found: dict[str, dict[str, Property]] = {side: {} for side in _SIDES}
    for each in context.names.properties():
        words = each.name.split("_")
        if each.name not in known or "vote" not in words or words[-1] not in _SIDES:
            continue
        if set(words[: words.index("vote")]) <= sentence.lemmas:
            found[words[-1]][each.name] = each  # topics may share a property
    return {side: next(iter(own.values())) for side, own in found.items() if len(own) == 1}


def _number(text: str) -> Decimal:
    spoken = SMALL.get(text.lower())
    return Decimal(spoken if spoken is not None else text.replace(",", ""))
