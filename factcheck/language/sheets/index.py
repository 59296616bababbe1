"""Where each word stands in a table: made once, asked by every statement about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from factcheck.language.sheets.lexicon import cell_outcomes
from factcheck.language.sheets.sides import two_sides
from factcheck.language.sheets.tokens import Token, tokens_of
from factcheck.records import Column, Fact, Table

#: tokens of a cell that are looked at; postings of one word
_LONGEST = 40
_MOST_POSTINGS = 20_000
#: so many of the cells of a column of results must tell an outcome
_SHARE = 0.6
_HEAD_PLAIN = frozenset(("of", "the", "in", "a", "by", "at", "for", "to", "and", "on"))


@dataclass(frozen=True, slots=True)
class Posting:
    """A word in a cell: row, column, and its place among the cell's words."""

    row: int
    column: int
    place: int


class TableIndex:
    """The words of a table's cells and heads, and which columns hold what."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.cells: dict[tuple[int, int], tuple[str, ...]] = {}
        self.postings: dict[str, list[Posting]] = defaultdict(list)
        self.figures: dict[Decimal, list[tuple[int, int]]] = defaultdict(list)
        for row, facts in enumerate(table.rows):
            for column, cell in enumerate(facts):
                self._add(row, column, cell)
        self.heads = [head_stems(column) for column in table.columns]
        self.years = [self._is_year(at) for at in range(len(table.columns))]
        self.outcomes = self._outcomes()
        self.caption = frozenset(t.stem for t in tokens_of(table.caption))

    def _add(self, row: int, column: int, cell: Fact) -> None:
        stems = tuple(token.stem for token in tokens_of(cell.value)[:_LONGEST])
        self.cells[row, column] = stems
        for place, one in enumerate(stems):
            if len(self.postings[one]) < _MOST_POSTINGS:
                self.postings[one].append(Posting(row, column, place))
        number = cell.reading.value if cell.reading else None
        if isinstance(number, Decimal):
            self.figures[number].append((row, column))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the table."""
        return self.table.columns

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds figures."""
        return self.columns[column].type in ("number", "amount", "percentage", "ordinal")

    def can_compare(self, column: int) -> bool:
        """Whether the cells of a column have an order."""
        return self.is_numeric(column) or self.columns[column].type == "date"

    def values(self, column: int, rows: frozenset[int] | set[int]) -> tuple[str, ...]:
        """The different cells of a column in these rows."""
        found = (self.table.rows[row][column].value for row in sorted(rows))
        return tuple(dict.fromkeys(found))

    def is_time(self, column: int) -> bool:
        """Whether a column holds years or days."""
        return self.years[column] or self.columns[column].type == "date"

    @cached_property
    def sides(self) -> tuple[int, int] | None:
        """The two columns of a home and an away team."""
        return two_sides(self)

    def repeats(self, column: int) -> bool:
        """Whether a cell of a column comes more than once, whatever its capitals."""
        cells = [row[column].value.casefold() for row in self.table.rows]
        return len(set(cells)) < len(cells)

    def _is_year(self, column: int) -> bool:
        """Whether a column holds years: four digits, no commas."""
        if not self.is_numeric(column):
            return False
        cells = [row[column].value for row in self.table.rows if row[column].reading]
        return bool(cells) and all(re.fullmatch(r"1\d{3}|20\d{2}", cell) for cell in cells)

    def _outcomes(self) -> Mapping[int, Mapping[str, frozenset[int]]]:
        """By column of results: the rows of each outcome."""
        found = {}
        for column in range(len(self.columns)):
            if self.is_numeric(column):
                continue
            rows: dict[str, set[int]] = defaultdict(set)
            filled = 0
            for row in range(len(self.table.rows)):
                stems = self.cells[row, column]
                filled += bool(stems)
                outcome = _outcome(stems)
                if outcome:
                    rows[outcome].add(row)
            told = sum(map(len, rows.values()))
            if filled and told >= _SHARE * filled:
                found[column] = {outcome: frozenset(those) for outcome, those in rows.items()}
        return found


def head_stems(column: Column) -> tuple[str, ...]:
    """The telling words of a head, without unit; "(2011)" is none."""
    plain = (
        re.sub(r"[(\[](?!\s*\d{4}\s*[)\]])[^()\[\]]*[)\]]\s*$", "", column.header) or column.header
    )
    stems = [token.stem for token in tokens_of(plain)]
    return tuple(one for one in stems if one not in _HEAD_PLAIN) or tuple(stems)


def _outcome(stems: tuple[str, ...]) -> str | None:
    for begin, outcome in cell_outcomes():
        if stems[: len(begin)] == begin:
            return outcome
    return None


def same(tokens: list[Token], stems: tuple[str, ...]) -> bool:
    """Whether the tokens are just these stems."""
    return tuple(token.stem for token in tokens) == stems
