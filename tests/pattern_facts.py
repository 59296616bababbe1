"""The shipped facts as fillings for sentence patterns, read from the sheets as they stand.

Each function gives rows: what stands for each {name}, in one or several spellings, and what
stands there in a wrong variant where that is more than a changed digit.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

REFERENCE = Path(__file__).parents[1] / "reference"
#: the year in which the patterns are said
SAID_IN = "2026"
_SERIES = "US-ROK Special Measures Agreement"
_NTH = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six")
_KOREA = ("South Korea", "Seoul")
PRESIDENTS = ("President of the United States", "President of the Republic of Korea")


@dataclass(frozen=True, slots=True)
class Row:
    """`fill`: spellings by name; `wrong`: other fillings that make the sentence false."""

    fill: dict[str, tuple[str, ...]]
    wrong: dict[str, str] = field(default_factory=dict)


@cache
def facts(topic: str) -> tuple[dict[str, str], ...]:
    with (REFERENCE / topic / "facts.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return tuple(r for r in rows if r["confidence"] != "unverified" and r["rank"] != "deprecated")


def _by_subject(topic: str, wanted: str) -> dict[str, str]:
    return {r["subject"]: r["value"] for r in facts(topic) if r["property"] == wanted}


def _names(ordinal: int) -> tuple[str, ...]:
    word, sign = _NTH[ordinal - 1], {1: "1st", 2: "2nd", 3: "3rd"}.get(ordinal, f"{ordinal}th")
    forms = ("{} Special Measures Agreement", "{} SMA")
    return tuple(form.format(nth) for nth in (word, sign) for form in forms)


def _agreements(wanted: str) -> Iterator[tuple[int, str]]:
    for subject, value in _by_subject("us-korea-sma", wanted).items():
        if subject.endswith(_SERIES) and subject[0].isdigit():
            yield int("".join(c for c in subject.split()[0] if c.isdigit())), value


def when(day: date) -> tuple[str, ...]:
    """A day as texts write it, at three precisions."""
    month = day.strftime("%B")
    return (
        f"in {day.year}",
        f"in {month} {day.year}",
        f"on {day.day} {month} {day.year}",
        f"on {month} {day.day}, {day.year}",
    )


def _signed() -> Iterator[Row]:
    both = ("South Korea and the United States", "Washington and Seoul", "The US and South Korea")
    for ordinal, value in _agreements("date_signed"):
        day = date.fromisoformat(value)
        fill = {"agreement": _names(ordinal), "both": both, "when": when(day)}
        yield Row(fill | {"year": (str(day.year),)})


def _ordinals() -> Iterator[Row]:
    for ordinal, value in _agreements("date_signed"):
        wrong = _NTH[ordinal % 12] if ordinal < 12 else "eleventh"
        yield Row({"year": (value[:4],), "nth": (_NTH[ordinal - 1],)}, {"nth": wrong})


def _covered() -> Iterator[Row]:
    last = dict(_agreements("last_year_covered"))
    for ordinal, first in _agreements("first_year_covered"):
        end = last[ordinal]
        if end == first:
            continue
        years = (f"from {first} to {end}", f"{first} through {end}", f"{first}-{end}")
        wrong = {"years": f"from {first} to {int(end) + 1}", "last": str(int(end) + 1)}
        yield Row({"agreement": _names(ordinal), "years": years, "last": (end,)}, wrong)


def _ended() -> Iterator[Row]:
    return (row for row in _covered() if row.fill["last"][0] < SAID_IN)


def _lasts() -> Iterator[Row]:
    for ordinal, value in _agreements("duration"):
        years = int(value)
        if years > 1:
            other = years - 1 if years > 2 else years + 1
            spelled = (_WORDS[years], str(years))
            yield Row({"agreement": _names(ordinal), "years": spelled}, {"years": _WORDS[other]})


def terms_of(offices: tuple[str, ...]) -> list[tuple[str, str, date, date]]:
    rows = [r for r in facts("offices") if r["property"] == "office_held"]
    return [
        (
            r["subject"],
            r["value"],
            date.fromisoformat(r["valid_from"]),
            date.fromisoformat(r["valid_to"] or "2027-01-01"),
        )
        for r in rows
        if r["value"] in offices
    ]


def _holders() -> Iterator[Row]:
    terms = terms_of(PRESIDENTS)
    for ordinal, value in _agreements("date_signed"):
        day = date.fromisoformat(value)
        for person, office, first, last in terms:
            if first < day < last:
                others = [p for p, o, _, _ in terms if o == office]
                others = [
                    p for p in others if not any(q == p and a < day < b for q, _, a, b in terms)
                ]
                wrong = others[(ordinal * 5) % len(others)]
                yield Row({"agreement": _names(ordinal), "person": (person,)}, {"person": wrong})


def _begin() -> Iterator[Row]:
    yield Row({"payer": _KOREA, "when": ("in 1991", "in January 1991"), "year": ("1991",)})


def _won_of() -> dict[str, Decimal]:
    rows = [r for r in facts("us-korea-sma") if r["property"] == "contribution_amount"]
    return {r["valid_from"]: Decimal(r["value"]) for r in rows if r["unit"] == "KRW"}


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _won_spellings(value: Decimal) -> tuple[str, ...]:
    billions, trillions = _plain(value / 10**9), _plain(value / 10**12)
    return (
        f"{billions} billion won",
        f"₩{billions} billion",
        f"KRW {billions} billion",
        f"{billions}bn won",
        f"{trillions} trillion won",
        f"{value:,.0f} won",
    )


def _won() -> Iterator[Row]:
    for year, value in _won_of().items():
        if year <= SAID_IN:
            fill = {"year": (year,), "payer": _KOREA, "amount": _won_spellings(value)}
            yield Row(fill)


def _won_pairs() -> Iterator[Row]:
    for (a, one), (b, other) in pairwise(sorted(_won_of().items())):
        if one != other:
            fill = {"a": (a,), "b": (b,), "payer": _KOREA}
            amounts = {"amount_a": _won_spellings(one)[:1], "amount_b": _won_spellings(other)[:1]}
            yield Row(fill | amounts)


def _dollars() -> Iterator[Row]:
    for r in facts("us-korea-sma"):
        if r["property"] == "contribution_amount" and r["unit"] == "USD":
            millions = _plain(Decimal(r["value"]) / 10**6)
            amount = (f"${millions} million", f"{millions} million dollars", f"US${millions}m")
            yield Row({"year": (r["valid_from"],), "payer": _KOREA, "amount": amount})


def _rises() -> Iterator[Row]:
    for r in facts("us-korea-sma"):
        if r["property"] == "increase_on_previous_year" and Decimal(r["value"]) > 0:
            rise = (f"{r['value']} percent", f"{r['value']}%", f"{r['value']} per cent")
            yield Row({"year": (r["valid_from"],), "payer": _KOREA, "rise": rise})


def _signed_pairs() -> Iterator[Row]:
    signed = sorted(_agreements("date_signed"))
    for (one, first), (other, second) in pairwise(signed):
        if first[:4] != second[:4]:
            fill = {"a": _names(one)[:2], "b": _names(other)[:2]}
            yield Row(fill | {"year_a": (first[:4],), "year_b": (second[:4],)})


ROWS: dict[str, Callable[[], Iterator[Row]]] = {
    "signed": _signed,
    "ordinals": _ordinals,
    "covered": _covered,
    "ended": _ended,
    "lasts": _lasts,
    "holders": _holders,
    "begin": _begin,
    "won": _won,
    "won pairs": _won_pairs,
    "dollars": _dollars,
    "rises": _rises,
    "signed pairs": _signed_pairs,
}
