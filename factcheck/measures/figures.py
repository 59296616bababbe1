"""Figures: a numeral with its unit becomes a number, percentage, amount, duration or range."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.durations import duration_days, duration_text
from factcheck.measures.lexicon import TIME_UNITS, any_of
from factcheck.measures.numerals import Numeral, read_numeral
from factcheck.measures.plain import Page, word_before
from factcheck.measures.pointing import pointed
from factcheck.measures.ranges import read_range
from factcheck.measures.summed import with_rest
from factcheck.measures.units import with_unit

_WAR = re.compile(r"[' ]{1,2}(?:war|regiment)(?![a-z])")
_A_UNIT = re.compile(rf"an? (?P<unit>{any_of(TIME_UNITS)})(?![a-z])")
_HALF_UNIT = re.compile(rf"(?:an? )?half[ -](?:an? )?(?P<unit>{any_of(TIME_UNITS)})(?![a-z])")
_MEASURE = re.compile(
    r"(?:[kcm]?m|[km]?g|lbs?|oz|ft|in|mi|mph|kph|km/h|kmh|mpg|ml|l|cc|[kmgt]?w|[kmgt]wh|"
    r"[kmgt]b|hz|[kmg]hz|f|c|ha|sq)(?![a-z0-9])"
)
_AND_MORE = re.compile(r" and (?:a (half|quarter)|(three) quarters)(?![a-z])")
_LONG = re.compile(r"(?P<unit>year|month|week|day|decade|century)-?long(?![a-z])")
_ONE_DAY = re.compile(r" (?:ago|earlier|later|before|after|of|short)(?![a-z])|-")
_NO_ARTICLE_UNITS = ("second", "quarter", "min", "hr", "yr")
#: after these words "a year" lasts; elsewhere it is "per year" or some year
_LASTING = frozenset(
    [
        "for",
        "within",
        "over",
        "lasted",
        "lasts",
        "lasting",
        "least",
        "than",
        "about",
        "almost",
        "nearly",
        "only",
        "after",
        "around",
        "roughly",
        "under",
        "exactly",
        "takes",
        "took",
        "take",
        "just",
        "spent",
        "spend",
    ]
)


def read_figure(page: Page, start: int, near: str | None) -> Draft | None:
    """The number, percentage, amount, duration or range that begins at `start`."""
    t = page.plain
    numeral = read_numeral(t, start)
    if numeral is None:
        return None
    numeral = with_rest(t, numeral)
    draft = with_unit(page, numeral)
    following = t[numeral.end : numeral.end + 1]
    bare = draft.kind == "number" and draft.unit is None and not numeral.in_words
    runs_on = following.isalpha() or following in ("_", "@")
    if bare and runs_on and not _MEASURE.match(t, numeral.end):
        return None  # "4chan", "3D"
    _sign(t, draft)
    if found := read_range(page, draft, numeral):
        return found
    if draft.kind == "duration":
        return _duration(page, draft, numeral, near)
    return draft


def _duration(page: Page, draft: Draft, numeral: Numeral, near: str | None) -> Draft | None:
    unit, draft.of = draft.of or "year", None
    if page.raw[draft.start].isupper() and _WAR.match(page.plain, draft.end):
        return Draft(draft.start, draft.end, "", None)  # the Thirty Years' War
    if (
        page.plain[draft.start : draft.end] == "one day"
        and not _ONE_DAY.match(page.plain, draft.end)
        and word_before(page.plain, draft.start) not in _LASTING
    ):
        return None  # "One day it will end."
    draft.step = numeral.step * _days_of(unit)
    return pointed(page, draft, numeral.value, unit, near) or draft


def _days_of(unit: str) -> Decimal:
    return duration_days(duration_text(Decimal(1), TIME_UNITS[unit]))[0]


def _sign(t: str, draft: Draft) -> None:
    """Take a minus sign that stands free before digits into the value."""
    start = draft.start
    if draft.kind not in ("number", "percentage") or not isinstance(draft.value, Decimal):
        return
    if t[start - 1 : start] != "-" or not (t[start].isdigit() or t[start] == "."):
        return
    if not t[start - 2 : start - 1].strip(" (\x1f\"'"):
        draft.start, draft.value = start - 1, -draft.value


def read_a_unit(page: Page, start: int, near: str | None) -> Draft | None:
    """ "a year ago", "for a decade", "a year and a half"; not "$5 billion a year"."""
    t = page.plain
    if half := _HALF_UNIT.match(t, start):
        return _half_unit(page, half, near)
    found = _A_UNIT.match(t, start)
    if (
        not found
        or t[found.end() : found.end() + 5] == "-long"
        or found["unit"].endswith("s")
        or found["unit"] in _NO_ARTICLE_UNITS
    ):
        return None
    unit, number, end = found["unit"], Decimal(1), found.end()
    if more := _AND_MORE.match(t, end):
        number += Decimal({"half": "0.5", "quarter": "0.25"}.get(more[1] or "", "0.75"))
        end = more.end()
    iso = duration_text(number, TIME_UNITS[unit])
    step = _days_of(unit) * (Decimal("0.1") if more else Decimal(1))
    draft = Draft(start, end, "duration", iso, None, step, number)
    if point := pointed(page, draft, number, unit, near):
        return point
    if more or unit in ("decade", "century", "millennium", "fortnight"):
        return draft
    return draft if word_before(t, start) in _LASTING else None


def _half_unit(page: Page, found: re.Match[str], near: str | None) -> Draft | None:
    """ "half a century", "half an hour", "a half-decade"."""
    unit = found["unit"]
    if unit in ("second", "quarter") or unit.endswith("s"):
        return None
    half = Decimal("0.5")
    iso = duration_text(half, TIME_UNITS[unit])
    draft = Draft(found.start(), found.end(), "duration", iso, None, _days_of(unit) / 10, half)
    return pointed(page, draft, half, unit, near) or draft


def read_lasting(page: Page, start: int) -> Draft | None:
    """ "year-long", "decadelong"."""
    found = _LONG.match(page.plain, start)
    if not found:
        return None
    iso = duration_text(Decimal(1), TIME_UNITS[found["unit"]])
    return Draft(start, found.end(), "duration", iso, None, _days_of(found["unit"]), Decimal(1))
