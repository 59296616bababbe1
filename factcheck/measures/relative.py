"""Relative dates: "last year", "two years ago", "on Wednesday", "in March", "the year before".

They are counted from the date of utterance; "the year before" and "a year earlier" from the
nearest date in the text. Without a date to count from the value is `None`, note "no_date".
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import MONTHS, SEASONS, WEEKDAYS, any_of
from factcheck.measures.periods import Period
from factcheck.measures.plain import Page, word_before

_FULL_MONTHS = [m for m in MONTHS if len(m) > 3 and m != "sept"] + ["may"]
FULL_WEEKDAYS = [w for w in WEEKDAYS if w.endswith("day")]
DAYS = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
UNITS = ("week", "month", "quarter", "year", "decade", "century", "weekend", "fiscal year", "financial year")
_DAY = re.compile(rf"(?P<day>{any_of(DAYS)})(?![a-z])")
SHIFTED = re.compile(
    rf"(?:the )?(?P<shift>last|this|next|past|previous|coming|current|following|same|preceding)[ -]"
    rf"(?P<what>{any_of([*UNITS, *_FULL_MONTHS, *FULL_WEEKDAYS, *SEASONS])})(?![a-z])"
)
_OF_WEEK = re.compile(
    rf"(?P<weekday>{any_of(FULL_WEEKDAYS)}) of (?P<shift>last|next|this|the same|that) week(?![a-z])"
)
_FEASTS = frozenset("black good bloody palm super ash cyber fat easter holy maundy shrove giving whit boxing".split())
_WEEKDAY = re.compile(rf"(?P<weekday>{any_of(FULL_WEEKDAYS)})(?![a-z])")
_ANCHORED = re.compile(r"(?:the )(?P<unit>year|month|week|day|decade)[ -](?P<way>before|earlier|after|later)(?![a-z])(?= ?[.,;:)!?\x1f]|$| that)")
_SHIFTS = {"last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "coming": 1, "current": 0, "following": 1, "same": 0, "preceding": -1}
_TO_THE_TEXT = ("previous", "following", "same", "preceding")


def read_relative(page: Page, start: int, near: str | None) -> Draft | None:
    """A relative date that begins at `start`; `near` is the nearest date before it in the text."""
    t = page.plain
    if found := _DAY.match(t, start):
        return _dated(page, found, lambda day: (day + timedelta(days=DAYS[found["day"]])).isoformat())
    if found := SHIFTED.match(t, start):
        return _shifted(page, found, near)
    if found := _ANCHORED.match(t, start):
        steps = -1 if found["way"] in ("before", "earlier") else 1
        return _anchored(found.start(), found.end(), found["unit"], steps, near)
    if found := _OF_WEEK.match(t, start):
        steps = {"last": -1, "next": 1}.get(found["shift"], 0)
        return _dated(page, found, lambda day: _moved(day + timedelta(weeks=steps), found["weekday"], 0, found))
    if word_before(t, start) in _FEASTS:
        return None
    if found := _WEEKDAY.match(t, start):
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
    if _is_future(page.plain, start) and back:
        return (day + timedelta(days=7 - back)).isoformat()
    return (day - timedelta(days=back)).isoformat()


_FUTURE = re.compile(r"(?: will| would|'ll| shall| due| (?:is|are) expected| going to| set to|(?<!had) expected to| scheduled| plans? to| to be | expires?| runs? out| is to| are to| upcoming)(?![a-z])")


def _is_future(t: str, start: int) -> bool:
    """Whether the clause around `start` speaks of what is to come."""
    left, right = max(0, start - 70), min(len(t), start + 40)
    window = t[left:right]
    begin = max(window.rfind(". ", 0, start - left), window.rfind("\x1f", 0, start - left))
    stop = window.find(". ", start - left)
    return bool(_FUTURE.search(window[begin + 1 : stop if stop >= 0 else None]))


def _shifted(page: Page, found: re.Match[str], near: str | None) -> Draft | None:
    shift, what = found["shift"], found["what"]
    steps = _SHIFTS[shift]
    begin, end = found.start(), found.end()
    has_the = found.group().startswith("the ")
    if shift in _TO_THE_TEXT:
        if not has_the and shift != "previous" or what not in ("year", "month", "week", "decade", "day"):
            return None
        return _anchored(begin, end, what, steps, near)
    if has_the and shift in ("last", "past", "coming", "next", "this"):
        return _running(page, begin, end, Decimal(1), what, steps) if what in UNITS else None
    if shift == "current" or shift == "past" and what not in UNITS:
        return None
    day = page.date
    if day is None:
        kind = "date" if what in ("year", "month") or what in MONTHS or what in WEEKDAYS else "period"
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


def moved_unit(day: date, unit: str, steps: int) -> str:
    """The week, month, quarter, year, decade or century `steps` away, as ISO 8601 text."""
    if unit == "day":
        return (day + timedelta(days=steps)).isoformat()
    if unit == "week":
        monday = day - timedelta(days=day.weekday() - 7 * steps)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday() - 5 - 7 * steps)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "month":
        return _month_text(day.year * 12 + day.month - 1 + steps)
    if unit == "quarter":
        first = (day.year * 12 + day.month - 1) // 3 * 3 + 3 * steps
        return f"{_month_text(first)}/{_month_text(first + 2)}"
    if unit.endswith(" year"):
        return f"FY{day.year + steps:04}"
    if unit == "year":
        return f"{day.year + steps:04}"
    if unit == "decade":
        first, size = day.year // 10 * 10 + steps * 10, 10
    else:
        first, size = (day.year - 1) // 100 * 100 + 1 + steps * 100, 100
    return f"{first:04}/{first + size - 1:04}"


def _month_text(months: int) -> str:
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _anchored(start: int, end: int, unit: str, steps: int, near: str | None) -> Draft:
    first = _first_day(near)
    if first is None:
        return Draft(start, end, "date", None, note="no_date")
    try:
        value = moved_unit(first, unit, steps)
    except (ValueError, OverflowError):
        return Draft(start, end, "date", None, note="no_date")
    return Draft(start, end, "period" if "/" in value else "date", value)


def _first_day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        period = Period.parse(value)
    except ValueError:
        return None
    return period.first or period.last


# --- durations that point: "two years ago", "in five years", "the past decade" ------------

_AFTER = re.compile(
    r" (?P<way>ago|earlier|later|before that|from now|from today|hence|previously|prior|before)(?![a-z])(?! than(?![a-z]))"
)
_IN_TIME = re.compile(r"' time(?![a-z])")
_BEFORE_RUNNING = re.compile(r"(?:the |these |in )?(?P<shift>last|past|previous|next|coming|following|preceding) (?:an? )?$")


def pointed(page: Page, draft: Draft, number: Decimal, unit: str, near: str | None) -> Draft | None:
    """The date or period that a duration points to, if words around it make it one."""
    t = page.plain
    if found := _AFTER.match(t, draft.end):
        way = found["way"]
        if way in ("ago", "from now", "from today", "hence"):
            return _offset(draft.start, found.end(), page.date, number, unit, way == "ago")
        at_end = found.end() >= len(t) or t[found.end()] in ".,;:)!?-\x1f"
        if way in ("earlier", "later", "before that", "prior", "previously") or (way == "before" and at_end):
            base = _first_day(near)
            return _offset(draft.start, found.end(), base, number, unit, way != "later")
    window = t[max(0, draft.start - 20) : draft.start]
    if found := _BEFORE_RUNNING.search(window):
        begin = draft.start - len(window) + found.start()
        if found.group().startswith("in "):
            begin += 3
        steps = _SHIFTS[found["shift"]]
        return _running(page, begin, draft.end, number, unit, steps)
    in_time = _IN_TIME.match(t, draft.end)
    if window.endswith(("in ", "within ")) and (window == "in " or window[-4:-3] in (" ", "") or in_time):
        if in_time or (window.endswith("in ") and _is_future(t, draft.start)):
            end = in_time.end() if in_time else draft.end
            return _offset(draft.start - 3, end, page.date, number, unit, False)
    return None


def _offset(
    start: int, end: int, base: date | None, number: Decimal, unit: str, back: bool
) -> Draft:
    if base is None:
        return Draft(start, end, "date", None, note="no_date")
    amount = -number if back else number
    try:
        value = shifted_text(base, amount, unit)
    except (ValueError, OverflowError):
        return Draft(start, end, "date", None, note="ambiguous")
    draft = Draft(start, end, "date", value)
    if len(value) == 4:
        draft.low, draft.high = f"{int(value) - 1:04}-07-01", f"{int(value) + 1:04}-06-30"
    return draft


def shifted_text(base: date, amount: Decimal, unit: str) -> str:
    """`base` moved by an amount of a unit, at the unit's precision, as ISO 8601 text."""
    unit = {"yr": "year", "centurie": "century"}.get(unit.rstrip("s"), unit.rstrip("s"))
    years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if years is not None:
        total = amount * years
        if total == int(total):
            year = base.year + int(total)
            if year < 1:
                raise ValueError("before the year 1")
            return f"{year:04}"
        return _month_text(base.year * 12 + base.month - 1 + int((total * 12).quantize(Decimal(1))))
    if unit in ("month", "quarter"):
        size = 3 if unit == "quarter" else 1
        months = base.year * 12 + base.month - 1 + int((amount * size).quantize(Decimal(1)))
        if months < 12:
            raise ValueError("before the year 1")
        return _month_text(months)
    days = {"week": 7, "day": 1, "fortnight": 14}.get(unit)
    return (base + timedelta(days=int(amount * days) if days else 0)).isoformat()


