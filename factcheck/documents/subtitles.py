"""Subtitles (SRT, WebVTT): cues joined to whole sentences of one speaker, each with its time.

A passage begins with a cue and goes on until a cue ends a sentence, the speaker changes or
there is a long pause; its place is the time at which it begins. Speakers are told by voice tags
(`<v Ann Alder>`), labels in capitals (`MS. WARE:`) and `>>`, which says that somebody else speaks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.documents.decoding import read_text
from factcheck.documents.turns import capital_label
from factcheck.records import Document, Passage, Place, Unusable

suffixes = (".srt", ".vtt")

_CLOCK = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]{1,80})>")
_TAG = re.compile(r"</?[a-z0-9:][^<>]{0,80}>|\{\\[^{}]{0,80}\}", re.IGNORECASE)
_OTHER = re.compile(r"(?:>>+|&gt;&gt;|[-–][ \t])[ \t]*")
_ENDS = re.compile(r"[.?!…][\"'”’)\]]*$")
#: seconds of silence after which a new passage begins, and cues after which one does at last
_PAUSE, _LONGEST = 4.0, 30


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cue: seconds, what is said, by whom (`None`: who spoke before)."""

    begin: float
    end: float
    text: str
    speaker: str | None
    turn: bool


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    lines = list(_without_repeats(_lines(read_text(path).split("\n"))))
    if not lines:
        raise Unusable(f"{path}: no subtitles in it: a cue has a line like 00:01:02 --> 00:01:05")
    text, passages = "", list[Passage]()
    told: str | None = None
    for speaker, said in _sentences(lines):
        text += "\n\n" if speaker != told and text else "\n" if text else ""
        text += f"{speaker}: " if speaker and speaker != told else ""
        words = " ".join(line.text for line in said)
        place = Place(time=_clock(said[0].begin))
        passages.append(Passage(len(text), len(text) + len(words), speaker, place))
        text, told = text + words, speaker
    return [Document(text, str(path), passages=tuple(passages))]


def _lines(rows: list[str]) -> Iterator[_Line]:
    """The lines of all cues; headers, notes, styles and numbers stand outside of cues."""
    begin = end = 0.0
    in_cue = False
    for row in rows:
        if timing := _TIMING.fullmatch(row):
            begin, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
            in_cue = True
        elif not row.strip():
            in_cue = False
        elif in_cue and (line := _line(row, begin, end)):
            yield line


def _line(row: str, begin: float, end: float) -> _Line | None:
    voice = _VOICE.search(row)
    speaker = " ".join(html.unescape(voice[1]).split()) if voice else None
    text = html.unescape(_TAG.sub("", row)).strip()
    turn = bool(voice)
    if other := _OTHER.match(text):
        text, turn = text[other.end() :], True
    if label := capital_label(text):
        speaker, length = label
        text, turn = text[length:].strip(), True
    words = " ".join(text.split())
    return _Line(begin, end, words, speaker, turn) if words else None


def _without_repeats(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Rolling captions show a line again in the next cue."""
    before = ""
    for line in lines:
        if line.text != before or line.turn:
            yield line
        before = line.text


def _sentences(lines: list[_Line]) -> Iterator[tuple[str | None, list[_Line]]]:
    said: list[_Line] = []
    speaker: str | None = None
    for line in lines:
        other = line.turn and line.speaker != speaker
        if said and (other or _is_whole(said) or line.begin - said[-1].end > _PAUSE):
            yield speaker, said
            said = []
        if line.turn:
            speaker = line.speaker
        said.append(line)
    if said:
        yield speaker, said


def _is_whole(said: list[_Line]) -> bool:
    return bool(_ENDS.search(said[-1].text)) or len(said) >= _LONGEST


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
