"""Numbers compared at the precision they are stated in: figures, shares, counts, ordinals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.checking.fits import (
    FAR_OFF,
    LINE_BAND,
    ROUGHLY,
    SLACK,
    STEP_BAND,
    TELLING,
    THIN_BAND,
    Fit,
)
from factcheck.checking.unit_factor import unit_factor
from factcheck.measures.currencies import NEAR_PARITY, is_currency, left_open, same_currency
from factcheck.measures.numerals import last_digit, significant_digits
from factcheck.measures.values import Value
from factcheck.records import Fact

#: below this a figure against an exact one is exact too
FEW = 100
#: hedges that draw a line instead of opening a band
LINES = frozenset({"more than", "at least", "less than", "at most", "nearly"})
#: how far beside a rounded end of a range a figure may be
END_BAND = Decimal("0.02")
_NUMERIC = frozenset({"number", "ordinal", "percentage", "amount", "range"})


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `low` to `high`, both included, `None` open; `point` where one is stated."""

    low: Decimal | None
    high: Decimal | None
    point: Decimal | None

    def holds(self, number: Decimal | None) -> bool:
        """Whether `number` lies in the span (an open end never does)."""
        if number is None:
            return False
        above = self.low is None or self.low <= number
        return above and (self.high is None or number <= self.high)

    def gap(self, other: Span) -> Decimal:
        """The distance between the two, 0 where they touch."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return Decimal(0)

    def covers(self, other: Span) -> bool:
        """Whether all of `other` lies in this span."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def times(self, factor: Decimal) -> Span:
        """The span with all its numbers multiplied (by a positive number)."""
        scaled = [None if n is None else n * factor for n in (self.low, self.high, self.point)]
        return Span(*scaled)


def claimed_span(value: Value) -> Span | None:
    """What a claim's value allows; `None` for a value that is no number."""
    if value.kind not in _NUMERIC:
        return None
    point = value.value if isinstance(value.value, Decimal) else None
    low = value.low if isinstance(value.low, Decimal) else None
    high = value.high if isinstance(value.high, Decimal) else None
    if low is None and high is None:
        return None if point is None else Span(point, point, point)
    return Span(low, high, point)


def known_span(fact: Fact) -> Span | None:
    """What a fact says: its number itself, or its bounds where the source hedges."""
    reading = fact.reading
    if reading is None:
        return None
    span = claimed_span(reading)
    if span is None or span.point is None or reading.hedge not in (None, "exactly"):
        return span
    return Span(span.point, span.point, span.point)


def known_in(value: Value, fact: Fact) -> Span | None:
    """What a fact says, in the physical unit of a value."""
    known = known_span(fact)
    return known and known.times(unit_factor(value, fact))


def unit_of(fact: Fact) -> str | None:
    """The unit of a fact's figure: as read, else as its column says ("KRW", "percent")."""
    read = fact.reading.unit if fact.reading else None
    return read or fact.unit


def comparable(value: Value, fact: Fact) -> bool:
    """Whether the two are figures of one sort: both bare, both percent, both the same money."""
    claimed, known = value.unit, unit_of(fact)
    if value.per and fact.reading and fact.reading.per and value.per != fact.reading.per:
        return False
    if is_currency(claimed) or is_currency(known):
        is_same = same_currency(claimed, known) or known in left_open(value)
        return is_same or (claimed is None and is_currency(known))
    plain = {"percent", "percentage point", "times"}
    return (claimed if claimed in plain else None) == (known if known in plain else None)


def compare_figures(value: Value, fact: Fact) -> Fit:
    """How the claimed figure stands to the fact's, if they are of one sort."""
    if not comparable(value, fact):
        return Fit(fact, "apart", f"{value.unit or 'bare'} against {unit_of(fact) or 'bare'}")
    return compare_numbers(value, fact)


def compare_numbers(value: Value, fact: Fact) -> Fit:
    """How the claimed figure stands to the fact's, units aside."""
    claimed, known = claimed_span(value), known_in(value, fact)
    if claimed is None or known is None:
        return Fit(fact, "apart", "no figures to compare")
    width = band(value, known)
    if claimed.point is not None and is_exact_count(value, fact):
        claimed, width = Span(claimed.point, claimed.point, claimed.point), Decimal(0)
    grade = grade_numbers(claimed, known, width)
    if grade != "fits" and is_roughly(value, fact, known):
        grade = "fits"
    if grade == "fits" and says_little(value, known):
        grade = "vague"
    why = f"{say_span(claimed)} against {say_span(known)}"
    exact = claimed.point is not None and claimed.point == known.point and not value.hedge
    return Fit(fact, grade, why, exact=exact and known.low == known.high)


