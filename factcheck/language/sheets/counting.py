"""Where a statement counts rows: "three of the games", "there were 4 games", "two players"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factcheck.language.sheets.hedges import hedge_before, is_top
from factcheck.language.sheets.lexicon import rows
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Statement, span
from factcheck.language.sheets.tokens import stem

#: words that may stand before the figure of "there were only three bouts"
_LED = frozenset(
    ("there", "was", "were", "be", "is", "are", "only", "just", "exactly", "a", "total", "of", "at",
     "least", "most", "more", "than", "fewer", "less", "over", "have", "been", "the", "in")
)  # fmt: skip


_FINITE = frozenset(map(stem, ("be", "have", "do", "come", "play", "win", "lose")))
_RELATIVE = frozenset(("with", "that", "who", "which", "whose", "where", "having"))


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that counts rows; `hedge` with the token at which it begins."""

    part: Part
    hedge: str | None
    start: int
    #: token behind the counted noun
    end: int


def counted(statement: Statement) -> Counted | None:
    """The figure that counts rows, if the statement has one."""
    nouns = row_nouns(statement)
    single = statement.names
    headed = {part.start for part in statement.parts if is_headed_row(part, statement)}
    for part in statement.parts:
        number = part.number
        if number is None or number != int(number) or part.is_ordinal or part.unit:
            continue
        if is_top(part, statement):
            continue
        if number > len(statement.index.table.rows) + 5 or _is_headed(part, statement):
            continue
        is_part = statement.words[part.end : part.end + 1] == ["of"]
        before = [one for one in single if one.end <= part.start and _is_name(one, statement)]
        if number > 1 and ((before and not is_part) or headed - {part.start}):
            continue  # what a single row has
        end = _noun(part.end, statement, nouns)
        if end is not None:
            hedge, start = hedge_before(part.start, statement)
            return Counted(part, hedge, start, end)
    return None


def noun_of_rows(statement: Statement) -> set[int]:
    """The tokens that can only name the rows: "town" of "is the town with the most people"."""
    words = statement.words
    return {
        at
        for at in range(1, len(words) - 1)
        if words[at - 1] in ("the", "only", "a") and words[at + 1] in _RELATIVE
    }


def row_nouns(statement: Statement) -> frozenset[str]:
    """What the rows of the table are called."""
    key = statement.index.table.key
    heads = statement.index.heads[key] if key is not None else ()
    return rows() | statement.index.caption | frozenset(heads)


def _is_headed(part: Part, statement: Statement) -> bool:
    """ "the week 7 game": a figure right behind the head of its column counts nothing."""
    return any(
        m.exact and m.is_sure and m.end == part.start and m.column in part.cells
        for m in statement.mentions
    )


def is_headed_row(part: Part, statement: Statement) -> bool:
    """ "class 400", "the 850 class": a cell beside the head of a column whose cells all differ
    tells which row is meant."""
    return any(
        m.is_full
        and part.start in (m.end, m.start - 1)
        and m.column in part.cells
        and not statement.index.repeats(m.column)
        for m in statement.mentions
    )


def is_piece_of_name(part: Part, statement: Statement) -> bool:
    """Whether a part is but a piece of what names single rows: "British" of "British Reliance"."""
    key = statement.index.table.key
    is_piece = part.kind == "cell" and not part.whole and set(part.cells) == {key}
    return is_piece and len(part.rows) == 1


def _is_name(part: Part, statement: Statement) -> bool:
    key = statement.index.table.key
    return key is not None and key in part.whole


def _noun(at: int, statement: Statement, nouns: frozenset[str] | set[str]) -> int | None:
    """The end of the counted noun behind a figure, `None` where it counts something else."""
    tokens, words = statement.tokens, statement.words
    if any(part.kind == "outcome" and part.start == at for part in statement.parts):
        return at  # "three wins": of rows with this outcome
    if any(part.start == at and _sorts_rows(part, statement) for part in statement.parts):
        return at  # "three guards"
    if _is_out_of(at, statement):
        return at
    is_part = words[at : at + 1] == ["of"]
    at += is_part
    at += words[at : at + 1] in (["the"], ["its"], ["their"], ["his"], ["her"], ["these"])
    for end in range(at, min(at + 3, len(tokens))):
        if _is_figure_head(end, statement):
            return None
        token = tokens[end]
        is_many = token.text != token.stem or is_part or statement.has_no_endings
        if token.stem in nouns and (is_many or token.text == "one"):
            return end + 1
        heads = [m for m in statement.mentions if end in m.places and m.exact]
        if any(not statement.index.is_numeric(m.column) for m in heads):
            return end + 1
    if _is_subject(at, statement):
        return at + 1
    return at if is_part else None


def _sorts_rows(part: Part, statement: Statement) -> bool:
    """Whether a part is the whole cell of a column of words that come more than once."""
    index = statement.index
    cells = {at: [row[at].value for row in index.table.rows] for at in part.whole}
    return part.kind == "cell" and any(
        index.columns[at].type == "text" and 2 * len(set(those)) <= len(those)
        for at, those in cells.items()
    )


def _is_out_of(at: int, statement: Statement) -> bool:
    """ "out of the 12 players, five are from Canada"."""
    is_led = ("out", "of") in pairwise(statement.words[: at - 1])
    return is_led and any(token.stem in _FINITE for token in statement.tokens[at : at + 1])


def _is_subject(at: int, statement: Statement) -> bool:
    """ "three bouts ended", "there were 5 locomotives": an unknown noun behind a figure that begins
    the statement can only be what is counted."""
    words = statement.words
    known = {n for part in statement.parts for n in span(part)}
    known |= {n for m in statement.mentions for n in m.places}
    led = words[: at - 1]
    is_first = not led or set(led) <= _LED
    return is_first and at < len(words) and at not in known and words[at].isalpha()


def _is_figure_head(at: int, statement: Statement) -> bool:
    """Whether a word names a column of figures, in which the number then stands."""
    return any(
        at in mention.places and mention.exact and statement.index.is_numeric(mention.column)
        and (statement.words[0] != "there" or statement.index.repeats(mention.column))
        and not statement.index.years[mention.column]
        and not numbers_rows(mention.column, statement)
        for mention in statement.mentions
    )  # fmt: skip


def numbers_rows(column: int, statement: Statement) -> bool:
    """Whether a column only numbers the rows: "game" 1, 2, 3."""
    values = [row[column].reading for row in statement.index.table.rows]
    numbers = [value.value for value in values if value is not None]
    figures = [number for number in numbers if isinstance(number, Decimal)]
    steps = [b - a for a, b in pairwise(figures)]
    return len(numbers) == len(values) > 1 and set(steps) == {1}
