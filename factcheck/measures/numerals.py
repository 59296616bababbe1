"""Numerals: figures in digits, in words and in both, without any unit.

"1,038.9", "1.47bn", "28.5k", "one and a half trillion", "a billion and a half",
"seventeen hundred", "half a million", "two dozen", "minus three".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.measures.brief_thousands import STEP, brief_thousands
from factcheck.measures.leading_points import DIGIT, decimals, leading_point
from factcheck.measures.lexicon import GLYPHS, MAGNITUDES, SMALL, SUFFIXES, TENS, any_of

_GLYPH = "[" + "".join(GLYPHS) + "]"
_DIGITS = re.compile(
    r"(?:[0-9]{1,3}(?:[,'][0-9]{3}){1,8}(?![0-9])|[0-9]{1,3}(?: [0-9]{3}){1,8}(?![0-9]|"
    r",[0-9])|[0-9]{1,25})"
    r"(?:\.[0-9]{1,12})?"
)
_MIXED = re.compile(rf"[ -]?({_GLYPH})|[ -]([1-9])/([2-9]|1[06])(?![0-9/])")
_SUFFIX = re.compile(rf" ?({any_of(SUFFIXES)})(?![a-z0-9])")
_MAGNITUDE = re.compile(rf"[ -]({any_of([*MAGNITUDES, 'dozen'])})(?![a-z])")
_WORD = re.compile(r"[ -]?([a-z]+)")
_AND_HALF = re.compile(
    r"[ -]and[ -](?:a|one)[ -](half|quarter)(?![a-z])|[ -]and[ -](three)[ -]quarters"
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_POINT = re.compile(rf" point({DIGIT}{{1,8}})")
HALF_A = re.compile(
    rf"(?:an? )?(?:(half|quarter)[ -](?:of[ -])?(?:an?[ -])?|(three)[ -]quarters of an? )"
    rf"({any_of([*MAGNITUDES, 'dozen'])})(?![a-z])"
)
_SCALES = MAGNITUDES | {"dozen": 12}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure: its offsets, value, and the size of one unit of its last stated digit."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    #: value without magnitude, and the magnitude
    bare: Decimal
    magnitude: int = 1
    in_words: bool = False
    #: written with thousands separators or decimals: certainly a quantity
    grouped: bool = False


def read_numeral(t: str, start: int) -> Numeral | None:
    """The longest numeral that begins at `start` of plain text, sign and "a" included."""
    if t[start : start + 1] in GLYPHS or "0" <= t[start : start + 1] <= "9":
        return _in_digits(t, start)
    if t[start : start + 1] == "." and "0" <= t[start + 1 : start + 2] <= "9":
        found = re.compile(r"\.[0-9]{1,12}(?![0-9])").match(t, start)
        return _scaled(t, start, found.end(), Decimal("0" + found.group()), True) if found else None
    return _in_words(t, start)


def last_digit(value: Decimal) -> Decimal:
    """The size of one unit of the last digit that says something: 28,500 gives 100."""
    if not value:
        return Decimal(1)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = str(int(abs(value)))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def significant_digits(value: object) -> int:
    """How many digits of a figure say something: 28,500 has three; what is no figure, none."""
    return len(value.normalize().as_tuple().digits) if isinstance(value, Decimal) else 0


def _in_digits(t: str, start: int) -> Numeral | None:
    if t[start] in GLYPHS:
        top, below = GLYPHS[t[start]]
        return _scaled(t, start, start + 1, Decimal(top) / below, True)
    found = _DIGITS.match(t, start)
    if not found:
        return None
    end, written = found.end(), found.group()
    following = t[end : end + 2]
    if following[:1].isdigit() or (following[:1] in ".,:" and following[1:].isdigit()):
        return None  # a longer run of digits, a version, a list, a time
    value = Decimal(re.sub("[, ']", "", written))
    mixed = _MIXED.match(t, end)
    if mixed:
        top, below = GLYPHS[mixed[1]] if mixed[1] else (int(mixed[2]), int(mixed[3]))
        return _scaled(t, start, mixed.end(), value + Decimal(top) / below, True)
    return _scaled(t, start, end, value, not written.isdigit())


def _scaled(t: str, start: int, end: int, value: Decimal, grouped: bool) -> Numeral:
    """Add the magnitudes that follow digits."""
    step, bare, magnitude = last_digit(value), value, 1
    half = _AND_HALF.match(t, end)
    if half and _MAGNITUDE.match(t, half.end()):
        end, part = half.end(), _PARTS[half[1] or half[2]]
        value, bare, step = value + part, value + part, Decimal("0.1")
    suffix = _SUFFIX.match(t, end)
    if suffix and _is_suffix(t, start, suffix):
        magnitude, end = SUFFIXES[suffix[1]], suffix.end()
    else:
        while (found := _MAGNITUDE.match(t, end)) and magnitude * _SCALES[found[1]] <= 10**18:
            magnitude, end = magnitude * _SCALES[found[1]], found.end()
        half = _AND_HALF.match(t, end) if magnitude > 1 else None
        if half:
            part, end = _PARTS[half[1] or half[2]], half.end()
            value, bare, step = value + part, value + part, Decimal("0.1")
    return Numeral(
        start,
        end,
        value * magnitude,
        step * magnitude,
        bare,
        magnitude,
        False,
        grouped or magnitude > 1,
    )


def _is_suffix(t: str, start: int, found: re.Match[str]) -> bool:
    """ "5m", "5 bn", "5 mln"; single letters only against the digits, "mm" only of money."""
    if found[1] == "mm":
        return t[start - 1 : start] in ("$", "€", "£")
    return len(found[1]) > 1 or found[0][0] != " "


def _in_words(t: str, start: int) -> Numeral | None:
    halves = HALF_A.match(t, start)
    if halves:
        scale = _SCALES[halves[3]]
        value = _PARTS[halves[1] or halves[2]] * scale
        return Numeral(start, halves.end(), value, Decimal(scale) / 10, value / scale, scale, True)
    if point := leading_point(t, start):
        return Numeral(start, *point, point[1], in_words=True)
    if brief := brief_thousands(t, start):
        return Numeral(start, *brief, STEP, brief[1] / 1000, 1000, True)
    counting = _Counting()
    position = start
    for _ in range(40):
        word = _WORD.match(t, position)
        if word is None or (position == start and word[0] != word[1]):
            break
        next_position = counting.take(word[1], t, word.end())
        if next_position is None:
            break
        position = next_position
    return counting.result(start)


class _Counting:
    """What has been counted so far, word by word; the last complete reading is kept."""

    def __init__(self) -> None:
        self.total, self.group = Decimal(0), Decimal(0)
        self.last = "start"
        self.smallest = 10**19
        self.step = Decimal(1)
        self.magnitude = 1
        self.complete: tuple[int, Decimal, Decimal, int] | None = None
        self.before_and: tuple[int, Decimal, Decimal, int] | None = None

    def take(self, word: str, t: str, end: int) -> int | None:
        """Take one word that ends at `end`; the new position, or `None` if it does not fit."""
        if word in ("a", "an") and self.last == "start":
            self.group, self.last = Decimal(1), "article"
            return end
        if word == "and" and self.last in ("hundred", "magnitude"):
            self.last = "and after " + self.last
            self.before_and = self.complete
            return end
        if (
            (word in SMALL and self._add(SMALL[word]))
            or (word in TENS and self._add(TENS[word]))
            or (word in _SCALES and self._multiply(_SCALES[word]))
        ):
            pass
        else:
            if word in _SCALES and self.before_and:  # "one million and two million" are two
                self.complete = self.before_and
            return None
        return self._parts(t, end)

    def _add(self, number: int) -> bool:
        after_hundred = self.last in ("hundred", "and after hundred")
        fresh = self.last in ("start", "magnitude", "and after magnitude")
        if not (fresh or after_hundred or (self.last == "tens" and 0 < number < 10)):
            return False
        if number == 0 and self.last != "start":
            return False
        self.group += number
        self.last = "tens" if number >= 20 else "unit"
        self.step = last_digit(Decimal(number))
        return True

    def _multiply(self, scale: int) -> bool:
        if not self.group or (scale == 12 and self.last not in ("unit", "tens", "article")):
            return False
        if scale == 100 and self.group < 100:
            self.group, self.last = self.group * 100, "hundred"
            self.step = Decimal(100)
            return True
        if scale == 100 or scale >= self.smallest or (self.last == "parted" and scale == 12):
            return False
        step = last_digit(self.group) * scale if scale != 12 else Decimal(1)
        self.total += self.group * scale
        self.group, self.smallest, self.last = Decimal(0), scale, "magnitude"
        self.step, self.magnitude = step, max(self.magnitude, scale)
        return True

    def _parts(self, t: str, end: int) -> int:
        point = _POINT.match(t, end)
        if point and self.last in ("unit", "tens"):
            part, self.step = decimals(point[1])
            self.group += part
            self.last, end = "parted", point.end()
        half = _AND_HALF.match(t, end)
        if half and self.last in ("unit", "tens", "magnitude", "hundred"):
            part = _PARTS[half[1] or half[2]]
            if self.last == "magnitude":
                self.total += part * self.smallest
                self.step = Decimal(self.smallest) / 10
            elif self.last == "hundred":
                self.group += part * 100
            else:
                self.group += part
                self.step = Decimal("0.1")
            self.last, end = "parted", half.end()
        if self.last != "article":
            self.complete = (end, self.total + self.group, self.step, self.magnitude)
        return end

    def result(self, start: int) -> Numeral | None:
        """The last complete reading."""
        if self.complete is None:
            return None
        end, value, step, magnitude = self.complete
        return Numeral(start, end, value, step, value / magnitude, magnitude, True)
