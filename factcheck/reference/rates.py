"""Exchange rates for sums of money: the facts of `units_per_usd`, each with its currency as unit.

The subject of a rate is a currency as it is called ("Swedish krona") or its code ("SEK").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from weakref import WeakKeyDictionary

from factcheck.records import Fact
from factcheck.reference.cells import read_cell
from factcheck.reference.deriving.making import unit_of
from factcheck.reference.tables import FactTable

RATE = "units_per_usd"
#: rates of a currency in a year, made once for each table
_made: WeakKeyDictionary[FactTable, dict[tuple[str, int], list[Fact]]] = WeakKeyDictionary()


def rates_for(facts: Sequence[Fact], now: date, table: FactTable) -> list[Fact]:
    """The rates of the years of sums of money, those of their own currencies first.

    The years of a sum are those of its validity, of its becoming known, and this year if it is
    near; news converts at the rate of its day.
    """
    sums = [fact for fact in facts if fact.reading and fact.reading.kind == "amount"]
    if not sums:
        return []
    days = [d for f in sums for d in (f.valid.first, f.valid.last, f.known_from) if d]
    years = {day.year for day in days}
    if not days or any(abs(now.year - year) <= 1 for year in years):
        years.add(now.year)
    units = {unit_of(fact) for fact in sums}
    own: list[Fact] = []
    others: list[Fact] = []
    for currency in table.subjects_of(RATE):
        into = own if _code(currency) in units else others
        for year in sorted(years, reverse=True):
            into += [rate for rate in _of_year(currency, year, table) if _begins(rate) <= now]
    return [*own, *others]


def _of_year(currency: str, year: int, table: FactTable) -> list[Fact]:
    """The rates of a year, with their currency; the facts come oldest first."""
    made = _made.setdefault(table, {})
    if (currency, year) not in made:
        rates = table.facts(currency, RATE)
        low = bisect_left(rates, date(year, 1, 1), key=_begins)
        high = bisect_left(rates, date(year + 1, 1, 1), key=_begins)
        made[currency, year] = [
            rate if rate.unit else replace(rate, unit=_code(currency)) for rate in rates[low:high]
        ]
    return made[currency, year]


@lru_cache(maxsize=256)
def _code(currency: str) -> str | None:
    """The ISO 4217 code of a currency by its name, as our value reader knows it."""
    reading = read_cell(f"1 {currency}", None)
    return reading.unit if reading else None


def _begins(fact: Fact) -> date:
    return fact.valid.first or fact.known_from or date.min
