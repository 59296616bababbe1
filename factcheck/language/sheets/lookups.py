"""Look-ups: all that a statement says stands in one row, or one thing in it does not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.language.sheets.counting import counted, is_headed_row
from factcheck.language.sheets.lexicon import outcomes, plain
from factcheck.language.sheets.naming import resolved
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.said import Said, is_of_another, is_other_name, is_weak, mixes_sides
from factcheck.language.sheets.statement import Drafted, Statement, span
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_KINDS = {"amount": "amount", "percentage": "percentage", "number": "count", "ordinal": "ordinal"}
#: with more words that nothing accounts for it may be of something else
_UNKNOWN = 2
#: a row has a total of its own
_TOTAL = frozenset(("total",))


def read(statement: Statement) -> list[Drafted]:
    """The claim that the parts stand in one row; none where nothing certain can be said, and
    none of what compares or counts."""
    if statement.compares(_TOTAL) or counted(statement) is not None:
        return []
    said = [Said(part, resolved(part, statement)) for part in statement.parts]
    if any(not one.cells for one in said if one.part.kind == "number"):
        return []
    said = [one for one in said if one.cells]
    if any(is_other_name(one.part, statement) for one in said):
        return []
    if len(statement.unused(())) > _UNKNOWN:
        return []
    if any(w == "no" and not statement.tokens[at + 1].number
           for at, w in enumerate(statement.words[:-1])):  # fmt: skip
        return []  # "no rider", but "no 7"
    denied = {statement.words[at] for at in statement.denials}
    if "without" in denied or not any(_tells_row(one, statement) for one in said):
        return []
    if statement.is_negated and len(said) > 2:
        return []  # what is denied is open
    return look_up(said, statement, statement.is_negated)


def _tells_row(one: Said, statement: Statement) -> bool:
    """Whether a part may tell which row is meant: a name, a day, a figure beside its head."""
    part = one.part
    if part.kind == "number":
        return is_headed_row(part, statement)
    words = [statement.tokens[at].stem for at in span(part)]
    return part.kind != "outcome" and not set(words) <= plain() | outcomes().keys()


def look_up(said: Sequence[Said], statement: Statement, negated: bool) -> list[Drafted]:
    """One claim on these parts."""
    if len(said) < 2:
        return []
    row, wrong = _best_row(said, statement)
    if row is None or len(wrong) == len(said):
        return []
    if any(is_weak(one, row, statement) for one in wrong) or mixes_sides(said, row, statement):
        return []
    if len(wrong) > 1:
        return _all_wrong(said, wrong, row, statement, negated)
    turning = wrong[0] if wrong else _turning(said, row, statement)
    if negated and turning.part.start < statement.denials[0]:
        return []  # something else is denied
    rest = [one for one in said if one is not turning]
    column = turning.column_in(row)
    if is_of_another(turning, rest, row, statement):
        return []
    if column is None:
        column = _column_of_wrong(turning, rest, row, statement)
    where = []
    for one in rest:
        at = one.column_in(row)
        assert at is not None
        if at == column:  # two of one column are compared, unless one cell has both
            is_text = not statement.index.is_numeric(column) and column not in one.part.whole
            fits = row in turning.cells.get(column, ()) and column not in turning.part.whole
            if fits or (is_text and turning.part.kind == "number"):
                continue
            return []
        where.append(statement.condition(one.part, at))
    return [drafted(turning, column, tuple(where), row, statement, negated)]


def _all_wrong(
    said: Sequence[Said], wrong: Sequence[Said], row: int, statement: Statement, negated: bool
) -> list[Drafted]:
    """Several figures that do not fit a row that is named: each in the column that is named."""
    key = statement.index.table.key
    if key is None or any(len(one.cells) != 1 or one.part.kind != "number" for one in wrong):
        return []
    named = [one for one in said if key in one.part.whole and set(one.cells[key]) == {row}]
    if len(named) != 1:
        return []
    where = (statement.condition(named[0].part, key),)
    return [drafted(one, min(one.cells), where, row, statement, negated) for one in wrong]


def _best_row(said: Sequence[Said], statement: Statement) -> tuple[int | None, list[Said]]:
    """The row that fits most parts, and the parts that it does not fit."""
    rows = sorted(set().union(*(rows for one in said for rows in one.cells.values())))
    key = statement.index.table.key
    best: tuple[tuple[int, int, int], int] | None = None
    for row in rows:
        fitting = [one for one in said if one.column_in(row) is not None]
        by_key = sum(key is not None and row in one.cells.get(key, ()) for one in fitting)
        whole = sum(one.column_in(row) in one.part.whole for one in fitting)
        score = (len(fitting), by_key, whole)
        if best is None or score > best[0]:
            best = (score, row)
    if best is None:
        return None, []
    return best[1], [one for one in said if one.column_in(best[1]) is None]


def _turning(said: Sequence[Said], row: int, statement: Statement) -> Said:
    """The part that a true statement turns on: the last figure, else the last that is no key."""
    key = statement.index.table.key
    figures = [one for one in said if one.part.kind == "number"]
    others = [one for one in said if one.column_in(row) != key]
    return (figures or others or list(said))[-1]


def _column_of_wrong(turning: Said, rest: Sequence[Said], row: int, statement: Statement) -> int:
    """The column a wrong part is about: one that no other part takes."""
    taken = {one.column_in(row) for one in rest}
    free = [column for column in turning.cells if column not in taken]
    whole = [column for column in free if column in turning.part.whole]
    return (whole or free or list(turning.cells))[0]


def drafted(
    turning: Said,
    column: int,
    where: tuple[Condition, ...],
    row: int,
    statement: Statement,
    negated: bool,
) -> Drafted:
    """The claim that a part stands in a column of the rows meant."""
    part, index = turning.part, statement.index
    subject = index.table.rows[row][index.table.key or 0].subject
    question = Question(subject, statement.column(column), where=where)
    why = f"column: {index.columns[column].header}; rows: " + "; ".join(
        f"{one.property} is {' or '.join(one.values[:3])}" for one in where
    )
    if part.kind == "number" and part.number is not None and index.is_numeric(column):
        value = figure(part, column, statement)
        kind = _KINDS[index.columns[column].type]
        return Drafted(part.start, part.end, question, kind, value, negated, (why,))
    names = index.values(column, turning.cells.get(column, frozenset()))
    said = "|".join(names) or statement.quote(part.start, part.end)
    quote = statement.quote(part.start, part.end)
    value = Value(0, 0, quote, "entity", said)
    return Drafted(part.start, part.end, question, "party_or_actor", value, negated, (why,))


def figure(part: Part, column: int, statement: Statement, hedge: str | None = None) -> Value:
    """A figure in the units of a column."""
    each = statement.index.columns[column]
    number = part.number or Decimal(0)
    bare = not part.unit or part.unit in ("%", "percent")
    number = number * each.size if bare and each.size != 1 else number
    low: Decimal | None = number - part.slack
    high: Decimal | None = number + part.slack
    if hedge in ("more than", "at least"):
        high = None
    elif hedge in ("less than", "at most"):
        low = None
    elif hedge == "about":
        low, high = number - abs(number) / 10, number + abs(number) / 10
    elif each.type == "ordinal":
        hedge = "exactly"
    unit = each.unit if each.type in ("amount", "percentage") else None
    text = statement.quote(part.start, part.end)
    return Value(0, 0, text, each.type, number, unit, hedge=hedge, low=low, high=high)
