"""Finding the earlier checks of a claim that is made again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.measures.values import Value
from factcheck.records import EarlierCheck, Source
from factcheck.reference.cells import read_cell
from factcheck.reference.earlier import says_the_same

if TYPE_CHECKING:
    from factcheck.reference.lookup import Lookup
    from factcheck.reference.store import Store

_FOUND = """
SELECT number, property, value, claim, speaker, date, what_is_true FROM earlier_checks
WHERE subject = ? AND property = ? ORDER BY date IS NULL, date, number"""

_SOURCES = """
SELECT id, title, publisher, date, url, locator FROM earlier_check_sources
JOIN sources ON sources.topic = earlier_check_sources.topic AND id = source
WHERE earlier = ? ORDER BY position"""


def earlier_checks(
    reference: Lookup, subject: str, property: str, value: Value | str
) -> tuple[EarlierCheck, ...]:
    """The earlier checks of claims that gave the property this value, oldest first."""
    found: dict[EarlierCheck, None] = {}
    for pair in reference.asked_alike(subject, property):
        for number, name, cell, *told in reference.store.rows(_FOUND, pair):
            if says_the_same(_read(reference, name, cell), value):
                found[_check(reference.store, number, told)] = None
    known = (one for one in found if one.is_by(reference.known_on))
    return tuple(sorted(known, key=lambda one: (one.date is None, one.date or "")))


def _read(reference: Lookup, name: str, cell: str) -> Value | str:
    known = reference.property(name)
    # a factor ("4 times") is read without the property's type, which is that of its values
    return read_cell(cell, None, known.type if known else None) or read_cell(cell, None) or cell


def _check(store: Store, number: int, told: Sequence[str | None]) -> EarlierCheck:
    claim, speaker, day, what_is_true = told
    sources = tuple(Source(*row) for row in store.rows(_SOURCES, (number,)))
    return EarlierCheck(claim or "", speaker, day, what_is_true or "", sources)
