"""Makes a derived fact: its value, its arithmetic, and what it has of the facts it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from factcheck.measures.durations import plain_number
from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Fact, Question, Source
from factcheck.reference.cells import read_cell
from factcheck.reference.tables import CONFIDENCES, DERIVED

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
#: so many parts are named in an id
_NAMED = 4


def derive(
    question: Question,
    value: str,
    type: str,
    parts: Sequence[Fact],
    arithmetic: str,
    *,
    unit: str | None = None,
    valid: Period = ANY_TIME,
    label: str | None = None,
) -> Fact:
    """A fact that answers `question`, made from `parts`; `type`: that of a property ("number",
    "percentage", "text"), by which `value` is read."""
    return Fact(
        id=derived_id(question.aggregate or question.property, parts),
        topic=parts[0].topic,
        subject=question.subject,
        property=question.property or question.aggregate or "",
        value=value,
        unit=unit,
        reading=read_cell(value, unit, type),
        valid=valid,
        known_from=max((fact.known_from for fact in parts if fact.known_from), default=None),
        confidence=lowest_confidence(parts),
        sources=joint_sources(parts),
        made_from=tuple(dict.fromkeys(fact.id for fact in parts)),
        arithmetic=arithmetic,
        label=label,
    )


def derived_id(aggregate: str, parts: Sequence[Fact]) -> str:
    """ "derived:change(a,b)"; of many parts the first, the last and how many they are."""
    ids = list(dict.fromkeys(fact.id for fact in parts))
    said = ids if len(ids) <= _NAMED else [ids[0], "…", ids[-1], str(len(ids))]
    return f"{DERIVED}{aggregate}({','.join(said)})"


def lowest_confidence(parts: Iterable[Fact]) -> str:
    """The lowest confidence among facts."""
    return max((fact.confidence for fact in parts), key=CONFIDENCES.index)


def joint_sources(parts: Iterable[Fact]) -> tuple[Source, ...]:
    """The sources of facts, each once, in order."""
    return tuple(dict.fromkeys(source for fact in parts for source in fact.sources))


def number_of(fact: Fact) -> Decimal | None:
    """The figure of a fact; `None` for ranges, names and the like."""
    value = fact.reading.value if fact.reading else None
    return value if isinstance(value, Decimal) else None


def unit_of(fact: Fact) -> str | None:
    """The unit of a fact's figure: as read, else as its column says."""
    return (fact.reading.unit if fact.reading else None) or fact.unit


def is_exact(fact: Fact) -> bool:
    """Whether a fact's figure can be reckoned with: no "over 90%", no "at least"."""
    hedge = fact.reading.hedge if fact.reading else None
    return number_of(fact) is not None and hedge in (None, "about", "exactly")


def say_numbers(numbers: Sequence[Decimal]) -> tuple[list[str], str]:
    """Numbers with one magnitude for all: (["1,519.2", "1,402.8"], " billion")."""
    smallest = min((abs(number) for number in numbers if number), default=Decimal(0))
    for size, word in _SCALES:
        if smallest >= size:
            return [_grouped(number / size) for number in numbers], f" {word}"
    return [_grouped(number) for number in numbers], ""


def say_number(number: Decimal) -> str:
    """One number with its magnitude: "1,519.2 billion", "28,500"."""
    (text,), magnitude = say_numbers([number])
    return text + magnitude


def say_days(period: Period) -> str:
    """A validity in short: "2026", "2025-09-30", "2008–"."""
    first, last = period.first, period.last
    text = str(period)
    if "/" not in text:
        return text
    if first and last and text[4] == "/":
        return f"{first.year}–{last.year}"
    return f"{first or ''}–{last or ''}"


def say_day(day: date | None) -> str:
    """A day in ISO 8601, or "?"."""
    return day.isoformat() if day else "?"


def rounded(number: Decimal) -> Decimal:
    """Two decimals; of what is smaller than that, two digits."""
    if number and abs(number) < Decimal("0.01"):
        return Decimal(f"{number:.1e}")
    return number.quantize(Decimal("0.01"))


def text_of(number: Decimal) -> str:
    """A number for a cell: no exponent, no needless zeros."""
    return plain_number(number)


def _grouped(number: Decimal) -> str:
    whole, dot, rest = plain_number(number.quantize(Decimal("0.0001"))).partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole != "-0" else f"-0{dot}{rest}"
