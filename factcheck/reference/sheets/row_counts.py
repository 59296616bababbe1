"""Rows of a table counted: how many fit, which share, which cell comes most often."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from factcheck.records import Fact, Question, Table
from factcheck.reference.sheets.filtering import cell_of, fitting, is_empty
from factcheck.reference.sheets.telling import NAMED, derived, listed, made, said_rows


def count(question: Question, table: Table) -> list[Fact]:
    """How many rows fit."""
    rows = fitting(table, question.where)
    return [made(question, table, Decimal(len(rows)), rows, f"{said_rows(rows, table)}")]


def distinct(question: Question, table: Table) -> list[Fact]:
    """How many different values the property has in the rows that fit."""
    rows = fitting(table, question.where)
    cells = [cell for row in rows if (cell := cell_of(row, question.property)) is not None]
    values = list(dict.fromkeys(cell.value for cell in cells if not is_empty(cell)))
    said = f"{len(values)}: {', '.join(values[:NAMED])}{', …' if len(values) > NAMED else ''}"
    return [derived(question, Decimal(len(values)), cells, said)] if cells else []


def share(question: Question, table: Table) -> list[Fact]:
    """How many per cent of the rows of `other` fit."""
    base = fitting(table, question.other.where if question.other else ())
    rows = [row for row in fitting(table, question.where) if row in base]
    if not base:
        return []
    percent = Decimal(100 * len(rows)) / len(base)
    said = f"{len(rows)} of {len(base)} rows: {listed(rows, table)}".removesuffix(": ")
    return [made(question, table, percent, [*rows, *base], said, "percentage")]


def more_rows(question: Question, table: Table) -> list[Fact]:
    """How many rows fit, less how many fit what is asked of `other`."""
    one = fitting(table, question.where)
    two = fitting(table, question.other.where if question.other else ())
    said = f"{len(one)} − {len(two)} = {len(one) - len(two)}"
    return [made(question, table, Decimal(len(one) - len(two)), [*one, *two], said)]


def rank_of_group(question: Question, table: Table) -> list[Fact]:
    """The place of the cells that fit among all cells of the property, by how many rows of `other`
    they stand in, most first."""
    return _group(question, table, down=True)


def rank_of_group_from_below(question: Question, table: Table) -> list[Fact]:
    """The same, fewest first."""
    return _group(question, table, down=False)


def _group(question: Question, table: Table, *, down: bool) -> list[Fact]:
    base = fitting(table, question.other.where if question.other else ())
    cells = [cell for row in base if (cell := cell_of(row, question.property)) is not None]
    times = Counter(cell.value.casefold() for cell in cells if not is_empty(cell))
    own = fitting(table, question.where)
    names = {c.value.casefold() for row in own if (c := cell_of(row, question.property))}
    if len(names) != 1 or not times:
        return []
    often = times[names.pop()]
    before = [n for n in times.values() if (n > often if down else n < often)]
    said = f"in {often} of {len(base)} rows, number {len(before) + 1} of {len(times)}"
    return [made(question, table, Decimal(len(before) + 1), own, said, "ordinal")]
