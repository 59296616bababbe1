"""Sums, means and multiples: "A and B together won 15", "the average was 7.5", "twice as many"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import counted
from factcheck.language.sheets.heads import best_named
from factcheck.language.sheets.hedges import hedge_after, hedge_before, hedged
from factcheck.language.sheets.lookups import figure
from factcheck.language.sheets.naming import named_for
from factcheck.language.sheets.ordering import own_column
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import ROWS, Drafted, Statement
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_SUMS = frozenset(("total", "combined", "combine", "together", "altogether", "sum", "overall"))
_MEANS = frozenset(("average", "mean", "averaged"))
_TIMES = {"twice": Decimal(2), "double": Decimal(2), "half": Decimal("0.5"), "thrice": Decimal(3)}
_KINDS = {"amount": "amount", "percentage": "percentage", "number": "count"}


def read_total(statement: Statement) -> list[Drafted]:
    """A sum or mean of a column over the rows that fit; over those named, or over all."""
    words = statement.words
    places = [at for at, word in enumerate(words) if word in _SUMS | _MEANS]
    is_mean = any(words[at] in _MEANS for at in places)
    if not places or _is_head(places, statement) or statement.is_negated:
        return []
    lines = hedged(statement)
    if statement.compares_otherwise(_SUMS | _MEANS):
        return []
    if set(statement.degrees_at("comparatives")) - lines:
        return []
    numbers = [p for p in statement.parts if p.kind == "number" and not p.is_ordinal]
    if not numbers or statement.degrees_at("superlatives"):
        return []
    names = [p for p in statement.parts if p.kind == "cell"]
    if not is_mean and len(names) == 1 and len(names[0].rows) == 1:
        return []  # a row has its own total
    answer = numbers[-1]
    number_of_rows = counted(statement)
    beside = number_of_rows.part if number_of_rows and number_of_rows.part is not answer else None
    columns, _ = named_for(answer, statement)
    columns = [at for at in columns if statement.index.columns[at].type in _KINDS]
    if len(columns) != 1:
        return []
    where = _where(answer, beside, columns[0], statement)
    if where is None or statement.unused({*places, *lines}):
        return []
    is_of_all = words[:2] == ["the", words[places[0]]] or words[:3] == ["a", "total", "of"]
    if not where and not is_mean and "all" not in words and not is_of_all:
        return []
    return [_drafted(answer, columns[0], where, "mean" if is_mean else "total", statement)]


def _drafted(
    answer: Part, column: int, where: tuple[Condition, ...], how: str, statement: Statement
) -> Drafted:
    hedge = hedge_before(answer.start, statement)[0] or hedge_after(answer.end, statement)
    value = figure(answer, column, statement, hedge)
    if how == "mean" and hedge is None and isinstance(value.value, Decimal):
        token = statement.tokens[answer.start]
        half = Decimal(1).scaleb(-len(token.text.partition(".")[2])) / 2
        number = value.value
        value = Value(
            0, 0, value.text, value.kind, number, value.unit, low=number - half, high=number + half
        )
    each = statement.index.columns[column]
    question = Question(ROWS, each.property, aggregate=how, where=where)
    return Drafted(answer.start, answer.end, question, _KINDS[each.type], value)


def _where(
    answer: Part, beside: Part | None, column: int, statement: Statement
) -> tuple[Condition, ...] | None:
    """What the rows must fit; `beside`: how many they are said to be."""
    parts = [part for part in statement.parts if part is not answer and part is not beside]
    found = conditions(parts, statement)
    own = statement.column(column)
    if found is None or any(one.property == own for one in found):
        return None
    equal = [one.property for one in found if one.relation in ("is", "equal")]
    return found if len(equal) == len(set(equal)) else None


def _is_head(places: list[int], statement: Statement) -> bool:
    """Whether the word names a column: "total" of a table with a column of totals."""
    return any(
        set(places) & set(mention.places) and mention.exact for mention in statement.mentions
    )


def read_multiple(statement: Statement) -> list[Drafted]:
    """ "A won twice as many races as B", "half as many", "three times as much"."""
    words = statement.words
    at = next((n for n, w in enumerate(words) if w == "as" and words[n + 1 : n + 2] in
               (["many"], ["much"], ["high"], ["large"], ["long"])), None)  # fmt: skip
    if at is None or at < 1 or "as" not in words[at + 2 :] or statement.is_negated:
        return []
    factor, start = _factor(at, statement)
    turn = words.index("as", at + 2)
    if factor is None:
        return []
    rows = statement.names
    left = [p for p in rows if p.end <= start]
    right = [p for p in rows if p.start > turn]
    near = [m for m in statement.mentions if at < m.start < turn]
    near = [m for m in near if statement.index.columns[m.column].type in _KINDS]
    named = best_named(near)
    rest = [p for p in statement.parts if p not in left + right and not start <= p.start < turn]
    if len(left) != 1 or len(right) != 1 or len(named) != 1 or rest:
        return []
    if statement.unused(range(hedge_before(start, statement)[1], turn + 1)):
        return []
    (column,) = named
    one, two = (statement.condition(p, own_column(p, statement)) for p in (left[0], right[0]))
    property = statement.column(column)
    other = Question(" or ".join(two.values[:3]), property, where=(two,))
    subject = " or ".join(one.values[:3])
    question = Question(subject, property, aggregate="ratio", other=other, where=(one,))
    quote = statement.quote(start, turn + 1)
    hedge, begin = hedge_before(start, statement)
    low = None if hedge in ("less than", "at most") else factor
    high = None if hedge in ("more than", "at least") else factor
    value = Value(0, 0, quote, "number", factor, hedge=hedge, low=low, high=high)
    return [Drafted(begin, turn + 1, question, "count", value)]


def _factor(at: int, statement: Statement) -> tuple[Decimal | None, int]:
    """What stands before "as many", and where it begins."""
    words, tokens = statement.words, statement.tokens
    if words[at - 1] in _TIMES:
        return _TIMES[words[at - 1]], at - 1
    if words[at - 1] == "times" and at > 1 and tokens[at - 2].number is not None:
        return tokens[at - 2].number, at - 2
    return None, at
