"""Writing values as news writes them, so that reading them back gives the same value.

Corrections imitate the form of the wrong value: "percent" or "%", "won" or "KRW",
"twelfth" or "12th", "trillion" or "billion".
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.durations import plain_number
from factcheck.measures.lexicon import (
    MONEY_NAMES,
    ORDINALS,
    SMALL,
    SUFFIXES,
    SYMBOLS,
    TENS,
    TIME_UNITS,
)
from factcheck.measures.values import Value
from factcheck.measures.writing_dates import write_date

__all__ = ["write_date", "write_value"]

_SIGNS = {"USD": "$", "$": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_PLURALS = {
    "USD": "dollars",
    "$": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
    "KRW": "won",
    "CNY": "yuan",
    "RUB": "rubles",
    "CHF": "francs",
    "TRY": "lira",
}
_WORDS = {10**12: "trillion", 10**9: "billion", 10**6: "million"}
_MAGNITUDE = re.compile(
    r"(?<![a-z])(thousand|million|billion|trillion)|[0-9] ?(k|mn?|mln|bn?|bln|tn?|trn)(?![a-z])",
    re.I,
)


def write_value(
    value: Decimal | str, kind: str, unit: str | None = None, like: Value | None = None
) -> str:
    """`value` as news writes it, in the form of `like` where that is given.

    `value`, `kind` and `unit` are as in `Value`. "1.5192 trillion won", "28,500", "8.3%",
    "12th", "November 4, 2024", "five years" (like "three years").
    """
    if kind == "range" and isinstance(value, str):
        first, _, last = value.partition("..")
        ends = [plain_number(Decimal(end)) for end in (first, last) if end]
        return _range(ends, unit, like)
    if isinstance(value, Decimal):
        if kind == "percentage":
            return _percentage(value, unit, like)
        if kind == "amount":
            return _amount(value, unit, like)
        if kind == "ordinal":
            return _ordinal(int(value), like)
        return _times(value) if unit == "times" else _number(value, like)
    if kind == "duration":
        return _duration(value, like)
    return write_date(value, like)


def _range(ends: list[str], unit: str | None, like: Value | None) -> str:
    if len(ends) == 1:
        return write_value(Decimal(ends[0]), "number", unit)
    if unit == "percent":
        return f"between {ends[0]} and {_percentage(Decimal(ends[1]), unit, like)}"
    if unit and unit not in TIME_UNITS and unit not in ("times", "percentage point"):
        first, last = (_amount(Decimal(end), unit, None) for end in ends)
        return f"between {first} and {last}"
    tail = f" {unit}s" if unit in TIME_UNITS else ""
    return f"between {_grouped(Decimal(ends[0]))} and {_grouped(Decimal(ends[1]))}{tail}"


def _percentage(value: Decimal, unit: str | None, like: Value | None) -> str:
    number = plain_number(value)
    if unit == "percentage point":
        return f"{number} percentage point" + ("" if abs(value) == 1 else "s")
    written = like.text.lower() if like else "%"
    if "per cent" in written:
        return f"{number} per cent"
    return f"{number} percent" if "percent" in written else f"{number}%"


def _amount(value: Decimal, unit: str | None, like: Value | None) -> str:
    written = like.text if like else ""
    figure = _scaled(value, written)
    unit = unit or "$"
    codes = {unit} if unit != "$" else {"USD"}
    if any(code in written for code in codes):
        return f"{unit} {figure}" if written.startswith(unit) else f"{figure} {unit}"
    sign = _sign_in(written, unit)
    if sign:
        return f"-{sign}{figure[1:]}" if figure.startswith("-") else f"{sign}{figure}"
    if unit == "KRW" and abs(value) < 100:
        return f"KRW {figure}"  # "5 won" could be a verb
    if unit in _PLURALS and (
        unit not in _SIGNS or any(name in written.lower() for name in MONEY_NAMES)
    ):
        return f"{figure} {_us(written, unit)}{_PLURALS[unit]}"
    if unit in _SIGNS:
        sign = "US$" if unit == "USD" and "US$" in written else _SIGNS[unit]
        return f"-{sign}{figure[1:]}" if figure.startswith("-") else f"{sign}{figure}"
    return f"{figure} {unit}"


def _us(written: str, unit: str) -> str:
    return "US " if unit == "USD" and "US " in written else ""


def _sign_in(written: str, unit: str) -> str | None:
    head = re.match(r"[^0-9A-Za-z.]*(?:[A-Za-z.]{0,3}[$£¥])?[^0-9A-Za-z.]*", written)
    sign = head.group().strip(" -") if head else ""
    code = SYMBOLS.get(sign.lower())
    return sign if sign and (code == unit or {code, unit} == {"$", "USD"}) else None


def _scaled(value: Decimal, written: str) -> str:
    """The figure with the magnitude word of `written`, if that reads well, else its own."""
    size = abs(value)
    found = _MAGNITUDE.search(written)
    if found and (suffix := found[2]):
        for word, scale in ((suffix, SUFFIXES[suffix.lower()]),):
            if scale <= size < scale * 1000:
                return f"{_grouped(value / scale)}{word}"
    if found and found[1] and found[1].lower() != "thousand":
        scale = next(s for s, w in _WORDS.items() if w == found[1].lower())
        if scale <= size < scale * 10000:
            return f"{_grouped(value / scale)} {found[1]}"
    for scale, word in _WORDS.items():
        if size >= scale:
            return f"{_grouped(value / scale)} {word}"
    return _grouped(value)


def _grouped(value: Decimal) -> str:
    text = plain_number(value)
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole not in ("-0",) else text


def _number(value: Decimal, like: Value | None) -> str:
    written = like.text if like else ""
    whole = value == value.to_integral_value()
    in_words = bool(written) and written.replace("-", "").replace(" ", "").isalpha()
    if whole and 0 <= value < (100 if in_words else 0):
        words = _words(int(value))
        return words.capitalize() if written[:1].isupper() else words
    found = _MAGNITUDE.search(written)
    if found and abs(value) >= 10**6:
        return _scaled(value, written)
    if found and found[1] and found[1].lower() == "thousand" and value >= 1000 and value % 100 == 0:
        return f"{_grouped(value / 1000)} thousand"
    return (
        _scaled(value, written) if abs(value) >= 10**6 and value % 10**4 == 0 else _grouped(value)
    )


def _words(number: int) -> str:
    small = {n: w for w, n in SMALL.items() if w != "nil"}
    tens = {n: w for w, n in TENS.items() if w != "fourty"}
    if number < 20:
        return small[number]
    return tens[number // 10 * 10] + (f"-{small[number % 10]}" if number % 10 else "")


def _times(value: Decimal) -> str:
    words = {
        Decimal(2): "doubled",
        Decimal(3): "tripled",
        Decimal(4): "quadrupled",
        Decimal("0.5"): "halved",
    }
    return words.get(value, f"{plain_number(value)} times")


def _ordinal(number: int, like: Value | None) -> str:
    in_words = like is not None and not any(letter.isdigit() for letter in like.text)
    if in_words and like is not None and 0 < number < 100:
        words = _ordinal_words(number)
        return words.capitalize() if like.text[:1].isupper() else words
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number:,}{ending}"


def _ordinal_words(number: int) -> str:
    names = {n: w for w, n in ORDINALS.items()}
    if number in names:
        return names[number]
    tens = {n: w for w, n in TENS.items() if w != "fourty"}
    return f"{tens[number // 10 * 10]}-{names[number % 10]}"


def _duration(iso: str, like: Value | None) -> str:
    found = re.fullmatch(r"P(T?)([0-9.]+)([YMWDHS])", iso)
    if not found:
        return iso
    names = {
        "Y": "year",
        "M": "minute" if found[1] else "month",
        "W": "week",
        "D": "day",
        "H": "hour",
        "S": "second",
    }
    name, number = names[found[3]], Decimal(found[2])
    written = like.text if like else ""
    figure = (
        _number(number, like)
        if any(c.isdigit() for c in written) or number > 20
        else _words(int(number))
        if number == int(number)
        else plain_number(number)
    )
    if written[:1].isupper():
        figure = figure.capitalize()
    if "-" in written:
        return f"{figure}-{name}"
    return f"{figure} {name}" + ("" if number == 1 else "s")
