"""The word lists of `words/`, read once. Nothing here changes at run time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The tables of `words/<name>.toml`."""
    return tomllib.loads(files(__package__).joinpath("words", f"{name}.toml").read_text("utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words`, written as a tree of common beginnings."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _branch_pattern(tree)


def _branch_pattern(tree: dict[str, Any]) -> str:
    ends = "" in tree
    options = [re.escape(k) + _branch_pattern(v) for k, v in sorted(tree.items()) if k]
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return f"(?:{'|'.join(options)})" + ("?" if ends else "")


_numbers = load("numbers")
SMALL: dict[str, int] = _numbers["small"]
TENS: dict[str, int] = _numbers["tens"]
MAGNITUDES: dict[str, int] = {word: 10**power for word, power in _numbers["magnitudes"].items()}
SUFFIXES: dict[str, int] = {word: 10**power for word, power in _numbers["suffixes"].items()}
ORDINALS: dict[str, int] = _numbers["ordinals"]
FRACTIONS: dict[str, int] = _numbers["fractions"]
GLYPHS: dict[str, list[int]] = _numbers["glyphs"]
MULTIPLES: dict[str, float] = _numbers["multiples"]

_currencies = load("currencies")
SYMBOLS: dict[str, str] = _currencies["symbols"]
CODES: dict[str, str] = {c: c.upper() for c in _currencies["codes"]["list"].split()} | {
    "rmb": "CNY"
}
MONEY_NAMES: dict[str, str] = _currencies["names"]
LONG_MONEY_NAMES: dict[str, str] = _currencies["before_names"]
HUNDREDTHS: dict[str, str] = _currencies["hundredths"]

_calendar = load("calendar")
MONTHS: dict[str, int] = _calendar["months"]
WEEKDAYS: dict[str, int] = _calendar["weekdays"]
TIME_UNITS: dict[str, str] = _calendar["units"]
DECADES: dict[str, int] = _calendar["decades"]
SEASONS: dict[str, list[int]] = _calendar["seasons"]
#: words that tell a year from a number, and a month from a verb or a name
CUES: dict[str, list[str]] = {name: text.split() for name, text in _calendar["cues"].items()}

_hedges = load("hedges")
HEDGES_BEFORE: dict[str, str] = {p: h for h, ps in _hedges["before"].items() for p in ps}
HEDGES_AFTER: dict[str, str] = {p: h for h, ps in _hedges["after"].items() for p in ps}
NO_HEDGE_AFTER: dict[str, list[str]] = {
    w: text.split() for w, text in _hedges["no_hedge_after"].items()
}
#: what prices are told of: "$54.20 a share"
EACH_THING: frozenset[str] = frozenset(_hedges["each"]["things"].split())
RANGE_WORDS: dict[str, list[str]] = {w: text.split() for w, text in _numbers["range_words"].items()}
SHARE_WORDS: dict[str, list[str]] = {w: text.split() for w, text in _numbers["share_words"].items()}
