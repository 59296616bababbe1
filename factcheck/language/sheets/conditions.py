"""What rows must fit by some parts of a statement: cells, figures with their hedges, stretches of
time ("from 1999 to 2004"), alternatives ("won or drew"), and what is denied ("not from Spain").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.language.sheets.hedges import hedge_after, hedge_before, is_top, side_before
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.naming import named_for, resolved
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Statement, span
from factcheck.records import Condition

_RELATIONS = {"more than": "more", "less than": "less", None: "equal"}
_FROM, _TO = ("from", "between"), ("to", "and", "till", "until", "through", "thru")
#: heads by which "the top five" is asked
_PLACES = frozenset(
    ("rank", "place", "pos", "position", "standing", "finish", "grid", "rk", "pick")
)


def conditions(parts: Sequence[Part], statement: Statement) -> tuple[Condition, ...] | None:
    """What rows must fit that have all this; `None` where a part fits nothing certain."""
    found: list[Condition] = []
    stretched = _stretches(parts, statement)
    for part in parts:
        if part.start in stretched:
            found += stretched[part.start]
            continue
        decade = _decade(part, statement)
        if decade:
            found += decade
            continue
        made = condition(part, statement)
        if made is None:
            return None
        if not joined(found, made, part, statement):
            found.append(made)
    return tuple(found)


def joined(found: list[Condition], made: Condition, part: Part, statement: Statement) -> bool:
    """ "won or drew", "from spain and italy": two of one column are alternatives."""
    begin = part.start
    while begin and statement.words[begin - 1] in ("the", "a", "an", "from", "in", "at"):
        begin -= 1
    before = statement.words[begin - 1 : begin]
    for at, one in enumerate(found):
        if one.property == made.property and one.relation == made.relation == "is":
            if before in (["or"], ["and"]):
                found[at] = Condition(one.property, "is", (*one.values, *made.values))
            return before in (["or"], ["and"])
    return False


def condition(part: Part, statement: Statement) -> Condition | None:
    """What a part asks of a row; a figure with "over" or "fewer than" draws a line."""
    cells = resolved(part, statement)
    if not cells:
        return None
    if statement.words[part.end : part.end + 1] in (["under"], ["over"], ["below"], ["above"]):
        return None  # "1 under par"
    if is_top(part, statement):
        return _among_first(part, statement)
    if part.kind == "number" and len(cells) > 1 and not named_for(part, statement)[0]:
        return None  # it may be of several columns
    column = max(
        cells, key=lambda at: (at in part.whole, len(cells[at]), at == _named(part, statement), -at)
    )
    hedge = hedge_before(part.start, statement)[0] or hedge_after(part.end, statement)
    is_time = statement.index.is_time(column)
    if hedge is None and is_time:
        hedge = side_before(part.start, statement)[0]
    if part.kind == "number" and statement.index.is_numeric(column):
        number = figure(part, column, statement).value
        relation = _RELATIONS.get(hedge, hedge or "equal")
        return Condition(statement.column(column), relation, (str(number),))
    if hedge is not None and is_time:
        day = _day(part, column, statement)
        relation = _RELATIONS.get(hedge, hedge)
        return Condition(statement.column(column), relation, (day,)) if day else None
    if part.kind == "number" and statement.index.columns[column].type == "date":
        return Condition(statement.column(column), "within", (f"{part.number}",))
    return statement.condition(part, column, cells[column])


def _among_first(part: Part, statement: Statement) -> Condition | None:
    index = statement.index
    places = [
        at for at, head in enumerate(index.heads)
        if index.is_numeric(at) and (index.columns[at].type == "ordinal" or set(head) & _PLACES)
    ]  # fmt: skip
    named = [m.column for m in statement.mentions if m.column in places and m.exact]
    named += [
        m.column for m in statement.mentions
        if m.is_full and index.is_numeric(m.column) and 0 <= m.start - part.end < 3
    ]  # fmt: skip
    column = named[0] if named else places[0] if len(places) == 1 else None
    return None if column is None else Condition(
        statement.column(column), "at most", (str(part.number),)
    )  # fmt: skip


def _day(part: Part, column: int, statement: Statement) -> str | None:
    """A day or year in ISO 8601; a day without its year is that of the row that has it, or of the
    year of all rows."""
    number = part.number
    if part.kind != "day" or part.day is None:
        return f"{number}" if number is not None and 1000 <= number <= 2199 else None
    if part.day.year is not None or len(part.day.months) != 1:
        return part.day.iso()
    readings = [row[column].reading for row in statement.index.table.rows]
    days = {at: str(each.value) for at, each in enumerate(readings) if each}
    meant = {days[at] for at in part.cells.get(column, ()) if at in days}
    if meant:
        return min(meant) if len(meant) == 1 else None
    years = {day[:4] for day in days.values()}
    month, day = part.day.months[0]
    return f"{years.pop()}-{month:02}-{day or 1:02}" if len(years) == 1 else None


def _stretches(parts: Sequence[Part], statement: Statement) -> dict[int, list[Condition]]:
    """By the start of each part of "from 1999 to 2004" what it asks."""
    found: dict[int, list[Condition]] = {}
    words = statement.words
    for one, two in pairwise(parts):
        before = words[one.start - 1 : one.start] + words[max(one.start - 2, 0) : one.start - 1]
        between = words[one.end : two.start]
        if not set(before) & set(_FROM) or len(between) != 1 or between[0] not in _TO:
            continue
        columns = _shared(one, two, statement)
        if len(columns) != 1:
            continue
        property = statement.column(columns[0])
        if statement.index.is_numeric(columns[0]):
            low, high = (figure(part, columns[0], statement).value for part in (one, two))
            ends = [Condition(property, "at least", (str(low),))]
            ends += [Condition(property, "at most", (str(high),))]
        else:
            first, last = (_day(part, columns[0], statement) for part in (one, two))
            if first is None or last is None:
                continue
            ends = [Condition(property, "at least", (first,))]
            ends += [Condition(property, "at most", (last,))]
        found[one.start], found[two.start] = ends[:1], ends[1:]
    return found


def _decade(part: Part, statement: Statement) -> list[Condition]:
    """ "in the 1970s": from 1970 to 1979."""
    if not statement.words[part.start].endswith("0s") or part.number is None:
        return []
    index = statement.index
    columns = [at for at in range(len(index.columns)) if index.is_time(at)]
    named = {m.column for m in statement.mentions} & set(columns)
    found = columns if len(columns) == 1 else sorted(named)
    if len(found) != 1:
        return []
    property = statement.column(found[0])
    ends = (("at least", part.number), ("at most", part.number + 9))
    return [Condition(property, relation, (str(year),)) for relation, year in ends]


def _shared(one: Part, two: Part, statement: Statement) -> list[int]:
    """The columns that may hold both ends."""
    index = statement.index
    if one.kind == two.kind == "day":
        return [at for at, each in enumerate(index.columns) if each.type == "date"]
    if one.number is None or two.number is None:
        return []
    if all(p.number is not None and 1000 <= p.number <= 2199 for p in (one, two)):
        years = [at for at in range(len(index.columns)) if index.years[at]]
        dates = [at for at, each in enumerate(index.columns) if each.type == "date"]
        return years if len(years) == 1 else dates if not years and len(dates) == 1 else []
    shared = set(resolved(one, statement)) & set(resolved(two, statement))
    return sorted(at for at in shared if index.is_numeric(at))


def _named(part: Part, statement: Statement) -> int | None:
    """The column named nearest to a part."""
    mentions = [m for m in statement.mentions if m.exact and not set(m.places) <= set(span(part))]
    near = min(mentions, key=lambda m: abs(m.start - part.start), default=None)
    return near.column if near else None
