"""Subtitles (SRT, WebVTT): cues joined to whole sentences of one speaker, each with its time.

Speakers are told by voice tags (`<v Ann Alder>`), labels in capitals (`MS. WARE:`) and `>>`,
which says that somebody else speaks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.documents.cues import Cue, joined, read_cue
from factcheck.documents.decoding import read_text
from factcheck.records import Document, Unusable

suffixes = (".srt", ".vtt")

_CLOCK = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]{1,80})>")
_TAG = re.compile(r"</?[a-z0-9:][^<>]{0,80}>|\{\\[^{}]{0,80}\}", re.IGNORECASE)


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    cues = list(_without_repeats(_cues(read_text(path).split("\n"))))
    if not cues:
        raise Unusable(f"{path}: no subtitles in it: a cue has a line like 00:01:02 --> 00:01:05")
    return [joined(cues, str(path))]


def _cues(rows: list[str]) -> Iterator[Cue]:
    """A cue a line; headers, notes, styles and numbers stand outside of cues."""
    begin = end = 0.0
    in_cue = False
    for row in rows:
        if timing := _TIMING.fullmatch(row):
            begin, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
            in_cue = True
        elif not row.strip():
            in_cue = False
        elif in_cue:
            voice = _VOICE.search(row)
            speaker = " ".join(html.unescape(voice[1]).split()) if voice else None
            cue = read_cue(html.unescape(_TAG.sub("", row)), begin, end, speaker)
            if cue:
                yield cue


def _without_repeats(cues: Iterator[Cue]) -> Iterator[Cue]:
    """Rolling captions show a line again in the next cue."""
    before = ""
    for cue in cues:
        if cue.text != before or cue.turn:
            yield cue
        before = cue.text


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")
