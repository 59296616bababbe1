"""Comparisons, and which column a word of degree orders rows by, and which way."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.sheets.counting import numbers_rows
from factcheck.language.sheets.heads import Mention
from factcheck.language.sheets.lexicon import Degree, degrees
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Drafted, Statement, span
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_KINDS = {"amount": "amount", "percentage": "percentage", "number": "count", "ordinal": "ordinal"}
#: what degrees that order days speak of by themselves
_TIMES = frozenset(("date", "year", "bear", "birth"))
_LESS = frozenset(("less", "fewer", "behind", "below", "lower", "after", "later"))
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


def _placed(part: Part, at: int, column: int, way: str, statement: Statement) -> list[Drafted]:
    where = (statement.condition(part, own_column(part, statement)),)
    index = statement.index
    aggregate = "rank" if way == "max" else "rank_from_below"
    subject = statement.quote(part.start, part.end)
    question = Question(subject, statement.column(column), aggregate=aggregate, where=where)
    value = Value(
        0, 0, statement.words[at], "comparison", "largest" if way == "max" else "smallest"
    )
    why = f"ordered by {index.columns[column].header}, {value.value} first"
    return [Drafted(at, at + 1, question, "comparison", value, why=(why,))]


def read_comparison(statement: Statement) -> list[Drafted]:
    """ "A scored more than B", "A finished ahead of B", "A won 5 more medals than B"."""
    places = statement.degrees_at("comparatives")
    words = statement.words
    if len(places) != 1 or statement.is_negated or set(words) & (OTHERWISE | {"only"}):
        return []
    at, degree = places[0], degrees("comparatives")[words[places[0]]]
    if degree.is_bare or words[at] not in ("before", "after", "ahead", "behind", "above", "below"):
        turn = words.index("than", at) if "than" in words[at:] else None
    else:
        turn = at
    if turn is None:
        return []
    rows = [p for p in statement.parts if p.kind == "cell" and len(p.rows) == 1]
    left = [p for p in rows if p.end <= at]
    right = [p for p in rows if p.start > turn]
    others = [p for p in statement.parts if p not in left and p not in right]
    by = next((p for p in others if p.kind == "number" and p.number and p.end <= at), None)
    if len(left) == 1 and not right and not others and against_all(words[turn:]):
        ordered = ordered_column(at, degree, statement, reach=5)
        if ordered is None or statement.unused({at, turn, *other_noun(words)}):
            return []
        return _placed(left[0], at, *ordered, statement)
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


def against_all(words: list[str]) -> bool:
    """ "than any other team", "before all the others", "than anyone else"."""
    if {"anyone", "everyone", "anybody", "everybody"} & set(words[1:3]):
        return True
    others = {"other", "others", "rest"}
    return bool({"any", "all", "every", "the"} & set(words[1:3])) and bool(others & set(words))


def other_noun(words: list[str]) -> set[int]:
    """The token behind "other": "stations" of "than all of the other stations"."""
    return {at + 1 for at, word in enumerate(words) if word == "other"}


def read_columns(statement: Statement) -> list[Drafted]:
    """ "A had more draws than losses": two columns of one row."""
    places = statement.degrees_at("comparatives")
    words = statement.words
    if len(places) != 1 or statement.is_negated or "than" not in words or set(words) & OTHERWISE:
        return []
    at, degree = places[0], degrees("comparatives")[words[places[0]]]
    turn = words.index("than")
    rows = [p for p in statement.parts if p.kind == "cell" and len(p.rows) == 1]
    outcomes = [p for p in statement.parts if p.kind == "outcome"]
    if not degree.is_bare or len(rows) != 1 or len(rows) + len(outcomes) != len(statement.parts):
        return []
    first, second = (_figures(range(*ends), statement) for ends in
                     ((0, turn), (turn, len(words))))  # fmt: skip
    if len(first) != 1 or len(second) != 1 or first == second or statement.unused({at, turn}):
        return []
    where = (statement.condition(rows[0], own_column(rows[0], statement)),)
    (one,), (two,) = first, second
    subject = statement.quote(rows[0].start, rows[0].end)
    other = Question(subject, statement.column(two), where=where)
    question = Question(
        subject, statement.column(one), aggregate="difference", other=other, where=where
    )
    said = "more" if degree.way == "max" else "less"
    value = Value(0, 0, words[at], "comparison", said)
    return [Drafted(at, turn + 1, question, "comparison", value)]


def _figures(places: range, statement: Statement) -> set[int]:
    """The columns of figures named at these tokens, the best named only."""
    index = statement.index
    near = [m for m in statement.mentions if m.start in places and index.is_numeric(m.column)]
    exact = [m for m in near if m.exact] or near
    best = max((m.share for m in exact), default=0)
    return {m.column for m in exact if m.share == best}


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
        number = figure(by, column, statement).value
        quote = statement.quote(by.start, by.end)
        value = Value(0, 0, quote, "number", number, low=number, high=number)
        return [Drafted(by.start, by.end, question, "count", value)]
    said = "more" if way == "max" else "less"
    value = Value(0, 0, statement.words[at], "comparison", said)
    return [Drafted(at, turn + 1, question, "comparison", value)]


def between(one: Condition, two: Condition, property: str) -> Question:
    """The difference of a figure between two rows."""
    other = Question(" or ".join(two.values[:3]), property, where=(two,))
    subject = " or ".join(one.values[:3])
    return Question(subject, property, aggregate="difference", other=other, where=(one,))


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
    return None if column is None else (column, degree.otherwise)


def _best_named(mentions: Sequence[Mention], at: int, statement: Statement) -> int | None:
    """The column named best for a word of degree: more of it, nearer, a total of several."""

    def worth(mention: Mention) -> tuple[int, float, bool, int]:
        is_total = "total" in statement.index.heads[mention.column]
        return len(mention.places), mention.share, is_total, -abs(mention.start - at)

    best = max(map(worth, mentions), default=None)
    found = {mention.column for mention in mentions if worth(mention) == best}
    return found.pop() if len(found) == 1 else None


def _has_order(column: int, degree: Degree, statement: Statement) -> bool:
    """Whether a degree orders a column: "most" and "highest" order figures, "latest" days."""
    index = statement.index
    is_time = index.years[column] or index.columns[column].type == "date"
    of_time = any(heads & _TIMES for _, heads in degree.ways)
    if degree.is_bare and column == 0 and not _repeats(column, statement):
        return False  # "more classes" are rows
    if not of_time and numbers_rows(column, statement):
        return False
    return index.can_compare(column) and (of_time or not is_time)


def _repeats(column: int, statement: Statement) -> bool:
    rows = statement.index.table.rows
    return len({row[column].value for row in rows}) < len(rows)


def _is_part(places: tuple[int, ...], statement: Statement) -> bool:
    over = {at for part in statement.parts if part.kind == "cell" for at in span(part)}
    return set(places) <= over
