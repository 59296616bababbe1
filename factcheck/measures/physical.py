"""Physical units: "kg", "square metres", "km/h". A value's reader takes them for what is counted;
here they are told from it, and brought to one another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.measures.lexicon import load

#: words of the longest name of a unit
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class PhysicalUnit:
    """A unit, what it measures ("length"), and how many basic units of that it is."""

    name: str
    dimension: str
    factor: Decimal
    #: whether it may mean something a little larger or smaller ("tons")
    loose: bool = False


def physical_unit(text: str | None) -> tuple[PhysicalUnit, str] | None:
    """The unit that `text` begins with, and what is left of it: "cm wide" is cm, "wide"."""
    words = (text or "").split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        said = " ".join(words[:count])
        unit = _units().get(said) or _units().get(said.lower())
        if unit is not None:
            return unit, " ".join(words[count:])
    first, dash, rest = (text or "").partition("-")
    unit = _units().get(first.lower()) if dash else None
    return (unit, rest.replace("-", " ")) if unit else None


def unit_of_name(name: str) -> tuple[str, PhysicalUnit] | None:
    """The unit on which the name of a property ends, and the name without: "height_m" is
    "height" in metres."""
    found = re.fullmatch(r"(.+?)_(?:in_)?([a-z]+[0-9]?|[a-z]+_[a-z]+)", name)
    while found:
        unit = _units().get(found[2].replace("_", " "))
        if unit is not None:
            return found[1], unit
        found = re.fullmatch(r"(.+)_(?:in_)?([a-z]+[0-9]?)", name) if "_" in found[2] else None
    return None


def said_of(rest: str) -> tuple[str, ...]:
    """The nouns of the properties that a word after a length means: "high" of a height."""
    first = rest.split()[0].lower() if rest.split() else ""
    return tuple(_load()[1].get(first, ()))


def said_words() -> frozenset[str]:
    """The words that may follow a length: "high", "across"."""
    return frozenset(_load()[1])


def _units() -> dict[str, PhysicalUnit]:
    return _load()[0]


@cache
def _load() -> tuple[dict[str, PhysicalUnit], dict[str, list[str]]]:
    content = load("physical")
    units = {}
    for row in content["unit"]:
        loose = row.get("loose", False)
        unit = PhysicalUnit(row["name"], row["dimension"], Decimal(row["factor"]), loose)
        units.update(dict.fromkeys(row["names"], unit))
    return units, content["said"]
