"""What grew or shrank between two columns of one thing: "lost population from 2001 to 2011"."""

from __future__ import annotations

import re
from collections import defaultdict

from factcheck.language.sheets.hedges import hedge_after, hedge_before, hedged
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.ordering import own_column
from factcheck.language.sheets.statement import Drafted, Statement
from factcheck.language.sheets.tokens import stem
from factcheck.language.sheets.two_columns import Columns, difference
from factcheck.measures.values import Value

_UP = frozenset(map(stem, ("grow", "grown", "increase", "rise", "gain", "up", "climb")))
_DOWN = frozenset(
    map(stem, ("decrease", "decline", "drop", "fall", "lose", "shrink", "down", "loss"))
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def change_in(statement: Statement) -> Columns | None:
    """The change that a statement tells, if it tells one: the later column, above or below the
    earlier."""
    places = [at for at, t in enumerate(statement.tokens) if t.stem in _UP | _DOWN]
    pair = _columns(statement)
    if pair is None or len(places) != 1:
        return None
    (earlier, later), at = pair, places[0]
    return Columns(at, later, earlier, statement.tokens[at].stem in _UP, frozenset((at,)))


def _columns(statement: Statement) -> tuple[int, int] | None:
    """The earlier and the later of two columns of figures whose heads differ by the year only; of
    more the two whose years are said."""
    index = statement.index
    groups: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for at, head in enumerate(index.heads):
        years = [one for one in head if _YEAR.fullmatch(one)]
        if len(years) == 1 and index.is_numeric(at):
            groups[tuple(one for one in head if one not in years)].append((years[0], at))
    named = {m.column for m in statement.mentions}
    said = {token.text for token in statement.tokens}
    for columns in groups.values():
        chosen = [one for one in columns if one[0] in said] or columns
        if len(chosen) == 2 and named & {at for _, at in columns}:
            (_, earlier), (_, later) = sorted(chosen)
            return earlier, later
    return None


def read_change(statement: Statement) -> list[Drafted]:
    """ "Kingston grew by more than 7,000 people from 2006 to 2011"."""
    change = change_in(statement)
    rows = statement.names
    rest = [p for p in statement.parts if p not in rows]
    if change is None or len(rows) != 1 or len(rest) > 1 or statement.is_negated:
        return []
    if statement.compares_otherwise(()) or statement.degrees_at("superlatives"):
        return []
    lines = hedged(statement)
    if any(p.kind != "number" or p.unit in ("%", "percent") for p in rest):
        return []
    if set(statement.degrees_at("comparatives")) - lines:
        return []
    if statement.unused({change.at, *lines}):
        return []
    where = (statement.condition(rows[0], own_column(rows[0], statement)),)
    subject = statement.quote(rows[0].start, rows[0].end)
    first, second = change.first, change.second
    if rest and not change.is_more:
        first, second = second, first
    question = difference(subject, first, second, where, statement)
    if rest:
        hedge = hedge_before(rest[0].start, statement)[0] or hedge_after(rest[0].end, statement)
        said = figure(rest[0], first, statement, hedge)
        value = Value(
            0, 0, said.text, "number", said.value, hedge=hedge, low=said.low, high=said.high
        )
        return [Drafted(rest[0].start, rest[0].end, question, "count", value)]
    way = Value(
        0, 0, statement.words[change.at], "comparison", "more" if change.is_more else "less"
    )
    return [Drafted(change.at, change.at + 1, question, "comparison", way)]
