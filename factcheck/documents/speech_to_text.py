"""JSON that speech-to-text services export: pieces with text, and where given speaker and time.

Read is the first list, at the top or below `segments`, `utterances`, `results` …, of objects
that have a text. The speaker stays as the service calls it ("SPEAKER_00").
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.documents.cues import Cue, joined, read_cue
from factcheck.documents.decoding import read_text
from factcheck.records import Document, Unusable

suffixes = (".json",)

#: the names that services give to the same, the usual first
_LISTS = ("utterances", "segments", "audio_segments", "monologues", "results", "transcript")
_TEXTS = ("text", "transcript")
_SPEAKERS = ("speaker", "speaker_label", "speaker_name", "speakerName")
_BEGINS = ("start", "start_time", "begin", "startTime")
_ENDS = ("end", "end_time", "endTime")


def read(path: Path) -> list[Document]:
    """The one document of the file; its id is the path as it was given."""
    try:
        whole = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        raise Unusable(f"{path}: no JSON ({reason}): export it again, or as .srt") from None
    pieces = _pieces(whole, depth=4)
    if not pieces:
        raise Unusable(f"{path}: no transcript in it: a list of pieces with text, speaker, start")
    cues = list(_cues(pieces))
    if not cues:
        raise Unusable(f"{path}: there is no text in it")
    return [joined(cues, str(path))]


def _pieces(part: Any, depth: int) -> list[Mapping[str, Any]]:  # noqa: ANN401
    """The list of pieces in a part of the JSON; empty if there is none."""
    if isinstance(part, list):
        are_pieces = (
            isinstance(one, dict) and _first(one, _TEXTS, str) is not None for one in part
        )
        return part if all(are_pieces) else []
    if not isinstance(part, dict) or not depth:
        return []
    found = (_pieces(part.get(name), depth - 1) for name in _LISTS)
    return next((pieces for pieces in found if pieces), [])


def _cues(pieces: list[Mapping[str, Any]]) -> Iterator[Cue]:
    scale = _scale(pieces)
    begin = 0.0
    for piece in pieces:
        begin = _time(piece, _BEGINS, begin / scale) * scale
        end = _time(piece, _ENDS, begin / scale) * scale
        name = _first(piece, _SPEAKERS, str | int)
        speaker = None if name is None else str(name).strip() or None
        if cue := read_cue(str(_first(piece, _TEXTS, str)), begin, end, speaker):
            yield cue


def _scale(pieces: list[Mapping[str, Any]]) -> float:
    """Seconds in a unit of time: some services count in thousandths, without a point."""
    lasting = [_time(piece, _ENDS, 0.0) - _time(piece, _BEGINS, 0.0) for piece in pieces]
    begins = [_first(piece, _BEGINS, int | float | str) for piece in pieces]
    whole = all(isinstance(begin, int) for begin in begins)
    return 0.001 if whole and sum(lasting) / len(lasting) > 100 else 1.0


def _time(piece: Mapping[str, Any], names: tuple[str, ...], usual: float) -> float:
    """A time as number or text ("12.5", "12.5s"); `usual` where there is none."""
    given = _first(piece, names, str | int | float)
    try:
        time = float(str(given).removesuffix("s"))
    except ValueError:
        return usual
    return time if 0 <= time < 1e9 else usual


def _first(piece: Mapping[str, Any], names: tuple[str, ...], kind: Any) -> Any:  # noqa: ANN401
    """What the piece has under the first of these names, if it is of that kind."""
    return next((piece[name] for name in names if isinstance(piece.get(name), kind)), None)
