"""What two rows have alike, or by how much they differ: "A and B have the same number of wins",
"the difference between A and B was 3".
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.comparisons import between, by_how_much
from factcheck.language.sheets.heads import best_named
from factcheck.language.sheets.ordering import own_column
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Drafted, Statement
from factcheck.measures.values import Value

_SAME = frozenset(("same", "equal", "equally", "identical", "tie", "tied", "ties", "even", "alike"))
_DIFFERENCES = frozenset(("difference", "differ", "differed", "differs", "gap", "margin"))


def read_same(statement: Statement) -> list[Drafted]:
    """Two rows with the same figure in the column that is named."""
    places = [at for at, word in enumerate(statement.words) if word in _SAME]
    if len(places) != 1 or statement.compares_otherwise(_SAME | {"both", "total"}):
        return []
    pair = _pair(statement)
    if pair is None or any(p.number is not None for p in statement.parts):
        return []
    both = {at for at, word in enumerate(statement.words) if word == "both"}
    columns = _columns(statement)
    if len(columns) != 1 or statement.unused({*places, *both, *statement.denials}):
        return []
    one, two = (statement.condition(part, own_column(part, statement)) for part in pair)
    question = between(one, two, statement.column(columns.pop()))
    at = places[0]
    value = Value(0, 0, statement.words[at], "comparison", "equal")
    return [Drafted(at, at + 1, question, "comparison", value, statement.is_negated)]


def read_difference(statement: Statement) -> list[Drafted]:
    """By how much the figures of two rows differ, whichever is larger."""
    places = [at for at, word in enumerate(statement.words) if word in _DIFFERENCES]
    if len(places) != 1 or statement.is_negated:
        return []
    if statement.compares_otherwise(_DIFFERENCES | {"total"}) or statement.compares_by_degree:
        return []
    pair = _pair(statement)
    by = [p for p in statement.parts if p.kind == "number" and not p.is_ordinal]
    columns = _columns(statement)
    if pair is None or len(by) != 1 or len(columns) != 1 or statement.unused(places):
        return []
    column = columns.pop()
    first, second = pair
    if (_figure(first, column, statement) or 0) < (_figure(second, column, statement) or 0):
        first, second = second, first
    one, two = (statement.condition(part, own_column(part, statement)) for part in (first, second))
    question = between(one, two, statement.column(column))
    return [by_how_much(by[0], column, question, statement)]


def _pair(statement: Statement) -> tuple[Part, Part] | None:
    """The two rows that are named, if all other parts are figures."""
    rows = statement.names
    rest = [p for p in statement.parts if p not in rows and p.kind not in ("number", "outcome")]
    return (rows[0], rows[1]) if len(rows) == 2 and not rest else None


def _columns(statement: Statement) -> set[int]:
    """The best named column of figures."""
    return best_named(m for m in statement.mentions if statement.index.is_numeric(m.column))


def _figure(part: Part, column: int, statement: Statement) -> Decimal | None:
    (row,) = part.rows
    reading = statement.index.table.rows[row][column].reading
    return reading.value if reading and isinstance(reading.value, Decimal) else None
