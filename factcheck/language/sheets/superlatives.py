"""Superlatives: "Norway won the most gold medals", "the highest crowd in May was 28,411"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import noun_of_rows
from factcheck.language.sheets.lexicon import degrees
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.naming import resolved
from factcheck.language.sheets.ordering import OTHERWISE, ordered_column
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import ROWS, Drafted, Statement, span
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_KINDS = {"amount": "amount", "percentage": "percentage", "number": "count", "ordinal": "ordinal"}
#: behind these stands the set of rows among which something is the largest
_AMONG = frozenset(("in", "on", "during", "of", "from", "among", "for", "by", "with", "at", "as"))
_DETERMINERS = frozenset(("the", "all", "his", "her", "its", "their", "a", "any", "these", "those"))


def read_superlative(statement: Statement) -> list[Drafted]:
    """What has the largest or smallest figure, which it is, or both; "the second highest"."""
    places = statement.degrees_at("superlatives")
    words = statement.words
    places = [at for at in places if not _is_ordinal(at, statement)] or places
    if len(places) != 1 or statement.is_negated or set(words) & (OTHERWISE | {"only", "than"}):
        return []
    at = places[0]
    if words[at] == "most" and words[at + 1 : at + 2] == ["of"]:
        return []
    nth = _nth(at, statement)
    if any(p.end == at and p.number is not None and not p.is_ordinal for p in statement.parts):
        return []  # "the two tallest"
    if any(p.start == at + 1 and p.number is not None for p in statement.parts):
        return []  # "the last four"
    ordered = ordered_column(at, degrees("superlatives")[words[at]], statement, reach=4)
    used = {at, *noun_of_rows(statement), *_noun_behind(at, statement)} | (
        {nth.start} if nth else set()
    )
    if ordered is None or statement.unused(used):
        return []
    column, way = ordered
    rest = [p for p in statement.parts if p is not nth and at not in span(p)]
    rest = [p for p in rest if not _names(p, column, statement)]
    said = [p for p in rest if _tells(p, column, statement)]
    among = [p for p in rest if p not in said and _is_among(p, at, statement)]
    named = [p for p in rest if p not in said and p not in among]
    if not named and not said:
        return []
    base = conditions(among, statement)
    where = conditions(named, statement)
    if base is None or where is None or len(said) > 1:
        return []
    found = []
    if named:
        place = Decimal(1) if nth is None else nth.number or Decimal(1)
        found.append(placed(at, place, (column, way), where, base, named, statement))
    if said and nth is None:
        found += _extreme(said[0], column, way, base, statement)
    return found


def _noun_behind(at: int, statement: Statement) -> set[int]:
    """ "the oldest of the schools", "the fewest guests of all routes", "the first ship to sail":
    words that can only name the rows."""
    words = statement.words
    found = {at + 1} if words[at + 2 : at + 3] in (["to"], ["that"], ["who"], ["which"]) else set()
    of = next((n for n in range(at + 1, min(at + 5, len(words))) if words[n] == "of"), None)
    if of is not None:
        behind = of + 1
        while behind < len(words) and words[behind] in _DETERMINERS:
            behind += 1
        found |= {behind} if behind > of + 1 else set()
    return found


def _is_ordinal(at: int, statement: Statement) -> bool:
    """Whether "first" numbers something beside another superlative."""
    return statement.tokens[at].is_ordinal


def _nth(at: int, statement: Statement) -> Part | None:
    """The "second" of "second highest"."""
    return next((p for p in statement.parts if p.is_ordinal and p.end == at), None)


def _names(part: Part, column: int, statement: Statement) -> bool:
    """Whether a part is but the name of the column: "wins"."""
    over = {at for m in statement.mentions if m.column == column and m.exact for at in m.places}
    return part.kind == "outcome" and set(span(part)) <= over


def _tells(part: Part, column: int, statement: Statement) -> bool:
    """Whether a part is a figure of the column that is ordered."""
    if part.kind not in ("number", "day"):
        return False
    return column in resolved(part, statement) or bool(part.cells.get(column))


def _is_among(part: Part, at: int, statement: Statement) -> bool:
    """Whether a part tells among which rows: "in May", "of the away games"."""
    rows = frozenset[int]().union(*resolved(part, statement).values())
    if len(rows) < 2:
        return False
    if part.kind == "outcome" or part.start == at + 1:
        return True
    if any(at < p.end <= part.start for p in statement.names):
        return False  # "the driver with the fewest laps was Pryce of the Shadow team"
    before = part.start - 1
    while before >= 0 and statement.words[before] in _DETERMINERS:
        before -= 1
    return before >= 0 and statement.words[before] in _AMONG and (part.start > at or before < 2)


def placed(
    at: int,
    place: Decimal,
    ordered: tuple[int, str],
    where: tuple[Condition, ...],
    base: tuple[Condition, ...],
    named: Sequence[Part],
    statement: Statement,
) -> Drafted:
    """The claim that the rows that fit have a place among those of `base`, by the column and the
    way of `ordered`; `named`: the parts that name them."""
    column, way = ordered
    index = statement.index
    aggregate = "rank" if way == "max" else "rank_from_below"
    subject = statement.quote(named[0].start, named[0].end)
    other = Question(ROWS, statement.column(column), where=base)
    question = Question(
        subject, statement.column(column), aggregate=aggregate, other=other, where=where
    )
    first = "largest" if way == "max" else "smallest"
    why = (f"ordered by {index.columns[column].header}, {first} first",)
    if place == 1:
        value = Value(0, 0, statement.words[at], "comparison", first)
        return Drafted(at, at + 1, question, "comparison", value, why=why)
    quote = statement.quote(at - 1, at)
    value = Value(0, 0, quote, "ordinal", place, hedge="exactly", low=place, high=place)
    return Drafted(at - 1, at, question, "ordinal", value, why=why)


def _extreme(
    part: Part, column: int, way: str, base: tuple[Condition, ...], statement: Statement
) -> list[Drafted]:
    each = statement.index.columns[column]
    if part.kind == "day" or each.type not in _KINDS:
        return []
    aggregate = "largest" if way == "max" else "smallest"
    question = Question(ROWS, each.property, aggregate=aggregate, where=base)
    value = figure(part, column, statement)
    return [Drafted(part.start, part.end, question, _KINDS[each.type], value)]
