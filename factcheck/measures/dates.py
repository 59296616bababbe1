"""Dates: a day or a month, in every order and spelling of news. Years: `years.py`."""

from __future__ import annotations

import re
from calendar import monthrange

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import MONTHS, ORDINALS, TENS, WEEKDAYS, any_of
from factcheck.measures.plain import Page, word_before
from factcheck.measures.spoken_years import year_behind

MONTH = (
    rf"(?P<month>{any_of(MONTHS)})\b"
    r"(?:(?<=\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))\.|(?<=sept)\.)?"
)
_WEEKDAY = rf"(?:(?:{any_of(WEEKDAYS)})\b\.?,? (?:the )?)?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9a-z])"
_UP_TO_NINTH = any_of([w for w, n in ORDINALS.items() if n < 10])
_ORDINAL_DAY = (
    rf"(?P<wordday>{any_of([w for w, n in ORDINALS.items() if n <= 31])}"
    rf"|(?:twenty|thirty)-(?:{_UP_TO_NINTH}))(?![a-z])"
)
_OF_THIS_MONTH = re.compile(
    rf"{_WEEKDAY}(?:the )?(?:{_DAY}|{_ORDINAL_DAY}) of (?P<which>last|this|next) month(?![a-z])"
)
FOUR_DIGITS = r"(?P<year>[12][0-9]{3})(?![0-9,]?[0-9]|[a-z%])"
_SHORT = r"'(?P<short>[0-9]{2})(?![0-9a-z])"
MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{MONTH} ?(?:the )?(?:{_DAY}|{_ORDINAL_DAY})(?!,[0-9]{{3}}|:| (?:million|"
    rf"billion|percent|per cent)|%)(?:,? ?(?:of )?{FOUR_DIGITS}|,? {_SHORT})?"
)
DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<the>the )?(?:{_DAY}|{_ORDINAL_DAY})(?: of|(?: day)? of)?[ -]?(?: of)"
    rf"?{MONTH}(?:,?[ -]?(?:of )?(?:{FOUR_DIGITS}|{_SHORT}))?"
)
MONTHFOUR_DIGITS = re.compile(rf"{MONTH}(?:,? (?:of )?|-)(?:{FOUR_DIGITS}|{_SHORT})")
ISO_DAY = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<mark>[-/.])(?P<month>[01]?[0-9])(?P=mark)"
    r"(?P<day>[0-3]?[0-9])(?![0-9])"
)
SLASHED = re.compile(
    r"(?P<one>[0-3]?[0-9])(?P<mark>[-/.])(?P<two>[0-3]?[0-9])(?P=mark)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)
ISO_MONTH = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])(?![-0-9])")


def read_day_or_month(page: Page, start: int) -> Draft | None:
    """A date that begins with a weekday, a month or a day of the month at `start`."""
    t = page.plain
    if t.startswith(("sun", "sat ", "mon "), start) and not _is_weekday(page, start):
        return None
    for pattern in (MONTH_FIRST, DAY_FIRST, MONTHFOUR_DIGITS):
        found = pattern.match(t, start)
        if found and (draft := _from_parts(page, found)):
            return draft
    found = _OF_THIS_MONTH.match(t, start)
    return _of_this_month(page, found) if found else None


def _of_this_month(page: Page, found: re.Match[str]) -> Draft | None:
    """ "the second of this month", "on the 21st of last month"."""
    if page.date is None:
        return Draft(found.start(), found.end(), "date", None, note="no_date")
    months = page.date.year * 12 + page.date.month - 1 + SHIFTS[found["which"]]
    year, month = months // 12, months % 12 + 1
    day = int(found["day"]) if found["day"] else ordinal_number(found["wordday"])
    return _day(found.start(), found.end(), year, month, day)


SHIFTS = {"last": -1, "this": 0, "next": 1}
THAT_YEAR = re.compile(r",? (?:of )?(?P<which>last|this|next) year(?![a-z'])")


def of_that_year(
    page: Page, start: int, found: re.Match[str], month: int, day: int | None
) -> Draft | None:
    """ "the 24th of October last year", "in March next year"."""
    if page.date is None:
        return Draft(start, found.end(), "date", None, note="no_date")
    year = page.date.year + SHIFTS[found["which"]]
    if day is not None and day > monthrange(year, month)[1]:
        return None
    text = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return Draft(start, found.end(), "date", text)


