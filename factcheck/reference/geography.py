"""Cities and countries by name, so that a place that no topic knows can be told from one it does.

An extract of GeoNames (`gazetteer/`). A place that is not in it is no place here: in doubt
nothing is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.reference.keys import key

#: towns as near as this (in km) may be meant by each other's name
_NEAR = 50.0
_DEGREE = 111.2
_POSITION = ("latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a state or an island of one (without a position), or a city."""

    country: str
    state: str = ""
    latitude: float | None = None
    longitude: float | None = None
    island: str = ""

    @property
    def is_city(self) -> bool:
        """Whether it lies at one point."""
        return self.latitude is not None


def is_place(name: str) -> bool:
    """Whether a name is that of a country, a larger city or island."""
    return bool(_places().get(key(name)))


def homeland(word: str) -> str | None:
    """The country that a word names, or whose people it does ("Norway", "Norwegian")."""
    return _homelands().get(key(word))


def are_apart(one: str, other: str) -> bool:
    """Whether two names surely mean two places, neither of which lies in or near the other."""
    mine, theirs = _places().get(key(one)), _places().get(key(other.split(",")[0]))
    if not mine or not theirs:
        return False
    return all(_apart(a, b) for a in mine for b in theirs)


def _apart(one: Place, other: Place) -> bool:
    if one.is_city and other.is_city:
        return _distance(one, other) > _NEAR
    if one.island and other.island:
        return one.island != other.island
    if one.state and other.state:
        return one.state != other.state
    return one.country != other.country


def _distance(one: Place, other: Place) -> float:
    """Kilometres, on a plane: near enough for what is near."""
    assert one.latitude is not None and other.latitude is not None
    assert one.longitude is not None and other.longitude is not None
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return _DEGREE * math.hypot(north, east)


@cache
def _homelands() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _rows("peoples.csv"):
        for word in (row["country"], *row["people"].split(";")):
            found[key(word)] = row["country"]
    return found


@cache
def _places() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for row in _rows("places.csv"):
        north, east = (float(row[each]) if row[each] else None for each in _POSITION)
        place = Place(row["country"], row["state"], north, east)
        found.setdefault(key(row["name"]), []).append(place)
    for row in _rows("islands.csv"):
        found.setdefault(key(row["name"]), []).append(Place(row["country"], island=row["name"]))
    return {name: tuple(places) for name, places in found.items()}


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file of the gazetteer; what reads them is loaded with the first."""
    import csv
    from importlib.resources import files

    path = files("factcheck.reference") / "gazetteer" / name
    yield from csv.DictReader(path.read_text(encoding="utf-8").splitlines())
