"""Two columns of figures that are compared in each row."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.sheets.statement import Statement
from factcheck.records import Condition, Question


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns that are compared by a word at a token; `used`: all tokens that say so."""

    at: int
    first: int
    second: int
    is_more: bool
    used: frozenset[int]

    def condition(self, statement: Statement) -> Condition:
        """What rows must fit in which the first is so."""
        relation = "above" if self.is_more else "below"
        return Condition(statement.column(self.first), relation, (statement.column(self.second),))


def difference(
    subject: str, first: int, second: int, where: tuple[Condition, ...], statement: Statement
) -> Question:
    """By how much the first column is above the second in the rows that fit."""
    other = Question(subject, statement.column(second), where=where)
    return Question(
        subject, statement.column(first), aggregate="difference", other=other, where=where
    )
