"""One question with two values: same subject, property, time and qualifier, and no rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.reference.linting._topic import Found, Linted, at
from factcheck.reference.reading import FactRow

#: of names and texts there may be several; of these there is one
_SINGLE = {"number", "amount", "percentage", "date", "period", "ordinal", "duration", "boolean"}


def check(topic: Linted) -> Iterator[Found]:
    """Rows that differ in nothing but the value, and rows that do not differ at all."""
    groups: dict[tuple[object, ...], list[FactRow]] = defaultdict(list)
    for fact in topic.standing():
        qualifier = fact.row.get("qualifier")
        groups[fact.subject, fact.property, fact.valid, qualifier, fact.unit, fact.rank].append(
            fact
        )
    for facts in groups.values():
        first = facts[0]
        for other in facts[1:]:
            if _said(other) == _said(first):
                yield at(other, f"says the same as line {first.row.line} ({first.id}); keep one")
            elif topic.property(first.property).type in _SINGLE:
                yield at(
                    other,
                    f"{other.property} of {other.subject} is {other.value}, but {first.value} in "
                    f"line {first.row.line}; give one a rank or a qualifier",
                )


def _said(fact: FactRow) -> object:
    return fact.reading.value if fact.reading and not fact.reading.hedge else fact.value
