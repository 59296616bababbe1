"""Slips: values that are like another in all respects but one, so that it is plain which was meant.

"2.52 trillion won" for 1.52 trillion, "348.1" for 438.1, "1.52 billion" for 1.52 trillion, "yen"
for won, "9 February 1968" for that day of 1967.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from factcheck.measures.currencies import NEAR_PARITY, is_currency, left_open
from factcheck.measures.numerals import last_digit, significant_digits
from factcheck.measures.values import Value

#: so many digits are seldom right by chance, zeros at the end aside
ENOUGH = 3
#: of so many, one may be left out or put in
_MANY = 4
#: a digit that makes less of a difference (as a share of the figure) may be another source's
_LEAST = Decimal("0.03")
_FACTORS = tuple(Decimal(10) ** power for power in (3, -3, 6, -6))
#: figures of more digits are compared with none
_LONGEST = 20
_DOLLARS = frozenset(("USD", "$"))
_DAY, _MONTH = len("2024-10-04"), len("2024-10")
#: the longest way between a wrong year and the right one
_YEARS = 10


def slip(said: Value, known: Value) -> str | None:
    """In which one respect a figure or date differs from a known one: "digit", "magnitude",
    "currency", "year" or "month"; `None` where it is the same, or unlike."""
    if isinstance(said.value, Decimal) and isinstance(known.value, Decimal):
        unit = known.unit if known.unit in left_open(said) else said.unit
        return _of_figures(said.value, unit, known.value, known.unit)
    if isinstance(said.value, str) and isinstance(known.value, str):
        # "since May 2012" is told of that month
        return _of_dates(said.value.strip("/."), known.value.strip("/."))
    return None


def _of_figures(said: Decimal, unit: str | None, known: Decimal, own: str | None) -> str | None:
    is_same = is_same_unit(unit, own)
    if not is_same and not (is_currency(unit) and is_currency(own)):
        return None
    if not known or (said < 0) != (known < 0) or significant_digits(said) < ENOUGH:
        return None
    if any(rounded == said for rounded in _rounded(known, said)):
        return "currency" if not is_same and not {unit, own} <= NEAR_PARITY else None
    if not is_same:
        return None
    scaled = (rounded for factor in _FACTORS for rounded in _rounded(known * factor, said))
    if any(rounded == said for rounded in scaled):
        return "magnitude"
    return (
        "digit" if any(_is_misprint(said, rounded) for rounded in _rounded(known, said)) else None
    )


def is_same_unit(one: str | None, other: str | None) -> bool:
    """Whether two figures are in the same unit, "$" being the American dollar."""
    return one == other or (one in _DOLLARS and other in _DOLLARS)


def _rounded(known: Decimal, said: Decimal) -> set[Decimal]:
    """The known figure, told as precisely as the one that was said."""
    step = last_digit(said.normalize())
    if (known / step).adjusted() > _LONGEST:  # of quite another size
        return set()
    return {
        (known / step).quantize(Decimal(1), how) * step for how in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    }


def _is_misprint(said: Decimal, known: Decimal) -> bool:
    """One digit another, two that stand side by side changed about, one too many or too few."""
    step = last_digit(said.normalize())
    one, other = str(int(abs(said) / step)), str(int(abs(known) / step))
    if abs(said - known) < _LEAST * abs(known) or significant_digits(known) < ENOUGH:
        return False
    if len(one) == len(other):
        wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(wrong) == 2 and wrong[1] - wrong[0] == 1:
            first, second = wrong
            return one[first] == other[second] and one[second] == other[first]
        return len(wrong) == 1 and wrong[0] < len(one) - 1
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) != 1 or len(shorter) < _MANY:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _of_dates(said: str, known: str) -> str | None:
    """A day of another year; a month of another year; a day of another month."""
    if len(said) not in (_DAY, _MONTH) or len(known) not in (_DAY, _MONTH):
        return None
    precision = min(len(said), len(known))
    one, other = said[:precision], known[:precision]
    if one[4:] == other[4:] and one != other:
        return "year" if _is_like(one[:4], other[:4], precision) else None
    if precision == _DAY and one[:4] == other[:4] and one[7:] == other[7:]:
        return "month"
    return None


def _is_like(said: str, known: str, precision: int) -> bool:
    """Years near each other, a decade apart, or with two digits changed about: 1976 for 1967."""
    apart = abs(int(said) - int(known))
    nearest = _YEARS if precision == _DAY else 3
    is_swapped = said[:2] == known[:2] and said[2:] == known[:1:-1]
    return apart <= nearest or apart == _YEARS or is_swapped
