"""How often: "more finals with A than with B", "A is the nation with the most wins in the list",
where rows are counted, not figures of a column.
"""

from __future__ import annotations

from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import noun_of_rows, row_nouns
from factcheck.language.sheets.hedges import count_value
from factcheck.language.sheets.lexicon import degrees
from factcheck.language.sheets.ordering import OTHERWISE, against_all, ordered_column, other_noun
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import ROWS, Drafted, Statement, span
from factcheck.measures.values import Value
from factcheck.records import Question

_MORE = {"more": "more", "fewer": "less", "less": "less"}


def read_more_rows(statement: Statement) -> list[Drafted]:
    """More rows fit one of two cells of a column than the other."""
    words = statement.words
    places = statement.degrees_at("comparatives")
    if len(places) != 1 or words[places[0]] not in _MORE or statement.is_negated:
        return []
    at = places[0]
    if "than" not in words[at:] or set(words) & (OTHERWISE | {"only"}):
        return []
    turn = words.index("than", at)
    if against_all(words[turn:]):
        return _most(at, turn, statement, {*other_noun(words)})
    if ordered_column(at, degrees("comparatives")[words[at]], statement, reach=4) is not None:
        return []
    pair = _pair(turn, statement)
    if pair is None or not _counts_rows(at, turn, statement):
        return []
    one, two = pair
    by = next((p for p in statement.parts if p.number is not None and p.end == at), None)
    rest = [part for part in statement.parts if part not in pair and part is not by]
    if any(part.kind == "number" for part in rest):
        return []
    first, second, shared = (conditions(parts, statement) for parts in ([one], [two], rest))
    if not first or not second or shared is None:
        return []
    often = {n for n, word in enumerate(words) if word in ("often", "frequently")}
    if statement.unused({at, turn, *often}):
        return []
    other = Question(ROWS, "", where=(*second, *shared))
    question = Question(ROWS, "", aggregate="difference", other=other, where=(*first, *shared))
    if by is not None and by.number is not None:
        number = by.number if _MORE[words[at]] == "more" else -by.number
        said = count_value(words[by.start], number, None)
        return [Drafted(by.start, by.end, question, "count", said)]
    value = Value(0, 0, words[at], "comparison", _MORE[words[at]])
    return [Drafted(at, turn + 1, question, "comparison", value)]


def read_most_rows(statement: Statement) -> list[Drafted]:
    """A cell stands in more rows, or in fewer, than all others of its column."""
    words = statement.words
    places = [at for at in statement.degrees_at("superlatives") if words[at] in _OFTEN]
    if len(places) != 1 or len(statement.degrees_at("superlatives")) != 1 or statement.is_negated:
        return []
    at = places[0]
    if set(words) & (OTHERWISE - {"times"} | {"only", "than"}) or words[at + 1 : at + 2] == ["of"]:
        return []
    if ordered_column(at, degrees("superlatives")[words[at]], statement, reach=3) is not None:
        return []
    named = [part for part in statement.parts if part.kind == "cell" and _repeats(part, statement)]
    if len(named) != 1 or not _counts_rows(at, at + 4, statement):
        return []
    return _most(at, at, statement, set())


def _most(at: int, turn: int, statement: Statement, used: set[int]) -> list[Drafted]:
    """A cell in most rows, or in fewest."""
    words = statement.words
    named = [part for part in statement.parts if part.kind == "cell" and _repeats(part, statement)]
    named = [part for part in named if part.start < turn] if turn > at else named
    if len(named) != 1:
        return []
    others = [part for part in statement.parts if part not in named]
    number = next(
        (p for p in others if words[p.start - 1] == "with" and p.number is not None), None
    )
    rest = conditions([part for part in others if part is not number], statement)
    own = conditions(named, statement)
    if any(part.kind == "number" and part is not number for part in others):
        return []
    used |= {at, turn, *noun_of_rows(statement)} | {
        n for n, word in enumerate(words) if word in _TIMES
    }
    if rest is None or not own or statement.unused(used):
        return []
    column = own[0].property
    first = _OFTEN[words[at]]
    aggregate = "rank_of_group" if first == "largest" else "rank_of_group_from_below"
    other = Question(ROWS, column, where=rest)
    question = Question(
        statement.quote(named[0].start, named[0].end), column, aggregate=aggregate, other=other,
        where=own,
    )  # fmt: skip
    value = Value(0, 0, words[at], "comparison", first)
    claims = [Drafted(at, at + 1, question, "comparison", value)]
    if number is not None and number.number is not None:
        counted = Question(ROWS, "", aggregate="count", where=(*own, *rest))
        said = count_value(statement.quote(number.start, number.end), number.number, None)
        claims.append(Drafted(number.start, number.end, counted, "count", said))
    return claims


_TIMES = frozenset(("often", "frequently", "times"))
_OFTEN = {
    "most": "largest",
    "more": "largest",
    "fewer": "smallest",
    "least": "smallest",
    "fewest": "smallest",
}


def _repeats(part: Part, statement: Statement) -> bool:
    """Whether a cell is of a column whose cells come more than once."""
    return any(statement.index.repeats(at) for at in part.whole)


def _pair(turn: int, statement: Statement) -> tuple[Part, Part] | None:
    """The two cells of one column that are compared: the last before "than", the first behind."""
    cells = [part for part in statement.parts if part.kind in ("cell", "outcome")]
    left = [part for part in cells if part.end <= turn]
    right = [part for part in cells if part.start > turn]
    for one in reversed(left):
        for two in right:
            if set(one.cells) & set(two.cells) and (len(one.rows) > 1 or len(two.rows) > 1):
                return one, two
    return None


def _counts_rows(at: int, end: int, statement: Statement) -> bool:
    """Whether what follows a word of degree names the rows, or nothing at all."""
    nouns = row_nouns(statement)
    behind = statement.tokens[at + 1 : end]
    over = {n for part in statement.parts for n in span(part)}
    is_often = any(t.text in ("often", "frequently", "times", "time") for t in behind)
    return is_often or any(
        t.stem in nouns or at + 1 + n in over or _names_text(at + 1 + n, statement)
        for n, t in enumerate(behind[:3])
    )


def _names_text(at: int, statement: Statement) -> bool:
    return any(
        at in m.places and m.exact and not statement.index.is_numeric(m.column)
        for m in statement.mentions
    )
