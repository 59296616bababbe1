"""Cues (who says what from when to when) joined to whole sentences, each with its time.

A passage begins with a cue and goes on until a cue ends a sentence, the speaker changes or
there is a long pause; its place is the time at which it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.documents.turns import capital_label
from factcheck.records import Document, Passage, Place

_OTHER = re.compile(r"(?:>>+|&gt;&gt;|[-–][ \t])[ \t]*")
_ENDS = re.compile(r"[.?!…][\"'”’)\]]*$")
#: seconds of silence after which a new passage begins, and cues after which one does at last
_PAUSE, _LONGEST = 4.0, 30


@dataclass(frozen=True, slots=True)
class Cue:
    """A line that is said: from when to when, in seconds; `turn`: from here on by `speaker`."""

    begin: float
    end: float
    text: str
    speaker: str | None = None
    turn: bool = False


def read_cue(text: str, begin: float, end: float, speaker: str | None = None) -> Cue | None:
    """The cue of a line; `None` if nothing is said. A label or `>>` in it tells the speaker."""
    turn = speaker is not None
    text = text.strip()
    if other := _OTHER.match(text):
        text, turn = text[other.end() :], True
    if label := capital_label(text):
        speaker, length = label
        text, turn = text[length:], True
    words = " ".join(text.split())
    return Cue(begin, end, words, speaker, turn) if words else None


def joined(cues: Sequence[Cue], id: str) -> Document:
    """The document of all cues: a line a passage, with the speaker's name where it changes."""
    text, length = list[str](), 0
    passages = list[Passage]()
    told: str | None = None
    for speaker, said in _sentences(cues):
        before = "\n\n" if speaker != told and text else "\n" if text else ""
        before += f"{speaker}: " if speaker and speaker != told else ""
        words = " ".join(cue.text for cue in said)
        start = length + len(before)
        length = start + len(words)
        passages.append(Passage(start, length, speaker, Place(time=clock(said[0].begin))))
        text += before, words
        told = speaker
    return Document("".join(text), id, passages=tuple(passages))


def clock(seconds: float) -> str:
    """Seconds as "00:12:31"."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _sentences(cues: Sequence[Cue]) -> Iterator[tuple[str | None, list[Cue]]]:
    said: list[Cue] = []
    speaker: str | None = None
    for cue in cues:
        other = cue.turn and (cue.speaker != speaker or cue.speaker is None)
        if said and (other or _is_whole(said) or cue.begin - said[-1].end > _PAUSE):
            yield speaker, said
            said = []
        if cue.turn:
            speaker = cue.speaker
        said.append(cue)
    if said:
        yield speaker, said


def _is_whole(said: list[Cue]) -> bool:
    return bool(_ENDS.search(said[-1].text)) or len(said) >= _LONGEST
