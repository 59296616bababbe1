"""Currencies by ISO 4217 code, and what a text leaves open of them: "$" may be any dollar, "kroner"
Danish or Norwegian ones."""

from __future__ import annotations

import re

from factcheck.measures.values import Value

#: what an open "$" may stand for
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "$"})
#: those that are worth about the same: equal figures say nothing of a mistaken currency
NEAR_PARITY = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SGD", "NZD", "$"})
#: the crowns, each called so at home
CROWNS = frozenset({"DKK", "NOK", "SEK", "ISK"})
_CROWN = re.compile(r"\b(?:kron(?:e|er|a|or|ur)|crowns?)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:danish|norwegian|swedish|icelandic)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}|\$")


def is_currency(unit: str | None) -> bool:
    """Whether a unit is money: an ISO 4217 code or the open "$"."""
    return unit is not None and _CURRENCY.fullmatch(unit) is not None


def same_currency(one: str | None, other: str | None) -> bool:
    """Whether two units may be the same money: an open "$" fits every dollar."""
    if one == other:
        return is_currency(one)
    return "$" in (one, other) and one in DOLLARS and other in DOLLARS


def left_open(value: Value) -> frozenset[str]:
    """The currencies, by ISO 4217 code, that a sum may be in beside the one that it was read as."""
    is_open = value.unit in CROWNS and _CROWN.search(value.text) and not _WHOSE.search(value.text)
    return CROWNS if is_open else frozenset()
