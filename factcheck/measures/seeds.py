"""From a seed to the value that begins there: which readers are tried, and in which order."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factcheck.measures.counted_parts import read_counted_part
from factcheck.measures.date_ranges import read_days, read_years
from factcheck.measures.dates import read_day_or_month, read_numeric_date
from factcheck.measures.drafts import Draft
from factcheck.measures.figures import read_a_unit, read_figure, read_lasting
from factcheck.measures.fractions import read_fraction
from factcheck.measures.gate import ROUTES
from factcheck.measures.iso_forms import read_iso
from factcheck.measures.lexicon import GLYPHS
from factcheck.measures.lone_months import read_lone_month
from factcheck.measures.ordinals import read_ordinal
from factcheck.measures.periods_in_text import read_period
from factcheck.measures.plain import Page, word_before
from factcheck.measures.relative import read_relative
from factcheck.measures.years import read_era, read_short_year, read_year

_LONGEST_RUN = 25
_PHONE = re.compile(r"(?:1[ .-])?[0-9]{3}(?:\) ?|[ .-])[0-9]{3}[ .-][0-9]{4}(?![0-9])")
#: "+44 20 7484 9866": a country's code and at least two groups of digits
_ABROAD = re.compile(r"[0-9]{1,3}(?:[ .-]\(?[0-9]{1,5}\)?){2,6}(?![0-9])")
_DIGITS_ON = re.compile(r"[0-9]{1,30}")
#: a seed that is passed over up to its end
PASSED = ""


def read_seed(page: Page, seed: re.Match[str], done: int, near: str | None) -> Draft | None:
    """The value that begins at a seed; kind "" tells how far to pass over.

    `done` is where the last value ended, `near` the ISO form of the last date before here.
    """
    t, start = page.plain, seed.start()
    first = t[start]
    if "0" <= first <= "9":
        if seed.end() - start > _LONGEST_RUN:
            return Draft(start, seed.end(), PASSED, None)
        return _digits(page, start, done, near)
    if first in GLYPHS:
        return read_figure(page, start, near)
    if first == "." or seed.end() == start + 1:
        return read_iso(page, start)
    return _words(page, start, seed.group(), done, near)


def _words(page: Page, start: int, word: str, done: int, near: str | None) -> Draft | None:
    routes = ROUTES.get(word, "")
    if page.plain[start - 1 : start] == "-" and page.plain[start - 2 : start - 1].isalpha():
        routes = "".join(route for route in routes if route in "dpr")  # "high-five"
    for route in routes:
        if draft := _READERS[route](page, start, done, near):
            return draft
    article, _, rest = word.partition(" ")
    if article in ("a", "an") and rest in ROUTES:  # "a third agreement"
        return _words(page, start + len(article) + 1, rest, done, near)
    if article in ("a", "an"):
        return read_lasting(page, start + len(article) + 1)
    return None


def _with_the(page: Page, start: int, done: int) -> int:
    """Where "the" before `start` begins, if it stands there and is still free."""
    t, at = page.plain, start - 4
    if at >= done and t.startswith("the ", at) and not t[at - 1 : at].isalnum():
        return at
    return start


def _dates(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    wide = _with_the(page, start, done)
    if wide != start and (draft := read_day_or_month(page, wide)):
        return draft
    return (
        read_days(page, start)
        or read_day_or_month(page, start)
        or read_year(page, start)
        or read_lone_month(page, start)
    )


def _periods(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    wide = _with_the(page, start, done)
    if word_before(page.plain, start) in ("last", "final", "closing"):  # "the last two months of"
        at = start - len(word_before(page.plain, start)) - 1
        if at >= done and (draft := read_counted_part(page, _with_the(page, at, done))):
            return draft
    return (
        read_counted_part(page, wide)
        or read_period(page, wide)
        or (read_period(page, start) if wide != start else None)
    )


def _relative(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    wide = _with_the(page, start, done)
    return read_relative(page, wide, near) or (
        read_relative(page, start, near) if wide != start else None
    )


def _ordinals(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    return read_ordinal(page, start)


def _fractions(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    return read_fraction(page, start)


def _numbers(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """A figure in words, with "a", "half a" or "minus" before the seed."""
    t = page.plain
    if word_before(t, start) in ("minus", "negative"):
        return _negative(page, start, near)
    for article in ("half a ", "a half ", "a ", "an "):
        at = start - len(article)
        free = at >= done and t.startswith(article, at) and not t[at - 1 : at].isalpha()
        if free and (draft := read_figure(page, at, near)):
            return draft
    return read_figure(page, start, near)


def _negative(page: Page, start: int, near: str | None) -> Draft | None:
    draft = read_figure(page, start, near)
    if draft and isinstance(draft.value, Decimal):
        draft.value = -draft.value
        draft.start -= len(word_before(page.plain, start)) + 1
    return draft


def _a_units(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    return read_a_unit(page, start, near)


def _lasting(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    return read_lasting(page, start)


_READERS: dict[str, Callable[[Page, int, int, str | None], Draft | None]] = {
    "d": _dates,
    "p": _periods,
    "r": _relative,
    "o": _ordinals,
    "f": _fractions,
    "n": _numbers,
    "a": _a_units,
    "l": _lasting,
}


def _digits(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """A value that begins with digits, after a look at the character before them."""
    t = page.plain
    before = t[start - 1] if start else " "
    two_before = t[start - 2] if start > 1 else " "
    if before.isalpha() or before in "_@\\" or before == "'":
        return _after_letter(page, start, done, near)
    if before == "-" and not two_before.isspace() and two_before not in "(\x1f\"'":
        return _after_hyphen(page, start, done, near)
    if before in "#/=&?*^" or (before in ",:" and two_before.isalnum()):
        return Draft(start, seed_end(t, start), PASSED, None)
    if before == "+" and seed_end(t, start) - start >= 7:
        return Draft(start, seed_end(t, start), PASSED, None)
    if before == "+" and (abroad := _ABROAD.match(t, start)):
        return Draft(start, abroad.end(), PASSED, None)
    if phone := _PHONE.match(t, start):
        return Draft(start, phone.end(), PASSED, None)
    if before == ".":
        if two_before.isspace() or two_before in "-$€£(":
            return read_figure(page, start - 1, near)
        if two_before.isalnum():
            return read_figure(page, start, near) if t[start - 3 : start] == "rs." else None
    return _open_digits(page, start, done, near)


def seed_end(t: str, start: int) -> int:
    """Where the run of digits at `start` ends."""
    found = _DIGITS_ON.match(t, start)
    return found.end() if found else start + 1


def _open_digits(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    wide = _with_the(page, start, done)
    return (
        read_iso(page, start)
        or read_days(page, start)
        or read_numeric_date(page, start)
        or _periods(page, start, done, near)
        or read_years(page, start)
        or (read_day_or_month(page, wide) if wide != start else None)
        or read_day_or_month(page, start)
        or read_era(page, start)
        or read_year(page, start)
        or read_ordinal(page, start)
        or read_fraction(page, start)
        or _signed(page, start, near)
    )


def _signed(page: Page, start: int, near: str | None) -> Draft | None:
    if word_before(page.plain, start) in ("minus", "negative"):
        return _negative(page, start, near)
    return read_figure(page, start, near)


def _after_letter(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """ "FY2019", "'90s", "KRW500", "Q3 2023": digits right after a letter or apostrophe."""
    for at in (start - 1, start - 2, start - 3):
        if at < done or (at and page.plain[at - 1].isalnum()):
            continue
        wide = _with_the(page, at, done)
        if draft := read_period(page, wide) or read_period(page, at):
            return draft
    if page.plain[start - 1] == "'":
        return read_short_year(page, start)
    draft = read_figure(page, start, near)
    return draft if draft and draft.kind == "amount" and draft.start < start else None


def _after_hyphen(page: Page, start: int, done: int, near: str | None) -> Draft | None:
    """ "mid-2019", "pre-1991": digits after a word and a hyphen are rarely a value."""
    t = page.plain
    word = t[max(0, start - 12) : start - 1].rsplit(" ", 1)[-1].lstrip("(\"'")
    if word in ("pre", "post"):
        return read_year(page, start)
    if word in ("mid", "early", "late", "end", "since"):
        return _periods(page, start - len(word) - 1, done, near)
    if word in ("non", "sub", "") or word.endswith("-") or t[start - 2] == "-":
        return (
            read_numeric_date(page, start)
            or (read_year(page, start) if t[start] in "12" else None)
            or read_figure(page, start, near)
        )
    return None
