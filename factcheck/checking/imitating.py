"""A right figure in the form of the wrong one: "8.3%" for "13.9%", "twelfth" for "eleventh"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal

from factcheck.measures.values import Value
from factcheck.measures.writing import write_value

#: more digits than these say no more in a correction
_MOST_DIGITS = 5


def write_like(known: Value, model: Value, *, rounded: bool = False) -> str:
    """The figure `known` as `model` is written.

    `rounded`: to as many digits as the model has (its digits were right, its unit was wrong).
    """
    number = known.value
    assert isinstance(number, Decimal)
    digits = _digits_of(model) if rounded else None
    if model.kind == "ordinal":
        return write_value(number, "ordinal", None, model)
    if known.kind == "percentage" or known.unit == "percent":
        return write_value(plain_percent(number), "percentage", "percent", model)
    number = shortened(number, digits or _MOST_DIGITS)
    if (
        rounded
        or _outgrows(number, model)
        or (known.unit != model.unit and "$" not in (known.unit, model.unit))
    ):
        model = replace(model, text=_with_magnitude(model.text, number))
    if known.kind == "amount" or model.kind == "amount":
        unit = known.unit or model.unit
        return write_value(
            number, "amount", "$" if {unit, model.unit} == {"USD", "$"} else unit, model
        )
    return write_value(number, "number", None, model)


def plain_percent(number: Decimal) -> Decimal:
    """A per cent figure without its sign, to one decimal where it has many."""
    digits = number.normalize().as_tuple()
    places = -int(digits.exponent) if isinstance(digits.exponent, int) else 0
    return abs(number) if places < 3 else abs(number).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shortened(number: Decimal, digits: int) -> Decimal:
    """The number with so many digits that say something; whole ones below a million stay."""
    if number == number.to_integral_value() and (abs(number) < 10**6 and digits >= _MOST_DIGITS):
        return number
    return Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(number)


def _with_magnitude(text: str, number: Decimal) -> str:
    """The model's text with the magnitude that the number has: "billion" becomes "trillion"."""
    powers = {12: ("trillion", "tn"), 9: ("billion", "bn"), 6: ("million", "m")}
    power = next((power for power in powers if abs(number) >= Decimal(10) ** power), None)
    if power is None:
        return text
    word, short = powers[power]
    text = re.sub(r"\b(?:m|b|tr)illion\b", word, text, flags=re.IGNORECASE)
    return re.sub(r"(?<=\d)( ?)(?:mn?|bn?|tn?|trn)\b", rf"\1{short}", text, flags=re.IGNORECASE)


def _outgrows(number: Decimal, model: Value) -> bool:
    """Whether the number would need thousands of the model's magnitude: not "1,519.2 billion"."""
    found = re.search(r"(\d[\d,.]*)\s*(?:[mb]illion|mn|bn)\b", model.text, re.IGNORECASE)
    said = model.value
    if found is None or not isinstance(said, Decimal) or not said:
        return False
    coefficient = Decimal(found.group(1).replace(",", "").rstrip("."))
    return coefficient < 1000 <= abs(number / said) * coefficient


def _digits_of(model: Value) -> int | None:
    number = model.value
    return len(number.normalize().as_tuple().digits) if isinstance(number, Decimal) else None
