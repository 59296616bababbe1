"""The occasions that the reference knows: members of a series that have a place and days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.language.memory import Context
from factcheck.language.placed import LYING
from factcheck.language.words import word_set, words
from factcheck.measures.periods import Period

#: who meets where nothing else tells what it is
WHO = frozenset(("leaders", "heads", "presidents", "premiers"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """One member of a series: its name, its place, its first day, all its days."""

    member: str
    place: str
    first: date
    days: Period
    place_property: str
    date_property: str


@cache
def telling() -> frozenset[str]:
    """The words without one of which no occasion is spoken of."""
    nouns = word_set("sorts", "occasion")
    also = {word for noun in nouns for word in words("sorts").get(noun, ())}
    return nouns | also | {f"{noun}s" for noun in nouns | also} | WHO


def series_of(owner: str, context: Context) -> tuple[str, ...]:
    """The series of occasions by whose name somebody or a place is known: "NATO summit",
    "Larkham summit"; or of which a name itself is a member."""
    cached = context.scopes.setdefault("occasions of", {})
    if owner not in cached:
        said = (f"{owner} {noun}" for noun in sorted(word_set("sorts", "occasion")))
        found = [name for text in said for m in context.names.mentions(text) for name in m.entities]
        known = [context.names.entity(name) for name in (owner, *found)]
        names = [name for entity in known if entity for name in (entity.name, *entity.part_of)]
        cached[owner] = tuple(n for n in dict.fromkeys(names) if known_occasions(n, context))
    return tuple(cached[owner])


def known_occasions(series: str, context: Context) -> tuple[Occasion, ...]:
    """Those of a series, in order; none where it has but a few of which both are known."""
    cached = context.scopes.setdefault("occasions", {})
    if series not in cached:
        members = context.names.members(series)
        found = [o for member in members for o in _occasion(member.name, context)]
        cached[series] = tuple(found) if len(found) > 2 else ()
    return tuple(cached[series])


def _occasion(member: str, context: Context) -> Iterator[Occasion]:
    facts = context.names.facts(member)
    kinds = {p.name: p.kind for p in context.names.properties() if p.type == "date"}
    places = [f for f in facts if LYING.intersection(f.property.split("_"))]
    began = [f for f in facts if kinds.get(f.property) == "start_date" and len(f.value) == 10]
    ended = [f for f in facts if kinds.get(f.property) == "end_date" and len(f.value) == 10]
    if len(places) != 1 or not began:
        return
    last = ended[0].value if ended else began[0].value
    first = date.fromisoformat(began[0].value)
    days = Period(first, date.fromisoformat(last))
    yield Occasion(member, places[0].value, first, days, places[0].property, began[0].property)
