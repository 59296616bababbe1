"""The time in a report: only where the option `stamp` has one, the same bytes otherwise.

Office and PDF files must carry some time of making; without a stamp it is `NO_TIME`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from factcheck.records import Report

#: the first moment that a ZIP file can hold
NO_TIME = datetime(1980, 1, 1)


def first_and_all(reports: Iterable[Report]) -> tuple[Report | None, Iterator[Report]]:
    """The first report, and all of them including it; for what stands above the reports."""
    rest = iter(reports)
    first = next(rest, None)
    return first, rest if first is None else chain([first], rest)


def stamp(report: Report | None) -> str | None:
    """When the report was made, in ISO 8601 and UTC ("2026-11-23T22:00:00Z"), if it says so."""
    return report.options.get("stamp") if report else None


def made_at(report: Report | None) -> datetime:
    """The stamp as a time without zone, else `NO_TIME`."""
    given = stamp(report)
    try:
        made = datetime.fromisoformat(given).replace(tzinfo=None) if given else NO_TIME
    except ValueError:
        return NO_TIME
    return max(made, NO_TIME)
