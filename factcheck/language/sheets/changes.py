"""What grew or shrank between two columns of one thing: "lost population from 2001 to 2011"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from factcheck.language.sheets.hedges import hedge_after, hedge_before, hedged
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.ordering import own_column
from factcheck.language.sheets.statement import Drafted, Statement
from factcheck.language.sheets.tokens import stem
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_UP = frozenset(map(stem, ("grow", "grown", "increase", "rise", "gain", "up", "climb")))
_DOWN = frozenset(
    map(stem, ("decrease", "decline", "drop", "fall", "lose", "shrink", "down", "loss"))
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Change:
    """A word of change at a token, and the columns it is between."""

    at: int
    earlier: int
    later: int
    is_up: bool

    def condition(self, statement: Statement) -> Condition:
        """What rows must fit that changed so."""
        relation = "above" if self.is_up else "below"
        return Condition(statement.column(self.later), relation, (statement.column(self.earlier),))


def change_in(statement: Statement) -> Change | None:
    """The change that a statement tells, if it tells one."""
    places = [at for at, t in enumerate(statement.tokens) if t.stem in _UP | _DOWN]
    pair = _columns(statement)
    if pair is None or len(places) != 1:
        return None
    return Change(places[0], *pair, statement.tokens[places[0]].stem in _UP)


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
    rows = [p for p in statement.parts if p.kind == "cell" and len(p.rows) == 1]
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
    first, last = change.later, change.earlier
    if rest and not change.is_up:
        first, last = last, first
    other = Question(subject, statement.column(last), where=where)
    question = Question(
        subject, statement.column(first), aggregate="difference", other=other, where=where
    )
    if rest:
        hedge = hedge_before(rest[0].start, statement)[0] or hedge_after(rest[0].end, statement)
        said = figure(rest[0], first, statement, hedge)
        value = Value(
            0, 0, said.text, "number", said.value, hedge=hedge, low=said.low, high=said.high
        )
        return [Drafted(rest[0].start, rest[0].end, question, "count", value)]
    way = Value(0, 0, statement.words[change.at], "comparison", "more" if change.is_up else "less")
    return [Drafted(change.at, change.at + 1, question, "comparison", way)]
