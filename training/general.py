"""How many wordings of general properties are read: `training/general/*.jsonl`.

Run it in the root of the repository: `python -m training.general`. A line of the files is an
object: `property`, as a spreadsheet would call it; `subject` and `value`, which stand once each in
`text`. The sentences of a property make a topic without words of its own, once with their own
values, which should be supported, and once with each other's, which should be refuted.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from factcheck.api import Checker
from factcheck.measures.reading import read_values
from factcheck.records import Document

FOLDER = Path(__file__).parent / "general"
DAY = date(2026, 1, 1)
#: a topic of fewer sentences tells nothing
LEAST = 4
#: how far the values are turned where they should be refuted
TURN = 2


@dataclass(frozen=True)
class Sentence:
    """A sentence that tells the value of a property of a subject; kind and unit as in a table."""

    property: str
    subject: str
    value: str
    text: str
    kind: str
    cell: str
    unit: str


def read_general(file: Path) -> Iterator[Sentence]:
    """The sentences of a file. Raises `ValueError` where subject or value stand not once."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        for name in ("subject", "value"):
            if row["text"].count(row[name]) != 1:
                raise ValueError(f"{file}:{number}: the {name} must stand once in the text")
        name = re.sub(r"\W+", "_", row["property"].split(" ")[0])
        yield Sentence(name, row["subject"], row["value"], row["text"], *_cell(row["value"]))


def _cell(value: str) -> tuple[str, str, str]:
    """Kind, value and unit as a spreadsheet has them."""
    found = [each for each in read_values(value, DAY) if each.value is not None]
    if len(found) != 1:
        return "entity", value, ""
    only = found[0]
    if only.kind in ("number", "amount", "percentage"):
        return only.kind, str(only.value), only.unit or only.of or ""
    return only.kind, str(only.value) if only.kind == "date" else value, ""


def verdicts(sentences: Sequence[Sentence], turn: int) -> Iterator[set[str]]:
    """The verdicts at the value of each sentence, in a topic in which the values are turned."""
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "facts.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("id", "subject", "property", "value", "unit"))
            for place, each in enumerate(sentences):
                told = sentences[(place + turn) % len(sentences)]
                rows.writerow((place, each.subject, each.property, told.cell, told.unit))
        with Checker([folder]) as checker:
            for each in sentences:
                start = each.text.index(each.value)
                yield {
                    verdict.verdict
                    for verdict in checker.check(Document(each.text, date=DAY)).verdicts
                    if verdict.claim.start < start + len(each.value) and start < verdict.claim.end
                }


@click.command()
def main() -> None:
    """Print for each property how many of its sentences are read rightly, true and false."""
    by_property: dict[str, list[Sentence]] = defaultdict(list)
    for file in sorted(FOLDER.glob("*.jsonl")):
        for each in read_general(file):
            by_property[each.property].append(each)
    total: Counter[str] = Counter()
    for name, own in sorted(by_property.items()):
        (like, _), *_ = Counter((each.kind, each.unit) for each in own).most_common()
        alike = {each.subject: each for each in own if (each.kind, each.unit) == like}
        if len(alike) < LEAST:
            continue
        sentences = list(alike.values())
        true = sum("supported" in found for found in verdicts(sentences, 0))
        false = sum("refuted" in found for found in verdicts(sentences, TURN))
        total.update(sentences=len(sentences), supported=true, refuted=false)
        click.echo(f"{name}: {len(sentences)} sentences, {true} supported, {false} refuted")
    click.echo(", ".join(f"{count} {name}" for name, count in total.items()))


if __name__ == "__main__":
    main()
