"""Facts by what they say: which ones give just this figure, or just this day."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.measures.values import Value
from factcheck.records import Fact
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store

#: more facts than these say nothing certain
_MOST = 40
_DAY = len("2024-10-04")
_WHERE = """
SELECT DISTINCT subject, property FROM facts
WHERE superseded IS NULL AND confidence <> 'unverified' AND read_kind = ? AND {what}
ORDER BY subject, property LIMIT ?"""
_FIGURE = (
    "read_unit IS ? AND coalesce(read_hedge, '') = '' AND CAST(read_value AS REAL) BETWEEN ? AND ?"
)


def facts_with(store: Store, stored: StoredFacts, value: Value) -> Sequence[Fact]:
    """The facts that say `value` to the last digit that it gives ("1.04 trillion won" of
    1.0389 trillion), or that very day; none where too many do. Unverified ones are left out."""
    if isinstance(value.value, Decimal):
        low, high = _said(value.value)
        rows = store.rows(
            _WHERE.format(what=_FIGURE), (value.kind, value.unit, float(low), float(high), _MOST)
        )
        kept = [f for s, p in rows for f in stored.facts(s, p) if _gives(f, low, high)]
    elif value.kind == "date" and len(str(value.value)) == _DAY:
        day = str(value.value)
        rows = store.rows(_WHERE.format(what="read_value = ?"), ("date", day, _MOST))
        kept = [f for s, p in rows for f in stored.facts(s, p) if f.value == day]
    else:
        return ()
    return tuple(kept) if len(rows) < _MOST else ()


def _said(number: Decimal) -> tuple[Decimal, Decimal]:
    """What rounds to a number as it was given: 28,500 is from 28,450 to 28,550."""
    half = Decimal((0, (5,), int(number.normalize().as_tuple().exponent) - 1))
    return number - half, number + half


def _gives(fact: Fact, low: Decimal, high: Decimal) -> bool:
    said = fact.reading.value if fact.reading else None
    return isinstance(said, Decimal) and low <= said <= high
