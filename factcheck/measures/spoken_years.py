"""Years in words: "nineteen ninety-one", "twenty twenty-two", "two thousand and five"."""

from __future__ import annotations

import re

from factcheck.measures.lexicon import SMALL, TENS, any_of

_UNITS = any_of([w for w, n in SMALL.items() if 0 < n < 10])
WORD_YEAR = re.compile(
    rf"(?P<head>seventeen|eighteen|nineteen|twenty)[ -](?:(?P<oh>o|oh|ought)"
    rf"[ -](?P<ohunit>{_UNITS})"
    rf"|(?P<tens>{any_of(TENS)})(?:[ -](?P<unit>{_UNITS}))?"
    rf"|(?P<teen>{any_of([w for w, n in SMALL.items() if n >= 10])})"
    rf"|(?P<hundred>hundred))(?![a-z])"
)
#: at the end of a clause or before a word that is not counted
TWO_THOUSAND = re.compile(
    rf"two thousand(?: and)? (?:(?P<tens>{any_of(TENS)})(?:[ -](?P<unit>{any_of(SMALL)}))?|"
    rf"(?P<small>{any_of(SMALL)}))"
    r"(?![a-z])(?= ?[.,;:)!?]|$| (?:the|we|they|he|she|it|i|and|to|as|when|a|an|his|her|"
    r"there|only)(?![a-z]))"
)
_BEHIND = re.compile(r",? (?:of )?")


def word_year(found: re.Match[str]) -> int:
    """The year of a match of `WORD_YEAR`."""
    rest = SMALL.get(found["ohunit"] or found["unit"] or found["teen"] or "", 0)
    return {**SMALL, **TENS}[found["head"]] * 100 + TENS.get(found["tens"] or "", 0) + rest


def after_two_thousand(found: re.Match[str]) -> int:
    """What a match of `TWO_THOUSAND` has above two thousand."""
    small = found["unit"] or found["small"]
    return TENS.get(found["tens"] or "", 0) + SMALL.get(small or "", 0)


def year_behind(t: str, end: int) -> tuple[int, int] | None:
    """The year in words behind a day or a month that ends at `end`, and where it ends: "April of
    twenty twenty-two"."""
    link = _BEHIND.match(t, end)
    if link is None:
        return None
    if found := WORD_YEAR.match(t, link.end()):
        is_whole = found["hundred"] is None and (found["tens"] is None or found["unit"] is not None)
        is_whole = is_whole or (found["head"] != "twenty" and found["tens"] is not None)
        return (word_year(found), found.end()) if is_whole else None
    if (found := TWO_THOUSAND.match(t, link.end())) and (rest := after_two_thousand(found)):
        return 2000 + rest, found.end()
    return None


#: the year is said, in figures or in words, not counted from today
SAID_YEAR = re.compile(
    rf"\d{{4}}|['’]\d\d\b|\b(?:{WORD_YEAR.pattern})|\b(?:two thousand|year)\b", re.IGNORECASE
)
