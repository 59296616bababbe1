"""Words that look like superlatives and are none: "at least", "the first round"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.language.sheets.statement import Statement
#: before a place: "came in first"
_PLACED = frozenset(
    ("in", "come", "came", "coming", "finish", "finished", "finishing", "place", "placed", "rank",
     "ranked")
)  # fmt: skip


def is_no_degree(at: int, statement: Statement) -> bool:
    """ "in the top five", "to top the chart", "at least"."""
    if statement.words[at] in statement.index.caption and statement.words[max(at - 2, 0)] in (
        "among",
        "of",
    ):
        return True  # "7th among the tallest buildings"
    before = statement.words[at - 1] if at else ""
    if statement.words[at] in ("least", "most"):
        return before == "at"
    if statement.words[at - 2 : at + 2] == ["for", "the", "first", "time"]:
        return True
    is_place = statement.words[at + 1 : at + 2] in (["place"], ["position"])
    if statement.words[at] in ("first", "last") and before in _PLACED and not is_place:
        return True
    if statement.words[at] == "first":  # "the first round", of a column with rounds
        return any(
            m.start == at + 1
            and m.exact
            and statement.index.is_numeric(m.column)
            and not statement.index.years[m.column]
            for m in statement.mentions
        )
    behind = statement.tokens[at + 1] if at + 1 < len(statement.tokens) else None
    is_line = behind is not None and behind.number is not None
    return statement.words[at] == "top" and (is_line or before not in ("the", "a", "its", "their"))


def _is_numbered(at: int, statement: Statement) -> bool:
    """ "the first round", of a column that numbers the rounds."""
    return any(
        m.start == at + 1 and m.exact and statement.index.is_numeric(m.column)
        and not statement.index.years[m.column] for m in statement.mentions
    )  # fmt: skip


def is_adverb(at: int, statement: Statement) -> bool:
    """ "first aired", "first elected": of a column of days or years."""
    return (
        at > 0
        and statement.words[at - 1] not in ("the", "his", "her", "its", "their")
        and any(
            at + 1 in m.places
            and (
                statement.index.years[m.column] or statement.index.columns[m.column].type == "date"
            )
            for m in statement.mentions
        )
    )


def is_time(column: int, statement: Statement) -> bool:
    """Whether a column has years or days."""
    return statement.index.years[column] or statement.index.columns[column].type == "date"
