"""A statement that says two things: "A is the largest by area but has the lowest density".

Each clause is the whole text with all else blank, so that offsets stay what they are. A clause
without a name keeps that of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.sheets.counts import is_of_them
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import Statement

_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:but|and|while|whereas|although|though|even though|with)?|;"
    r"|\b(?:but|while|whereas|although|even though|though|and)\b)\s+"
)
#: places that are tried
_TRIED = 4


def clauses(statement: Statement) -> Iterator[tuple[Statement, Statement]]:
    """The ways to part a statement in two."""
    text, index = statement.text, statement.index
    over = [
        (statement.tokens[p.start].start, statement.tokens[p.end - 1].end)
        for p in statement.parts
        if p.kind in ("cell", "day")
    ]
    places = [
        m
        for m in _BETWEEN.finditer(text)
        if not any(a < m.end() and m.start() < b for a, b in over)
    ]
    for match in places[:_TRIED]:
        first = text[: match.start()] + " " * (len(text) - match.start())
        second = " " * match.end() + text[match.end() :]
        left, right = Statement(first, index), Statement(second, index)
        kept = _kept(left, right)
        for part in kept:
            start, end = left.tokens[part.start].start, left.tokens[part.end - 1].end
            second = second[:start] + text[start:end] + second[end:]
        if any(part.kind == "cell" for part in right.parts) or kept:
            yield left, Statement(second, index) if kept else right


def _kept(left: Statement, right: Statement) -> list[Part]:
    """The names of the first clause that the second one is about, too: its subject where that one
    has none, all of them for "two of which"."""
    said = [part for part in left.parts if part.kind in ("cell", "day")]
    words = right.words
    if any(is_of_them(at, words) for at in range(len(words))):
        return said
    first = next((part for part in right.parts if part.kind == "cell"), None)
    return said[:1] if first is None or first.start > 1 else []
