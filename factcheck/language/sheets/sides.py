"""Tables of matches: a home and an away team, with what belongs to each."""

from __future__ import annotations

from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.tokens import stem

#: so many of the names of one column stand in the other, too
_SHARED = 0.5
_SIDES = tuple(map(stem, ("home", "away", "visitor", "visiting", "host")))
_SCORES = frozenset(map(stem, ("score", "points", "goals", "runs")))


def two_sides(index: TableIndex) -> tuple[int, int] | None:
    """The two columns with the same names, if there are two."""
    texts = [at for at in range(len(index.columns)) if index.columns[at].type == "text"]
    names = {at: {row[at].value.casefold() for row in index.table.rows} for at in texts}
    for one in texts:
        for two in texts:
            shared = len(names[one] & names[two])
            is_named = bool(set(_words(one, index)) and set(_words(two, index)))
            least = 1 if is_named else max(2, _SHARED * min(len(names[one]), len(names[two])))
            if one < two and (shared >= least or (is_named and one != two)):
                return one, two
    return None


def scores_of(index: TableIndex) -> tuple[int, int] | None:
    """The two columns of figures with the scores of the sides, in the order of `two_sides`."""
    sides = two_sides(index)
    found = []
    for side in sides or ():
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
    return words[0] if words and two_sides(index) else None


def _words(column: int, index: TableIndex) -> list[str]:
    return [stem for stem in index.heads[column] if stem in _SIDES]
