"""Tables of matches: a home and an away team, with what belongs to each."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.language.sheets.tokens import stem

if TYPE_CHECKING:
    from factcheck.language.sheets.index import TableIndex

#: so many of the names of one column stand in the other, too
_SHARED = 0.5
_SIDES = tuple(map(stem, ("home", "away", "visitor", "visiting", "host")))
_SCORES = frozenset(map(stem, ("score", "points", "goals", "runs")))


def two_sides(index: TableIndex) -> tuple[int, int] | None:
    """The first two columns that are a home and an away team by their heads, or have the same
    names."""
    texts = [at for at in range(len(index.columns)) if index.columns[at].type == "text"]
    names = {at: {row[at].value.casefold() for row in index.table.rows} for at in texts}
    for one, two in combinations(texts, 2):
        least = max(2, _SHARED * min(len(names[one]), len(names[two])))
        is_told = bool(_words(one, index) and _words(two, index))
        if is_told or len(names[one] & names[two]) >= least:
            return one, two
    return None


def scores_of(index: TableIndex) -> tuple[int, int] | None:
    """The two columns of figures with the scores of the sides, in the order of `index.sides`."""
    found = []
    for side in index.sides or ():
        words = set(_words(side, index))
        scores = [
            at for at, head in enumerate(index.heads)
            if index.is_numeric(at) and words & set(head) and _SCORES & set(head)
        ]  # fmt: skip
        found += scores if len(scores) == 1 else []
    return (found[0], found[1]) if len(found) == 2 else None


def side_of(column: int, index: TableIndex) -> str | None:
    """ "home" or "away" of a column, by its head, in a table with two sides."""
    words = _words(column, index)
    return words[0] if words and index.sides else None


def _words(column: int, index: TableIndex) -> list[str]:
    return [stem for stem in index.heads[column] if stem in _SIDES]
