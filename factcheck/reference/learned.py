"""What the words around a value tell of its property and subject, as learned from statements.

The rows of a topic's `learned.csv`, which `training/readings.py` writes: a cue, and what it
weighs, in hundredths, for each property and for each subject that it tells something of
(`amount;31`). Each property and each subject has a logistic regression of its own, so topics
with and without the file go together. The cue "" is where a sum begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

from factcheck.records import Likely
from factcheck.reference.facts import StoredFacts
from factcheck.reference.rows import Complain, Row, read_rows
from factcheck.reference.store import Store

FILE = "learned.csv"
COLUMNS = ["cue", "properties", "subjects"]
#: cues of one value that are looked at; a long sentence has more
_MOST = 400
_WEIGHT = re.compile(r"(.+):(-?\d{1,4})")
#: probabilities below are not worth telling
_LEAST = 0.05
_CUES = "SELECT properties, subjects FROM learned WHERE cue = ?"
_Weights = tuple[tuple[str, int], ...]


def read_learned(folder: Path, complain: Complain) -> tuple[Row, ...]:
    """The rows of a topic's `learned.csv`; none if it has no such file."""
    file = folder / FILE
    if not file.is_symlink() and not file.exists():
        return ()
    found = []
    for row in read_rows(file, COLUMNS[:1], COLUMNS, complain):
        wrong = [w for c in COLUMNS[1:] for w in row.list(c) if not _WEIGHT.fullmatch(w)]
        if wrong:
            what = f"{wrong[0][:60]!r} is no weight; write a name, a colon and a whole number"
            complain(row.file, row.line, what)
            continue
        found.append(row)
    return tuple(found)


def learned_rows(topic: str, learned: tuple[Row, ...]) -> Iterator[dict[str, Any]]:
    """The rows of the table `learned`."""
    for row in learned:
        yield {"topic": topic, **{column: row.cells.get(column, "") for column in COLUMNS}}


class Learned:
    """What is learned in an open store."""

    def __init__(self, store: Store, stored: StoredFacts) -> None:
        self._store = store
        self._stored = stored
        self._weights = lru_cache(maxsize=1 << 13)(self._read)

    def likely(self, cues: Mapping[str, float]) -> Likely:
        """The properties and subjects that a value with these cues may be of. `cues`: each with
        what it weighs (0 to 1)."""
        sums: tuple[dict[str, float], dict[str, float]] = {}, {}
        for total, begin in zip(sums, self._weights(""), strict=True):
            total.update(begin)
        for cue, weight in list(cues.items())[:_MOST]:
            for total, told in zip(sums, self._weights(cue), strict=True):
                for name, own in told:
                    if name in total:
                        total[name] += weight * own
        properties, subjects = (
            sorted(((1 / (1 + exp(-s / 100)), name) for name, s in total.items()), reverse=True)
            for total in sums
        )
        return Likely(
            tuple(
                (each, p)
                for p, name in properties
                if p >= _LEAST and (each := self._stored.property(name))
            ),
            {name: p for p, name in subjects if p >= _LEAST},
        )

    def _read(self, cue: str) -> tuple[_Weights, _Weights]:
        """The weights of a cue; of what several topics tell alike, once."""
        properties: dict[str, int] = {}
        subjects: dict[str, int] = {}
        for rows in self._store.rows(_CUES, (cue,)):
            for text, found in zip(rows, (properties, subjects), strict=True):
                for part in filter(None, text.split(";")):
                    name, _, weight = part.rpartition(":")
                    found[name.strip()] = int(weight)
        return tuple(properties.items()), tuple(subjects.items())
