"""Currencies that a text leaves open: "2.4 million kroner" may be Danish or Norwegian ones."""

from __future__ import annotations

import re

from factcheck.measures.values import Value

#: by ISO 4217: the crowns, each called so at home
CROWNS = frozenset(("DKK", "NOK", "SEK", "ISK"))
_CROWN = re.compile(r"\b(?:kron(?:e|er|a|or|ur)|crowns?)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:danish|norwegian|swedish|icelandic)\b", re.IGNORECASE)


def left_open(value: Value) -> frozenset[str]:
    """The currencies, by ISO 4217 code, that a sum may be in beside the one that it was read as."""
    is_open = value.unit in CROWNS and _CROWN.search(value.text) and not _WHOSE.search(value.text)
    return CROWNS if is_open else frozenset()
