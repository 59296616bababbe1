"""A statement that says two things: "A is the largest by area but has the lowest density".

Each clause is the whole text with all else blank, so that offsets stay what they are. A clause
without a name keeps that of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.sheets.statement import Statement

_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:but|and|while|whereas|although|though|even though)?|;"
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
        if not any(part.kind == "cell" for part in right.parts):
            named = next((part for part in left.parts if part.kind == "cell"), None)
            if named is None:
                continue
            start, end = left.tokens[named.start].start, left.tokens[named.end - 1].end
            second = " " * start + text[start:end] + second[end:]
            right = Statement(second, index)
        yield left, right