def _running(
    page: Page, start: int, end: int, number: Decimal, unit: str, steps: int
) -> Draft:
    """"the past five years": the stretch that ends, or begins, on the day of utterance."""
    if page.date is None:
        return Draft(start, end, "period", None, note="no_date")
    name = {"fiscal year": "year", "financial year": "year", "weekend": "week"}.get(unit, unit)
    try:
        other = shifted_text(page.date, number if steps > 0 else -number, name)
    except (ValueError, OverflowError):
        return Draft(start, end, "period", None, note="ambiguous")
    far = _same_day(other, page.date)
    ends = (page.date, far) if steps > 0 else (far, page.date)
    return Draft(start, end, "period", f"{ends[0].isoformat()}/{ends[1].isoformat()}")


def _same_day(text: str, day: date) -> date:
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7]) if len(text) > 4 else day.month
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def settled(page: Page, draft: Draft) -> None:
    """Give a date without a year ("--11-04") the year that the date of utterance suggests."""
    text = draft.value
    if not isinstance(text, str) or not text.startswith("--"):
        return
    if page.date is None:
        draft.value, draft.note = None, "no_date"
        return
    month, future = int(text[2:4]), _is_future(page.plain, draft.start)
    year = page.date.year
    if future and month < page.date.month:
        year += 1
    elif not future and month > page.date.month:
        year -= 1
    rest = text[4:]
    if "/" in rest:
        first, last = (int(part) for part in rest[1:].split("/"))
        last = min(last, monthrange(year, month)[1])
        draft.value = f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}"
    else:
        draft.value = f"{year:04}-{month:02}{rest}"
        if rest == "-29" and month == 2 and not monthrange(year, 2)[1] == 29:
            draft.value = f"{year:04}-02"
