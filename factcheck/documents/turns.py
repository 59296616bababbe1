"""Turns: text to passages, one a paragraph, each with its speaker and the line it begins in.

Only certain labels are read: a name in capitals before a colon at the start of a line
("THE CHAIRMAN:", "SEN. WARE (R-UT):"), or names in title case where one of them comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from functools import cache
from pathlib import Path

from factcheck.records import Document, Passage, Place

_ROLE = r"(?:\s*\([^()\n]{1,60}\))?"
_CAPITALS = re.compile(rf"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){{0,4}}){_ROLE}:(?=\s|$)")
_TITLE = re.compile(
    rf"(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|bin|al)){{1,4}}){_ROLE}:(?=\s|$)"
)
#: lines that are not blank; possessive, so that a long blank line is passed over once
_PARAGRAPH = re.compile(r"(?:^(?![^\S\n]*+$)[^\n]*+\n?)++", re.MULTILINE)


def document(
    text: str, *, id: str | None = None, speaker: str | None = None, date: Date | None = None
) -> Document:
    """A document of plain text, with a passage a turn or paragraph."""
    return Document(text, id, speaker, date, tuple(_passages(text)))


def capital_label(line: str) -> tuple[str, int] | None:
    """The name in capitals that a line begins with, and the length of the label; or `None`."""
    label = _CAPITALS.match(line)
    if not label or label["name"].split()[0] in _not_speakers():
        return None
    return label["name"], label.end()


def _passages(text: str) -> Iterator[Passage]:
    labels = _labels(text)
    speaker: str | None = None
    line, counted = 1, 0
    for start, end in _pieces(text, sorted(labels)):
        if start in labels:
            start, speaker = labels[start]
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        if end > start:
            line, counted = line + text.count("\n", counted, start), start
            yield Passage(start, end, speaker, Place(line=line))


def _pieces(text: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs, cut before each label."""
    waiting = iter([*cuts, len(text)])
    cut = next(waiting)
    for found in _PARAGRAPH.finditer(text):
        start = found.start()
        while cut < found.end():
            if start < cut:
                yield start, cut
                start = cut
            cut = next(waiting)
        yield start, found.end()


def _labels(text: str) -> dict[int, tuple[int, str]]:
    """Where labels begin: where the words after each begin, and the name."""
    capitals: dict[int, tuple[int, str]] = {}
    title: dict[int, tuple[int, str]] = {}
    for line in re.finditer(r"^[^\n]+", text, re.MULTILINE):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if label := _CAPITALS.match(text, start):
            if label["name"].split()[0] not in _not_speakers():
                capitals[start] = label.end(), label["name"]
        elif label := _TITLE.match(text, start):
            title[start] = label.end(), label["name"]
    comes_back = len({name for _, name in title.values()}) < len(title)
    return capitals | title if comes_back else capitals


@cache
def _not_speakers() -> frozenset[str]:
    """Words in capitals before a colon that introduce a text, not a speaker."""
    words = Path(__file__).with_name("not_speakers.txt").read_text(encoding="utf-8")
    return frozenset(words.split())
