"""A decimal said without its zero: "point eight eight", "point five percent"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.lexicon import SMALL, any_of
from factcheck.measures.plain import word_before

#: a digit in words behind a point
DIGIT = (
    rf"(?: (?:{any_of(['oh', *(word for word, number in SMALL.items() if number < 10)])})(?![a-z]))"
)
_POINT = re.compile(
    rf"point(?P<digits>{DIGIT}{{2,8}}"
    rf"|(?P<single>{DIGIT})(?= (?:of )?(?:an? |one )?per ?cent(?![a-z])))"
)
#: before a point in time, or in an argument: "at that point eight percent had voted"
_NOT_BEFORE = frozenset(
    ("this", "that", "which", "what", "some", "one", "any", "the", "a", "my", "your", "percentage")
)


def leading_point(t: str, start: int) -> tuple[int, Decimal, Decimal] | None:
    """Where such a decimal that begins at `start` of plain text ends, the decimal and the size of
    one unit of its last digit."""
    found = _POINT.match(t, start)
    if found is None or (found["single"] and word_before(t, start) in _NOT_BEFORE):
        return None
    return found.end(), *decimals(found["digits"])


def decimals(words: str) -> tuple[Decimal, Decimal]:
    """What digits in words behind a point are worth, and the size of one unit of the last."""
    digits = "".join(str(SMALL.get(word, 0)) for word in words.split())
    return Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits))
