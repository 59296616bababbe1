"""Dates: a day, a month or a year, in every order and spelling of news."""

from __future__ import annotations

import re
from calendar import monthrange

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import MONTHS, ORDINALS, SMALL, TENS, WEEKDAYS, any_of
from factcheck.measures.plain import Page, word_before

MONTH = rf"(?P<month>{any_of(MONTHS)})\b(?:(?<=\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))\.|(?<=sept)\.)?"
_WEEKDAY = rf"(?:(?:{any_of(WEEKDAYS)})\b\.?,? (?:the )?)?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9a-z])"
_ORDINAL_DAY = rf"(?P<wordday>{any_of([w for w, n in ORDINALS.items() if n <= 31])}|(?:twenty|thirty)-(?:{any_of([w for w, n in ORDINALS.items() if n < 10])}))(?![a-z])"
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9,]?[0-9]|[a-z%])"
_SHORT = r"'(?P<short>[0-9]{2})(?![0-9a-z])"
MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{MONTH} ?(?:the )?(?:{_DAY}|{_ORDINAL_DAY})(?!,[0-9]{{3}}|:| (?:million|billion|percent|per cent)|%)(?:,? ?(?:of )?{_YEAR}|,? {_SHORT})?"
)
DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<the>the )?(?:{_DAY}|{_ORDINAL_DAY})(?: of|(?: day)? of)?[ -]?(?: of)?{MONTH}(?:,?[ -]?(?:of )?(?:{_YEAR}|{_SHORT}))?"
)
MONTH_YEAR = re.compile(rf"{MONTH}(?:,? (?:of )?|-)(?:{_YEAR}|{_SHORT})")
ISO_DAY = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<mark>[-/.])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])(?![0-9])"
)
SLASHED = re.compile(
    r"(?P<one>[0-3]?[0-9])(?P<mark>[-/.])(?P<two>[0-3]?[0-9])(?P=mark)(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)
ISO_MONTH = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])(?![-0-9])")
YEAR = re.compile(_YEAR)
_WORD_YEAR = re.compile(
    rf"(?P<head>seventeen|eighteen|nineteen|twenty)[ -](?:(?P<oh>o|oh|ought)[ -](?P<ohunit>{any_of([w for w, n in SMALL.items() if 0 < n < 10])})"
    rf"|(?P<tens>{any_of(TENS)})(?:[ -](?P<unit>{any_of([w for w, n in SMALL.items() if 0 < n < 10])}))?"
    rf"|(?P<teen>{any_of([w for w, n in SMALL.items() if n >= 10])})"
    rf"|(?P<hundred>hundred))(?![a-z])"
)


def read_day_or_month(page: Page, start: int) -> Draft | None:
    """A date that begins with a weekday, a month or a day of the month at `start`."""
    t = page.plain
    if t.startswith(("sun, ", "sat, ", "sun ", "mon "), start) and not page.raw[start:].startswith(("Mon ", "Sun ", "Sat ", "Sun, ", "Sat, ")):
        return None
    if t.startswith("sun, ", start) and page.raw[: start - 1].rpartition(" ")[2][:1].isupper():
        return None  # the newspaper
    for pattern in (MONTH_FIRST, DAY_FIRST, MONTH_YEAR):
        found = pattern.match(t, start)
        if found and (draft := _from_parts(page, found)):
            return draft
    return None


#: the one day that news names without its year
_ELEVENTH = re.compile(r"sept(?:\.|ember)? 11(?:th)?,? (?:attack|commission|terror|hijack|victim|famil)")


def _from_parts(page: Page, found: re.Match[str]) -> Draft | None:
    parts = found.groupdict()
    month = MONTHS[parts["month"]]
    year = year_of(parts)
    day = None
    if parts.get("day"):
        day = int(parts["day"])
    elif parts.get("wordday"):
        day = ordinal_number(parts["wordday"])
    if day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    end = found.end()
    if year is None and _ELEVENTH.match(page.plain, found.start()):
        return Draft(found.start(), end, "date", "2001-09-11")
    if year is None:
        return Draft(found.start(), end, "date", f"--{month:02}-{day:02}" if day else f"--{month:02}")
    return Draft(found.start(), end, "date", f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))


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
    return 2000 + number if number < 50 else 1900 + number


def read_numeric_date(page: Page, start: int) -> Draft | None:
    """"2024-11-04", "2024/11/04", "04/11/2024" (ambiguous), "2024-11"."""
    t = page.plain
    if found := ISO_DAY.match(t, start):
        return _day(found.start(), found.end(), int(found["year"]), int(found["month"]), int(found["day"]))
    if found := SLASHED.match(t, start):
        return _slashed(found)
    if found := ISO_MONTH.match(t, start):
        return Draft(start, found.end(), "date", f"{found['year']}-{found['month']}")
    return None


