"""More fillings for sentence patterns: troops, shares of GDP, accessions, terms of office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from pattern_facts import PRESIDENTS, SAID_IN, Row, facts, terms_of, when


def _counts() -> Iterator[tuple[str, str, int]]:
    for r in facts("us-forces-abroad"):
        country = r["subject"].removeprefix("US forces in ")
        is_count = r["property"] == "active_duty_personnel" and r["valid_from"].endswith("-09-30")
        is_count = is_count and not r["qualifier"].startswith("other report")
        if is_count and country != "Europe" and r["value"].isdigit() and r["valid_from"] > "1988":
            yield country, r["valid_from"][:4], int(r["value"])


def _troops() -> Iterator[Row]:
    for country, year, count in _counts():
        spelled = (f"{count:,}", str(count), f"{round(count, -2):,}")
        fill = {"country": (country,), "lower": (country.lower(),), "year": (year,)}
        yield Row(fill | {"count": spelled})


def _troop_pairs() -> Iterator[Row]:
    by_year: dict[str, list[tuple[str, int]]] = {}
    for country, year, count in _counts():
        by_year.setdefault(year, []).append((country, count))
    for year, found in by_year.items():
        for (a, one), (b, other) in pairwise(found):
            fill = {"year": (year,), "a": (a,), "b": (b,)}
            yield Row(fill | {"count_a": (f"{one:,}",), "count_b": (f"{other:,}",)})


def _shares_of() -> dict[tuple[str, str], str]:
    return {
        (r["subject"], r["valid_from"]): r["value"]
        for r in facts("nato-burden-sharing")
        if r["property"] == "defence_expenditure_share_of_gdp" and "July 2026" in r["qualifier"]
    }


def _spelled(country: str) -> str:
    articles = ("United States", "United Kingdom", "Netherlands")
    return f"the {country}" if country in articles else country


def _shares() -> Iterator[Row]:
    for (country, year), value in _shares_of().items():
        if country != "NATO" and year < SAID_IN and _spelled(country) == country:
            share = (f"{value} percent", f"{value}%", f"{value} per cent")
            yield Row({"country": (country,), "year": (year,), "share": share})


def _share_pairs() -> Iterator[Row]:
    shares = [(c, y, v) for (c, y), v in _shares_of().items() if _spelled(c) == c and y < SAID_IN]
    ordered = pairwise(sorted(shares, key=lambda s: (s[1], s[2][-1])))
    for (a, year, one), (b, same, other) in ordered:
        if year == same and abs(Decimal(one) - Decimal(other)) > Decimal("0.3"):
            fill = {"a": (a,), "b": (b,), "year": (year,)}
            yield Row(fill | {"share_a": (f"{one} percent",), "share_b": (f"{other} percent",)})


def _accession_days() -> dict[str, date]:
    rows = [r for r in facts("nato-burden-sharing") if r["property"] == "nato_accession_date"]
    plain = [r for r in rows if not r["qualifier"].startswith("other") and "United" not in r["id"]]
    return {r["subject"]: date.fromisoformat(r["value"]) for r in plain}


def _accessions() -> Iterator[Row]:
    for country, day in _accession_days().items():
        if _spelled(country) == country:
            spelled = when(day)
            opening = tuple(s[0].upper() + s[1:] for s in spelled)
            fill = {"country": (country,), "when": spelled, "When": opening}
            yield Row(fill | {"year": (str(day.year),)})


def _accession_pairs() -> Iterator[Row]:
    days = [(c, d.year) for c, d in _accession_days().items() if _spelled(c) == c]
    for step in (5, 9, 11):
        for (a, one), (b, other) in zip(days, days[step:], strict=False):
            if one != other:
                fill = {"a": (a,), "b": (b,), "year_a": (str(one),), "year_b": (str(other),)}
                yield Row(fill)


def _terms() -> Iterator[Row]:
    for person, _, first, last in terms_of(PRESIDENTS):
        if last.year < int(SAID_IN) and person != "Donald Trump":
            began, ended = when(first), when(last)
            opening = tuple(s[0].upper() + s[1:] for s in began)
            fill = {"person": (person,), "began": began, "Began": opening, "ended": ended}
            yield Row(fill)


ROWS: dict[str, Callable[[], Iterator[Row]]] = {
    "troops": _troops,
    "troop pairs": _troop_pairs,
    "shares": _shares,
    "share pairs": _share_pairs,
    "accessions": _accessions,
    "accession pairs": _accession_pairs,
    "terms": _terms,
}
