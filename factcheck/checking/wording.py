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
_VERBS = {"in force": "took effect", "expires": "expires", "began": "began"}
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
        was = "was" if fact.value == "in force" else "had"
        return f"{named(fact)} {was} {fact.value} {during}".rstrip()
    if fact.property == "ordinal":
        return f"{named(fact)} is the {say_figure(fact)} of its series"
    label = _label(fact)
    what = say_date(fact) if is_dated(fact) else say_figure(fact)
    if is_dated(fact) and label.startswith("when "):
        return f"{label[5:]} {what}"
    verb = _as_verb(label)
    if verb is not None:
        return f"{named(fact)} {verb} {what}"
    when = f" {say_period(fact.valid)}" if say_period(fact.valid) else ""
    return f"{label_of(fact)}{when} is {what.removeprefix('on ').removeprefix('in ')}"


def is_dated(fact: Fact) -> bool:
    """Whether a fact's value is a date or a year."""
    kind = fact.reading.kind if fact.reading else None
    return kind in ("date", "period") or (kind == "number" and fact.unit == "year")


def _label(fact: Fact) -> str:
    """The topic's words for the property, else its name: "signed" for `date_signed`."""
    return (fact.label or fact.property.replace("_", " ")).removeprefix("date ")


def _as_verb(label: str) -> str | None:
    """A label that says what happened as a verb: "signed" is "was signed"."""
    if label in _VERBS:
        return _VERBS[label]
    words = label.split()
    first = words[1] if len(words) > 1 and words[0].endswith("ly") else next(iter(words), "")
    if not first.endswith("ed") and first not in ("held", "begun", "built"):
        return None
    return label if first in _INTRANSITIVE else f"was {label}"


def label_of(fact: Fact) -> str:
    """What the figure is of: the topic's own words, else "the height of Eiffel Tower"."""
    if not fact.property and not fact.label:
        return f"the number of members of {named(fact)}"
    label = _label(fact)
    if re.match(r"(?:what|who|how|why|when) ", label):
        return label
    label = f"the {label}" if not re.match(r"(?:the|an?) |[A-Z]", label) else label
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
