"""The rows of a table that fit conditions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.records import Condition, Fact, Table
from factcheck.reference.sheets.cell_figures import EMPTY

Row = tuple[Fact, ...]
#: relations to another cell of the row
_BETWEEN = ("above", "below")


def fitting(table: Table, conditions: Sequence[Condition]) -> list[Row]:
    """The rows that fit all conditions, in order. A condition on no column fits none."""
    places = {column.property: index for index, column in enumerate(table.columns)}
    found = list(table.rows)
    for condition in conditions:
        place = places.get(condition.property)
        other = places.get(condition.values[0]) if condition.relation in _BETWEEN else None
        found = [
            row for row in found
            if place is not None
            and (_stands(row[place], row[other], condition) if other is not None
                 else fits(row[place], condition))
        ]  # fmt: skip
    return found


def _stands(cell: Fact, other: Fact, condition: Condition) -> bool:
    """Whether the figure of a cell is above or below that of another of its row."""
    one, two = (each.reading.value if each.reading else None for each in (cell, other))
    if not isinstance(one, Decimal) or not isinstance(two, Decimal):
        return False
    return one > two if condition.relation == "above" else one < two


def cell_of(row: Row, property: str) -> Fact | None:
    """The cell of a property; `None` where there is no such column."""
    return next((cell for cell in row if cell.property == property), None)


def is_empty(cell: Fact) -> bool:
    """Whether a cell says nothing."""
    return cell.value.strip().lower() in EMPTY


def fits(cell: Fact, condition: Condition) -> bool:
    """Whether one cell fits a condition."""
    relation, values = condition.relation, condition.values
    if relation in ("empty", "filled"):
        return is_empty(cell) == (relation == "empty")
    if relation in ("is", "is not"):
        is_one = _plain(cell.value) in {_plain(value) for value in values}
        return is_one == (relation == "is")
    if relation == "within":
        return any(_within(cell, value) for value in values)
    return any(_compared(cell, relation, value) for value in values)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _within(cell: Fact, value: str) -> bool:
    reading = cell.reading
    if reading is None or reading.kind != "date" or not isinstance(reading.value, str):
        return False
    if value.startswith("--"):
        return reading.value[4:7] == value[1:]
    period = Period.parse(value)
    return period.contains(Period.parse(reading.value)) and reading.note != "no_year"


def _compared(cell: Fact, relation: str, value: str) -> bool:
    reading = cell.reading
    if reading is None or reading.value is None:
        return False
    if isinstance(reading.value, Decimal):
        return _holds(reading.value, relation, Decimal(value))
    period = Period.parse(value)
    edge = period.last if relation in ("more", "at most") else period.first
    return _holds(str(reading.low), relation, str(edge))


def _holds(one: Decimal | str, relation: str, other: Decimal | str) -> bool:
    """`one` stands so to `other`; both of one sort."""
    less = one < other  # type: ignore[operator]  # both are numbers, or both ISO days
    return {
        "equal": one == other,
        "more": not less and one != other,
        "less": less,
        "at least": not less,
        "at most": less or one == other,
    }[relation]
