"""The properties of a topic, from the rows of its facts: their types, units and wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.records import Property
from factcheck.reference.cells import cell_type, is_bare_year, type_of_unit
from factcheck.reference.implied import split_unit
from factcheck.reference.rows import Row
from factcheck.reference.wording import counts_things, is_event, make_property, noun_phrases

#: as many values of a property are looked at to tell its type
_ENOUGH = 2_000


@dataclass(frozen=True, slots=True)
class TopicProperty:
    """A property, and what only the reading of its rows needs."""

    record: Property
    #: whether a fact of it belongs to one moment
    is_event: bool
    #: whether its figures are exact, small ones never rounded in a text without a word for it
    is_exact: bool = False


@dataclass(slots=True)
class _Seen:
    """How often each type and unit stands in the rows of one property."""

    types: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    #: whether all values are four digits without a unit
    bare_years: bool = True


def find_properties(
    topic: str, refined: Mapping[str, Mapping[str, Any]], rows: Iterable[Row]
) -> dict[str, TopicProperty]:
    """The properties that stand in `rows`, by name, refined by `topic.toml`."""
    seen: dict[str, _Seen] = {}
    for row in rows:
        one = seen.get(row.cells["property"])
        if one is None:
            one = seen.setdefault(row.cells["property"], _Seen())
        if one.types.total() < _ENOUGH:
            unit = row.get("unit") or split_unit(row.cells["property"])[1]
            one.types[cell_type(row.cells["value"], unit)] += 1
            one.units[unit or ""] += 1
            one.bare_years &= not unit and is_bare_year(row.cells["value"])
    shared = _shared_nouns(seen)
    return {
        name: _property(name, topic, one, refined.get(name, {}), shared)
        for name, one in seen.items()
    }


def _property(
    name: str, topic: str, seen: _Seen, refined: Mapping[str, Any], shared: set[str]
) -> TopicProperty:
    type = refined.get("type") or _commonest(seen.types)
    if type == "date" and seen.bare_years and "type" not in refined and not refined.get("unit"):
        type = "number" if counts_things(name) else type
    unit = _commonest(seen.units)
    if type_of_unit("1", unit) and not (unit.isupper() and len(unit) == 3):
        unit = ""  # "percent", "date": the type says it
    record = make_property(name, topic, type, unit or None, refined, shared)
    return TopicProperty(record, is_event(name, type, refined), refined.get("exact", False))


def _commonest(counts: Counter[str]) -> str:
    """The commonest; of two as common the first in the alphabet, so that order is no matter."""
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _shared_nouns(names: Iterable[str]) -> set[str]:
    """Single nouns on which the names of several properties end."""
    last = Counter(noun_phrases(name)[-1] for name in names if len(noun_phrases(name)) > 1)
    whole = {noun_phrases(name)[0] for name in names if noun_phrases(name)}
    return {noun for noun, count in last.items() if count > 1 and noun not in whole}
