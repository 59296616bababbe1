"""What no shape reads rightly: rows one behind the other, and who won where only scores tell it."""

from __future__ import annotations

from factcheck.language.sheets.lexicon import outcomes
from factcheck.language.sheets.statement import Statement, span

#: of rows that follow each other, and of all rows but some
_IN_ORDER = (
    ("in", "a", "row"), ("consecutive",), ("consecutively",), ("straight",), ("streak",),
    ("back", "to", "back"), ("successive",), ("all", "but"), ("except",), ("excluding",),
    ("besides",), ("apart", "from"), ("aside", "from"), ("other", "than"), ("unbeaten",),
    ("undefeated",), ("winless",),
)  # fmt: skip
_OPPONENTS = frozenset(("opponent", "against", "opposition", "versus", "vs"))


def is_beyond(statement: Statement) -> bool:
    """Whether a statement asks for what cells do not tell by themselves."""
    words = statement.words
    for said in _IN_ORDER:
        if any(tuple(words[at : at + len(said)]) == said for at in range(len(words))):
            return True
    if _is_turned(statement) or _tells_margin(statement) or _is_one_of(statement):
        return True
    return _tells_outcome(statement) and statement.index.sides is not None


def _tells_outcome(statement: Statement) -> bool:
    """Whether it says who won, without a column that does."""
    if statement.index.outcomes:
        return False
    over = {at for part in statement.parts for at in span(part)}
    over |= {at for m in statement.mentions if m.exact for at in m.places}
    return any(
        outcomes().get(token.stem) in ("win", "loss") and at not in over
        for at, token in enumerate(statement.tokens)
    )


def _tells_margin(statement: Statement) -> bool:
    """ "won by three strokes": a difference to a row that is not named."""
    words = statement.words
    for part in statement.parts:
        led = words[max(0, part.start - 4) : part.start]
        if part.number is not None and "by" in led:
            verbs = statement.tokens[max(0, part.start - 4) : part.start]
            if any(outcomes().get(token.stem) in ("win", "loss") for token in verbs):
                return True
    return False


def _is_one_of(statement: Statement) -> bool:
    """ "is one of two schools in class A"."""
    numbers = {at for at, token in enumerate(statement.tokens) if token.number is not None}
    words = statement.words
    return any(
        at + 2 in numbers and words[at : at + 2] == ["one", "of"] for at in range(len(words) - 2)
    )


def _is_turned(statement: Statement) -> bool:
    """ "Smith lost to Jones", of a table of Jones's matches with Smith as an opponent."""
    index = statement.index
    outcomes_said = [part for part in statement.parts if part.outcome in ("win", "loss")]
    for part in statement.parts:
        columns = [at for at in part.cells if set(index.heads[at]) & _OPPONENTS]
        is_first = part.kind == "cell" and columns and len(columns) == len(part.cells)
        if is_first and any(0 <= one.start - part.end < 2 for one in outcomes_said):
            return True
    return False
