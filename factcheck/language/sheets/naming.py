"""Which column a figure or a word of degree is about: the nearest that the statement names."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.language.sheets.counting import row_nouns
from factcheck.language.sheets.heads import Mention
from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.part import Part, Rows
from factcheck.language.sheets.statement import Statement
from factcheck.language.sheets.tokens import is_year

#: how far a name may stand before and behind a figure, in tokens
_BEFORE, _BEHIND = 7, 4
_SURE = 0.9
#: what stands behind an ordinal that is a place
_BEHIND_PLACES = frozenset(
    ("place", "position", "overall", "spot", "in", "with", "at", "and", "on", "for", "behind", "by",
     "among", "to", "of", "out", "but", "while", "from", "pick", "rank", "ranked", "when", "after",
     "before", "than", "ahead", "largest", "highest", "most", "best", "tallest", "longest")
)  # fmt: skip


def named_for(part: Part, statement: Statement) -> tuple[list[int], bool]:
    """The columns that the statement names for a figure, and whether that is sure."""
    scored = [
        (score, mention)
        for mention in statement.mentions
        if _may_hold(mention.column, part, statement)
        and (score := _score(mention, part, statement)) > 0
    ]
    if not scored:
        return [], False
    times = [(score, m) for score, m in scored if statement.index.years[m.column]]
    scored = times if times and _is_year(part) else scored
    best = max(score for score, _ in scored)
    chosen = [mention for score, mention in scored if score > best - 0.05]
    sure = best >= _SURE and any(mention.is_sure for mention in chosen)
    return list(dict.fromkeys(mention.column for mention in chosen)), sure


def _is_year(part: Part) -> bool:
    return is_year(part.number) and not part.unit


def _may_hold(column: int, part: Part, statement: Statement) -> bool:
    """Whether a column may hold such a figure."""
    index = statement.index
    if part.kind == "day":
        return index.columns[column].type == "date"
    if index.columns[column].type == "date" and _is_year(part):
        return True
    if part.unit in ("%", "percent") and index.columns[column].type != "percentage":
        return column in part.cells
    if index.years[column]:
        number = part.number
        return number is not None and 1000 <= number <= 2199 and not part.unit
    if part.is_ordinal and index.columns[column].type not in ("ordinal", "number"):
        return column in part.cells
    return index.is_numeric(column) or column in part.cells


def _score(mention: Mention, part: Part, statement: Statement) -> float:
    """Nearer, more of the head and its own words count; other figures between count against."""
    if _belongs_elsewhere(mention, part, statement):
        return 0.0
    gap: float
    if mention.start >= part.end:
        gap, reach = mention.start - part.end, _BEHIND
    elif mention.end <= part.start:
        gap, reach = part.start - mention.end, _BEFORE
        gap = max(gap, 0) + 0.5 * (gap > 1)
    else:
        gap, reach = 0, _BEHIND
    if gap > reach and not mention.is_full:
        return 0.0
    low, high = min(mention.end, part.end), max(mention.start, part.start)
    between = sum(one.kind == "number" and low <= one.start < high for one in statement.parts)
    more = 0.25 * (len(set(mention.places)) - 1)
    return mention.share + 0.3 * (mention.exact > 0) + more - 0.08 * gap - 0.5 * between


def _belongs_elsewhere(mention: Mention, part: Part, statement: Statement) -> bool:
    """ "850 class", "47 floors": a head right beside another figure is of that one."""
    beside = [
        one for one in statement.parts
        if one.kind == "number" and (one.end == mention.start or one.start == mention.end)
    ]  # fmt: skip
    return bool(beside) and part not in beside


def resolved(part: Part, statement: Statement) -> dict[int, Rows]:
    """The columns a part may be about with the rows that it fits there; a column that the
    statement names surely is the only one, whether or not it fits."""
    if part.kind not in ("number", "day"):
        named = _named_column(part, statement)
        return dict(part.cells) if named is None else {named: part.cells.get(named, frozenset())}
    if part.unit == "par":
        pars = [at for at, words in enumerate(statement.index.heads) if "par" in words]
        pars = [at for at in pars if statement.index.is_numeric(at)]
        return {at: part.cells.get(at, frozenset()) for at in pars}
    if ":" in statement.words[part.start]:
        clocks = [at for at in range(len(statement.index.columns)) if _has_clocks(at, statement)]
        return {at: part.cells.get(at, frozenset()) for at in clocks}
    columns, sure = named_for(part, statement)
    if columns and (sure or not part.cells):
        return {column: part.cells.get(column, frozenset()) for column in columns}
    cells = dict(part.cells)
    index = statement.index
    if part.is_ordinal and not _is_place(part, statement):
        return {}
    if part.is_ordinal:
        places = [at for at, each in enumerate(index.columns) if each.type == "ordinal"]
        return {at: cells.get(at, frozenset()) for at in places} or cells
    if not cells and part.kind == "day":
        dates = [at for at, each in enumerate(index.columns) if each.type == "date"]
        return {at: frozenset() for at in dates}
    if not cells:
        return {at: frozenset() for at in _by_unit(part, statement, index.is_numeric)}
    both = {column: cells[column] for column in columns if column in cells}
    return both or cells


def _is_place(part: Part, statement: Statement) -> bool:
    """Whether an ordinal may be a place: "was third in", "in third place"; no "third round"."""
    behind = statement.tokens[part.end : part.end + 1]
    if not behind or behind[0].text in _BEHIND_PLACES or not behind[0].text.isalpha():
        return True
    return behind[0].stem in row_nouns(statement)  # "the second mayor"


def _has_clocks(column: int, statement: Statement) -> bool:
    rows = statement.index.table.rows
    return statement.index.is_numeric(column) and any(":" in row[column].value for row in rows)


def _named_column(part: Part, statement: Statement) -> int | None:
    """The column of a name that stands in another: "directed by Williams", who wrote; "Hawthorn was
    the home team", of a match in which it was the guest."""
    index = statement.index
    for m in statement.mentions:
        is_by = m.is_sure and m.end == part.start - 1 and statement.words[m.end] == "by"
        if is_by and m.column not in part.cells and _holds_names(m.column, index):
            return m.column
    alike = [m for m in statement.mentions if m.is_full and m.exact > 1]
    alike = [m for m in alike if _holds_alike(m.column, part, index)]
    if len(alike) != 1:
        return None
    column = alike[0].column
    others = [one for one in statement.parts if one.kind == "cell" and one is not part]
    if any(column in one.cells for one in others):
        return None
    if column in part.cells:
        return column
    near = [one for one in others if set(one.cells) & set(part.cells)]
    gap = abs(part.end - alike[0].start)
    return column if all(gap < abs(one.end - alike[0].start) for one in near) else None


