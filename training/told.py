"""Texts that tell known facts, each in its own words: `training/told/*.jsonl`.

A line is an object: `text`; `date`, the day it is said; `told`, a list of pairs, each a quotation
that stands once in the text and holds a value, and the id of the fact that it tells. All is true as
the reference has it. Values without a pair tell nothing that is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from pathlib import Path

from factcheck.records import Document

FOLDER = Path(__file__).parent / "told"
#: small topics, each with texts that tell its facts, in `told.jsonl` beside its `facts.csv`
TOPICS = Path(__file__).parent / "told_topics"


@dataclass(frozen=True)
class Told:
    """A text, and where in it (start, end) which facts are told, by id."""

    document: Document
    facts: tuple[tuple[int, int, str], ...]


def read_told(file: Path) -> Iterator[Told]:
    """The texts of a file. Raises `ValueError` where a quotation stands not once in its text."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        text, facts = row["text"], []
        for quote, fact in row["told"]:
            if text.count(quote) != 1:
                raise ValueError(f"{file}:{number}: {quote!r} must stand once in the text")
            start = text.index(quote)
            facts.append((start, start + len(quote), fact))
        yield Told(Document(text, date=date.fromisoformat(row["date"])), tuple(facts))


def half_of(source: str) -> int:
    """In which half of the texts one is, by its source ("wire:12")."""
    return md5(source.encode(), usedforsecurity=False).digest()[-1] % 2
