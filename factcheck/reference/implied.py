"""What the name of a property says of its figures: "height_m" is in metres, "cost_usd" in dollars.

The unit stands at the end of the name; without it the name tells what is spoken of. A row's own
`unit` comes first.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.measures.lexicon import EACH_THING
from factcheck.measures.physical import unit_of_name

_CURRENCIES = ("usd", "eur", "gbp", "jpy", "krw", "cny", "chf", "cad", "aud", "inr", "sek", "nok",
               "dkk", "pln", "brl", "zar", "mxn", "try", "rub", "sgd", "nzd", "hkd")  # fmt: skip
_WORDS = {
    "percent": "percent", "pct": "percent", "percentage": "percent",
    "minutes": "minutes", "mins": "minutes", "min": "minutes", "hours": "hours",
    "seconds": "seconds", "days": "days", "weeks": "weeks", "months": "months", "years": "years",
    **{code: code.upper() for code in _CURRENCIES},
}  # fmt: skip
_EACH = re.compile(r"((?:[a-z]+_)*)([a-z]+s)_per_(?:day|week|month|year|hour|minute)")
#: such a name is of a share itself: "vote_percentage" is spoken of as "percentage of the vote"
_KEPT = frozenset(["percentage"])


@cache
def split_unit(name: str) -> tuple[str, str | None]:
    """A property's name without its unit, and the unit, if it ends on one.

    "mass_kg" is ("mass", "kg"); "cost_in_usd" is ("cost", "USD"); "members" is itself.
    """
    name = re.sub(r"[\s-]+", "_", name.lower())
    each = _EACH.fullmatch(name)
    if each:  # "output_barrels_per_day", "passengers_per_day"
        return (each[1].rstrip("_") or each[2]), (each[2] if each[1] else None)
    physical = unit_of_name(name)
    if physical is not None:
        return physical[0], physical[1].name
    stem, _, last = name.rpartition("_")
    unit = _WORDS.get(last)
    # "units_per_usd" is no sum of dollars
    if not stem or unit is None or stem[-1].isdigit() or stem.endswith("_per"):
        return name, None
    return (name if last in _KEPT else stem.removesuffix("_in")), unit


def each_of(name: str) -> str | None:
    """What a price is told of: "share" of `price_per_share`."""
    last = name.lower().rpartition("_per_")[2]
    return last if last in EACH_THING and last != name.lower() else None