def _holds_names(column: int, index: TableIndex) -> bool:
    cells = [row[column].value for row in index.table.rows]
    return index.columns[column].type == "text" and not any(map(str.isdigit, "".join(cells)))


def _holds_alike(column: int, part: Part, index: TableIndex) -> bool:
    """Whether a column, with others or by itself, has names like that of a part."""
    if any(index.columns[at].type != "text" for at in (column, *part.cells)):
        return False
    if column in part.cells:
        return len(part.cells) > 1
    if {column, *part.cells} == set(index.sides or ()):
        return True
    own = {row[column].value.casefold() for row in index.table.rows}
    return any(row[at].value.casefold() in own for row in index.table.rows for at in part.cells)


def _by_unit(part: Part, statement: Statement, is_numeric: Callable[[int], bool]) -> list[int]:
    """The only column of the figure's sort: money for "$", years for 1957, per cent for "%"."""
    columns = statement.index.columns
    number = part.number
    if number is not None and 1500 <= number <= 2100 and number == int(number) and not part.unit:
        years = [at for at in range(len(columns)) if statement.index.years[at]]
        if len(years) == 1:
            return years
    wanted = {"%": "percentage", "percent": "percentage"}.get(part.unit or "")
    if statement.tokens[part.start].text in ("$", "€", "£"):
        wanted = "amount"
    found = [at for at, each in enumerate(columns) if wanted and each.type == wanted]
    return [at for at in found if is_numeric(at)] if len(found) == 1 else []
