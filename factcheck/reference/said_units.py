"""A unit as people write it in a spreadsheet: "$", "€m", "million USD", "%".

Facts have ISO 4217 codes (`$` for a dollar that is left open) and "percent"; a size belongs to the
figure.
"""

from __future__ import annotations

from factcheck.measures.lexicon import CODES, SYMBOLS

_UNITS = {
    "%": "percent", "per cent": "percent", "pct": "percent", "percents": "percent",
    "euro": "EUR", "euros": "EUR", "dollars": "$", "us dollars": "USD",
}  # fmt: skip
_SIZES = {
    "thousand": "thousand", "thousands": "thousand", "k": "thousand",
    "million": "million", "millions": "million", "mn": "million", "mln": "million", "m": "million",
    "billion": "billion", "billions": "billion", "bn": "billion", "bln": "billion",
    "trillion": "trillion", "trillions": "trillion", "tn": "trillion",
}  # fmt: skip


def said_unit(text: str) -> tuple[str, str]:
    """The unit and the size ("million", or "") that a text gives: "€m" is EUR, million; "metres"
    itself, without a size. A lone "m" is metres."""
    words = text.split()
    sizes = [word for word in words if word.lower() in _SIZES and text.lower() != "m"]
    size = _SIZES[sizes[0].lower()] if len(sizes) == 1 else ""
    if size:
        text = " ".join(word for word in words if word != sizes[0]).removeprefix("of ")
    sign = text.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if _is_sign(sign) and text[len(sign) :].lower() in _SIZES:  # "$m"
        text, size = sign, _SIZES[text[len(sign) :].lower()]
    return _unit(text), size


def _is_sign(text: str) -> bool:
    """Whether a text is a sign for a currency, no letters alone: "Rs" may be anything."""
    is_word = text.isascii() and text.replace(".", "").isalpha()
    return text.lower() in SYMBOLS and not is_word


def _unit(text: str) -> str:
    low = text.lower()
    if _is_sign(text):
        return SYMBOLS[low]
    return _UNITS.get(low) or (CODES[low] if low in CODES and text.isupper() else text)
