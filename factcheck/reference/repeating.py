"""Finding the earlier checks of a claim that is made again.

A claim repeats an earlier one if both are about the same fact and say the same of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import EarlierCheck, Source
from factcheck.reference.cells import read_cell

if TYPE_CHECKING:
    from factcheck.reference.lookup import Lookup
    from factcheck.reference.store import Store

#: figures of any kind may also be told in these
_OTHER_FORMS = {"range", "comparison"}

Figure = tuple[Decimal | None, Decimal | None, Decimal | None]

_FOUND = """
SELECT number, property, value, claim, speaker, date, what_is_true FROM earlier_checks
WHERE subject = ? AND property = ? ORDER BY number"""

_SOURCES = """
SELECT id, title, publisher, date, url, locator FROM earlier_check_sources
JOIN sources ON sources.topic = earlier_check_sources.topic AND id = source
WHERE earlier = ? ORDER BY position"""


def earlier_checks(
    reference: Lookup, subject: str, property: str, value: Value | str, by: date | None
) -> tuple[EarlierCheck, ...]:
    """The earlier checks of claims that gave the property this value, oldest first."""
    found: dict[EarlierCheck, None] = {}
    for pair in reference.asked_alike(subject, property):
        for number, name, cell, *told in reference.store.rows(_FOUND, pair):
            # a name may look like a figure ("2nd Division"), and is compared as it is written
            if _words(cell) == _words(value) or says_the_same(_read(reference, name, cell), value):
                found[_check(reference.store, number, told)] = None
    known = (one for one in found if _is_by(one, by) and _is_by(one, reference.known_on))
    return tuple(sorted(known, key=lambda one: (one.date is None, one.date or "")))


def says_the_same(one: Value | str, other: Value | str) -> bool:
    """Whether two claims about the same fact give it the same value.

    Figures of one unit: each lies within what the other's precision and hedge allow (so
    "40,000" is not "42,000"). Times: they have a day in common. All else: the same words.
    """
    if isinstance(one, str) or isinstance(other, str):
        return _words(one) is not None and _words(one) == _words(other)
    if one.kind in ("date", "period") and other.kind in ("date", "period"):
        return _days(one).overlaps(_days(other))
    mine, theirs = _figure(one), _figure(other)
    if mine is None or theirs is None:
        return one.kind == other.kind and one.value is not None and one.value == other.value
    if _unit(one) != _unit(other) or len({one.kind, other.kind} - _OTHER_FORMS) > 1:
        return False
    return _holds(mine, theirs) and _holds(theirs, mine)


def may_be_said(value: Value, known: Value) -> bool:
    """Whether a value may be a known one, told less closely: "1.4 trillion" of 1.4041 trillion,
    "in 2009" of a day in that year."""
    if value.kind in ("date", "period") and known.kind in ("date", "period"):
        return _days(value).overlaps(_days(known))
    said, figure = _figure(value), _figure(known)
    if said is None or figure is None:
        return value.kind == known.kind and value.value == known.value
    return _unit(value) == _unit(known) and (_holds(said, figure) or _holds(figure, said))


def _is_by(check: EarlierCheck, day: date | None) -> bool:
    """Whether a claim was surely made on or before a day; `None`: any day will do."""
    if day is None:
        return True
    last = Period.parse(check.date).last if check.date else None
    return last is not None and last <= day


def _read(reference: Lookup, name: str, cell: str) -> Value | str:
    known = reference.property(name)
    # a factor ("4 times") is read without the property's type, which is that of its values
    return read_cell(cell, None, known.type if known else None) or read_cell(cell, None) or cell


def _check(store: Store, number: int, told: Sequence[str | None]) -> EarlierCheck:
    claim, speaker, day, what_is_true = told
    sources = tuple(Source(*row) for row in store.rows(_SOURCES, (number,)))
    return EarlierCheck(claim or "", speaker, day, what_is_true or "", sources)


def _words(value: Value | str) -> str | None:
    """The value as text, to be compared as written; `None` for a figure."""
    said = value if isinstance(value, str) else value.value
    return said.strip().casefold() if isinstance(said, str) else None


def _days(value: Value) -> Period:
    try:
        return Period.parse(str(value.value))
    except ValueError:  # a fiscal year: its bounds, where there are any
        low, high = (str(end) if end else ".." for end in (value.low, value.high))
        return Period.parse(f"{low}/{high}")


def _figure(value: Value) -> Figure | None:
    """The figure itself (none for a range) and its bounds; `None` for what is no figure."""
    if isinstance(value.value, Decimal):
        return value.value, _number(value.low, value), _number(value.high, value)
    if value.kind == "range":
        return None, _bound(value.low), _bound(value.high)
    return None


def _number(end: Decimal | str | None, value: Value) -> Decimal | None:
    """A bound, or the figure itself where none were made ("twice as many")."""
    if value.low is None and value.high is None:
        return value.value if isinstance(value.value, Decimal) else None
    return _bound(end)


def _bound(end: Decimal | str | None) -> Decimal | None:
    return end if isinstance(end, Decimal) else None


def _holds(one: Figure, other: Figure) -> bool:
    """Whether the figure of `other` (or, of a range, some of it) lies within `one`."""
    _, low, high = one
    point, first, last = other
    if point is not None:
        first = last = point
    below = low is not None and last is not None and last < low
    above = high is not None and first is not None and first > high
    return not below and not above


def _unit(value: Value) -> str | None:
    return "USD" if value.unit == "$" else value.unit