def says_little(value: Value, known: Span, telling: Decimal = TELLING) -> bool:
    """ "More than 19 percent" of what is 92: true by the letter, and not what was meant.

    `telling`: so many times as large or small a figure may be."""
    number = value.value
    points = [abs(n) for n in (known.point, known.low, known.high) if n]
    if value.hedge not in LINES or not isinstance(number, Decimal) or not number or not points:
        return False
    return not any(abs(number) / telling <= point <= abs(number) * telling for point in points)


def is_exact_count(value: Value, fact: Fact) -> bool:
    """Whether a bare figure of one or two digits is set against an exact one ("30 members")."""
    reading, number = fact.reading, value.value
    return (
        reading is not None
        and reading.kind == value.kind == "number"
        and reading.hedge == "exactly"
        and value.hedge in (None, "exactly")
        and isinstance(number, Decimal)
        and abs(number) < FEW
    )


def is_roughly(value: Value, fact: Fact, known: Span) -> bool:
    """Whether "about" and a figure of one or two digits come close enough ("some 54,000")."""
    number, hedges = value.value, (value.hedge, fact.reading.hedge if fact.reading else None)
    if "about" not in hedges or not isinstance(number, Decimal) or known.point is None:
        return False
    few = significant_digits(number) <= 2
    return few and abs(number - known.point) <= ROUGHLY * abs(known.point)


def grade_numbers(claimed: Span, known: Span, width: Decimal) -> str:
    """ "fits", "near", "differs" or "vague"; `width`: how wide the band beside is."""
    if claimed.covers(known):
        return "fits"
    gap = claimed.gap(known)
    wide = claimed.high - claimed.low if claimed.high and claimed.low else Decimal(0)
    if 0 < gap <= wide * SLACK and known.low == known.high:
        return "fits"
    if gap > width:
        return "differs"
    if gap > 0:
        return "near"
    closed = None not in (known.low, known.high, claimed.low, claimed.high)
    if claimed.holds(known.point) or (closed and known.holds(claimed.point)):
        return "fits"
    return "vague"


def band(value: Value, known: Span) -> Decimal:
    """How far beside what a claim allows a figure is not yet clearly wrong."""
    number = value.value if isinstance(value.value, Decimal) else None
    if value.kind == "ordinal" or (number is not None and value.low == value.high == number):
        return Decimal(0) if value.hedge != "exactly" else _step(number)
    sizes = [abs(n) for n in (known.low, known.high) if n is not None]
    thin = min(sizes, default=Decimal(0)) * THIN_BAND
    if number is None:  # the ends of "35,000 to 36,000" are rounded
        ends = [end for end in (value.low, value.high) if isinstance(end, Decimal)]
        wide = [min(_step(end), abs(end) * END_BAND) for end in ends]
        return max(thin, *wide) if value.kind == "range" and ends else thin
    widest = LINE_BAND if value.hedge in LINES else STEP_BAND
    return max(thin, min(_step(number), abs(number) * widest))


def _step(number: Decimal | None) -> Decimal:
    return last_digit(number.normalize()) / 2 if number else Decimal(0)


def is_far_off(value: Value, facts: Sequence[Fact]) -> bool:
    """Whether a figure, or all of a range, is of another order than every fact that it could be
    compared with."""
    ends = [n for n in (value.low, value.high) if isinstance(n, Decimal)]
    number = value.value if isinstance(value.value, Decimal) else max(ends, default=None, key=abs)
    known = [known_in(value, fact) for fact in facts if _are_alike(value, fact)]
    points = [abs(span.point) for span in known if span is not None and span.point]
    if not number or not points:
        return False
    size = abs(number)
    return all(max(size, point) > FAR_OFF * min(size, point) for point in points)


def _are_alike(value: Value, fact: Fact) -> bool:
    """Whether the figures may be set beside each other as they stand, a euro being a dollar."""
    return comparable(value, fact) or {value.unit, unit_of(fact)} <= NEAR_PARITY


def say_span(span: Span) -> str:
    """The span for a trace: "28500", "44500..45500", "1000000000.."."""
    if span.low is not None and span.low == span.high:
        return f"{span.low:f}"
    low = "" if span.low is None else f"{span.low:f}"
    high = "" if span.high is None else f"{span.high:f}"
    return f"{low}..{high}"


def without_sign(value: Value) -> Value:
    """The value without its sign, so that a fall of 5 percent is compared as 5."""
    if not isinstance(value.value, Decimal) or value.value >= 0:
        return value
    ends = [-end if isinstance(end, Decimal) else None for end in (value.high, value.low)]
    return replace(value, value=-value.value, low=ends[0], high=ends[1])
