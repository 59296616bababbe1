"""What topics have learned from statements: which words stand around the values of a property.

The rows of a topic's `learned.csv`, which `training/readings.py` writes: a cue, and what it
weighs, in hundredths, for each property and for each subject that it tells something of
(`amount:31`). The cue "" is where a sum begins (`likely.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.reference.rows import Complain, Row, read_rows

FILE = "learned.csv"
COLUMNS = ["cue", "properties", "subjects"]
_WEIGHT = re.compile(r"(.+):(-?\d{1,4})")


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
