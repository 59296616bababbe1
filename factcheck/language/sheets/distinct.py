"""How many different cells a column has: "players from five different countries"."""

from __future__ import annotations

from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.hedges import count_value, hedge_before, hedged
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import ROWS, Drafted, Statement
from factcheck.records import Question

_DIFFERENT = frozenset(("different", "distinct", "unique", "separate", "various"))


def read_distinct(statement: Statement) -> list[Drafted]:
    """The claim on how many cells differ in the column that is named behind a figure; without
    "different" only where nothing else is said of the rows."""
    if statement.compares_otherwise(_DIFFERENT | {"only", "total"}) or statement.is_negated:
        return []
    lines = hedged(statement)
    degrees = {*statement.degrees_at("superlatives"), *statement.degrees_at("comparatives")}
    for part in statement.parts:
        number = part.number
        if number is None or number != int(number) or part.is_ordinal or part.unit:
            continue
        differ = {at for at in (part.end, part.end + 1) if statement.words[at : at + 1] and
                  statement.words[at] in _DIFFERENT}  # fmt: skip
        column = _named(part, len(differ), statement)
        rest = conditions([other for other in statement.parts if other is not part], statement)
        if column is None or rest is None or (rest and not differ):
            continue
        if degrees - lines or statement.unused({part.start, *differ, *lines}):
            continue
        property = statement.column(column)
        question = Question(ROWS, property, aggregate="distinct", where=rest)
        hedge = hedge_before(part.start, statement)[0]
        value = count_value(statement.quote(part.start, part.end), number, hedge)
        return [Drafted(part.start, part.end, question, "count", value)]
    return []


def _named(part: Part, gap: int, statement: Statement) -> int | None:
    """The column of names, some of which come more than once, right behind a figure."""
    index = statement.index
    found = {
        m.column
        for m in statement.mentions
        if m.start == part.end + gap
        and (m.is_full or m.share >= 0.6)
        and index.columns[m.column].type == "text"
        and index.repeats(m.column)
    }
    return found.pop() if len(found) == 1 else None
