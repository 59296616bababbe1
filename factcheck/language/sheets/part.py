"""A stretch of a statement that may speak of cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.language.sheets.days import Day

Rows = frozenset[int]
NO_ROWS: Rows = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a statement (token indices, end exclusive) that may speak of cells.

    `cells`: by column the rows whose cell it fits. `kind`: cell, number, day, outcome or unknown
    (a name that stands nowhere in the table).
    """

    start: int
    end: int
    kind: str
    cells: Mapping[int, Rows]
    #: the columns in which it is the whole cell
    whole: frozenset[int] = frozenset()
    number: Decimal | None = None
    day: Day | None = None
    outcome: str | None = None
    is_ordinal: bool = False
    #: words that stand for the figure, "%" and "million" with it
    unit: str | None = None
    #: by how much the figure may be off, by its magnitude
    slack: Decimal = field(default=Decimal(0))

    @property
    def rows(self) -> Rows:
        """The rows that it fits in any column."""
        return NO_ROWS.union(*self.cells.values())

    def overlaps(self, other: Part) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end
