"""Counts: so many rows fit what the statement says of them; "there were 3 games in may"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import Counted, counted
from factcheck.language.sheets.hedges import hedged
from factcheck.language.sheets.statement import Drafted, Statement, span
from factcheck.measures.values import Value
from factcheck.records import Condition, Question


def read(statement: Statement) -> list[Drafted]:
    """The claim on how many rows fit; none where a word stays that nothing accounts for."""
    found = counted(statement)
    words = set(statement.words)
    if found is None or (statement.compares() and not words <= _allowed(statement)):
        return []
    if statement.is_negated or statement.degrees_at("superlatives"):
        return []
    used = {*range(found.start, found.end), *hedged(statement)}
    where = filters(statement, found)
    if not where or statement.unused(used):
        return []
    question = Question("the rows of the table", "", aggregate="count", where=where)
    number = found.part.number or Decimal(0)
    value = count_value(statement.quote(found.part.start, found.part.end), number, found.hedge)
    return [Drafted(found.part.start, found.part.end, question, "count", value)]


def _allowed(statement: Statement) -> set[str]:
    """All words, if "only" or "more than" is all that makes it a comparison."""
    bare = {"only", "more", "than", "fewer", "less", "total"}
    mine = {"all", "every", "each", "most", "none", "both", "neither", "average", "combined"}
    mine |= {"sum", "mean", "twice", "times", "half", "majority", "different", "same", "ahead"}
    mine |= {"behind", "before", "above", "below", "never", "always", "any", "either", "after"}
    return set(statement.words) - (mine - bare)


def count_value(quote: str, number: Decimal, hedge: str | None) -> Value:
    """A whole count with its hedge; more than three is four and up."""
    low: Decimal | None = number
    high: Decimal | None = number
    if hedge in ("more than", "at least"):
        low, high = number + (hedge == "more than"), None
    elif hedge in ("less than", "at most"):
        low, high = None, number - (hedge == "less than")
    return Value(0, 0, quote, "number", number, hedge=hedge, low=low, high=high)


def filters(statement: Statement, found: Counted) -> tuple[Condition, ...]:
    """What the rows must fit, by all parts but the count; empty where one of them fits nothing
    that is certain."""
    inside = range(found.start, found.end)
    parts = [
        part for part in statement.parts
        if part.start not in inside
        or (part.kind != "number" and found.end - 1 not in span(part))
    ]  # fmt: skip
    return conditions(parts, statement) or ()
