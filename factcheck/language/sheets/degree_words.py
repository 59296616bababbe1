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
    """ "in the top five", "to top the chart", "at least", "came in first"."""
    words, word = statement.words, statement.words[at]
    if word in statement.index.caption and words[max(at - 2, 0)] in ("among", "of"):
        return True  # "7th among the tallest buildings"
    before = words[at - 1] if at else ""
    if word in ("least", "most"):
        return before == "at"
    if words[at - 2 : at + 2] == ["for", "the", "first", "time"]:
        return True
    is_place = words[at + 1 : at + 2] in (["place"], ["position"])
    if word in ("first", "last") and before in _PLACED and not is_place:
        return True
    if word == "first":
        return _is_numbered(at, statement) or is_adverb(at, statement)
    behind = statement.tokens[at + 1] if at + 1 < len(words) else None
    is_line = behind is not None and behind.number is not None
    return word == "top" and (is_line or before not in ("the", "a", "its", "their"))


def _is_numbered(at: int, statement: Statement) -> bool:
    """ "the first round", of a column that numbers the rounds."""
    index = statement.index
    return any(
        m.start == at + 1 and m.exact and index.is_numeric(m.column) and not index.years[m.column]
        for m in statement.mentions
    )


def is_adverb(at: int, statement: Statement) -> bool:
    """ "first aired", "first elected": of a column of days or years."""
    return (
        at > 0
        and statement.words[at - 1] not in ("the", "his", "her", "its", "their")
        and any(
            at + 1 in m.places and statement.index.is_time(m.column) for m in statement.mentions
        )
    )
