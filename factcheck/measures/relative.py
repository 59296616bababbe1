"""Relative dates: "last year", "two years ago", "on Wednesday", "in March", "the year before".

They are counted from the date of utterance; "the year before" and "a year earlier" from the
nearest date in the text. Without a date to count from the value is `None`, note "no_date".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import MONTHS, SEASONS, WEEKDAYS, any_of
from factcheck.measures.moving import first_day, moved_unit, running
from factcheck.measures.part_of_now import PART_OF, part_of
from factcheck.measures.plain import Page, word_before
from factcheck.measures.tenses import is_future

_FULL_MONTHS = [m for m in MONTHS if len(m) > 3 and m != "sept"] + ["may"]
FULL_WEEKDAYS = [w for w in WEEKDAYS if w.endswith("day")]
DAYS = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
UNITS = (
    "week",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "weekend",
    "fiscal year",
    "financial year",
)
_DAY = re.compile(rf"(?P<day>{any_of(DAYS)})(?![a-z])")
SHIFTED = re.compile(
    rf"(?:the )?(?P<shift>last|this|next|past|previous|coming|current|following|same|preceding)[ -]"
    rf"(?P<what>{any_of([*UNITS, 'day', *_FULL_MONTHS, *FULL_WEEKDAYS, *SEASONS])})(?![a-z])"
)
_OF_WEEK = re.compile(
    rf"(?P<weekday>{any_of(FULL_WEEKDAYS)}) of (?P<shift>last|next|this|the same|that) "
    rf"week(?![a-z])"
)
_FEASTS = frozenset(
    [
        "black",
        "good",
        "bloody",
        "palm",
        "super",
        "ash",
        "cyber",
        "fat",
        "easter",
        "holy",
        "maundy",
        "shrove",
        "giving",
        "whit",
        "boxing",
    ]
)
_WEEKDAY = re.compile(rf"(?P<weekday>{any_of(FULL_WEEKDAYS)})(?![a-z])")
#: "a fine Saturday": none that is counted from today
_ANY_DAY = re.compile(
    r"(?<![a-z])(?:an?|one|any|every|each) "
    r"(?:(?:fine|sunny|rainy|snowy|cold|warm|hot|quiet|busy|normal|typical|ordinary|single|given|"
    r"summer|winter|autumn|spring|gr[ae]y|bright|dark|early|late) )?$"
)
_ANCHORED = re.compile(
    r"(?:the )(?P<unit>year|month|week|day|decade)[ -](?P<way>before|earlier|after|later)"
    r"(?![a-z])(?= ?[.,;:)!?\x1f]|$| that)"
)
SHIFTS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "past": -1,
    "previous": -1,
    "coming": 1,
    "current": 0,
    "following": 1,
    "same": 0,
    "preceding": -1,
}
_WHOSE = frozenset(("its", "his", "her", "their", "my", "our", "your"))
_LASTING = frozenset(("over", "in", "for", "within", "during", "through", "throughout"))
_COUNTED_UNITS = ("year", "month", "week", "decade", "day")
_TO_THE_TEXT = ("previous", "following", "same", "preceding")


def read_relative(page: Page, start: int, near: str | None) -> Draft | None:
    """A relative date that begins at `start`; `near` is the nearest date before it in the text."""
    t = page.plain
    if found := _DAY.match(t, start):
        return _dated(
            page, found, lambda day: (day + timedelta(days=DAYS[found["day"]])).isoformat()
        )
    if found := PART_OF.match(t, start):
        return part_of(page, found)
    if found := SHIFTED.match(t, start):
        return _shifted(page, found, near)
    if found := _ANCHORED.match(t, start):
        steps = -1 if found["way"] in ("before", "earlier") else 1
        return _anchored(found.start(), found.end(), found["unit"], steps, near)
    if found := _OF_WEEK.match(t, start):
        steps = {"last": -1, "next": 1}.get(found["shift"], 0)
        return _dated(
            page,
            found,
            lambda day: _moved(day + timedelta(weeks=steps), found["weekday"], 0, found),
        )
    if word_before(t, start) in _FEASTS:
        return None
    if (found := _WEEKDAY.match(t, start)) and not _ANY_DAY.search(t, max(0, start - 30), start):
        return _dated(page, found, lambda day: _weekday(page, found.start(), found["weekday"], day))
    return None


def _dated(page: Page, found: re.Match[str], value: object) -> Draft:
    kind = "date"
    if page.date is None:
        return Draft(found.start(), found.end(), kind, None, note="no_date")
    assert callable(value)
    text = str(value(page.date))
    return Draft(found.start(), found.end(), "period" if "/" in text else kind, text)


def _weekday(page: Page, start: int, name: str, day: date) -> str:
    """The weekday nearest before the day of utterance (or on it); after it with "will"."""
    back = (day.weekday() - WEEKDAYS[name]) % 7
    if is_future(page.plain, start) and back:
        return (day + timedelta(days=7 - back)).isoformat()
    return (day - timedelta(days=back)).isoformat()


def _shifted(page: Page, found: re.Match[str], near: str | None) -> Draft | None:
    shift, what = found["shift"], found["what"]
    steps = SHIFTS[shift]
    begin, end = found.start(), found.end()
    has_the = found.group().startswith("the ")
    before = word_before(page.plain, begin)
    if before in _WHOSE or page.plain.endswith(("'s ", "s' "), 0, begin):
        return None  # "in its last year"
    if has_the and shift == "next" and what in ("year", "month") and before not in _LASTING:
        then = first_day(near)
        if then is not None and page.date is not None and then.year < page.date.year:
            return _anchored(begin, end, what, steps, near)  # "in 2017 … the next year"
    if has_the and shift in ("last", "past") and page.plain.startswith(" of ", end):
        return None  # "the last year of his term"
    if shift in _TO_THE_TEXT:
        if (not has_the and shift != "previous") or what not in _COUNTED_UNITS:
            return None
        return _anchored(begin, end, what, steps, near)
    if what == "day":
        return _anchored(begin, end, what, steps, near) if has_the else None
    if has_the and shift in ("last", "past", "coming", "next", "this") and what != "century":
        return running(page, begin, end, Decimal(1), what, steps) if what in UNITS else None
    if shift == "current" or (shift == "past" and what not in UNITS):
        return None
    day = page.date
    if day is None:
        kind = (
            "date" if what in ("year", "month") or what in MONTHS or what in WEEKDAYS else "period"
        )
        return Draft(begin, end, kind, None, note="no_date")
    value = _moved(day, what, steps, found)
    return Draft(begin, end, "period" if "/" in value or value.startswith("FY") else "date", value)


def _moved(day: date, what: str, steps: int, found: re.Match[str]) -> str:
    if what in WEEKDAYS:
        back = (day.weekday() - WEEKDAYS[what]) % 7
        if steps < 0:
            return (day - timedelta(days=back or 7)).isoformat()
        if steps > 0:
            return (day + timedelta(days=(7 - back) % 7 or 7)).isoformat()
        monday = day - timedelta(days=day.weekday())
        return (monday + timedelta(days=WEEKDAYS[what])).isoformat()
    if what in MONTHS:
        return f"{_year_of_month(day, MONTHS[what], steps):04}-{MONTHS[what]:02}"
    if what in SEASONS:
        first, count = SEASONS[what]
        year = _year_of_month(day, first, steps)
        last_year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
        return f"{year:04}-{first:02}/{last_year:04}-{last:02}"
    return moved_unit(day, what, steps)


def _year_of_month(day: date, month: int, steps: int) -> int:
    if steps < 0:
        return day.year if month < day.month else day.year - 1
    if steps > 0:
        return day.year if month > day.month else day.year + 1
    return day.year


def _anchored(start: int, end: int, unit: str, steps: int, near: str | None) -> Draft:
    first = first_day(near)
    if first is None:
        return Draft(start, end, "date", None, note="no_date")
    try:
        value = moved_unit(first, unit, steps)
    except (ValueError, OverflowError):
        return Draft(start, end, "date", None, note="no_date")
    return Draft(start, end, "period" if "/" in value else "date", value)
