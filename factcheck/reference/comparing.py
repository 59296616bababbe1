"""What changed between two builds of a reference, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.reference.store import Store

_COLUMNS = (
    "subject",
    "property",
    "value",
    "unit",
    "valid_first",
    "valid_last",
    "known_from",
    "qualifier",
    "rank",
    "confidence",
    "recorded",
    "superseded",
    "note",
    "sources",
)
_SQL = f"""
SELECT topic, id, {", ".join(_COLUMNS[:-1])}, (
  SELECT group_concat(source, '; ') FROM (
    SELECT source FROM fact_sources WHERE fact = number ORDER BY position))
FROM facts ORDER BY topic, id"""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that was added, removed or changed. `before` and `after` have what differs."""

    topic: str
    id: str
    how: str
    before: dict[str, str | None]
    after: dict[str, str | None]


def compare_stores(old: Store, new: Store) -> Iterator[Change]:
    """The changes from `old` to `new`, in order of topic and id.

    Where each has one topic that the other has not, it is one topic in two folders.
    """
    before, after = _facts(old), _facts(new)
    gone, come = _topics(before) - _topics(after), _topics(after) - _topics(before)
    if len(gone) == len(come) == 1:
        (name,) = come
        before = {(t if t not in gone else name, id): cells for (t, id), cells in before.items()}
    for topic, id in sorted(before.keys() | after.keys()):
        was, now = before.get((topic, id)), after.get((topic, id))
        if was is None or now is None:
            how = "added" if was is None else "removed"
            yield Change(topic, id, how, _filled(was), _filled(now))
        elif was != now:
            differing = [column for column in _COLUMNS if was[column] != now[column]]
            yield Change(
                topic,
                id,
                "changed",
                {column: was[column] for column in differing},
                {column: now[column] for column in differing},
            )


def _facts(store: Store) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (topic, id): dict(zip(_COLUMNS, cells, strict=True))
        for topic, id, *cells in store.rows(_SQL)
    }


def _topics(facts: dict[tuple[str, str], dict[str, Any]]) -> set[str]:
    return {topic for topic, _ in facts}


def _filled(cells: dict[str, Any] | None) -> dict[str, str | None]:
    return {column: text for column, text in (cells or {}).items() if text is not None}
