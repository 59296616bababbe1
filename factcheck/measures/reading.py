"""Reading values: the passes over a text, in order.

1. `plain` gives the text one spelling; 2. the `GATE` finds where a value might begin; 3. the
readers of each kind read there, the first that succeeds wins; 4. a second figure may make it
a range, a second date a period; 5. hedges, counted nouns, "a year"; 6. silence about names
and scores; 7. bounds.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal

from factcheck.measures.bounds import date_bounds, duration_bounds, numeric_bounds
from factcheck.measures.counting import counted
from factcheck.measures.date_ranges import JOIN, joined, opened, read_days, read_years
from factcheck.measures.dates import read_day_or_month, read_numeric_date, read_year
from factcheck.measures.drafts import Draft
from factcheck.measures.durations import duration_days
from factcheck.measures.fractions import read_fraction
from factcheck.measures.gate import GATE, ROUTES
from factcheck.measures.hedging import find_hedge, find_per
from factcheck.measures.iso_forms import ends_of, read_iso
from factcheck.measures.lexicon import GLYPHS, MONTHS, TIME_UNITS
from factcheck.measures.numerals import Numeral, read_numeral
from factcheck.measures.ordinals import read_ordinal
from factcheck.measures.periods_in_text import read_period
from factcheck.measures.plain import Page, plain, word_before
from factcheck.measures.ranges import read_range
from factcheck.measures.relative import pointed, read_relative, settled
from factcheck.measures.silence import is_silent
from factcheck.measures.units import with_unit
from factcheck.measures.values import Value

_LONGEST_RUN = 25
_DOLLARS = ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD")


def read_values(text: str, date: datetime.date | None = None) -> list[Value]:
    """The values in `text`, left to right, not overlapping.

    `date` is the date of utterance, from which relative dates are counted; without it they
    have the value `None` and the note "no_date". Never raises.
    """
    page = Page(text, plain(text), date)
    drafts: list[Draft] = []
    done = 0
    near: str | None = None
    for seed in GATE.finditer(page.plain):
        if seed.start() < done:
            continue
        draft = _read_at(page, seed, done, near)
        if draft is None:
            continue
        done = max(done, draft.end)
        if draft.kind == "":
            continue
        drafts.append(draft)
        if draft.kind in ("date", "period") and isinstance(draft.value, str):
            near = draft.value
    _settle_dollars(drafts)
    for draft in drafts:
        _bound(draft)
    return [draft.finished(text) for draft in drafts]


def _read_at(page: Page, seed: re.Match[str], done: int, near: str | None) -> Draft | None:
    """The value that begins at a seed, finished but for bounds; kind "" is to be passed over."""
    t, start = page.plain, seed.start()
    first = t[start]
    if "0" <= first <= "9":
        if seed.end() - start > _LONGEST_RUN:
            return Draft(start, seed.end(), "", None)
        draft = _read_digits(page, start, done, near)
    elif first in GLYPHS:
        draft = _read_number(page, start, near)
    elif first == "p" and seed.end() == start + 1 or first == ".":
        draft = read_iso(page, start)
    else:
        draft = _read_routes(page, start, ROUTES.get(seed.group(), "n"), done, near)
    if draft is None:
        return None
    if draft.start < done:
        return None
    return _finish(page, draft)


def _finish(page: Page, draft: Draft) -> Draft | None:
    t = page.plain
    if draft.kind in ("date", "period"):
        draft = _date_range(page, draft)
        settled(page, draft)
        opened(page, draft)
    if is_silent(page, draft):
        return Draft(draft.start, draft.end, "", None)
    find_hedge(t, draft)
    find_per(t, draft)
    if draft.kind == "number" and draft.unit is None:
        draft.of = counted(t, page.raw, draft.end)
    return draft


def _read_routes(page: Page, start: int, routes: str, done: int, near: str | None) -> Draft | None:
    for route in routes:
        if draft := _ROUTE_READERS[route](page, start, done, near):
            return draft
    return None


def _with_the(page: Page, start: int) -> int:
    t = page.plain
    if start >= 4 and t[start - 4 : start] == "the " and not t[start - 5 : start - 4].isalnum():
        return start - 4
    return start


def _dates(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    t = page.plain
    draft = read_days(page, start) or read_day_or_month(page, start) or read_year(page, start)
    return draft or (_lone_month(page, start) if t[start] in "jfmasond" else None)


_MONTH_WORD = re.compile(rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])\.?")
_MONTH_CUES = frozenset(
    "in last next since until till by of this early late mid from to through during before after between and the on around".split()
)
_SURE_MONTHS = ("january", "february", "april", "june", "july", "august", "september", "october", "november", "december")


def _lone_month(page: Page, start: int) -> Draft | None:
    found = _MONTH_WORD.match(page.plain, start)
    if not found or not page.raw[start].isupper():
        return None
    name, before = found[1], word_before(page.plain, start)
    cues = _MONTH_CUES if name not in ("may", "march") else _MONTH_CUES - {"the", "and", "of", "to", "on"}
    if before not in cues and name not in _SURE_MONTHS:
        return None
    return Draft(start, start + len(name), "date", f"--{MONTHS[name]:02}")


def _periods(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    wide = _with_the(page, start)
    return (read_period(page, wide) if wide >= done else None) or (
        read_period(page, start) if wide != start else None
    )


def _relative(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    wide = _with_the(page, start)
    return (read_relative(page, wide, near) if wide >= done else None) or (
        read_relative(page, start, near) if wide != start else None
    )


def _ordinals(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    return read_ordinal(page, start)


def _fractions(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    draft = read_fraction(page, start)
    if draft or page.plain[start : start + 4] != "half":
        return draft
    return None


def _numbers(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    t = page.plain
    for article in ("a ", "an ", "half a ", "a half ", "minus ", "negative "):
        at = start - len(article)
        if at >= done and t.startswith(article, at) and not t[at - 1 : at].isalpha():
            if article in ("minus ", "negative "):
                return _negative(page, at, start, near)
            if draft := _read_number(page, at, near):
                return draft
    return _read_number(page, start, near)


def _negative(page: Page, at: int, start: int, near: str | None) -> Draft | None:
    draft = _read_number(page, start, near)
    if draft and isinstance(draft.value, Decimal):
        draft.value, draft.start = -draft.value, at
    return draft


_A_UNIT = re.compile(rf"an? ({'|'.join(sorted(TIME_UNITS, key=len, reverse=True))})(?![a-z])")
_LASTING = frozenset(
    "for within over in lasted lasts lasting least than about almost nearly only after of every around roughly under exactly up to took takes take just".split()
)


def _a_unit(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """"a year ago", "for a decade", "over a year"; not "$5 billion a year"."""
    t = page.plain
    found = _A_UNIT.match(t, start)
    if not found or found[1].endswith("s") or found[1] in ("second", "quarter", "min"):
        return None
    numeral = Numeral(start, start + t[start:].index(" ") if False else start + found.group().index(" "), Decimal(1), Decimal(1), Decimal(1))
    draft = with_unit(page, numeral)
    if draft.kind != "duration":
        return None
    after_half = re.compile(r" and (?:a half|a quarter)(?![a-z])").match(t, draft.end)
    number = Decimal(1)
    if after_half:
        number = Decimal("1.5") if "half" in after_half.group() else Decimal("1.25")
        draft = Draft(start, after_half.end(), "duration", _iso(number, found[1]), None, Decimal("0.1"))
    if point := pointed(page, draft, number, found[1], near):
        return point
    if after_half or found[1] in ("decade", "century", "millennium", "fortnight"):
        return draft
    return draft if word_before(t, start) in _LASTING - {"in", "every", "to", "of"} else None


def _iso(number: Decimal, unit: str) -> str:
    from factcheck.measures.durations import duration_text

    return duration_text(number, TIME_UNITS[unit])


_LONG = re.compile(r"(year|month|week|day|decade|century)-?long(?![a-z])")


def _long(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    found = _LONG.match(page.plain, start)
    if not found:
        return None
    return Draft(start, found.end(), "duration", _iso(Decimal(1), found[1]), None, Decimal(1), Decimal(1))


_ROUTE_READERS: dict[str, Callable[[Page, int, int, str | None], Draft | None]] = {
    "d": _dates,
    "p": _periods,
    "r": _relative,
    "o": _ordinals,
    "f": _fractions,
    "n": _numbers,
    "a": _a_unit,
    "l": _long,
}


def _read_digits(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    t = page.plain
    before = t[start - 1] if start else " "
    if before.isalpha() or before in "_@\\" or before == "'" and t[start + 1 : start + 2].isdigit():
        return _after_letter(page, start, done, near)
    if before == "-" and start > 1 and not t[start - 2].isspace() and t[start - 2] not in "(\x1f\"'":
        return _after_hyphen(page, start, done, near)
    if before in ",:/" and start > 1 and (t[start - 2].isalnum() or before == "/"):
        return Draft(start, start + 1, "", None)
    if before == "#":
        return None
    if before == "." and start > 1:
        if t[start - 2].isspace() or t[start - 2] in "-$€£(":
            return _read_number(page, start - 1, near)
        if t[start - 2].isalnum():
            return _read_number(page, start, near) if t[start - 2].isalpha() and start > 3 and t[start - 4 : start - 1] == "rs" else None
    return (
        read_iso(page, start)
        or read_days(page, start)
        or read_numeric_date(page, start)
        or read_years(page, start)
        or _periods(page, start, done, near)
        or read_day_or_month(page, start)
        or _year(page, start)
        or read_ordinal(page, start)
        or read_fraction(page, start)
        or _read_number(page, start, near)
    )


def _year(page: Page, start: int) -> Draft | None:
    return read_year(page, start) if page.plain[start] in "12" else None


def _after_letter(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """"FY2019", "'90s", "KRW500", "Q3 2023": digits right after a letter."""
    for back in (1, 2, 3):
        at = start - back
        if at < done or at < 0 or at and (page.plain[at - 1].isalnum()):
            continue
        if draft := read_period(page, _with_the(page, at)) or read_period(page, at):
            return draft
    draft = _read_number(page, start, near)
    return draft if draft and draft.kind == "amount" and draft.start < start else None


def _after_hyphen(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """"mid-2019", "pre-1991": digits after a word and a hyphen are rarely a value."""
    t = page.plain
    word = t[max(0, start - 12) : start - 1].rsplit(" ", 1)[-1].lstrip("(\"'")
    if word in ("pre", "post", "mid", "early", "late", "end", "since"):
        return _year(page, start) if word in ("pre", "post") else _periods(page, start - len(word) - 1, done, near)
    if word in ("mid-to-late", "us", "non", "sub", "") or word.endswith("-"):
        return _read_number(page, start, near)
    if t[start - 2] == "-":
        return _read_digits_after_dash(page, start, done, near)
    return None


def _read_digits_after_dash(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    return read_numeric_date(page, start) or _year(page, start) or _read_number(page, start, near)


def _read_number(page: Page, start: int, near: str | None) -> Draft | None:
    """A number, percentage, amount, duration or range that begins at `start`."""
    t = page.plain
    numeral = read_numeral(t, start)
    if numeral is None or not _ends_well(t, numeral):
        return None
    draft = with_unit(page, numeral)
    if draft.kind == "number" and not _ends_well(t, numeral, bare=True):
        return None
    _sign(page, draft)
    if found := read_range(page, draft, numeral):
        return found
    if draft.kind == "duration" and draft.of:
        unit, draft.of = draft.of, None
        if point := pointed(page, draft, numeral.value, unit, near):
            return point
        draft.unit = None
        draft.step = _duration_step(draft, numeral, unit)
    return draft


def _duration_step(draft: Draft, numeral: Numeral, unit: str) -> Decimal:
    return numeral.step * duration_days(_iso(Decimal(1), unit))[0]


def _sign(page: Page, draft: Draft) -> None:
    t = page.plain
    start = draft.start
    if draft.kind in ("number", "percentage") and isinstance(draft.value, Decimal):
        if t[start - 1 : start] == "-" and t[start : start + 1].isdigit() and not t[start - 2 : start - 1].strip(" (\x1f\"'"):
            draft.start, draft.value = start - 1, -draft.value


def _ends_well(t: str, numeral: Numeral, bare: bool = False) -> bool:
    """Digits that run on into letters are names ("4chan"), unless a unit was read there."""
    following = t[numeral.end : numeral.end + 1]
    if not bare or numeral.in_words:
        return True
    return not (following.isalpha() or following in ("_", "@")) or following in "xp" and False


def _date_range(page: Page, draft: Draft) -> Draft:
    """Join a second date to a first: "March to May 2024"."""
    t = page.plain
    join = JOIN.match(t, draft.end)
    if not join or draft.kind != "date" or draft.value is None:
        return draft
    at = join.end()
    if not t[at : at + 1].isalnum():
        return draft
    second = read_numeric_date(page, at) or read_day_or_month(page, at) or read_year(page, at)
    if second is None:
        second = _lone_month(page, at)
    if second is None:
        return draft
    settled(page, second)
    copy = Draft(draft.start, draft.end, draft.kind, draft.value)
    if not (isinstance(second.value, str) and str(copy.value).startswith("--")):
        settled(page, copy)
    return joined(page, copy, second, join.group().strip().removesuffix(" the")) or draft


def _settle_dollars(drafts: list[Draft]) -> None:
    """An open "$" is the one dollar that the text names, if it names exactly one."""
    named = {draft.unit for draft in drafts if draft.kind in ("amount", "range")} & set(_DOLLARS)
    if len(named) == 1:
        (code,) = named
        for draft in drafts:
            if draft.unit == "$":
                draft.unit = code


def _bound(draft: Draft) -> None:
    """Fill in `low` and `high` where the reader has not."""
    value = draft.value
    if value is None or draft.low is not None or draft.high is not None:
        return
    if isinstance(value, Decimal):
        if draft.kind == "ordinal":
            draft.low = draft.high = value
        else:
            count = draft.kind == "number" and draft.unit is None
            draft.low, draft.high = numeric_bounds(value, draft.step, draft.hedge, count)
    elif draft.kind == "duration":
        draft.low, draft.high = duration_bounds(value, draft.step, draft.hedge)
    elif draft.kind == "range":
        draft.low, draft.high = ends_of(value)
    else:
        draft.low, draft.high = date_bounds(value, draft.hedge)
