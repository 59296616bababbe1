"""Examples to try: statements that lie beside a topic, in its `examples.toml`.

Each `[[example]]` has `title` and `text`, and where wanted `speaker` and `date` (ISO 8601).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.records import Unusable
from factcheck.reference.topics import find_topics

#: how many the page shows
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A statement to try: what it shows, the text, who said it, and when (ISO 8601, or "")."""

    title: str
    text: str
    speaker: str = ""
    date: str = ""


def find_examples(names: Sequence[str], topics: Sequence[str]) -> tuple[Example, ...]:
    """The first examples of the topics that are open (`names`: those asked for)."""
    found: list[Example] = []
    for topic in find_topics(names):
        file = topic.path / "examples.toml"
        if topic.name in topics and file.is_file():
            found += _read(file)
    return tuple(found[:MOST_SHOWN])


def _read(file: Path) -> Iterator[Example]:
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))["example"]
        for row in rows:
            yield Example(**{name: str(told) for name, told in row.items()})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError):
        wanted = "[[example]] tables with title, text, speaker and date"
        raise Unusable(f"{file}: no examples: give {wanted}") from None
