"""Which column a word of degree orders rows by, and which way: "most", "higher", "ahead"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.sheets.counting import numbers_rows
from factcheck.language.sheets.heads import Mention
from factcheck.language.sheets.lexicon import Degree
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Statement, span
from factcheck.language.sheets.tokens import stem

#: what degrees that order days speak of by themselves
_TIMES = frozenset(("date", "year", "bear", "birth"))
#: of what is better with more of it, and of what is told by this
_VAGUE = frozenset(("better", "best", "worse", "worst"))
_GOOD = frozenset(
    map(stem, ("points", "pts", "win", "won", "goals", "average", "avg", "percentage", "pct",
               "rating", "total", "gold", "medals", "bonus", "tries", "attendance", "score"))
)  # fmt: skip
#: words beside a comparison that make it something else
OTHERWISE = frozenset(
    [
        "twice",
        "times",
        "half",
        "both",
        "neither",
        "each",
        "every",
        "average",
        "combined",
        "combine",
        "together",
        "altogether",
        "never",
    ]
)


def against_all(words: list[str]) -> bool:
    """ "than any other team", "before all the others", "than anyone else"."""
    if {"anyone", "everyone", "anybody", "everybody"} & set(words[1:3]):
        return True
    others = {"other", "others", "rest"}
    return bool({"any", "all", "every", "the"} & set(words[1:3])) and bool(others & set(words))


def other_noun(words: list[str]) -> set[int]:
    """The token behind "other": "stations" of "than all of the other stations"."""
    return {at + 1 for at, word in enumerate(words) if word == "other"}


def own_column(part: Part, statement: Statement) -> int:
    """The column that a name is of: the key, where it stands there."""
    key = statement.index.table.key
    return key if key in part.cells and key is not None else min(part.cells)


def ordered_column(
    at: int, degree: Degree, statement: Statement, reach: int
) -> tuple[int, str] | None:
    """The column that is ordered and the way, if exactly one is meant."""
    index = statement.index
    near = [
        m for m in statement.mentions
        if _has_order(m.column, degree, statement) and not _is_part(m.places, statement)
        and at - 2 <= m.end and m.start - at <= reach
    ]  # fmt: skip
    sure = [m for m in near if m.exact] or near
    for way, heads in degree.ways:
        fitting = [m.column for m in sure if not heads or set(index.heads[m.column]) & heads]
        if fitting and (heads or degree.is_bare):
            able = [m for m in sure if m.column in fitting]
            able = [m for m in able if m.end > at] or able
            column = _best_named(able, at, statement)
            return None if column is None else (column, way)
    named = [m for m in near if m.start > at and (m.exact or m.share >= 0.5)]
    for way, heads in degree.ways if not named else ():
        found = {
            column for column, head in enumerate(index.heads)
            if set(head) & heads and index.can_compare(column)
            and not (degree.otherwise != way and len(degree.ways) > 2)
        }  # fmt: skip
        if not found and "year" in heads:
            found = {c for c in range(len(index.columns)) if index.years[c]}
        if len(found) == 1:
            return found.pop(), way
    behind = [m for m in sure if m.start > at] or sure
    column = _best_named(behind, at, statement)
    if column is None or (statement.words[at] in _VAGUE and not set(index.heads[column]) & _GOOD):
        return None
    return column, degree.otherwise


def _best_named(mentions: Sequence[Mention], at: int, statement: Statement) -> int | None:
    """The column named best for a word of degree: more of it, nearer, a total of several."""

    def worth(mention: Mention) -> tuple[int, float, bool, int, int]:
        index = statement.index
        is_total = "total" in index.heads[mention.column]
        words = len(index.columns[mention.column].header.split())
        return len(mention.places), mention.share, is_total, -abs(mention.start - at), -words

    best = max(map(worth, mentions), default=None)
    found = {mention.column for mention in mentions if worth(mention) == best}
    return found.pop() if len(found) == 1 else None


def _has_order(column: int, degree: Degree, statement: Statement) -> bool:
    """Whether a degree orders a column: "most" and "highest" order figures, "latest" days."""
    index = statement.index
    of_time = any(heads & _TIMES for _, heads in degree.ways)
    if degree.is_bare and column == 0 and not index.repeats(column):
        return False  # "more classes" are rows
    if not of_time and numbers_rows(column, statement):
        return False
    return index.can_compare(column) and (of_time or not index.is_time(column))


def _is_part(places: tuple[int, ...], statement: Statement) -> bool:
    over = {at for part in statement.parts if part.kind == "cell" for at in span(part)}
    return set(places) <= over
