"""Counts: so many rows fit what the statement says of them; "there were 3 games in may"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.counting import Counted, counted, hedge_after, hedge_before
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.naming import resolved
from factcheck.language.sheets.parts import Part
from factcheck.language.sheets.statement import Drafted, Statement, span
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

#: of years
_SIDES = {"before": "less than", "after": "more than", "since": "at least"}


def read(statement: Statement) -> list[Drafted]:
    """The claim on how many rows fit; none where a word stays that nothing accounts for."""
    found = counted(statement)
    words = set(statement.words)
    if found is None or (statement.compares() and not words <= _allowed(statement)):
        return []
    if statement.is_negated or statement.degrees_at("superlatives"):
        return []
    used = {*range(found.start, found.end), *hedged(statement)}
    conditions = filters(statement, found)
    if not conditions or statement.unused(used):
        return []
    question = Question("the rows of the table", "", aggregate="count", where=conditions)
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


def hedged(statement: Statement) -> set[int]:
    """The tokens of hedges by figures: "fewer than 59", "40 or more", "before 1880"."""
    used: set[int] = set()
    for part in statement.parts:
        if part.kind == "number":
            start = hedge_before(part.start, statement)[1]
            side = part.start and statement.words[part.start - 1] in _SIDES
            used |= {*range(start, part.start), *([part.start - 1] if side else [])}
            if hedge_after(part.end, statement):
                used |= {part.end, part.end + 1}
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


def filters(statement: Statement, found: Counted | None) -> tuple[Condition, ...]:
    """What the rows must fit, by all parts but the count; empty where one of them fits nothing
    that is certain."""
    conditions: list[Condition] = []
    for part in statement.parts:
        inside = found is not None and part.start in range(found.start, found.end)
        if found and inside and (part.kind == "number" or found.end - 1 in span(part)):
            continue
        made = condition(part, statement)
        if made is None:
            return ()
        if not joined(conditions, made, part, statement):
            conditions.append(made)
    return tuple(conditions)


def joined(conditions: list[Condition], made: Condition, part: Part, statement: Statement) -> bool:
    """ "won or drew", "from spain and italy": two of one column are alternatives."""
    before = statement.words[part.start - 1 : part.start]
    for at, one in enumerate(conditions):
        if one.property == made.property and one.relation == made.relation == "is":
            if before in (["or"], ["and"]):
                conditions[at] = Condition(one.property, "is", (*one.values, *made.values))
            return before in (["or"], ["and"])
    return False


def condition(part: Part, statement: Statement) -> Condition | None:
    """What a part asks of a row; a figure with "over" or "fewer than" draws a line."""
    cells = resolved(part, statement)
    if not cells:
        return None
    column = max(
        cells, key=lambda at: (at in part.whole, len(cells[at]), at == _named(part, statement), -at)
    )
    hedge = hedge_before(part.start, statement)[0] or hedge_after(part.end, statement)
    if hedge is None and statement.index.years[column]:
        hedge = _SIDES.get(statement.words[part.start - 1] if part.start else "")
    if part.kind == "number" and statement.index.is_numeric(column):
        number = figure(part, column, statement).value
        relation = {"more than": "more", "less than": "less"}.get(hedge or "", hedge or "equal")
        return Condition(statement.column(column), relation, (str(number),))
    return statement.condition(part, column, cells[column])


def _named(part: Part, statement: Statement) -> int | None:
    """The column named nearest to a part."""
    mentions = [m for m in statement.mentions if m.exact and not set(m.places) <= set(span(part))]
    near = min(mentions, key=lambda m: abs(m.start - part.start), default=None)
    return near.column if near else None
