"""Claims that were checked before: the rows of `earlier-checks.csv`, and how to find them again.

A claim repeats an earlier one if both are about the same fact and say the same of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.reference.rows import Complain, Row, read_rows

EARLIER_COLUMNS = [
    "claim",
    "what_is_true",
    "speaker",
    "date",
    "sources",
    "subject",
    "property",
    "value",
]
_ABOUT = ("subject", "property", "value")

#: figures of any kind may also be told in these
_OTHER_FORMS = {"range", "comparison"}

Figure = tuple[Decimal | None, Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row of `earlier-checks.csv`, understood; `about` is subject, property and value."""

    row: Row
    about: tuple[str, str, str] | None
    sources: tuple[str, ...]

    def columns(self, number: int, topic: str) -> dict[str, Any]:
        """The row of the table `earlier_checks`."""
        texts = ("claim", "speaker", "date", "what_is_true")
        return {
            "number": number,
            "topic": topic,
            **{column: self.row.get(column) for column in texts},
            **dict(zip(_ABOUT, self.about or (None, None, None), strict=True)),
            "line": self.row.line,
        }

    def link_rows(self, number: int, topic: str) -> Iterator[dict[str, Any]]:
        """The rows of the table `earlier_check_sources`."""
        for position, source in enumerate(self.sources):
            yield {"earlier": number, "position": position, "topic": topic, "source": source}


def read_earlier(folder: Path, complain: Complain) -> tuple[EarlierRow, ...]:
    """The rows of a topic's `earlier-checks.csv`; none if it has no such file."""
    file = folder / "earlier-checks.csv"
    if not file.is_symlink() and not file.exists():
        return ()
    found = []
    for row in read_rows(file, EARLIER_COLUMNS[:2], EARLIER_COLUMNS, complain):
        problem = _problem(row)
        if problem:
            complain(row.file, row.line, problem)
            continue
        subject, property, value = (row.cells.get(column, "") for column in _ABOUT)
        about = (subject, property, value) if subject else None
        found.append(EarlierRow(row, about, tuple(dict.fromkeys(row.list("sources")))))
    return tuple(found)


def says_the_same(one: Value | str, other: Value | str) -> bool:
    """Whether two claims about the same fact give it the same value.

    Figures of one unit: each lies within what the other's precision and hedge allow (so
    "40,000" is not "42,000"). Times: they have a day in common. All else: the same words.
    """
    if isinstance(one, str) or isinstance(other, str):
        return _words(one) == _words(other)
    if one.kind in ("date", "period") and other.kind in ("date", "period"):
        return _days(one).overlaps(_days(other))
    mine, theirs = _figure(one), _figure(other)
    if mine is None or theirs is None:
        return one.kind == other.kind and _words(one) == _words(other)
    if _unit(one) != _unit(other) or len({one.kind, other.kind} - _OTHER_FORMS) > 1:
        return False
    return _holds(mine, theirs) and _holds(theirs, mine)


def _problem(row: Row) -> str | None:
    for column in EARLIER_COLUMNS[:2]:
        if not row.cells[column]:
            return f"no {column}; an earlier check needs claim and what_is_true"
    given = [column for column in _ABOUT if row.get(column)]
    if given and len(given) < len(_ABOUT):
        missing = next(column for column in _ABOUT if column not in given)
        return f"{given[0]} without {missing}; give subject, property and value, or none of them"
    try:
        Period.parse(row.get("date") or "2000")
    except ValueError as error:
        return str(error)
    return "date: one day, month or year, no period" if "/" in (row.get("date") or "") else None


def _words(value: Value | str) -> str:
    said = value if isinstance(value, str) else value.value
    return f"{said}".strip().casefold()


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
