"""Comparisons: "A scored more than B", "5 more medals than B", "more draws than losses"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.heads import best_named
from factcheck.language.sheets.lexicon import degrees
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.ordering import (
    OTHERWISE,
    against_all,
    ordered_column,
    other_noun,
    own_column,
)
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Drafted, Statement
from factcheck.language.sheets.superlatives import placed
from factcheck.language.sheets.two_columns import Columns, difference
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_LESS = frozenset(("less", "fewer", "behind", "below", "lower", "after", "later"))


def read_comparison(statement: Statement) -> list[Drafted]:
    """ "A scored more than B", "A finished ahead of B", "A won 5 more medals than B"."""
    places = statement.degrees_at("comparatives")
    words = statement.words
    if len(places) != 1 or statement.is_negated or set(words) & OTHERWISE:
        return []
    if statement.compares_otherwise(OTHERWISE | {"any", "all", "every", "total"}):
        return []
    at, degree = places[0], degrees("comparatives")[words[places[0]]]
    if degree.is_bare or words[at] not in ("before", "after", "ahead", "behind", "above", "below"):
        turn = words.index("than", at) if "than" in words[at:] else None
    else:
        turn = at
    if turn is None:
        return []
    rows = statement.names
    left = [p for p in rows if p.end <= at]
    right = [p for p in rows if p.start > turn]
    others = [p for p in statement.parts if p not in left and p not in right]
    by = next((p for p in others if p.kind == "number" and p.number and p.end <= at), None)
    if len(left) == 1 and not right and not others and against_all(words[turn:]):
        ordered = ordered_column(at, degree, statement, reach=5)
        if ordered is None or statement.unused({at, turn, *other_noun(words)}):
            return []
        where = (statement.condition(left[0], own_column(left[0], statement)),)
        return [placed(at, Decimal(1), ordered, where, (), left, statement)]
    if len(left) != 1 or len(right) != 1 or any(p is not by for p in others):
        return []
    ordered = _counted_column(by, at, statement) if by else None
    ordered = ordered or ordered_column(at, degree, statement, reach=5)
    if ordered is None or statement.unused({at, turn}):
        return []
    return _compared(left[0], right[0], at, turn, by, ordered, statement)


def _counted_column(by: Part, at: int, statement: Statement) -> tuple[int, str] | None:
    """The column of what is counted in "10 points ahead of", and the way: more is ahead."""
    index = statement.index
    near = [
        m for m in statement.mentions
        if m.start == by.end
        and (m.exact or m.share >= 0.5)
        and index.is_numeric(m.column)
        and not index.years[m.column]
    ]  # fmt: skip
    best = max(((m.share, -len(index.columns[m.column].header)) for m in near), default=None)
    found = [m.column for m in near if (m.share, -len(index.columns[m.column].header)) == best]
    if len(found) != 1 or index.columns[found[0]].type == "ordinal":
        return None
    return found[0], "min" if statement.words[at] in _LESS else "max"


def read_columns(statement: Statement) -> list[Drafted]:
    """ "A had more draws than losses": two columns of one row."""
    compared = columns_compared(0, statement)
    rows = statement.names
    outcomes = [p for p in statement.parts if p.kind == "outcome"]
    if compared is None or len(rows) != 1 or len(rows) + len(outcomes) != len(statement.parts):
        return []
    if statement.is_negated or statement.unused(compared.used):
        return []
    where = (statement.condition(rows[0], own_column(rows[0], statement)),)
    subject = statement.quote(rows[0].start, rows[0].end)
    question = difference(subject, compared.first, compared.second, where, statement)
    said = "more" if compared.is_more else "less"
    at, turn = compared.at, max(compared.used)
    value = Value(0, 0, statement.words[at], "comparison", said)
    return [Drafted(at, turn + 1, question, "comparison", value)]


def columns_compared(start: int, statement: Statement) -> Columns | None:
    """ "more points than they concede", from a token on."""
    places = statement.degrees_at("comparatives")
    words = statement.words
    if len(places) != 1 or "than" not in words[places[0] :] or set(words) & OTHERWISE:
        return None
    at, degree = places[0], degrees("comparatives")[words[places[0]]]
    turn = words.index("than", at)
    before = _figures(range(start, turn), statement)
    behind = _figures(range(turn, len(words)), statement)
    if not degree.is_bare or len(before) != 1 or len(behind) != 1 or before == behind:
        return None
    (first,), (second,) = before, behind
    return Columns(at, first, second, degree.otherwise == "max", frozenset((at, turn)))


def _figures(places: range, statement: Statement) -> set[int]:
    """The columns of figures named at these tokens, the best named only."""
    index = statement.index
    return best_named(
        m for m in statement.mentions if m.start in places and index.is_numeric(m.column)
    )


def _compared(
    left: Part,
    right: Part,
    at: int,
    turn: int,
    by: Part | None,
    ordered: tuple[int, str],
    statement: Statement,
) -> list[Drafted]:
    column, way = ordered
    one, two = (statement.condition(part, own_column(part, statement)) for part in (left, right))
    if way == "min" and by is not None:
        one, two = two, one
    question = between(one, two, statement.column(column))
    if by is not None and by.number is not None:
        return [by_how_much(by, column, question, statement)]
    said = "more" if way == "max" else "less"
    value = Value(0, 0, statement.words[at], "comparison", said)
    return [Drafted(at, turn + 1, question, "comparison", value)]


def between(one: Condition, two: Condition, property: str) -> Question:
    """The difference of a figure between two rows."""
    other = Question(" or ".join(two.values[:3]), property, where=(two,))
    subject = " or ".join(one.values[:3])
    return Question(subject, property, aggregate="difference", other=other, where=(one,))


def by_how_much(by: Part, column: int, question: Question, statement: Statement) -> Drafted:
    """The claim that two figures of a column differ by the figure of a part."""
    said = figure(by, column, statement)
    value = Value(0, 0, said.text, "number", said.value, low=said.low, high=said.high)
    return Drafted(by.start, by.end, question, "count", value)
