"""The vectors of the properties and subjects of a reference, by which values are told apart.

They are worked out once, when a store is built (`factcheck/encoder`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from factcheck.encoder.describing import property_tokens, subject_tokens
from factcheck.encoder.network import describe
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store

#: of so many properties, and of so many subjects, vectors are made; a table of a million rows has
#: none of its subjects, which are then known by their names alone
_MOST = 2_000


def add_descriptions(file: Path) -> None:
    """Write the vectors of a store that has all else."""
    store = Store(file)
    try:
        rows = list(_rows(store))
    finally:
        store.close()
    with sqlite3.connect(file) as connection:
        connection.executemany("INSERT INTO described VALUES (?, ?, ?)", rows)
    connection.close()


def _rows(store: Store) -> Iterator[tuple[str, str, bytes]]:
    stored = StoredFacts(store)
    properties = [name for (name,) in store.rows("SELECT DISTINCT property FROM facts ORDER BY 1")]
    for name in properties if len(properties) <= _MOST else ():
        each = stored.property(name)
        if each:
            yield "property", name, describe(property_tokens(each), "property").tobytes()
    subjects = [name for (name,) in store.rows("SELECT DISTINCT subject FROM facts ORDER BY 1")]
    for name in subjects if len(subjects) <= _MOST else ():
        tokens = subject_tokens(name, stored.entity(name))
        yield "subject", name, describe(tokens, "subject").tobytes()
