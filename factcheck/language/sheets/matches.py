"""Who won, in a table of matches that has only the scores: "Essendon beat Richmond by 4 points"."""

from __future__ import annotations

from factcheck.language.sheets.hedges import count_value
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.sides import scores_of
from factcheck.language.sheets.statement import Drafted, Statement
from factcheck.language.sheets.two_columns import difference
from factcheck.measures.values import Value
from factcheck.records import Condition

_WON = frozenset(
    ("beat", "beats", "defeat", "defeats", "defeated", "win", "wins", "won", "beating")
)
_LOST = frozenset(("lose", "loses", "lost", "losing"))


def read_match(statement: Statement) -> list[Drafted]:
    """Which of two sides has the higher score in their one match."""
    index = statement.index
    sides, scores = index.sides, scores_of(index)
    if sides is None or scores is None or statement.is_negated:
        return []
    places = [at for at, word in enumerate(statement.words) if word in _WON | _LOST]
    if len(places) != 1 or statement.compares_otherwise(()) or statement.compares_by_degree:
        return []
    at = places[0]
    names = [p for p in statement.parts if p.kind == "cell" and p.whole & set(sides)]
    numbers = [p for p in statement.parts if p.kind == "number"]
    rest = [p for p in statement.parts if p not in names and p not in numbers]
    if len(names) != 2 or not names[0].start < at < names[1].start or len(numbers) > 1:
        return []
    rows = _meetings(names[0], names[1], sides)
    rows = [row for row in rows if all(row in p.rows for p in rest)]
    if len(rows) != 1 or statement.unused({at}):
        return []
    is_home = rows[0] in names[0].cells.get(sides[0], ())
    own, other = scores if is_home else scores[::-1]
    is_passive = statement.words[at] in _WON and statement.words[at + 1 : at + 2] == ["by"]
    says_won = (statement.words[at] in _WON) != is_passive
    where = tuple(
        Condition(statement.column(side), "is", (index.table.rows[rows[0]][side].value,))
        for side in sides
    )
    subject = statement.quote(names[0].start, names[0].end)
    question = difference(subject, own, other, where, statement)
    said = Value(0, 0, statement.words[at], "comparison", "more" if says_won else "less")
    drafts = [Drafted(at, at + 1, question, "comparison", said)]
    if numbers and (margin := _margin(numbers[0], statement)) is not None:
        winner, loser = (own, other) if says_won else (other, own)
        by = difference(subject, winner, loser, where, statement)
        drafts.append(Drafted(numbers[0].start, numbers[0].end, by, "count", margin))
    return drafts if not numbers or len(drafts) > 1 else []


def _meetings(one: Part, two: Part, sides: tuple[int, int]) -> list[int]:
    """The rows in which both are a side."""
    home, away = sides
    rows = one.cells.get(home, frozenset()) & two.cells.get(away, frozenset())
    return sorted(rows | (one.cells.get(away, frozenset()) & two.cells.get(home, frozenset())))


def _margin(part: Part, statement: Statement) -> Value | None:
    """ "by 4 points"."""
    number = part.number
    if number is None or statement.words[part.start - 1 : part.start] not in (["by"], ["only"]):
        return None
    return count_value(statement.quote(part.start, part.end), number, None)
