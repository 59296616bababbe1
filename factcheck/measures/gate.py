"""The gate: one pass of one regular expression finds where a value might begin.

Most text holds none. Each seed names the readers to try there, so that nothing else is tried.
"""

from __future__ import annotations

import re

from factcheck.measures.lexicon import (
    DECADES,
    FRACTIONS,
    GLYPHS,
    MAGNITUDES,
    MONTHS,
    MULTIPLES,
    ORDINALS,
    SEASONS,
    SMALL,
    TENS,
    WEEKDAYS,
    any_of,
)
from factcheck.measures.relative import DAYS, FULL_WEEKDAYS, UNITS

_SHIFTS = (
    "last",
    "this",
    "next",
    "past",
    "previous",
    "coming",
    "current",
    "following",
    "same",
    "preceding",
)
_MONTH_NAMES = [m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july")]
_RELATIVE = {
    f"{shift} {what}"
    for shift in _SHIFTS
    for what in (*UNITS, *_MONTH_NAMES, *FULL_WEEKDAYS, *SEASONS)
}
_ARTICLES = {
    f"{article} {unit}"
    for article in ("a", "an")
    for unit in (
        "year",
        "month",
        "week",
        "decade",
        "century",
        "fortnight",
        "quarter",
        "half",
        "hour",
        "day",
        "half-century",
        "millennium",
        "third",
        "fifth",
        "tenth",
        "fourth",
        "sixth",
        "eighth",
    )
}
_PERIOD_STARTS = {
    "early",
    "mid",
    "middle of",
    "late",
    "beginning of",
    "start of",
    "end of",
    "early part of",
    "latter part of",
    "year-end",
    "end-",
}
_PERIOD_WORDS = {
    "fiscal",
    "financial year",
    "fy",
    *SEASONS,
    *DECADES,
    "q1",
    "q2",
    "q3",
    "q4",
    "h1",
    "h2",
    "final quarter",
    "last quarter",
    "final half",
    "last half",
    "last day of",
    "final day of",
    "new year's",
}
_ANCHORS = {
    f"{unit} {way}"
    for unit in ("year", "month", "week", "day", "decade")
    for way in ("before", "earlier", "after", "later")
}
_LONG = {
    f"{unit}{mark}{ending}"
    for unit in ("year", "month", "week", "day", "decade", "century")
    for mark in ("-", "")
    for ending in ("long",)
}

#: what begins with each seed: tried in this order, the first that reads wins
ROUTES: dict[str, str] = {}


def _route(words: object, readers: str) -> None:
    for word in words:  # type: ignore[attr-defined]
        ROUTES[word] = "".join(dict.fromkeys(readers + ROUTES.get(word, "")))


# d dates, p periods, r relative dates, o ordinals, f fractions, n numbers, a "a year",
# l "year-long"
_route([*SMALL, *TENS, *MAGNITUDES, "dozen"], "fdpon")
_route(["half", "halves", "quarter"], "fan")
_route(["point"], "n")
_route([w for w in ORDINALS if w not in MAGNITUDES], "pdfo")
_route(FRACTIONS, "")
_route(MULTIPLES, "f")
_route(list(MONTHS), "d")
_route(WEEKDAYS, "dr")
_route(DAYS, "r")
_route(_RELATIVE | {"following day", "next day"}, "pr")
_route(_ARTICLES, "fna")
_route(_PERIOD_STARTS, "pr")
_route(_PERIOD_WORDS, "p")
_route(_ANCHORS, "r")
_route(_LONG, "l")
for _word in [w for w, r in ROUTES.items() if not r]:
    del ROUTES[_word]

GATE = re.compile(
    rf"[0-9]+|(?<![a-z0-9])(?:{any_of(ROUTES)})(?![a-z0-9])|[{''.join(GLYPHS)}]|"
    rf"(?<![a-z0-9])p(?=t?[0-9])|\.\.(?=[0-9]|/[0-9])"
)
