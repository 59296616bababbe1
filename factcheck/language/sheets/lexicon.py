"""The word lists of `words/sheets.toml` as stems, made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.language.sheets.tokens import stem
from factcheck.language.words import words


@dataclass(frozen=True, slots=True)
class Degree:
    """What a superlative or comparative means: "oldest" is the largest age, or the smallest
    year. Each pair: "max" or "min", and the stems of the columns that it speaks of by itself
    (none: any)."""

    ways: tuple[tuple[str, frozenset[str]], ...]

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing of the column: "most"."""
        return not any(heads for _, heads in self.ways)

    @property
    def way(self) -> str:
        """The first direction."""
        return self.ways[0][0]

    @property
    def otherwise(self) -> str:
        """The direction in columns of which it does not speak by itself."""
        return next((way for way, heads in self.ways if not heads), self.way)


@cache
def plain() -> frozenset[str]:
    """Stems that carry nothing of their own."""
    return frozenset(stem(word) for word in words("sheets")["plain"].split())


@cache
def rows() -> frozenset[str]:
    """Stems of what rows are called."""
    return frozenset(stem(word) for word in words("sheets")["rows"].split())


@cache
def akin() -> Mapping[str, frozenset[str]]:
    """For each stem the stems that may stand for it between statement and head."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in words("sheets")["groups"]:
        stems = {stem(word) for word in group}
        for one in stems:
            found[one] |= stems
    return {one: frozenset(stems) for one, stems in found.items()}


@cache
def degrees(heading: str) -> Mapping[str, Degree]:
    """The words (as written) of `superlatives` or `comparatives`."""
    return {word: _degree(said) for word, said in words("sheets")[heading].items()}


@cache
def degree_forms() -> Mapping[str, tuple[str, str]]:
    """For each plain word of degree its comparative and its superlative: "high"."""
    listed = words("sheets")["forms"]
    return {word: (said.split()[0], said.split()[1]) for word, said in listed.items()}


@cache
def outcomes() -> Mapping[str, str]:
    """For each stem of winning and losing: win, loss or draw."""
    listed = words("sheets")["outcomes"]
    return {stem(word): outcome for outcome, said in listed.items() for word in said.split()}


@cache
def cell_outcomes() -> tuple[tuple[tuple[str, ...], str], ...]:
    """How cells of results begin, as stems, longest first."""
    listed = words("sheets")["cell_outcomes"]
    found = [
        (tuple(map(stem, said.split())), outcome)
        for outcome, all_said in listed.items()
        for said in all_said
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _degree(said: str) -> Degree:
    ways = []
    for part in said.split("|"):
        way, _, heads = part.partition(":")
        ways.append((way, frozenset(map(stem, heads.split()))))
    return Degree(tuple(ways))
