"""Figures right behind a name, where the noun is not said again: "Spain has 15 courts, Italy 29".

The reader of values takes a bare number behind a capital for a part of the name ("Apollo 11"). It
is a figure where a comma or "and" stands before the name, and a figure before that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.measures.reading import read_values
from factcheck.measures.values import Value
from factcheck.records import Mention

_BEFORE = re.compile(r"(?:[,;]|\b(?:and|while|but))\s+(?:and\s+|while\s+|but\s+)?(?:the\s+)?$")
_FIGURE = re.compile(r"\s+(\d[\d,]*(?:\.\d+)?)(?=[.,;!]?(?:\s|$))")


def with_brief(
    raw: str, offset: int, values: Sequence[Value], mentions: Sequence[Mention]
) -> list[Value]:
    """The values and the bare figures behind names; offsets count from the document's start."""
    numbers = [v for v in values if v.kind in ("number", "amount", "percentage")]
    found = list(values)
    for mention in mentions:
        before = raw[: mention.start - offset]
        figure = _FIGURE.match(raw, mention.end - offset)
        if figure is None or not _BEFORE.search(before):
            continue
        start = offset + figure.start(1)
        if any(v.start <= start < v.end for v in values) or not any(
            v.end <= mention.start for v in numbers
        ):
            continue
        read = read_values(figure.group(1))
        found += [
            replace(v, start=start, end=start + len(v.text)) for v in read if v.kind == "number"
        ]
    return sorted(found, key=lambda value: value.start)
