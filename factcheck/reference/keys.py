"""Words of names and texts in one spelling, so that an exact look-up finds regular variants.

"U.S.", "US" and "us" are one word, and so are "twelfth" and "12th", "defence" and "defense",
"Seoul's" and "Seoul", "per cent" and "%". Hyphens, dashes and spaces only divide words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])"  # U.S.  R.O.K  e.g.
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])"  # 12th  3.5  1,000
    r"|[^\W_]+(?:['’ʼ][^\W\d_]+)?"  # words, with what an apostrophe adds
    r"|[%&]"
)
_ORDINALS = dict(
    zip(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        range(1, 21),
        strict=True,
    )
)
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_ROUND = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
_SIGNS = {"%": "percent", "&": "and"}


class Word(NamedTuple):
    """A word of a text: its offsets, and its spelling for look-up (`norm`)."""

    start: int
    end: int
    norm: str


@lru_cache(maxsize=8)
def find_words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order. A possessive 's is no part of its word.

    A text is asked for its words several times in a row, so the last ones are kept.
    """
    words: list[Word] = []
    for found in _WORD.finditer(text):
        raw, (start, end) = found[0], found.span()
        if not raw.isalnum():
            stem, apostrophe, rest = raw.replace("’", "'").replace("ʼ", "'").partition("'")
            if apostrophe and rest.lower() == "s":
                raw, end = stem, start + len(stem)
        words.append(Word(start, end, spelling(raw)))
    return tuple(_merged(words))


@lru_cache(maxsize=1 << 15)
def spelling(raw: str) -> str:
    """The one spelling of a word: lower case, no accents, no dots or apostrophes."""
    if raw.isascii():
        lower = raw.lower()
    else:
        apart = unicodedata.normalize("NFKD", raw.casefold())
        lower = "".join(letter for letter in apart if not unicodedata.combining(letter))
        lower = unicodedata.normalize("NFC", lower)
    if lower.isalpha():
        if lower in _ORDINALS:
            return ordinal(_ORDINALS[lower])
        if lower in _ROUND:
            return ordinal(_ROUND[lower])
        return _british().get(lower, lower)
    if lower[0].isdigit():
        return lower.replace(",", "")
    return _SIGNS.get(lower) or re.sub(r"['’ʼ.]", "", lower)


def key(name: str) -> str:
    """What a name is looked up by: its words in one spelling, with a space between."""
    return " ".join(word.norm for word in find_words(name))


def ordinal(number: int) -> str:
    """An ordinal in figures: 1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def singular(norm: str) -> str | None:
    """A word without its plural s; `None` where it cannot be one."""
    if norm.endswith("s") and norm[:-1].isdigit():  # "the 747s"
        return norm[:-1]
    if len(norm) > 3 and norm.endswith("s") and not norm.endswith(("ss", "us", "is")):
        return norm[:-3] + "y" if norm.endswith("ies") else norm[:-1]
    return None


def _merged(words: list[Word]) -> list[Word]:
    """ "per cent" and "twenty-first" as one word."""
    merged: list[Word] = []
    for word in words:
        last = merged[-1] if merged else None
        if last and word.start - last.end == 1:
            if last.norm == "per" and word.norm == "cent":
                merged[-1] = Word(last.start, word.end, "percent")
                continue
            if last.norm in _TENS and word.norm[:1].isdigit() and word.norm[1:2].isalpha():
                number = _TENS[last.norm] + int(word.norm[0])
                merged[-1] = Word(last.start, word.end, ordinal(number))
                continue
        merged.append(word)
    return merged


@cache
def _british() -> dict[str, str]:
    """British spellings and the American ones that stand for them."""
    file = Path(__file__).with_name("words") / "spellings.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {british: american for british, _, american in pairs}
