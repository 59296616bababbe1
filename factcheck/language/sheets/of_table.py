"""Figures of a statement that speak of the table itself: the year or season of its caption, and how
many rows it has ("the 12 games")."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.tokens import Token, is_year, tokens_of

_ALL = frozenset(("the", "all", "of", "these", "those", "its", "their"))


def is_of_table(part: Part, tokens: Sequence[Token], index: TableIndex) -> bool:
    """Whether a part says nothing of single rows."""
    if part.kind != "number" or part.end - part.start > 1:
        return False
    return _is_of_caption(part, tokens, index) or _counts_all(part, tokens, index)


def _is_of_caption(part: Part, tokens: Sequence[Token], index: TableIndex) -> bool:
    """A year that the caption has, if no column tells years apart; a number with the word that
    stands before it in the caption, too ("season 3")."""
    token = tokens[part.start]
    if token.is_word or token.is_ordinal or token.stem not in index.caption:
        return False
    if any(index.years[column] for column in part.cells):
        return False
    if is_year(part.number):
        return True
    said = [each.stem for each in tokens_of(index.table.caption)]
    before = tokens[part.start - 1].stem if part.start else ""
    return any(said[at - 1] == before for at in range(1, len(said)) if said[at] == token.stem)


def _counts_all(part: Part, tokens: Sequence[Token], index: TableIndex) -> bool:
    """ "the 12 games", of a table with twelve rows."""
    before = tokens[part.start - 1].text if part.start else ""
    behind = tokens[part.end].stem if part.end < len(tokens) else ""
    if before == "top" and part.number is not None and part.number >= len(index.table.rows):
        return True
    return (
        part.number == len(index.table.rows)
        and not part.is_ordinal
        and before in _ALL
        and behind != "of"
        and not _is_figure(behind, index)
    )


def _is_figure(stem: str, index: TableIndex) -> bool:
    """Whether a word is that of a column of figures."""
    return any(stem in head and index.is_numeric(at) for at, head in enumerate(index.heads))
