"""Questions answered by a table: the cells of the rows meant, or what is derived from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.measures.values import Value
from factcheck.records import Answer, EarlierCheck, Fact, Question, Table
from factcheck.reference.sheets.deriving import AGGREGATES
from factcheck.reference.sheets.filtering import cell_of, fitting
from factcheck.reference.sheets.table import hash_of, read_table

#: how an empty cell is compared and told
_NOTHING = "(empty)"


def open_table(file: Path, caption: str | None = None, key: str | None = None) -> TableLookup:
    """Open a table as the only reference. Raises `Unusable`."""
    return TableLookup(read_table(file, caption, key))


class TableLookup:
    """An opened table, which answers questions as `lookup.Lookup` does."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.hash = hash_of(table)

    @property
    def topics(self) -> tuple[str, ...]:
        """The name of the file."""
        return (self.table.name,)

    def answer(self, question: Question) -> Answer:
        """The facts that answer; a table is a closed world."""
        known = {column.property for column in self.table.columns}
        if question.property and question.property not in known:
            return Answer(reason="property_unknown", is_closed=True)
        if question.aggregate is None:
            facts = self._cells(question)
        else:
            facts = AGGREGATES[question.aggregate](question, self.table)
        reason = None if facts else "no_subject"
        return Answer(tuple(facts), (), reason, is_closed=True)

    def earlier(
        self, subject: str, property: str, value: Value | str, *, by: object = None
    ) -> Sequence[EarlierCheck]:
        """A table knows of no earlier checks."""
        return ()

    def close(self) -> None:
        """Nothing is open."""

    def _cells(self, question: Question) -> list[Fact]:
        rows = fitting(self.table, question.where)
        cells = (cell_of(row, question.property) for row in rows)
        found = (cell for cell in cells if cell is not None)
        # an empty cell says that there is nothing
        return [replace(cell, value=_NOTHING) if not cell.value else cell for cell in found]
