"""Families of general English wording, from `wording.toml`, and which ones a property has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.records import Unusable
from factcheck.reference.lemmas import lemma


@dataclass(frozen=True, slots=True)
class Family:
    """A family of `wording.toml`."""

    name: str
    names: tuple[tuple[str, ...], ...]
    whole: tuple[tuple[str, ...], ...]
    types: tuple[str, ...]
    kinds: Mapping[str, str]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    counts: tuple[str, ...]
    event: bool

    def spans(self, words: Sequence[str], type: str) -> list[tuple[int, int]]:
        """Where in a property's name (lemmas) words stand that select this family."""
        if self.types and type not in self.types:
            return []
        if tuple(words) in self.whole:
            return [(0, len(words))]
        return [
            (at, at + len(name))
            for name in self.names
            for at in range(len(words) - len(name) + 1)
            if tuple(words[at : at + len(name)]) == name
        ]


@cache
def families() -> Mapping[str, Family]:
    """The families that are shipped, by name."""
    file = Path(__file__).with_name("wording.toml")
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: _family(name, table) for name, table in content.items()}


def select_families(
    name: str, words: Sequence[str], type: str, refined: Mapping[str, Any]
) -> tuple[Family, ...]:
    """The families that `topic.toml` names for a property, else those that its words select.

    Words within a longer entry of another family select nothing. Raises `Unusable` for an
    unknown family.
    """
    known = families()
    if "family" in refined:
        unknown = [family for family in refined["family"] if family not in known]
        if unknown:
            raise Unusable(
                f"{name}: no family {unknown[0]!r} of words; known are {', '.join(known)}"
            )
        return tuple(known[family] for family in refined["family"])
    found = {family.name: family.spans(words, type) for family in known.values()}
    spans = {span for some in found.values() for span in some}
    longest = {
        span for span in spans if not any(other != span and _holds(other, span) for other in spans)
    }
    return tuple(known[name] for name, some in found.items() if longest.intersection(some))


def _holds(other: tuple[int, int], span: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _family(name: str, table: Mapping[str, Any]) -> Family:
    return Family(
        name=name,
        names=_entries(table["names"]),
        whole=_entries(table.get("whole", ())),
        types=tuple(table.get("types", ())),
        kinds=table.get("kinds", {}),
        nouns=tuple(table.get("nouns", ())),
        verbs=tuple(table.get("verbs", ())),
        adjectives=tuple(table.get("adjectives", ())),
        counts=tuple(table.get("counts", ())),
        event=table.get("event", False),
    )


def _entries(entries: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(tuple(map(lemma, entry.split())) for entry in entries))
