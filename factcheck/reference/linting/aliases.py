"""Aliases that two entities share, without a likeness in name that explains it.

"Bush" for two presidents, or "Agreement" for two agreements, are as texts speak: their names
hold the word. An alias of one entity that is the name of another, or that has nothing to do
with one of the two, is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.reference.keys import find_words, key
from factcheck.reference.linting._topic import Found, Linted
from factcheck.reference.rows import Row


def check(topic: Linted) -> Iterator[Found]:
    """Shared aliases, and aliases that stand twice in one row."""
    owners: dict[str, list[Row]] = defaultdict(list)
    names = {key(row.cells["name"]): row for row in topic.topic.entities}
    for row in topic.topic.entities:
        seen: set[str] = set()
        for alias in row.list("aliases"):
            if alias in seen or alias == row.cells["name"]:
                yield row.file, row.line, f"alias {alias!r} stands twice"
            seen.add(alias)
        for one in {key(alias) for alias in row.list("aliases")} - {""}:
            owners[one].append(row)
    for alias, rows in owners.items():
        named = names.get(alias)
        for row in rows:
            if named and named is not row and not _is_part(row, named):
                yield (
                    row.file,
                    row.line,
                    (f"alias {alias!r} is the name of another entity (line {named.line})"),
                )
        for row in rows[1:]:
            if not _explained(alias, rows[0], row):
                yield (
                    row.file,
                    row.line,
                    (
                        f"alias {alias!r} is shared with {rows[0].cells['name']!r} "
                        f"(line {rows[0].line})"
                    ),
                )


def _explained(alias: str, one: Row, other: Row) -> bool:
    return (
        _is_part(one, other)
        or _is_part(other, one)
        or (_speaks_of(alias, one) and _speaks_of(alias, other))
    )


def _is_part(row: Row, other: Row) -> bool:
    return other.cells["name"] in row.list("part_of")


def _speaks_of(alias: str, row: Row) -> bool:
    """Whether a name has all words of an alias, or the alias is made of its initials."""
    words = [word.norm for word in find_words(row.cells["name"])]
    if set(alias.split()) <= set(words):
        return True
    raw = row.cells["name"]
    capitals = "".join(raw[w.start].lower() for w in find_words(raw) if raw[w.start].isupper())
    return alias.replace(" ", "") in capitals and len(alias) > 1