#: the one day that news names without its year
_ELEVENTH = re.compile(
    r"sept(?:\.|ember)? 11(?:th)?,? (?:attack|commission|terror|hijack|victim|famil)"
)


def _is_weekday(page: Page, start: int) -> bool:
    """Not "sun" in small letters, nor a newspaper: "Edmonton Sun, August 16"."""
    before = word_before(page.plain, start)
    named = before != "" and page.raw[start - 1 - len(before)].isupper()
    return page.raw[start].isupper() and not (named and page.plain.startswith("sun,", start))


def _from_parts(page: Page, found: re.Match[str]) -> Draft | None:
    parts = found.groupdict()
    month = MONTHS[parts["month"]]
    year, end = year_of(parts), found.end()
    if year is None and (said := year_behind(page.plain, end)):
        year, end = said
    day = None
    if parts.get("day"):
        day = int(parts["day"])
    elif parts.get("wordday"):
        day = ordinal_number(parts["wordday"])
    if day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    if year is None and (which := THAT_YEAR.match(page.plain, end)):
        return of_that_year(page, found.start(), which, month, day)
    if year is None and _ELEVENTH.match(page.plain, found.start()):
        return Draft(found.start(), end, "date", "2001-09-11")
    if year is None:
        return Draft(
            found.start(), end, "date", f"--{month:02}-{day:02}" if day else f"--{month:02}"
        )
    return Draft(
        found.start(), end, "date", f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    )


def ordinal_number(words: str) -> int:
    """31 for "thirty-first"."""
    *tens, last = words.replace(" ", "-").split("-")
    return sum(TENS[word] for word in tens) + ORDINALS[last]


def year_of(parts: dict[str, str | None]) -> int | None:
    """The year in the groups "year" or "short" ("'24" is 2024, "'91" is 1991)."""
    if year := parts.get("year"):
        return int(year) if len(year) == 4 else two_digit_year(int(year))
    if short := parts.get("short"):
        return two_digit_year(int(short))
    return None


def two_digit_year(number: int) -> int:
    """24 is 2024, 91 is 1991."""
    return 2000 + number if number < 40 else 1900 + number


def read_numeric_date(page: Page, start: int) -> Draft | None:
    """ "2024-11-04", "2024/11/04", "04/11/2024" (ambiguous), "2024-11"."""
    t = page.plain
    if found := ISO_DAY.match(t, start):
        return _day(
            found.start(), found.end(), int(found["year"]), int(found["month"]), int(found["day"])
        )
    if found := SLASHED.match(t, start):
        return _slashed(found)
    found = ISO_MONTH.match(t, start)
    if found and not _is_season(t, found):
        return Draft(start, found.end(), "date", f"{found['year']}-{found['month']}")
    return None


_SEASON = re.compile(r" (?:(?:school|academic|fiscal|financial|budget|tax) year|season|campaign)")


def _is_season(t: str, found: re.Match[str]) -> bool:
    """Whether "2010-11" is two years: "the 2010-11 season"."""
    if int(found["month"]) != (int(found["year"]) + 1) % 100:
        return False
    return word_before(t, found.start()) == "the" or _SEASON.match(t, found.end()) is not None


def _slashed(found: re.Match[str]) -> Draft | None:
    one, two = int(found["one"]), int(found["two"])
    if len(found["year"]) == 2 and (
        found["mark"] != "/" or (len(found["two"]) < 2 and len(found["one"]) < 2)
    ):
        return None
    year = year_of({"year": found["year"]})
    assert year is not None
    if found["mark"] == ".":
        return _day(found.start(), found.end(), year, two, one)
    if one > 12:
        return _day(found.start(), found.end(), year, two, one)
    if two > 12:
        return _day(found.start(), found.end(), year, one, two)
    draft = _day(found.start(), found.end(), year, two, one)
    if draft and one != two:
        draft.value, draft.note = None, "ambiguous"
    return draft


def _day(start: int, end: int, year: int, month: int, day: int) -> Draft | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Draft(start, end, "date", f"{year:04}-{month:02}-{day:02}")
