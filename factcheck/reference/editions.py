"""Editions: a figure of a newer edition takes the place of that of an older one.

A series that comes in dated editions names them in the qualifier ("NATO definition, edition of
June 2024, estimate"). Among facts of one subject, property, unit and validity whose qualifiers
differ in that alone, the one known last answers. What is left of the qualifier is the basis;
figures of different bases are never set against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from factcheck.measures.periods import Period
from factcheck.records import Fact

_EDITION = re.compile(r"\b(?:edition|annual report)\b", re.IGNORECASE)
#: parts of a qualifier that do not change what is measured
_PASSING = re.compile(
    r"(?:first |second |early |later )?estimate|provisional|rounded.*|about|nearly|up to|"
    r"other report|(?:first |final )?(?:annual |monthly )?release|(?:\d{1,2} )?[A-Z][a-z]+ \d{4}",
)
_Key = tuple[str, str, str | None, Period, frozenset[str]]


@lru_cache(maxsize=4096)
def basis(qualifier: str | None) -> frozenset[str]:
    """The parts of a qualifier that say what is measured, without edition and estimate."""
    parts = (part.strip() for part in re.split(r"[,;]", qualifier or ""))
    return frozenset(
        part
        for part in parts
        if part and not _EDITION.search(part) and not _PASSING.fullmatch(part)
    )


def has_edition(fact: Fact) -> bool:
    """Whether a fact's qualifier names the edition that it stands in."""
    return fact.qualifier is not None and _names_edition(fact.qualifier)


@lru_cache(maxsize=4096)
def _names_edition(qualifier: str) -> bool:
    return _EDITION.search(qualifier) is not None


def edition_of(fact: Fact) -> str | None:
    """The part of a fact's qualifier that names its edition ("edition of June 2024")."""
    if not has_edition(fact):
        return None
    parts = (part.strip() for part in re.split(r"[,;]", fact.qualifier or ""))
    return next(part for part in parts if _EDITION.search(part))


def same_basis(one: Fact, other: Fact) -> bool:
    """Whether two figures may be set against each other: neither's basis excludes the other's.

    The year of its own that a figure's basis names ("2012 Larkham Games") tells none apart.
    """
    first, second = _yearless(one), _yearless(other)
    return first <= second or second <= first


def _yearless(fact: Fact) -> frozenset[str]:
    years = {str(day.year) for day in (fact.valid.first, fact.valid.last) if day}
    parts = (part.split() for part in basis(fact.qualifier))
    return frozenset(" ".join(w for w in part if w not in years) for part in parts)


def newest_editions(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those that a newer edition supersedes."""
    keys = [_key(fact) if has_edition(fact) else None for fact in facts]
    newest: dict[_Key, date] = {}
    for key, fact in zip(keys, facts, strict=True):
        if key is not None:
            newest[key] = max(newest.get(key, date.min), fact.known_from or date.min)
    return [
        fact
        for key, fact in zip(keys, facts, strict=True)
        if key is None or (fact.known_from or date.min) == newest[key]
    ]


def _key(fact: Fact) -> _Key:
    return (fact.subject, fact.property, fact.unit, fact.valid, basis(fact.qualifier))
