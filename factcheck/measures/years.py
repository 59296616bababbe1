"""Years: four digits, words ("nineteen ninety-one") or an era ("833 AD"), where they are no
plain numbers ("2000 troops")."""

from __future__ import annotations

import re

from factcheck.measures.dates import FOUR_DIGITS, two_digit_year
from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import CUES
from factcheck.measures.plain import Page, word_before
from factcheck.measures.spoken_years import (
    TWO_THOUSAND,
    WORD_YEAR,
    after_two_thousand,
    word_year,
)

_YEAR = re.compile(FOUR_DIGITS)
_CUES = frozenset(CUES["year"])
_OLD_CUES = frozenset(CUES["old_year"])
_PLAIN_NUMBER_AFTER = re.compile(
    r" (?:people|troops|soldiers|men|women|children|miles|kilomet|met(?:er|re)s|feet|tons|"
    r"tonnes|homes|"
    r"jobs|workers|square|hours|days|years|words|pages|points|votes|other|more|additional|"
    r"dollars|euros|pounds|won|yen|"
    r"calories|victims|dead|deaths|residents|students|members|employees|cases|species|rpm|"
    r"degrees|kg|km|mph|bc|staff|personnel|[a-z]+ (?:troops|soldiers|people))(?![a-z])"
)


def read_year(page: Page, start: int) -> Draft | None:
    """A year of four digits or in words ("nineteen ninety-one"), where it is no plain number."""
    t = page.plain
    found = _YEAR.match(t, start) or _THREE_DIGITS.match(t, start)
    if not found:
        return _word_year(t, start)
    year, before = int(found["year"]), word_before(t, start)
    if year < 1000:
        return Draft(start, found.end(), "date", f"{year:04}") if before in ("in", "by") else None
    if _NO_YEAR.match(t, found.end()) and page.raw[found.end() + 1].isupper():
        return None
    if not 1000 <= year <= 2199 or (year < 1400 and before not in _OLD_CUES):
        return None
    if _counts_something(t, found.end(), before, year):
        return None
    if before in _CUES or 1900 <= year <= 2099 or _stands_apart(t, found, before, year):
        return Draft(start, found.end(), "date", f"{year:04}")
    return None


def _counts_something(t: str, end: int, before: str, year: int) -> bool:
    """ "2000 troops"; but "in 2019 troops left"."""
    if t[end : end + 2] not in (" %", "-%") and not _PLAIN_NUMBER_AFTER.match(t, end):
        return False
    return before not in ("in", "since") or not 1900 <= year <= 2099 or _unit_follows(t, end)


def _stands_apart(t: str, found: re.Match[str], before: str, year: int) -> bool:
    """ "(1859)", "Scotland, 1859.", "the government's 1829 law"."""
    start, end = found.span()
    if t[start - 1 : start] in ("(", "-"):
        return True
    apart = t[start - 2 : start] == ", " and t[end : end + 1] in (".", ",", ";", ")", "")
    return year >= 1700 and (apart or before.endswith("'s"))


def _unit_follows(t: str, end: int) -> bool:
    return bool(
        re.match(
            r" (?:dollars|euros|pounds|won|yen|kg|km|mph|bc|miles|feet|square)", t[end : end + 10]
        )
    )


_SHORT_YEAR = re.compile(r"'(?P<short>[0-9]{2})(?![0-9a-z%]|[.,:][0-9])(?!')")
_SHORT_CUES = frozenset(CUES["old_year"]) | {
    "of",
    "until",
    "and",
    "or",
    "to",
    "for",
    "early",
    "late",
}


def read_short_year(page: Page, start: int) -> Draft | None:
    """ "'16" after a word such as "in" or "of"; digits begin at `start`."""
    found = _SHORT_YEAR.match(page.plain, start - 1)
    if not found or word_before(page.plain, start - 1) not in _SHORT_CUES:
        return None
    return Draft(start - 1, found.end(), "date", f"{two_digit_year(int(found['short'])):04}")


_NO_YEAR = re.compile(
    r" (?:gmt|utc|est|edt|pst|cet|local time)(?![a-z])"
    r"|(?: [a-z']+){1,2} (?:street|avenue|ave|road|lane|boulevard|drive)(?![a-z])"
)
#: "in 393." only at the end of a clause: elsewhere it counts something
_THREE_DIGITS = re.compile(r"(?P<year>[1-9][0-9]{2})(?=[.,;)](?![0-9])|$)")
_ERA = re.compile(
    r"(?:ad (?P<after>[0-9]{1,4})|(?P<year>[0-9]{1,4}) (?P<era>ad|ce|bc|bce|a\\.d\\.|"
    r"b\\.c\\.(?:e\\.)?|c\\.e\\.))(?![a-z0-9])"
)


def read_era(page: Page, start: int) -> Draft | None:
    """ "833 AD", "AD 79"; before Christ there is no ISO form here: value `None`."""
    found = _ERA.match(page.plain, start)
    if not found or not page.raw[start : found.end()].replace(".", "").replace(" ", "").isupper():
        return None
    if found["era"] and found["era"].startswith("b"):
        return Draft(start, found.end(), "date", None, note="ambiguous")
    year = int(found["after"] or found["year"])
    if year > 2199:
        return None
    return Draft(start, found.end(), "date", f"{year:04}") if year else None


def _two_thousand(t: str, start: int) -> Draft | None:
    """ "in two thousand and nineteen"; "in two thousand and nineteen cases" is a number."""
    found = TWO_THOUSAND.match(t, start)
    if not found or word_before(t, start) not in _OLD_CUES | {"of", "until"}:
        return None
    rest = after_two_thousand(found)
    return Draft(start, found.end(), "date", f"{2000 + rest}") if rest else None


def _word_year(t: str, start: int) -> Draft | None:
    if t.startswith("two thousand", start):
        return _two_thousand(t, start)
    found = WORD_YEAR.match(t, start)
    if not found or (
        found["hundred"] and word_before(t, start) not in ("in", "since", "by", "until")
    ):
        return None
    doubtful = found["tens"] and found["head"] == "twenty" and not found["unit"]
    if doubtful and word_before(t, start) not in _OLD_CUES | {"of", "until"}:
        return None  # "twenty thirty-year-olds"
    return Draft(start, found.end(), "date", f"{word_year(found):04}")
