"""Turns: text to passages, one a paragraph, each with its speaker, its line and its time.

Only certain labels are read: a name in capitals before a colon at the start of a line
("THE CHAIRMAN:", "SEN. WARE (R-UT):"), names in title case where one of them comes back, also
before a time alone on their line ("Ann Alder  0:12"), "Q." and "A." where both are there, ">>"
for somebody else, and a time in brackets or of three parts ("[12:31]", "00:12:31").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date
from functools import cache
from pathlib import Path

from factcheck.records import Document, Passage, Place

_ROLE = r"(?:\s*\((?!\d+:)[^()\n]{1,60}\))?"
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d"
_AT = rf"(?:[ \t]*[\[(](?P<at>{_CLOCK})[\])])?"
_CAPITALS = re.compile(
    rf"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){{0,4}}){_ROLE}{_AT}:(?=\s|$)"
)
_NAME = r"(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|bin|al)){1,4})"
_TITLE = re.compile(rf"{_NAME}{_ROLE}{_AT}:(?=\s|$)")
_TIMED = re.compile(rf"{_NAME},?[ \t]+[\[(]?(?P<at>{_CLOCK})[\])]?[ \t]*(?:\n|$)")
_LETTER = re.compile(r"(?P<name>[QA])[.:](?P<at>)(?=\s)")
_TIME = re.compile(
    rf"(?:[\[(](?P<a>{_CLOCK})(?:[.,]\d{{1,3}})?[\])]|(?P<b>\d{{1,2}}:\d\d:\d\d)(?=\s))"
)
_OTHER = re.compile(r">>+[ \t]*")
_ITEM = re.compile(r"(?P<mark>[-*+•–])[ \t]+(?=\S)")
_LINE = re.compile(r"^[^\n]+", re.MULTILINE)
#: lines that are not blank; possessive, so that a long blank line is passed over once
_PARAGRAPH = re.compile(r"(?:^(?![^\S\n]*+$)[^\n]*+\n?)++", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands before words: where they begin; who speaks, if it says so; when."""

    words: int
    name: str | None
    time: str | None
    #: whether somebody else than before speaks from here on
    turn: bool


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
    speaker = time = None
    line, counted = 1, 0
    for start, end in _pieces(text, sorted(labels)):
        if label := labels.get(start):
            start, time = label.words, label.time or (None if label.turn else time)
            speaker = label.name if label.turn else speaker
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if end > start:
            line, counted = line + text.count("\n", counted, start), start
            yield Passage(start, end, speaker, Place(line=line, time=time))


def _pieces(text: str, cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
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


def _labels(text: str) -> dict[int, _Label]:
    """The labels, by where they begin."""
    certain: dict[int, _Label] = {}
    title: dict[int, _Label] = {}
    letters: dict[int, _Label] = {}
    for line in _LINE.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        begin, time, turn = _before_name(text, start)
        if begin > start:
            certain[start] = _Label(begin, None, time, turn)
        if found := _CAPITALS.match(text, begin):
            if found["name"].split()[0] not in _not_speakers():
                certain[start] = _label(found, time)
        elif found := _TITLE.match(text, begin) or _TIMED.match(text, begin):
            title[start] = _label(found, time)
        elif found := _LETTER.match(text, begin):
            letters[start] = _label(found, time)
    for start, begin in _items(text):
        certain.setdefault(start, _Label(begin, None, None, False))
    if len({label.name for label in title.values()}) < len(title):
        certain |= title
    if {label.name for label in letters.values()} == {"Q", "A"}:
        certain |= letters
    return certain


def _items(text: str) -> Iterator[tuple[int, int]]:
    """The items of lists: where each begins, and where its words do.

    A list begins a paragraph, and goes on with the same mark: a dash at the start of some line
    within a paragraph is one of punctuation.
    """
    mark, end = None, -2
    for line in _LINE.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if start == line.end():
            continue
        item = _ITEM.match(text, start)
        if line.start() > end + 1:  # a blank line stands before it
            mark = item and item["mark"]
        if item and item["mark"] == mark:
            yield start, item.end()
        end = line.end()


def _before_name(text: str, start: int) -> tuple[int, str | None, bool]:
    """Where the line goes on after a time and `>>`; the time; whether somebody else speaks."""
    begin, time, turn = start, None, False
    for _ in range(2):
        if found := _TIME.match(text, begin):
            time = _whole_clock(found["a"] or found["b"])
        elif found := _OTHER.match(text, begin):
            turn = True
        else:
            break
        begin = found.end()
        while begin < len(text) and text[begin] in " \t":
            begin += 1
    return begin, time, turn


def _label(found: re.Match[str], time: str | None) -> _Label:
    at = _whole_clock(found["at"]) if found["at"] else time
    return _Label(found.end(), found["name"], at, True)


def _whole_clock(clock: str) -> str:
    """ "12:31" as "00:12:31"."""
    parts = [f"{int(part):02}" for part in clock.split(":")]
    return ":".join(["00"] * (3 - len(parts)) + parts)


@cache
def _not_speakers() -> frozenset[str]:
    """Words in capitals before a colon that introduce a text, not a speaker."""
    words = Path(__file__).with_name("not_speakers.txt").read_text(encoding="utf-8")
    return frozenset(words.split())
