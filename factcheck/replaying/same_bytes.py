"""Whether reports, written anew, are the bytes of a file of answers."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcheck.records import Report
from factcheck.reports import load_format


def differs_at(file: Path, reports: Iterable[Report]) -> int | None:
    """The first byte (from 0) at which `file` is not what `check` writes of `reports`, in the
    format that its first letter tells; `None` where all are the same."""
    with file.open("rb") as kept:
        name = "jsonl" if kept.read(1) == b"{" else "json"
        kept.seek(0)
        against = _Against(kept)
        with io.BufferedWriter(against) as stream:
            load_format(name).write(reports, stream)
        against.compare(b"\0" * (kept.read(1) != b""))
    return against.differs_at


class _Against(io.RawIOBase):
    """A stream that keeps nothing: it compares what is written with the bytes of another."""

    def __init__(self, kept: io.BufferedReader) -> None:
        super().__init__()
        self._kept = kept
        self._length = 0
        self.differs_at: int | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401
        written = bytes(data)
        self.compare(written)
        return len(written)

    def compare(self, data: bytes) -> None:
        """Compare what comes next."""
        if self.differs_at is None:
            there = self._kept.read(len(data))
            if there != data:
                pairs = zip(there, data, strict=False)
                same = next((n for n, (one, other) in enumerate(pairs) if one != other), len(there))
                self.differs_at = self._length + same
        self._length += len(data)
