"""Claims that were checked before: the rows of a topic's `earlier-checks.csv`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.measures.periods import Period
from factcheck.reference.rows import Complain, Row, read_rows

EARLIER_COLUMNS = [
    "claim",
    "what_is_true",
    "speaker",
    "date",
    "sources",
    "subject",
    "property",
    "value",
]
_ABOUT = ("subject", "property", "value")


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row of `earlier-checks.csv`, understood; `about` is subject, property and value."""

    row: Row
    about: tuple[str, str, str] | None
    sources: tuple[str, ...]

    def columns(self, number: int, topic: str) -> dict[str, Any]:
        """The row of the table `earlier_checks`."""
        texts = ("claim", "speaker", "date", "what_is_true")
        return {
            "number": number,
            "topic": topic,
            **{column: self.row.get(column) for column in texts},
            **dict(zip(_ABOUT, self.about or (None, None, None), strict=True)),
            "line": self.row.line,
        }

    def link_rows(self, number: int, topic: str) -> Iterator[dict[str, Any]]:
        """The rows of the table `earlier_check_sources`."""
        for position, source in enumerate(self.sources):
            yield {"earlier": number, "position": position, "topic": topic, "source": source}


def read_earlier(folder: Path, complain: Complain) -> tuple[EarlierRow, ...]:
    """The rows of a topic's `earlier-checks.csv`; none if it has no such file."""
    file = folder / "earlier-checks.csv"
    if not file.is_symlink() and not file.exists():
        return ()
    found = []
    for row in read_rows(file, EARLIER_COLUMNS[:2], EARLIER_COLUMNS, complain):
        problem = _problem(row)
        if problem:
            complain(row.file, row.line, problem)
            continue
        subject, property, value = (row.cells.get(column, "") for column in _ABOUT)
        about = (subject, property, value) if subject else None
        found.append(EarlierRow(row, about, tuple(dict.fromkeys(row.list("sources")))))
    return tuple(found)


def _problem(row: Row) -> str | None:
    for column in EARLIER_COLUMNS[:2]:
        if not row.cells[column]:
            return f"no {column}; an earlier check needs claim and what_is_true"
    given = [column for column in _ABOUT if row.get(column)]
    if given and len(given) < len(_ABOUT):
        missing = next(column for column in _ABOUT if column not in given)
        return f"{given[0]} without {missing}; give subject, property and value, or none of them"
    try:
        Period.parse(row.get("date") or "2000")
    except ValueError as error:
        return str(error)
    return "date: one day, month or year, no period" if "/" in (row.get("date") or "") else None
