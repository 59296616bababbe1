"""`factcheck values`: the values read from text, by the grammar alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import Any

import click

from factcheck.cli._inputs import documents
from factcheck.cli._parameters import day
from factcheck.records import Document, Unusable
from factcheck.reports.escaping import json_safe, printable


@click.command("values")
@click.argument("inputs", nargs=-1, metavar="[TEXT or FILE or -]...")
@click.option("--date", type=day, metavar="DATE", help="The day it was said: 2025-04-08.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(inputs: Sequence[str], date: Date | None, form: str) -> int:
    """Print the numbers, amounts, dates and durations read from a text, a file or - ."""
    if not inputs:
        raise click.UsageError("nothing to read: give a text in quotes, a file, or -")
    errors = 0
    for document in documents(inputs, date=date):
        if isinstance(document, Unusable):
            errors += 1
            click.echo(f"factcheck: {printable(str(document))}", err=True)
            continue
        for line in _as_json(document) if form == "jsonl" else _as_text(document):
            click.echo(line.encode())
    return 2 if errors else 0


def _values(document: Document) -> list[dict[str, Any]]:
    from factcheck.measures.json_form import to_json
    from factcheck.measures.reading import read_values

    return [to_json(value) for value in read_values(document.text, date=document.date)]


def _as_json(document: Document) -> Iterator[str]:
    import json

    answer = {"id": document.id, "values": _values(document)}
    yield json_safe(json.dumps(answer, ensure_ascii=False))


def _as_text(document: Document) -> Iterator[str]:
    """A line a value: its place, its text, its kind, what it was read as, its bounds."""
    if document.id:
        yield printable(document.id)
    rows = [list(_cells(value)) for value in _values(document)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _cells(value: dict[str, Any]) -> Iterator[str]:
    yield f"{value['start']}-{value['end']}"
    yield printable(value["text"])
    yield value["kind"]
    unit = value["unit"] or (f"of {value['of']}" if value["of"] else "")
    yield printable(f"{'?' if value['value'] is None else value['value']} {unit}".rstrip())
    yield value["hedge"] or ""
    yield f"{_end(value['low'])} .. {_end(value['high'])}"


def _end(bound: object) -> str:
    return "" if bound is None else str(bound)
