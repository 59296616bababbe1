"""One function a package: text and date in, what it found out, in one common form.

`Found` has character offsets, our name of the kind, and a value that can be compared: a float
for numbers, the first and last day for dates and periods, days for durations. Each package is
imported in its own function, so that one that is not installed is left out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

Days = tuple[str | None, str | None]


@dataclass(frozen=True)
class Found:
    """One value that a package found."""

    start: int
    end: int
    kind: str
    value: float | Days | None
    unit: str | None = None


class ModelResult(Protocol):
    """What recognizers-text-suite gives back."""

    start: int
    end: int
    type_name: str
    resolution: dict[str, list[dict[str, str]]] | None


Reader = Callable[[str, datetime.date], Iterator[Found]]


def factcheck() -> Reader:
    """This project's reader."""
    from factcheck.measures.reading import read_values

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        for value in read_values(text, date):
            yield Found(
                value.start, value.end, value.kind, common(value.kind, value.value), value.unit
            )

    return read


def common(kind: str, value: object) -> float | Days | None:
    """A value of ours, or of the case file, in the common form."""
    from factcheck.measures.bounds import date_bounds, range_ends
    from factcheck.measures.durations import duration_days

    if value is None:
        return None
    if kind in ("date", "period"):
        return date_bounds(str(value))
    if kind == "duration":
        return float(sum(duration_days(str(value)))) / 2
    if kind == "range":
        low, high = range_ends(str(value))
        return (str(low), str(high))
    return float(str(value))


def quantulum3() -> Reader:
    """Quantities with units, by grammar and unit tables."""
    from quantulum3 import parser

    seconds = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
    seconds |= {"month": 2629800, "year": 31557600, "decade": 315576000, "century": 3155760000}

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        for quantity in parser.parse(text):
            start, end = quantity.span
            entity, unit = quantity.unit.entity.name, quantity.unit.name
            if entity == "time" and unit in seconds:
                yield Found(start, end, "duration", quantity.value * seconds[unit] / 86400)
            elif entity == "currency":
                yield Found(start, end, "amount", quantity.value, unit)
            elif unit == "percentage":
                yield Found(start, end, "percentage", quantity.value, "percent")
            else:
                yield Found(start, end, "number", quantity.value)

    return read


def recognizers_text() -> Reader:
    """Numbers, ordinals, percentages, currencies and dates, by a large grammar."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_currency

    plain = (("amount", recognize_currency), ("percentage", recognize_percentage),
             ("ordinal", recognize_ordinal), ("number", recognize_number))  # fmt: skip

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        taken: list[tuple[int, int]] = []
        now = datetime.datetime(date.year, date.month, date.day)
        for result in recognize_datetime(text, "en-us", reference=now):
            found = _from_timex(result)
            if found:
                taken.append((found.start, found.end))
                yield found
        for kind, recognise in plain:
            for result in recognise(text, "en-us"):
                start, end = result.start, result.end + 1
                value = str((result.resolution or {}).get("value") or "").rstrip("%")
                if any(start < e and s < end for s, e in taken):
                    continue
                taken.append((start, end))
                yield Found(start, end, kind, float(value) if value else None)

    return read


def _from_timex(result: ModelResult) -> Found | None:
    values = (result.resolution or {}).get("values") or [{}]
    first, kind = values[0], result.type_name.split(".")[-1]
    start, end = result.start, result.end + 1
    if kind == "date":
        return Found(start, end, "date", (first.get("value"), first.get("value")))
    if kind == "daterange":
        return Found(start, end, "period", (first.get("start"), first.get("end")))
    if kind == "duration" and first.get("value"):
        return Found(start, end, "duration", float(first["value"]) / 86400)
    return None


def dateparser() -> Reader:
    """Dates anywhere in a text, by trying parts of it."""
    from dateparser.search import search_dates

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        base = datetime.datetime(date.year, date.month, date.day)
        at = 0
        for words, day in (
            search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        ):
            start = text.find(words, at)
            at = start + len(words)
            yield Found(start, at, "date", (day.date().isoformat(), day.date().isoformat()))

    return read


def datefinder() -> Reader:
    """Dates by regular expressions and dateutil."""
    import datefinder as package

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        base = datetime.datetime(date.year, date.month, date.day)
        for day, span in package.find_dates(text, index=True, base_date=base):
            yield Found(*span, "date", (day.date().isoformat(), day.date().isoformat()))

    return read


def parsedatetime() -> Reader:
    """Dates in what people type, by regular expressions."""
    import parsedatetime as package

    calendar = package.Calendar()

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        base = datetime.datetime(date.year, date.month, date.day)
        for day, flag, start, end, _ in calendar.nlp(text, base) or ():
            if flag in (1, 3):
                yield Found(start, end, "date", (day.date().isoformat(), day.date().isoformat()))

    return read


def _rewriting(rewrite: Callable[[str], str]) -> Reader:
    """A package that writes words as digits: what it found has no offsets, only values."""
    digits = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")

    def read(text: str, date: datetime.date) -> Iterator[Found]:
        for found in digits.finditer(rewrite(text)):
            yield Found(-1, -1, "number", float(Decimal(found.group().replace(",", ""))))

    return read


def text2num() -> Reader:
    """Writes number words as digits."""
    from text_to_num import alpha2digit

    return _rewriting(lambda text: str(alpha2digit(text, "en")))


def numerizer() -> Reader:
    """Writes number words as digits."""
    from numerizer import numerize

    return _rewriting(lambda text: str(numerize(text)))


def number_parser() -> Reader:
    """Writes number words as digits."""
    from number_parser import parse

    return _rewriting(lambda text: str(parse(text)))


READERS: dict[str, Callable[[], Reader]] = {
    "factcheck": factcheck,
    "recognizers-text-suite": recognizers_text,
    "quantulum3": quantulum3,
    "dateparser": dateparser,
    "datefinder": datefinder,
    "parsedatetime": parsedatetime,
    "text2num": text2num,
    "numerizer": numerizer,
    "number-parser": number_parser,
}
#: what each package reads at all; elsewhere it is not scored
READS: dict[str, tuple[str, ...]] = {
    "factcheck": (
        "number",
        "ordinal",
        "percentage",
        "amount",
        "range",
        "date",
        "period",
        "duration",
    ),
    "recognizers-text-suite": (
        "number",
        "ordinal",
        "percentage",
        "amount",
        "date",
        "period",
        "duration",
    ),
    "quantulum3": ("number", "percentage", "amount", "duration"),
    "dateparser": ("date",),
    "datefinder": ("date",),
    "parsedatetime": ("date",),
    "text2num": ("number",),
    "numerizer": ("number",),
    "number-parser": ("number",),
}
