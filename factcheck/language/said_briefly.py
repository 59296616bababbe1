"""Figures right behind a name, where the noun is not said again: "Spain has 15 courts, Italy 29".

The reader of values takes a bare number behind a capital for a part of the name ("Apollo 11"). It
is a figure where a comma or "and" stands before the name, and a figure before that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.measures.bounds import with_bounds
from factcheck.measures.reading import read_values
from factcheck.measures.values import Value
from factcheck.records import Mention

_BEFORE = re.compile(r"(?:[,;]|\b(?:and|while|but))\s+(?:and\s+|while\s+|but\s+)?(?:the\s+)?$")
#: what stands between two figures of one unit
_JOINT = re.compile(r",? (?:and|or) |, ")
_LEADING = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDITION = re.compile(
    r" \d{1,2}(?=,? (?:which|that|was|is|were|are|had|has|have|will|would|can|could|came|went)\b)"
)
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


def is_of_another_edition(mention: Mention, raw: str, offset: int) -> bool:
    """ "Gardasil 9 was licensed": the number right behind a name makes it another thing; not in a
    list of figures ("Germany 59, Denmark 44")."""
    if _BEFORE.search(raw[: mention.start - offset]):
        return False
    return _EDITION.match(raw, mention.end - offset) is not None


def with_shared_units(raw: str, offset: int, values: Sequence[Value]) -> list[Value]:
    """The values; a bare figure before one with a unit has it too: "24 and 25 percent", "1.04 and
    1.18 trillion won"."""
    found = list(values)
    for n in reversed(range(len(found) - 1)):
        bare, told = found[n], found[n + 1]
        own = _LEADING.match(told.text)
        if not (own and _is_bare(bare) and told.kind in ("percentage", "amount")):
            continue
        if not _JOINT.fullmatch(raw[bare.end - offset : told.start - offset]):
            continue
        if isinstance(bare.value, Decimal) and isinstance(told.value, Decimal):
            scale = told.value / Decimal(own.group().replace(",", ""))
            sized = replace(bare, kind=told.kind, unit=told.unit, value=bare.value * scale)
            found[n] = with_bounds(sized)
    return found


def _is_bare(value: Value) -> bool:
    is_plain = bool(_LEADING.fullmatch(value.text)) and not _YEAR.fullmatch(value.text)
    return value.is_bare and is_plain
