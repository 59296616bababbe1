"""Words by a figure that draw a line: "at least", "later than", "or more", "after the year"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.lexicon import degrees
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Statement
from factcheck.measures.values import Value

_BEFORE: dict[tuple[str, ...], str] = {
    ("at", "least"): "at least", ("no", "less", "than"): "at least",
    ("no", "fewer", "than"): "at least", ("at", "most"): "at most",
    ("over",): "more than", ("under",): "less than", ("below",): "less than",
    ("above",): "more than", ("no", "more", "than"): "at most", ("up", "to"): "at most",
    ("more", "than"): "more than", ("fewer", "than"): "less than", ("less", "than"): "less than",
    ("exceed",): "more than", ("exceeded",): "more than", ("exceeds",): "more than",
    ("exceeding",): "more than", ("minimum", "of"): "at least", ("maximum", "of"): "at most",
}  # fmt: skip
_BEHIND: dict[tuple[str, ...], str] = {
    ("or", "more"): "at least", ("or", "fewer"): "at most", ("or", "less"): "at most",
    ("or", "higher"): "at least", ("or", "lower"): "at most", ("or", "over"): "at least",
    ("or", "above"): "at least", ("or", "better"): "at least", ("or", "later"): "at least",
    ("or", "earlier"): "at most", ("or", "greater"): "at least", ("and", "above"): "at least",
    ("and", "later"): "at least", ("and", "up"): "at least", ("and", "over"): "at least",
    ("and", "earlier"): "at most", ("or", "under"): "at most", ("and", "under"): "at most",
}  # fmt: skip
#: of years and days
_SIDES = {
    ("before",): "less than", ("prior", "to"): "less than", ("after",): "more than",
    ("since",): "at least",
}  # fmt: skip
_BETWEEN = ("the", "year", "$", "£", "€", "number", "a", "total", "of")
#: words of degree whose way is not that of the figure
_OTHER_WAY = frozenset(("better", "worse", "ahead", "behind", "before", "after"))


def hedge_before(at: int, statement: Statement) -> tuple[str | None, int]:
    """The hedge of a figure that begins at a token, and where the hedge begins."""
    words = statement.words
    end = at
    while end and words[end - 1] in _BETWEEN and at - end < 3:
        end -= 1
    for stop in dict.fromkeys((at, end)):
        for said, hedge in sorted(_BEFORE.items(), key=lambda item: -len(item[0])):
            if tuple(words[max(stop - len(said), 0) : stop]) == said:
                return hedge, stop - len(said)
        degree = degrees("comparatives").get(words[stop - 2]) if stop > 1 else None
        if degree and words[stop - 1] == "than" and words[stop - 2] not in _OTHER_WAY:
            is_more = words[stop - 2] == "later" or _is_more(words[stop - 2])
            return "more than" if is_more else "less than", stop - 2
    return None, at


def _is_more(word: str) -> bool:
    """Whether a comparative is of larger figures, by itself."""
    return degrees("comparatives")[word].otherwise == "max"


def side_before(at: int, statement: Statement) -> tuple[str | None, int]:
    """ "before", "after", "since" of a year or day, and where it begins."""
    words = statement.words
    end = at
    while end and words[end - 1] in ("the", "year", "season") and at - end < 3:
        end -= 1
    for stop in dict.fromkeys((at, end)):
        for said, side in _SIDES.items():
            if tuple(words[max(stop - len(said), 0) : stop]) == said:
                return side, stop - len(said)
    return None, at


def hedge_after(at: int, statement: Statement) -> str | None:
    """The hedge right behind a token: "40 or more", "20 points or more"."""
    words = statement.words
    return _BEHIND.get(tuple(words[at : at + 2])) or _BEHIND.get(tuple(words[at + 1 : at + 3]))


def is_top(part: Part, statement: Statement) -> bool:
    """ "in the top five": no figure of a cell but a line in an order."""
    return part.kind == "number" and statement.words[part.start - 1 : part.start] == ["top"]


def hedged(statement: Statement) -> set[int]:
    """The tokens of all hedges by figures and days."""
    used: set[int] = set()
    for part in statement.parts:
        if part.kind in ("number", "day"):
            used |= set(range(hedge_before(part.start, statement)[1], part.start))
            used |= set(range(side_before(part.start, statement)[1], part.start))
            used |= {part.start - 1} if is_top(part, statement) else set()
            if hedge_after(part.end, statement):
                used |= {part.end, part.end + 1, part.end + 2}
    return used


def count_value(quote: str, number: Decimal, hedge: str | None) -> Value:
    """A whole count with its hedge; more than three is four and up."""
    low: Decimal | None = number
    high: Decimal | None = number
    if hedge in ("more than", "at least"):
        low, high = number + (hedge == "more than"), None
    elif hedge in ("less than", "at most"):
        low, high = None, number - (hedge == "less than")
    return Value(0, 0, quote, "number", number, hedge=hedge, low=low, high=high)
