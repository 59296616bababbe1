"""Counted nouns: what a bare number counts ("28,500 US troops", "28,500 of them")."""

from __future__ import annotations

import re

from factcheck.measures.lexicon import MAGNITUDES, SMALL, TENS, load
from factcheck.measures.physical import physical_unit

_lists = load("nouns")
STOPS = frozenset(_lists["stops"]["list"].split()) | (set(SMALL) | set(TENS) | set(MAGNITUDES))
_IRREGULAR = frozenset(_lists["irregular_plurals"]["list"].split())
_NO_PLURALS = frozenset(_lists["not_plurals"]["list"].split())
_PRONOUNS = frozenset(_lists["pronouns"]["list"].split())
_WORD = re.compile(r"[ -]([a-z\u00c0-\u024f][a-z\u00c0-\u024f.']*(?:-[a-z\u00c0-\u024f]+)*)")
_OF = re.compile(
    r"(?:-(?:odd|plus)|\+| or (?:so|more))? of (?:the (?:[0-9]+ )?|its |their |his |her |"
    r"our |these |those |all )?"
)
_SKIPPED = re.compile(r"(?:-(?:odd|plus|strong)|\+| or so| or more)?(?: (?:or so|or more))?")
_LONGEST = 5
#: what makes a length a speed: "km/h", "miles an hour"
_AN_HOUR = re.compile(r"(?:/|[ -]per[ -]| an? )(?:h|hr|hour|s|sec|second)(?![a-z])")


def counted(t: str, raw: str, end: int) -> str | None:
    """The noun phrase, as written, that follows a number that ends at `end`; head last."""
    position = end
    if found := _OF.match(t, end):
        word = _WORD.match(t, found.end() - 1)
        if word and word[1] in _PRONOUNS:
            return raw[word.start(1) : word.end(1)]
        position = found.end() - 1
    elif found := _SKIPPED.match(t, end):
        position = found.end()
    words = _noun_phrase(t, raw, position)
    return raw[words[0] : _with_rate(t, raw, *words)] if words else None


def _with_rate(t: str, raw: str, start: int, end: int) -> int:
    """Where the unit ends that a length begins: "km" in "km/h"."""
    found = _AN_HOUR.match(t, end)
    unit = physical_unit(raw[start:end]) if found else None
    return found.end() if found and unit and unit[0].dimension == "length" else end


def _noun_phrase(t: str, raw: str, position: int) -> tuple[int, int] | None:
    start = last = None
    plural = named = False
    for _ in range(_LONGEST):
        found = _WORD.match(t, position)
        if not found or (t[position] == "-" and start is not None):
            break
        word = found[1].rstrip(".'") if found[1] not in ("u.s.", "u.n.", "u.k.") else found[1]
        at = found.start(1)
        # "ninety billion that's for ships" counts nothing
        if word.partition("'")[0] in STOPS and raw[at : at + len(word)] != "US":
            break
        if plural and not is_plural(word) and not (named and raw[at].isupper()):
            break  # a name goes on: "Special Measures Agreement"
        named = raw[at].isupper() and not raw[at : at + len(word)].isupper()
        start = found.start(1) if start is None else start
        last = found.start(1) + len(word)
        plural = is_plural(word)
        position = found.end()
        if len(word) < len(found[1]):
            break
    return (start, last) if start is not None and last is not None else None


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in _NO_PLURALS
    )
