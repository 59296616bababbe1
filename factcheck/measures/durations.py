"""Durations: ISO 8601 text, and how many days it stands for."""

from __future__ import annotations

import re
from decimal import Decimal

_N = r"([0-9]+(?:\.[0-9]+)?)"
_DURATION = re.compile(
    rf"P(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?(?:T(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?"
)
#: fewest and most days in a year, month, week, day, hour, minute, second
_DAYS = (
    (Decimal(365), Decimal(366)),
    (Decimal(28), Decimal(31)),
    (Decimal(7), Decimal(7)),
    (Decimal(1), Decimal(1)),
    (Decimal(1) / 24, Decimal(1) / 24),
    (Decimal(1) / 1440, Decimal(1) / 1440),
    (Decimal(1) / 86400, Decimal(1) / 86400),
)
_MONTH_DAYS = Decimal("30.4375")


def duration_days(iso: str) -> tuple[Decimal, Decimal]:
    """Fewest and most days that an ISO 8601 duration can last: "P1Y" gives (365, 366).

    Over several months or years the bounds stay within a day or two of the mean.
    Raises `ValueError` for anything that is no duration.
    """
    found = _DURATION.fullmatch(iso)
    if not found or not any(found.groups()):
        raise ValueError(f"{iso!r} is no ISO 8601 duration: write P5Y, P3Y6M, P2W or PT12H")
    low = high = Decimal(0)
    years, months, *rest = (Decimal(part) if part else Decimal(0) for part in found.groups())
    if years or months:
        total = years * 12 + months
        mean = total * _MONTH_DAYS
        low = max(total * 28, (mean - 2).quantize(Decimal(1))) if months else years * 365
        high = min(total * 31, (mean + 2).quantize(Decimal(1))) if months else years * 366
        if not months and years >= 2:
            low, high = (mean - 1).quantize(Decimal(1)), (mean + 1).quantize(Decimal(1))
    for count, (fewest, most) in zip(rest, _DAYS[2:], strict=True):
        low, high = low + count * fewest, high + count * most
    return low, high


def duration_step(iso: str) -> Decimal:
    """One unit of the smallest part of a duration, in days: "P5Y" gives 365; of one with
    decimals one of the last of them."""
    decimals = len(iso[:-1].partition(".")[2])
    return duration_days(("PT1" if "T" in iso else "P1") + iso[-1])[0].scaleb(-decimals)


def duration_text(number: Decimal, unit: str) -> str:
    """The ISO 8601 text of `number` units, where `unit` is as in `words/calendar.toml`.

    `duration_text(Decimal("3.5"), "Y1")` is "P3Y6M"; "TH1" are hours, "Y10" decades.
    """
    time = "T" if unit.startswith("T") else ""
    letter, each = unit.removeprefix("T")[0], int(unit.removeprefix("T")[1:])
    total = number * each
    if letter == "Y" and total != int(total):
        months = (total * 12).quantize(Decimal(1))
        years = int(months) // 12
        rest = f"{int(months) % 12}M" if int(months) % 12 else ""
        return f"P{years}Y{rest}" if years else f"P{rest}"
    if letter == "M" and not time and total != int(total):
        days = ((total - int(total)) * 30).quantize(Decimal(1))
        return f"P{int(total)}M{days}D" if int(total) else f"P{days}D"
    if time and letter in "HM" and total * 60 == int(total * 60) and total != int(total):
        hours, small = divmod(int(total * 60), 60)
        smaller = {"H": "M", "M": "S"}[letter]
        return f"PT{hours}{letter}{small}{smaller}" if hours else f"PT{small}{smaller}"
    return f"P{time}{plain_number(total)}{letter}"


def plain_number(number: Decimal) -> str:
    """A `Decimal` without exponent and without needless zeros: "20", "8.3"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
