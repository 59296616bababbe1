"""Units of a figure: percent, money, time, multiples. What follows or precedes a numeral."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.durations import duration_text
from factcheck.measures.lexicon import (
    CODES,
    HUNDREDTHS,
    LONG_MONEY_NAMES,
    MONEY_NAMES,
    SYMBOLS,
    TIME_UNITS,
    any_of,
)
from factcheck.measures.numerals import Numeral, last_digit
from factcheck.measures.plain import Page

_PERCENT = re.compile(
    r" ?%(?:[ -]?(points?)(?![a-z]))?"
    r"|[ -]?(?:per ?cent(?:age)?|pct|pc)(?:[ -](points?))?(?![a-z])"
    r"|[ -]?(pp|ppts?|p\.p\.)(?![a-z0-9])"
    r"|[ -]?(basis[ -]points?|bps?)(?![a-z0-9])"
)
_SYMBOL_BEFORE = re.compile(rf"(?:{any_of(SYMBOLS)}|(?:{any_of(CODES)}))[ -]?$")
_NEEDS_SPACE_FREE = {"r", "rs", "rs.", "rm", "chf", "sfr"}
_LONG = dict(LONG_MONEY_NAMES.items()) | {
    name + "s": code for name, code in LONG_MONEY_NAMES.items()
}
_MONEY_AFTER = re.compile(
    rf"(?: ?(?P<symbol>{any_of([s for s in SYMBOLS if not s[0].isalpha() or '$' in s])})(?![0-9.]))"
    rf"|[ -]?(?:(?P<long>{any_of(_LONG)})(?![a-z])"
    rf"|(?:(?P<more>more|extra|additional) )?(?P<name>{any_of([*MONEY_NAMES, *CODES])})(?![a-z0-9])"
    rf"|(?P<cents>{any_of(HUNDREDTHS)})(?![a-z0-9]))"
)
_TIME_AFTER = re.compile(
    rf"(?:-(?:odd|some|plus|something)|\+)?[ -](?:(?:more|full|consecutive|straight|whole|"
    rf"additional|extra|further|successive|long|calendar|"
    rf"working|business|solid|entire|fiscal|financial) )?"
    rf"(?P<unit>{any_of(TIME_UNITS)})(?![a-z])(?P<possessive>')?"
)
_TIMES_AFTER = re.compile(r"[ -]?(?:(?:times)(?![a-z])|-?fold(?![a-z])|x(?![a-z0-9]))")
_WON_VERB = re.compile(
    r" (?:the|an?(?! (?:year|month|day|week|person|head))|his|her|their|its|by|gold|"
    r"silver|bronze|medals?|seats?|games?|matches|races?|"
    r"elections?|awards?|promotion|re-?election|over|against|only|at least|all|just|first|"
    r"one|two|three|out|back)(?![a-z])"
)
_WEIGHT = re.compile(
    r" (?:of (?!aid|the|its|their|damage|debt|tax|funding|public|investment|money)|heav|"
    r"overweight|per square)"
)


def read_percent(t: str, numeral: Numeral) -> Draft | None:
    """ "8.3%", "8.3 percent", "5 percentage points", "25 basis points"."""
    found = _PERCENT.match(t, numeral.end)
    if not found:
        return None
    of_percent, of_points, short, basis = found.groups()
    value, step = numeral.value, numeral.step
    if basis:
        value, step = value / 100, step / 100
    unit = "percentage point" if of_percent or of_points or short or basis else "percent"
    return Draft(
        numeral.start, found.end(), "percentage", value, unit, step, numeral.bare, numeral.magnitude
    )


def read_money(page: Page, numeral: Numeral) -> Draft | None:
    """ "$5 billion", "US$5bn", "1.5 trillion won", "KRW 500", "50 cents", "50p"."""
    t = page.plain
    start, unit = _symbol_before(t, numeral.start)
    end, value, step = numeral.end, numeral.value, numeral.step
    after = _MONEY_AFTER.match(t, end)
    if after and _is_money(page, numeral, after):
        code = _code_after(after)
        if unit in (None, code, "$") or (unit is not None and code == "$"):
            settled = code if unit in (None, "$") else unit
            if after["cents"] and unit is None:
                value, step = value / 100, step / 100
            if not after["cents"] or unit is None:
                unit, end = settled, after.end()
    if unit is None:
        return None
    if t[start - 1 : start] == "-" and not t[start - 2 : start - 1].strip(" (\x1f"):
        start, value = start - 1, -value
    return Draft(start, end, "amount", value, unit, step, numeral.bare, numeral.magnitude)


def _code_after(after: re.Match[str]) -> str:
    if after["symbol"]:
        return SYMBOLS[after["symbol"]]
    if after["long"]:
        return _LONG[after["long"]]
    if after["cents"]:
        return HUNDREDTHS[after["cents"]]
    name = after["name"]
    return MONEY_NAMES.get(name) or CODES[name]


def _symbol_before(t: str, start: int) -> tuple[int, str | None]:
    """Where the currency sign before the figure begins, and its code."""
    if start == 0 or (t[start - 1] == " " and not t[max(0, start - 2) : start].strip(" \x1f")):
        return start, None
    window = t[max(0, start - 6) : start]
    found = _SYMBOL_BEFORE.search(window)
    if not found:
        return start, None
    symbol = found.group().rstrip(" -")
    if found.group() != symbol and symbol in ("r", "$", "a$", "s$", "c$"):
        return start, None
    begin = start - len(found.group())
    if begin and (t[begin - 1].isalnum() or t[begin - 1] in "_.&"):
        inner = SYMBOLS.get(symbol[-1])
        return (start - 1, inner) if inner and found.group() == symbol else (start, None)
    return begin, SYMBOLS.get(symbol) or CODES[symbol]


def _is_money(page: Page, numeral: Numeral, after: re.Match[str]) -> bool:
    """Whether the word after the figure is a currency here, not a verb, a weight or a code."""
    t, name = page.plain, after["name"]
    if after["cents"] in ("p", "c"):
        small = page.raw[after.start("cents")].islower() and numeral.magnitude == 1
        return small and after.group() == after["cents"]
    if name in CODES and name not in MONEY_NAMES:
        return page.raw[after.start("name") : after.end("name")].isupper() or numeral.magnitude > 1
    if name == "won":
        sure = numeral.magnitude > 1 or numeral.grouped or numeral.value >= 100
        return numeral.magnitude > 1 or (sure and not _WON_VERB.match(t, after.end()))
    if name in ("pound", "pounds"):
        weight = after.group().startswith("-") and name == "pound" and numeral.magnitude == 1
        return not weight and not _WEIGHT.match(t, after.end())
    if name == "real":
        return numeral.magnitude > 1
    return True


def read_time(t: str, numeral: Numeral) -> Draft | None:
    """ "five years", "five-year", "three and a half years", "18 hours"."""
    found = _TIME_AFTER.match(t, numeral.end)
    if not found:
        return None
    unit = found["unit"]
    if unit in ("second", "quarter") and numeral.value != 1 and found.group()[0] == " ":
        return None  # "the two second places": an ordinal
    if unit in ("min", "hr", "mins", "hrs") and numeral.in_words:
        return None
    iso = duration_text(numeral.value, TIME_UNITS[unit])
    step = numeral.step
    draft = Draft(numeral.start, found.end("unit"), "duration", iso, None, step, numeral.bare)
    draft.of = unit
    if t[numeral.end : numeral.end + 5] in ("-plus",) or t[numeral.end] == "+":
        draft.hedge = "at least"
    elif t[numeral.end : numeral.end + 4] in ("-odd", "-som"):
        draft.hedge = "about"
    return draft


def read_times(t: str, numeral: Numeral) -> Draft | None:
    """ "three times", "3x", "10-fold": multiples."""
    found = _TIMES_AFTER.match(t, numeral.end)
    if not found:
        return None
    return Draft(
        numeral.start, found.end(), "number", numeral.value, "times", numeral.step, numeral.bare
    )


def as_number(numeral: Numeral) -> Draft:
    """The numeral as a bare number."""
    return Draft(
        numeral.start,
        numeral.end,
        "number",
        numeral.value,
        None,
        numeral.step if numeral.step else last_digit(numeral.value),
        numeral.bare,
        numeral.magnitude,
    )


def with_unit(page: Page, numeral: Numeral) -> Draft:
    """The numeral with whatever unit stands by it; a bare number where there is none."""
    t = page.plain
    return (
        read_percent(t, numeral)
        or read_money(page, numeral)
        or read_time(t, numeral)
        or read_times(t, numeral)
        or as_number(numeral)
    )


def scaled_like(draft: Draft, other: Draft) -> None:
    """Give the first end of a range the magnitude of the second: "2.3-2.5 trillion"."""
    if draft.magnitude > 1 or other.magnitude == 1 or not isinstance(draft.value, Decimal):
        return
    if draft.value >= 1000 or other.bare is None:
        return
    draft.value *= other.magnitude
    draft.magnitude = other.magnitude
    if draft.step is not None:
        draft.step *= other.magnitude
