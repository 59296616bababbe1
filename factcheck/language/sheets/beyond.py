"""What no shape reads rightly: rows one behind the other, and who won where only scores tell it."""

from __future__ import annotations

from factcheck.language.sheets.lexicon import outcomes
from factcheck.language.sheets.statement import Statement, span

#: of rows that follow each other, and of all rows but some
_IN_ORDER = (
    ("in", "a", "row"), ("consecutive",), ("consecutively",), ("straight",), ("streak",),
    ("back", "to", "back"), ("successive",), ("all", "but"), ("except",), ("excluding",),
    ("besides",), ("apart", "from"), ("aside", "from"), ("other", "than"),
)  # fmt: skip
#: a home and an away team: so many of the cells of one column stand in the other
_SHARED = 0.5


def is_beyond(statement: Statement) -> bool:
    """Whether a statement asks for what cells do not tell by themselves."""
    words = statement.words
    for said in _IN_ORDER:
        if any(tuple(words[at : at + len(said)]) == said for at in range(len(words))):
            return True
    return _tells_outcome(statement) and has_two_sides(statement)


def _tells_outcome(statement: Statement) -> bool:
    """Whether it says who won, without a column that does."""
    if statement.index.outcomes:
        return False
    over = {at for part in statement.parts for at in span(part)}
    over |= {at for m in statement.mentions if m.exact for at in m.places}
    return any(
        token.stem in outcomes() and at not in over for at, token in enumerate(statement.tokens)
    )


def has_two_sides(statement: Statement) -> bool:
    """Whether two columns hold the same names: a home and an away team."""
    index = statement.index
    texts = [at for at in range(len(index.columns)) if index.columns[at].type == "text"]
    names = [{row[at].value.casefold() for row in index.table.rows} for at in texts]
    return any(
        len(one & two) >= max(2, _SHARED * min(len(one), len(two)))
        for at, one in enumerate(names) for two in names[at + 1 :]
    )  # fmt: skip
