"""Words and figures of statements and cells, in one plain form for both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.language.words import words

_WORD = re.compile(
    r"(?P<decade>\b[12]\d\d0s\b)"
    r"|(?P<clock>\d+(?::\d{2})+(?:\.\d+)?)"
    r"|(?P<number>(?:(?<![\w.)])[-+−]\s?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\d])"
    r"(?P<ordinal>(?:st|nd|rd|th)\b)?)"
    r"|(?P<possessive>['’]\s?s\b|['’](?=\s|$))"
    r"|(?P<word>[^\W\d_][\w]*(?:['’](?!s\b)[^\W\d_]+)?|\d+\w*)"
    r"|(?P<mark>[%$€£¥&*@#/])"
)
_LAST_NUMBER = re.compile(r"[\d)]\s*$")
_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
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
        ],
        start=1,
    )
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure; `start` and `end` (exclusive) are offsets into its text."""

    start: int
    end: int
    #: lower case; a figure without commas
    text: str
    #: the text without ending, "" for marks
    stem: str
    number: Decimal | None = None
    #: "3rd", "third"
    is_ordinal: bool = False
    #: a figure in words: "three", "third"
    is_word: bool = False


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, left to right; what is neither word nor figure is left out."""
    found = []
    for match in _WORD.finditer(text):
        if match["possessive"]:
            continue
        start, raw = match.start(), match.group()
        if match["number"]:
            found.append(_number(match, text))
            continue
        if match["clock"]:
            found.append(Token(start, match.end(), raw, raw, _seconds(raw)))
            continue
        if match["decade"]:
            decade = Decimal(raw[:4])
            found.append(Token(start, match.end(), raw.lower(), raw.lower(), decade))
            continue
        word = raw.lower().replace("’", "'")
        number = _SMALL.get(word, _ORDINALS.get(word))
        found.append(
            Token(
                start, match.end(), word, word if match["mark"] else stem(word),
                None if number is None else Decimal(number), word in _ORDINALS, number is not None,
            )
        )  # fmt: skip
    return found


def is_year(number: Decimal | None) -> bool:
    """Whether a figure may be a year."""
    return number is not None and 1500 <= number <= 2199 and number == int(number)


def _seconds(clock: str) -> Decimal:
    """ "2:12.50" in seconds."""
    found = Decimal(0)
    for part in clock.split(":"):
        found = 60 * found + Decimal(part)
    return found


def _number(match: re.Match[str], text: str) -> Token:
    """A figure; a sign between two figures is no sign: "7 - 3"."""
    raw, start = match["number"], match.start()
    figure = raw.removesuffix(match["ordinal"] or "").replace(",", "").replace("−", "-")
    figure = figure.replace(" ", "")
    if figure[0] in "+-" and _LAST_NUMBER.search(text[:start]):
        figure = figure[1:]
    plain = figure.removeprefix("+")
    return Token(start, match.end(), figure, plain, Decimal(plain), bool(match["ordinal"]))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending, the same for all its forms: "scored", "scores", "scoring"."""
    found = words("irregular")["forms"].get(word) or _IRREGULAR.get(word) or word
    for ending, instead, least in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= least:
            found = found[: len(found) - len(ending)] + instead
            break
    if len(found) > 3 and found[-1] == found[-2] and found[-1] not in "slez":
        found = found[:-1]
    return found[:-1] if len(found) > 3 and found.endswith("e") else found


_ENDINGS = (
    ("ies", "y", 2), ("sses", "ss", 1), ("ches", "ch", 2), ("shes", "sh", 2), ("xes", "x", 2),
    ("ings", "", 3), ("ss", "ss", 0), ("us", "us", 0), ("is", "is", 0), ("ied", "y", 2),
    ("eed", "eed", 0), ("s", "", 3), ("ing", "", 3), ("ed", "", 3),
)  # fmt: skip
_IRREGULAR = {
    "won": "win", "lost": "lose", "children": "child", "women": "woman", "men": "man",
    "people": "people", "matches": "match", "losses": "loss", "drew": "draw", "drawn": "draw",
    "sang": "sing", "sung": "sing", "wrote": "write", "written": "write", "built": "build",
    "led": "lead", "beat": "beat", "beaten": "beat", "came": "come", "became": "become",
    "flew": "fly", "swam": "swim", "rode": "ride", "drove": "drive", "driven": "drive",
    "began": "begin", "begun": "begin", "left": "leave", "held": "hold", "kept": "keep",
    "took": "take", "taken": "take", "gave": "give", "given": "give", "made": "make",
    "got": "get", "had": "have", "has": "have", "was": "be", "were": "be", "is": "be",
    "are": "be", "been": "be", "ran": "run", "shot": "shoot", "sold": "sell", "spent": "spend",
    "grew": "grow", "grown": "grow", "rose": "rise", "fell": "fall", "born": "bear",
    "died": "die", "scored": "score", "founded": "found", "found": "found", "went": "go",
    "gone": "go", "said": "say", "did": "do", "does": "do", "done": "do", "played": "play",
    "series": "series", "species": "species", "this": "this", "years": "year",
    "counties": "county", "countries": "country", "cities": "city", "parties": "party",
    "been ": "be", "worn": "wear", "known": "know", "chosen": "choose", "met": "meet",
    "shown": "show", "finished": "finish", "placed": "place",
}  # fmt: skip
