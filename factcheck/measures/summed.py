"""Figures told in two scales, as Korean papers do: "1 trillion 183.3 billion won"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.measures.lexicon import MAGNITUDES, any_of
from factcheck.measures.numerals import Numeral, last_digit

_REST = re.compile(
    rf"[ -]([0-9]{{1,3}}(?:,[0-9]{{3}})*(?:\.[0-9]{{1,12}})?)[ -]({any_of(MAGNITUDES)})(?![a-z])"
)


def with_rest(t: str, numeral: Numeral) -> Numeral:
    """The numeral with what stands behind it in a smaller scale, if anything does."""
    found = _REST.match(t, numeral.end) if numeral.magnitude > 1 else None
    if found is None:
        return numeral
    part, scale = Decimal(found[1].replace(",", "")), MAGNITUDES[found[2]]
    if part * scale >= numeral.magnitude or numeral.step < numeral.magnitude:
        return numeral
    value = numeral.value + part * scale
    bare, step = value / numeral.magnitude, last_digit(part) * scale
    return replace(numeral, end=found.end(), value=value, step=step, bare=bare, grouped=True)
