"""What a look-up may hold against a statement: a part that the row meant does not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.sheets.part import Part, Rows
from factcheck.language.sheets.sides import side_of
from factcheck.language.sheets.statement import Statement

#: after these a name goes on
_OPEN = frozenset(("of", "the", "de", "la", "del", "van", "von", "st", "saint", "new", "and"))


@dataclass(frozen=True, slots=True)
class Said:
    """A part with the columns it may be about."""

    part: Part
    cells: dict[int, Rows]

    def column_in(self, row: int) -> int | None:
        """The column in which a row fits it, a whole cell before a part of one."""
        fitting = [column for column, rows in self.cells.items() if row in rows]
        return min(fitting, key=lambda at: (at not in self.part.whole, at), default=None)


def is_weak(one: Said, row: int, statement: Statement) -> bool:
    """Whether a part that does not fit is no error: but one word of longer cells that is no
    surname, or a figure that the row has elsewhere ("66" in "75 + 68 + 66 + 70 = 279")."""
    part, index = one.part, statement.index
    if part.kind == "number":
        stem = statement.tokens[part.start].stem
        own = {at for at in range(len(index.columns)) if stem in index.cells[row, at]}
        texts = {at for at in own if not index.is_numeric(at)}
        return bool(own & set(one.cells)) or (len(stem) > 2 and bool(texts))
    if part.kind == "outcome":  # "Hance beat Bush"
        is_transitive = statement.tokens[part.start].stem in ("beat", "defeat")
        names = (other for other in statement.parts if other.kind == "cell")
        return is_transitive and any(other.end == part.start for other in names)
    if part.kind != "cell" or part.whole or part.end - part.start > 1:
        return False
    stem = statement.tokens[part.start].stem
    cells = [index.cells[r, column] for column, rows in one.cells.items() for r in rows]
    return not all(cell[-1] == stem and len(cell) < 4 for cell in cells)


def is_of_another(turning: Said, rest: Sequence[Said], row: int, statement: Statement) -> bool:
    """Whether a figure stands in a cell with several names, and not right behind the one said:
    "Ann Lee 31% Bo Ray 69%"."""
    column = turning.column_in(row)
    index = statement.index
    if column is None or turning.part.kind != "number" or index.is_numeric(column):
        return False
    cell = index.cells[row, column]
    shares = [at for at, stem in enumerate(cell) if stem == "%"]
    if len(shares) < 2:
        return False
    place = cell.index(statement.tokens[turning.part.start].stem)
    begin = max((at + 1 for at in shares if at < place), default=0)
    own = set(cell[begin:place])
    said = {statement.tokens[at].stem for one in rest for at in range(one.part.start, one.part.end)}
    return not own & said


def mixes_sides(said: Sequence[Said], row: int, statement: Statement) -> bool:
    """Whether a name of one side is told with a figure of the other: of a home and an away team."""
    columns = [(one, one.column_in(row)) for one in said]
    sides = {side_of(column, statement.index) for _, column in columns if column is not None}
    return len(sides - {None}) > 1 and len([1 for _, c in columns if c is not None]) == 2


def is_other_name(part: Part, statement: Statement) -> bool:
    """Whether a part of a longer cell stands beside a word that is unknown: the name of another,
    "Carlo Benetti" where the table has a Carlo Reutemann, "University of Michigan"."""
    if part.kind != "cell" or part.whole:
        return False
    is_open = statement.words[part.end - 1] in _OPEN
    if part.end - part.start > 1 and not is_open:
        return False
    beside = {part.end} if is_open else {part.start - 1, part.end}
    beside &= set(statement.unknown())
    return any(statement.words[at].isalpha() for at in beside)
