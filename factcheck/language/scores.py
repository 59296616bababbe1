"""The two figures of a vote in a text: "82 votes to 13", "312-112", "226 for, 8 against".

A bare pair ("312 to 112") may be anything; who calls says whether something was voted on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.measures.lexicon import SMALL, TENS, any_of

_UNIT = any_of([word for word, number in SMALL.items() if 0 < number < 10])
_TENS = rf"(?:{any_of(TENS)})(?:[ -](?:{_UNIT}))?|{any_of([w for w, n in SMALL.items() if n > 9])}"
_NUMBERS = SMALL | TENS
#: "eighty-one", "three twenty-two", "one hundred and twelve"
_SPOKEN = rf"(?:(?:{_UNIT})[ ](?:hundred[ ](?:and[ ])?)?)?(?:{_TENS})|(?:{_UNIT})[ ]hundred"
#: what cannot stand behind a bare pair: a unit, a noun, another figure
_BARE_END = (
    r"(?=\s*(?:[.,;:)]|$|\b(?:in|by|on|with|to|for|and|while|but|against|over|last|late|early"
    r"|this|vote"
    r"|(?:a|one|two)\s+(?:day|week|month)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b))"
)


#: without one of these there is none
_HINT = re.compile(
    rf"\bvote|\bagainst\b|\d(?:\s+to\s+|[-–])\d|(?:{_TENS}|hundred)\s+to\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Score:
    """Two figures, the first for and the second against; offsets in the text."""

    start: int
    end: int
    #: where each figure stands
    sides: tuple[tuple[int, int], tuple[int, int]]
    #: without the word "vote"
    is_bare: bool


@cache
def _pattern() -> re.Pattern[str]:
    small = "|".join(sorted(SMALL, key=len, reverse=True))
    one, two = (rf"(?P<{name}{{0}}>\d[\d,]*\b|{small})" for name in ("for", "against"))
    to = r"\s*(?:\bto\b|[-–])\s*"
    forms = (
        rf"\bvotes?\s+(?:of\s+)?{one.format(1)}{to}{two.format(1)}\b",
        rf"\b{one.format(2)}\s+votes?\s+(?:to|against)\s+{two.format(2)}\b",
        rf"\b{one.format(3)}{to}{two.format(3)}\s+vote\b",
        rf"\b{one.format(5)}\s+(?:votes?\s+)?(?:in\s+favou?r|for)(?:,|\s+and|\s+with)+\s+"
        rf"{two.format(5)}\s+(?:votes?\s+)?against\b",
        rf"\b{one.format(7)}{to}{two.format(7)}\s+(?:decision|ruling|majority|judg[e]?ment)\b",
        rf"\b(?:rul|decid|divid|vot)(?:ed|ing)\s+(?:by\s+)?{one.format(8)}{to}{two.format(8)}\b",
        rf"\b(?:split(?:ting)?|held|holding)\s+(?:by\s+)?{one.format(9)}{to}{two.format(9)}\b",
        rf"(?<![\w-])(?<!from )(?P<for4>{_SPOKEN})\s+to\s+(?P<against4>{_SPOKEN}|{_UNIT})"
        + _BARE_END,
        r"(?<![\w.,$€£-])(?P<for6>\d{2,3})(?:\s+to\s+|[-–])(?P<against6>\d{1,3})" + _BARE_END,
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def scores_in(text: str) -> Iterator[Score]:
    """The scores of a text, left to right."""
    if _HINT.search(text) is None:
        return
    for found in _pattern().finditer(text):
        names = sorted((name for name, said in found.groupdict().items() if said), reverse=True)
        said = found.span(names[0]), found.span(names[1])
        yield Score(found.start(), found.end(), said, is_bare=names[0] in ("for4", "for6"))


def number_of(text: str) -> Decimal:
    """How many a side of a score has: "82", "six", "three twenty-two"."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    total = 0
    for word in text.lower().replace("-", " ").replace(" and ", " ").split():
        if word == "hundred":
            total *= 100
        elif 0 < total < 10:  # "three twenty-two"
            total = total * 100 + _NUMBERS[word]
        else:
            total += _NUMBERS[word]
    return Decimal(total)
