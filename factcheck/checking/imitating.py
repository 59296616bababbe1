"""A right figure in the form of the wrong one: "8.3%" for "13.9%", "twelfth" for "eleventh"."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from factcheck.checking.numbers import is_currency
from factcheck.checking.wording import say_unit
from factcheck.measures.lexicon import ORDINALS, SMALL, TENS
from factcheck.measures.values import Value

#: powers of ten and how news writes them: in full, and short
_MAGNITUDES = ((12, "trillion", "tn"), (9, "billion", "bn"), (6, "million", "m"))
_MAGNITUDE = re.compile(
    r"\b(?:trillion|billion|million|thousand)\b|(?<=[\d ])(?:tn|trn|bn|mn|m|k|b|t)\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
#: words by number, the usual spelling ("forty" stands before "fourty")
_CARDINALS = {number: word for word, number in reversed({**SMALL, **TENS}.items())}
_ORDINALS = {number: word for word, number in ORDINALS.items()}
#: more digits than these say no more in a correction
_MOST_DIGITS = 5


def write_like(known: Value, model: Value, *, rounded: bool = False) -> str:
    """The figure `known` as `model.text` is written.

    `rounded`: to as many digits as the model has (its digits were right, its unit was wrong).
    """
    number = known.value
    assert isinstance(number, Decimal)
    in_words = not _DIGITS.search(model.text)
    if model.kind == "ordinal":
        return _like_case(ordinal_text(int(number), in_words), model.text)
    if known.kind == "percentage" or known.unit == "percent":
        return _percentage(number, model.text)
    if rounded and (digits := _digits_of(model)):
        number = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(number)
    if is_currency(known.unit) or is_currency(model.unit):
        return _money(number, known.unit, model)
    if in_words and number == int(number) and 0 <= number < 100:
        return _like_case(number_words(int(number)), model.text)
    return _scaled(number, model.text)


def ordinal_text(number: int, in_words: bool) -> str:
    """ "12th" or "twelfth"; in words up to 99."""
    if in_words and 0 < number < 100:
        if number in _ORDINALS:
            return _ORDINALS[number]
        return f"{_CARDINALS[number // 10 * 10]}-{_ORDINALS[number % 10]}"
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def number_words(number: int) -> str:
    """A whole number below 100 in words: "twenty-eight"."""
    if number in _CARDINALS:
        return _CARDINALS[number]
    return f"{_CARDINALS[number // 10 * 10]}-{_CARDINALS[number % 10]}"


def plain_percent(number: Decimal) -> str:
    """A per cent figure without its sign, to one decimal where it has many."""
    written = _grouped(abs(number))
    if len(written) < 6:
        return written
    return _grouped(abs(number).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _percentage(number: Decimal, model: str) -> str:
    sign = re.search(r"\s*-?(?:%|per ?cent|pct).*", model, re.IGNORECASE)
    return f"{plain_percent(number)}{sign.group() if sign else '%'}"


def _money(number: Decimal, unit: str | None, model: Value) -> str:
    """The sum with symbol or name as the model has them, or with its own other currency."""
    text, first = model.text, _DIGITS.search(model.text)
    if unit not in (None, model.unit) and model.unit != "$":
        return f"{_scaled(number, text)} {say_unit(unit)}"
    if model.unit == "$" and unit not in (None, "USD", "$"):
        return f"{_scaled(number, text)} {say_unit(unit)}"
    symbol = text[: first.start()] if first else ""
    tail = _MAGNITUDE.sub("", text[first.end() :]) if first else f" {say_unit(unit)}"
    tail = re.sub(r"\s+", " ", tail).rstrip()
    return f"{symbol}{_scaled(number, text)}{tail}"


def _scaled(number: Decimal, model: str) -> str:
    """Number and magnitude: in the model's magnitude if that reads well, else in the best."""
    written = _MAGNITUDE.search(model)
    word_used = written.group().lower() if written else ""
    if not written and (number == int(number) and _DIGITS.search(model) and abs(number) < 10**9):
        return _grouped(number)
    for power, word, short in _MAGNITUDES:
        share = number / Decimal(10) ** power
        if abs(share) < 1:
            continue
        if not 0 < len(word_used) < 4:
            return f"{_grouped(_shortened(share))} {word}"
        space = " " if f" {word_used}" in model.lower() else ""
        return f"{_grouped(_shortened(share))}{space}{short}"
    return _grouped(_shortened(number))


def _shortened(number: Decimal) -> Decimal:
    if number == number.to_integral_value() and abs(number) < 10**9:
        return number
    return Context(prec=_MOST_DIGITS, rounding=ROUND_HALF_UP).create_decimal(number)


def _digits_of(model: Value) -> int | None:
    number = model.value
    return len(number.normalize().as_tuple().digits) if isinstance(number, Decimal) else None


def _grouped(number: Decimal) -> str:
    whole, dot, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}{dot if rest else ''}{rest}"


def _like_case(text: str, model: str) -> str:
    return text[:1].upper() + text[1:] if model[:1].isupper() else text
