"""Facts said as an editor would print them: what it is, when, and whose figure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.checking.names import OFFICE
from factcheck.checking.numbers import is_currency, unit_of
from factcheck.measures.lexicon import MONEY_NAMES
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.measures.writing import write_date, write_value
from factcheck.records import Fact

#: verbs that need no "was": a contract expired
_INTRANSITIVE = frozenset({"expired", "ended", "started", "opened", "closed", "died", "lapsed"})
_VERBS = {"in_force": "took effect", "expires": "expires", "began": "began", "begun": "began"}
MONTHS = tuple(calendar.month_name[1:])


def say_fact(fact: Fact) -> str:
    """One sentence with the value, when it holds, and whose figure it is."""
    if fact.text:
        return fact.text
    return f"{capital(_statement(fact))}{_bracket(fact)}."


def say_difference(others: Sequence[Fact]) -> str:
    """ " Sources differ: ..." for facts that say something else, "" without any."""
    said = list(dict.fromkeys(f"{say_figure(f)}{_bracket(f, with_time=True)}" for f in others))
    return f" Sources differ: also {' and '.join(said[:2])}." if said else ""


def _statement(fact: Fact) -> str:
    if fact.property == OFFICE:
        return f"{fact.subject} was {fact.value} {say_period(fact.valid, 'from')}".rstrip()
    if fact.value in ("in force", "ended"):
        during = say_period(fact.valid, "from")
        verb = "was" if fact.value == "in force" else "had"
        return f"{named(fact)} {verb} {fact.value} {during}".rstrip()
    if fact.property == "ordinal":
        return f"{named(fact)} is the {say_figure(fact)} of its series"
    if is_dated(fact):
        return _dated(fact)
    when = f" {say_period(fact.valid)}" if say_period(fact.valid) else ""
    label = label_of(fact)
    if label.partition(" of ")[0].endswith("s") and not label.endswith("ss"):
        label = f"the figure for {label}"
    return f"{label}{when} is {say_figure(fact)}"


def is_dated(fact: Fact) -> bool:
    """Whether a fact's value is a date or a year."""
    kind = fact.reading.kind if fact.reading else None
    return kind in ("date", "period") or (kind == "number" and fact.unit == "year")


def _dated(fact: Fact) -> str:
    name = fact.property.removeprefix("date_")
    when = say_date(fact)
    if fact.property.startswith("date_") and (name in _VERBS or name.endswith("ed")):
        done = name.replace("_", " ")
        verb = _VERBS.get(name) or (done if name in _INTRANSITIVE else f"was {done}")
        return f"{named(fact)} {verb} {when}"
    return f"{label_of(fact)} is {when.removeprefix('on ').removeprefix('in ')}"


def label_of(fact: Fact) -> str:
    """What the figure is of: the topic's own words, else "the height of Eiffel Tower"."""
    if not fact.property:
        return f"the number of members of {named(fact)}"
    label = fact.label or fact.property.replace("_", " ")
    label = f"the {label}" if label[0].islower() and not label.startswith("the ") else label
    names = {word.casefold().rstrip(",") for word in fact.subject.split() if word[:1].isupper()}
    if "'s " in label or names & set(label.casefold().replace("'s", "").split()):
        return label
    return f"{label} of {named(fact)}"


def named(fact: Fact) -> str:
    """The subject as it stands in a sentence: "the 12th Accord"."""
    return (
        f"the {fact.subject}" if re.match(r"\d+(?:st|nd|rd|th)\b", fact.subject) else fact.subject
    )


def say_figure(fact: Fact) -> str:
    """The value as news writes it: "1.5192 trillion won", "28,500", "8.3%", "4 November 2024"."""
    reading = fact.reading
    if reading is None:
        return fact.value
    if is_dated(fact):
        return say_date(fact).removeprefix("on ").removeprefix("in ")
    return say_value(with_unit(reading, unit_of(fact)))


def with_unit(reading: Value, unit: str | None) -> Value:
    """The reading with the unit of its column where the cell has a bare number."""
    if not isinstance(reading.value, Decimal) or reading.unit or not unit:
        return reading
    kind = {"percent": "percentage", "ordinal": "ordinal"}.get(unit, reading.kind)
    kind = "amount" if is_currency(unit) else kind
    kept = unit if kind != reading.kind and kind != "ordinal" else None
    return Value(0, 0, "", kind, reading.value, kept, reading.of, reading.hedge)


def say_value(value: Value) -> str:
    """A value as news writes it, with its hedge."""
    if value.value is None:
        return value.text
    hedge = f"{value.hedge} " if value.hedge and value.hedge != "exactly" else ""
    return f"{hedge}{write_value(value.value, value.kind, value.unit)}"


def say_date(fact: Fact) -> str:
    """When the event was: "on 4 November 2024", "in November 2024", "in 1991"."""
    text = str(fact.reading.value if fact.reading else fact.value)
    try:
        return say_period(Period.parse(text)) or text
    except ValueError:
        return text


def say_period(period: Period, first_word: str = "in") -> str:
    """ "in 2026", "on 30 June 2025", "since 2008", "from 2022 to 2026"; "" for any time."""
    first, last = period.first, period.last
    if first is None and last is None:
        return ""
    if last is None:
        return f"since {say_day(first)}" if first and first_word == "from" else ""
    if first is None:
        return f"until {say_day(last)}"
    length = len(str(period))
    if "/" not in str(period):
        word = "on" if length == 10 else "in"
        return f"{word} {say_day(first, length)}"
    if length == 9:
        return f"from {first.year} to {last.year}"
    return f"from {say_day(first)} to {say_day(last)}"


def say_day(day: date, length: int = 10) -> str:
    """A day, month (`length` 7) or year (4) as news writes it."""
    return write_date(day.isoformat()[:length])


def say_source(fact: Fact) -> str:
    """Whose figure it is: the publisher of the first source, or its title."""
    if not fact.sources:
        return ""
    source = fact.sources[0]
    name = source.publisher or source.title
    for mark in (", republish", " via ", "; republish"):
        name = name.partition(mark)[0]
    return name.strip()


def _bracket(fact: Fact, with_time: bool = False) -> str:
    parts = [say_source(fact)]
    if with_time:
        parts.insert(0, say_period(fact.valid, "from"))
    inside = "; ".join(part for part in parts if part)
    return f" ({inside})" if inside else ""


def say_unit(unit: str | None) -> str:
    """The name of a currency as news writes it after a figure: "won", "dollars"."""
    return _money_names().get(unit or "", unit or "")


@cache
def _money_names() -> dict[str, str]:
    """By code: the plural of the first name that texts use."""
    names: dict[str, str] = {"USD": "dollars", "$": "dollars"}
    for name, code in MONEY_NAMES.items():
        held = names.setdefault(code, name)
        if name == held + "s" and code != "KRW":
            names[code] = name
    return names


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