def _slashed(found: re.Match[str]) -> Draft | None:
    one, two = int(found["one"]), int(found["two"])
    if len(found["year"]) == 2 and (found["mark"] != "/" or len(found["two"]) < 2 and len(found["one"]) < 2):
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


_CUES = frozenset(
    "in since until till by from of for during before after early late mid through throughout to circa "
    "around about between and or than fiscal year the this january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer "
    "autumn fall winter as on its his their our than's around mid- pre- post- elections".split()
)
_OLD_CUES = frozenset("in by since until before after around circa c. ca. about from".split())
_PLAIN_NUMBER_AFTER = re.compile(
    r" (?:people|troops|soldiers|men|women|children|miles|kilomet|met(?:er|re)s|feet|tons|tonnes|homes|"
    r"jobs|workers|square|hours|days|years|words|pages|points|votes|other|more|additional|dollars|euros|pounds|won|yen|"
    r"calories|victims|dead|deaths|residents|students|members|employees|cases|species|rpm|degrees|kg|km|mph|bc|staff|personnel|[a-z]+ (?:troops|soldiers|people))(?![a-z])"
)


def read_year(page: Page, start: int) -> Draft | None:
    """A year of four digits or in words ("nineteen ninety-one"), where it is no plain number."""
    t = page.plain
    found = YEAR.match(t, start)
    if not found:
        return _word_year(t, start)
    year, before = int(found["year"]), word_before(t, start)
    if not 1000 <= year <= 2199 or year < 1400 and before not in _OLD_CUES:
        return None
    if t[found.end() : found.end() + 2] in (" %", "-%") or _PLAIN_NUMBER_AFTER.match(t, found.end()):
        if not (before in ("in", "since") and 1900 <= year <= 2099 and not _unit_follows(t, found.end())):
            return None
    if before in _CUES or 1900 <= year <= 2099 or t[start - 1 : start] in ("(", "-"):
        return Draft(start, found.end(), "date", f"{year:04}")
    return None


def _unit_follows(t: str, end: int) -> bool:
    return bool(re.match(r" (?:dollars|euros|pounds|won|yen|kg|km|mph|bc|miles|feet|square)", t[end : end + 10]))


_ERA = re.compile(r"(?:ad (?P<after>[0-9]{1,4})|(?P<year>[0-9]{1,4}) (?P<era>ad|ce|bc|bce|a\\.d\\.|b\\.c\\.(?:e\\.)?|c\\.e\\.))(?![a-z0-9])")


def read_era(page: Page, start: int) -> Draft | None:
    """"833 AD", "AD 79"; before Christ there is no ISO form here: value `None`."""
    found = _ERA.match(page.plain, start)
    if not found or not page.raw[start : found.end()].replace(".", "").replace(" ", "").isupper():
        return None
    if found["era"] and found["era"].startswith("b"):
        return Draft(start, found.end(), "date", None, note="ambiguous")
    year = int(found["after"] or found["year"])
    return Draft(start, found.end(), "date", f"{year:04}") if year else None


def _word_year(t: str, start: int) -> Draft | None:
    found = _WORD_YEAR.match(t, start)
    if not found or found["hundred"] and word_before(t, start) not in ("in", "since", "by", "until"):
        return None
    century = {**SMALL, **TENS}[found["head"]] * 100
    if found["tens"] and found["head"] == "twenty" and not found["unit"]:
        if word_before(t, start) not in ("in", "since", "by", "until", "of", "from", "before", "after"):
            return None
    rest = SMALL.get(found["ohunit"] or found["unit"] or found["teen"] or "", 0)
    return Draft(start, found.end(), "date", f"{century + TENS.get(found['tens'] or '', 0) + rest:04}")


_MONTH_WORD = re.compile(rf"({any_of(MONTHS)})(?![a-z])\.?")
_MONTH_CUES = frozenset(
    "in last next since until till by of this early late mid from to through during before after "
    "between and the on around".split()
)
_HARD_CUES = _MONTH_CUES - {"the", "and", "of", "to", "on", "last", "next"}
_SURE_MONTHS = frozenset(m for m in MONTHS if len(m) > 4 and m not in ("march", "april", "august")) | {
    "july",
    "april",
    "june",
    "august",
}


def read_lone_month(page: Page, start: int) -> Draft | None:
    """A month without day and year; "may" and "march" only where they cannot be verbs."""
    found = _MONTH_WORD.match(page.plain, start)
    if not found or not page.raw[start].isupper():
        return None
    name, before = found[1], word_before(page.plain, start)
    doubtful = name in ("may", "march", "mar", "jan", "june", "april", "august")
    if before not in (_HARD_CUES if name in ("may", "march") else _MONTH_CUES):
        if name not in _SURE_MONTHS or doubtful and page.raw[found.end() : found.end() + 2].strip()[:1].isupper():
            return None
    if doubtful and page.plain.startswith("'s", start + len(name)):
        return None
    return Draft(start, start + len(name), "date", f"--{MONTHS[name]:02}")
