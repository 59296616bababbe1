"""Word lists as data: the `.toml` files in `words/`, read once and never changed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words(name: str) -> dict[str, Any]:
    """The lists of `words/<name>.toml`, by heading."""
    path = Path(__file__).with_name("words") / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


#: the types of things that are signed, and that a date can tell apart
SIGNED = frozenset(("agreement", "treaty", "law", "pact"))


#: the kinds that a day answers
DATED = ("start_date", "end_date", "signing_date")


@cache
def type_nouns() -> frozenset[str]:
    """The nouns for things of any type: "agreement", "law", "base"."""
    return frozenset(noun for nouns in words("types").values() for noun in nouns)


@cache
def change_verbs() -> frozenset[str]:
    """The verbs of rising and falling."""
    return word_set("events", "rise.verbs") | word_set("events", "fall.verbs")


@cache
def agreement_nouns() -> frozenset[str]:
    """The nouns for what is agreed and signed: "deal", "treaty"."""
    nouns = words("types")
    return frozenset((*nouns["agreement"], *nouns["treaty"])) - {"one"}


@cache
def word_set(name: str, heading: str) -> frozenset[str]:
    """One list of `words/<name>.toml` as a set; "ended.verbs" reaches into a table."""
    found: Any = words(name)
    for part in heading.split("."):
        found = found[part]
    return frozenset(found)
