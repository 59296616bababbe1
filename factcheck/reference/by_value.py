"""Facts by what they say: which ones give just this figure, or just this day; whether any does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.measures.values import Value
from factcheck.records import Fact
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store
from factcheck.reference.tables import FactTable

#: more facts than these say nothing certain
_MOST = 40
_DAY = len("2024-10-04")
_PAIRS = """
SELECT DISTINCT subject, property FROM facts
WHERE superseded IS NULL AND confidence <> 'unverified' AND read_kind = ? AND {what}
ORDER BY subject, property LIMIT ?"""
_DAYS = _PAIRS.format(what="read_value = ?")
_FIGURES = _PAIRS.format(
    what="read_unit IS ? AND coalesce(read_hedge, '') = '' "
    "AND CAST(read_value AS REAL) BETWEEN ? AND ?"
)


def facts_with(
    store: Store,
    stored: StoredFacts,
    kind: str,
    said: Decimal | str | None,
    unit: str | None = None,
) -> Sequence[Fact]:
    """The facts that say a figure to the last digit that it gives ("1.04 trillion won" of
    1.0389 trillion), or that very day; none where too many do. Unverified ones are left out."""
    if isinstance(said, Decimal):
        from factcheck.measures.numerals import last_digit  # it knows number words, so not to open

        half = last_digit(said) / 2
        unit = "USD" if unit == "$" else unit
        low, high = said - half, said + half
        rows = store.rows(_FIGURES, (kind, unit, float(low), float(high), _MOST))
        kept = [f for s, p in rows for f in stored.facts(s, p) if _gives(f, low, high)]
    elif kind == "date" and said and len(said) == _DAY:
        rows = store.rows(_DAYS, (kind, said, _MOST))
        kept = [f for s, p in rows for f in stored.facts(s, p) if f.value == said]
    else:
        return ()
    return tuple(kept) if len(rows) < _MOST else ()


def _gives(fact: Fact, low: Decimal, high: Decimal) -> bool:
    said = fact.reading.value if fact.reading else None
    return isinstance(said, Decimal) and low <= said <= high


def says(reference: FactTable, property: str, value: Value) -> bool:
    """Whether any fact of a property, of whatever subject and time, says a value."""
    from factcheck.reference.repeating import may_be_said

    return any(
        fact.reading is not None and may_be_said(value, fact.reading)
        for subject in reference.subjects_of(property)
        for fact in reference.facts(subject, property)
    )


def known_range(reference: FactTable, property: str) -> tuple[Decimal, Decimal] | None:
    """The smallest and the largest figure above zero that facts of a property give, of whatever
    subject and time; `None` where they give none."""
    sizes = [
        abs(fact.reading.value)
        for subject in reference.subjects_of(property)
        for fact in reference.facts(subject, property)
        if fact.reading is not None and isinstance(fact.reading.value, Decimal)
    ]
    sizes = [size for size in sizes if size]
    return (min(sizes), max(sizes)) if sizes else None
