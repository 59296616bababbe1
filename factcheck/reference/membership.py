"""What the facts say of when a member of a series was signed, begins and ends.

The names of the properties tell which is which: any with "signed" is a signing, "first" with
"year" the first year covered, "expired" an end. Steps on the way (initialled, approved,
planned, a protocol) are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.measures.periods import Period
from factcheck.records import Fact
from factcheck.reference.reading_days import event_period, first_day, last_day
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known

_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)\b")
#: steps on the way to one, or of something that belongs to it
_ON_THE_WAY = frozenset(
    ["planned", "expected", "provisional", "initialled", "approval", "consent", "approved",
     "protocol", "amendment", "application", "applied", "announced", "promulgated", "proposed",
     "term", "target", "talks", "rounds", "goal"]
)  # fmt: skip
#: in order: the first that fits names the part
_PARTS = (
    ("signed", frozenset({"signed", "signing", "signature", "enacted", "adopted"})),
    ("concluded", frozenset({"concluded", "agreed", "reached", "conclusion"})),
    ("ended", frozenset({"expired", "expires", "expiry", "ended", "end", "terminated",
                         "extended", "dissolved", "closed", "left", "abolished"})),
    ("began", frozenset({"accession", "joined", "held", "start", "founded", "founding",
                         "established", "opened", "began", "begin", "launched"})),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """The dates of one subject, as facts known on the day of asking; the verified ones first."""

    name: str
    signed: tuple[Fact, ...] = ()
    concluded: tuple[Fact, ...] = ()
    began: tuple[Fact, ...] = ()
    in_force: tuple[Fact, ...] = ()
    first_year: tuple[Fact, ...] = ()
    last_year: tuple[Fact, ...] = ()
    ended: tuple[Fact, ...] = ()

    def started(self) -> Fact | None:
        """The fact by which it counts as a member: its signing, else its beginning; a verified
        one if there is any."""
        groups = (self.signed, self.began, self.in_force, self.first_year)
        every = [fact for group in groups for fact in group]
        verified = [fact for fact in every if fact.confidence != "unverified"]
        return next(iter(verified or every), None)

    def announced(self) -> Fact | None:
        """The earliest fact by which it was agreed, signed or begun."""
        every = [f for f in (*self.concluded, *self.signed, *self.began) if first_day(f)]
        verified = [fact for fact in every if fact.confidence != "unverified"]
        days = [(first_day(fact) or date.max, fact.id, fact) for fact in verified or every]
        return min(days)[2] if days else None

    def covered(self) -> tuple[Period, tuple[Fact, ...]] | None:
        """The years that it covers, else the time that it is in force, and the facts that say so.

        An open end is `None`.
        """
        begin = next(iter((*self.first_year, *self.in_force, *self.began, *self.signed)), None)
        end = next(iter((*self.ended, *self.last_year)), None)
        if begin is None:
            return None
        first, last = first_day(begin), last_day(end) if end else None
        if first is None or (last is not None and last < first):
            return None
        return Period(first, last), (begin, end) if end else (begin,)

    @property
    def has_life(self) -> bool:
        """Whether it is agreed, begins and ends, as agreements and laws do."""
        return bool(self.signed or self.concluded or self.in_force or self.first_year)

    def legal(self) -> Period | None:
        """From the first day in force or covered to the end."""
        covered = self.covered()
        if covered is None:
            return None
        days = [day for fact in self.in_force if (day := first_day(fact))]
        return Period(min([covered[0].first or date.min, *days]), covered[0].last)


def member(name: str, table: FactTable, on: date | None) -> Member | None:
    """The dates of `name` as known on a day; `None` where nothing was known of it at all."""
    found: dict[str, list[Fact]] = {}
    for property in sorted(table.properties_of(name)):
        part = part_of_life(property)
        for fact in known(table.facts(name, property), on) if part else ():
            if part and event_period(fact):
                found.setdefault(part, []).append(fact)
    if not found and not known(table.facts(name), on):
        return None
    parts = {part: tuple(sorted(group, key=_verified_first)) for part, group in found.items()}
    return Member(name, **parts)


def covered(table: FactTable, name: str) -> Period | None:
    """The years that a member of a series covers, both ends known; `None` for anything else."""
    entity = table.entity(name)
    in_series = entity is not None and any(table.members(series) for series in entity.part_of)
    one = member(name, table, None) if in_series else None
    found = one.covered() if one and one.first_year else None
    return found[0] if found and found[0].last else None


def members(series: str, table: FactTable, on: date | None) -> list[Member]:
    """The members of a series that were known on a day, in the order in which they began."""
    found = [member(entity.name, table, on) for entity in table.members(series)]
    return sorted((one for one in found if one), key=_start)


@lru_cache(maxsize=1024)
def part_of_life(property: str) -> str | None:
    """Which part of a member's life a property dates: "signed", "last_year" …"""
    words = property.lower().split("_")
    if _ON_THE_WAY.intersection(words):
        return None
    if "year" in words and "first" in words:
        return "first_year"
    if "year" in words and "last" in words:
        return "last_year"
    if "force" in words or "effect" in words or "effective" in words:
        return "in_force"
    return next((part for part, names in _PARTS if names.intersection(words)), None)


def _verified_first(fact: Fact) -> tuple[bool, bool]:
    return (fact.confidence == "unverified", fact.rank != "preferred")


def _start(one: Member) -> tuple[date, str]:
    fact = one.started() or one.announced()
    return ((first_day(fact) if fact else None) or date.max, one.name)


def days_of(facts: Sequence[Fact]) -> list[Period]:
    """The days that date facts name."""
    return [period for fact in facts if (period := event_period(fact))]


def number_of(name: str, table: FactTable, on: date | None) -> Decimal | None:
    """The place in the series: by a fact of type ordinal, else by the name ("12th …")."""
    for fact in known(table.facts(name), on):
        is_ordinal = fact.unit == "ordinal" or fact.property == "ordinal"
        if is_ordinal and fact.reading and isinstance(fact.reading.value, Decimal):
            return fact.reading.value
    found = _NUMBER.match(name)
    return Decimal(found[1]) if found else None
