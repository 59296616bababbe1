"""How derived facts of a table are told: with rows, arithmetic and the lines they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.records import Fact, Question, Table
from factcheck.reference.deriving.making import derive, say_numbers, text_of
from factcheck.reference.sheets.filtering import Row

#: so many rows are named in a sentence
NAMED = 8


def derived(
    question: Question, number: Decimal, cells: Sequence[Fact], said: str, type: str = "number"
) -> Fact:
    """A fact that is reckoned from cells; `said`: the arithmetic."""
    parts = list(dict.fromkeys(cells))
    unit = "percent" if type == "percentage" else None
    made = derive(question, text_of(number), type, parts, said, unit=unit)
    return replace(made, text=f"{said} ({_sources(parts)}).")


def made(
    question: Question,
    table: Table,
    number: Decimal,
    rows: Sequence[Row],
    said: str,
    type: str = "number",
) -> Fact:
    """A fact about rows; without any it rests on the first of the table."""
    key = table.key or 0
    parts = [row[key] for row in rows] or [table.rows[0][key]]
    return derived(question, number, parts, said, type)


def said_rows(rows: Sequence[Row], table: Table) -> str:
    """ "3 rows fit: A, B, C"."""
    plural = "row fits" if len(rows) == 1 else "rows fit"
    return f"{len(rows) or 'no'} {plural}: {listed(rows, table)}".removesuffix(": ")


def listed(rows: Sequence[Row], table: Table) -> str:
    """The names of rows."""
    names = [short(row[table.key or 0], figure_too=False) for row in rows[:NAMED]]
    return ", ".join(names) + (", …" if len(rows) > NAMED else "")


def short(cell: Fact, *, figure_too: bool = True) -> str:
    """A cell with the name of its row."""
    return f"{cell.value} ({cell.subject})" if figure_too else cell.subject


def added(numbers: Sequence[Decimal], result: Decimal | int) -> str:
    """ "1 + 2 = 3"."""
    said, magnitude = say_numbers([*numbers[:NAMED], Decimal(result)])
    more = " + …" if len(numbers) > NAMED else ""
    return f"{' + '.join(said[:-1])}{more} = {said[-1]}{magnitude}"


def _sources(parts: Sequence[Fact]) -> str:
    lines = list(dict.fromkeys(part.id.split(":")[-2] for part in parts))
    columns = list(dict.fromkeys(part.label or part.property for part in parts))
    said = ", ".join(lines[:NAMED]) + (", …" if len(lines) > NAMED else "")
    return f"{parts[0].topic}, line{'s' if len(lines) > 1 else ''} {said}, column {columns[0]!r}"
