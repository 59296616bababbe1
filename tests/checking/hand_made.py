"""Claims and facts made by hand, in one line each: no language room, no store."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.checking.judging import judge
from factcheck.measures.bounds import with_bounds
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Answer, Claim, Fact, Match, Question, Source, Verdict

_HEDGES = ("about", "more than", "at least", "less than", "at most", "nearly", "exactly")
_MAGNITUDES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000}
_CURRENCIES = {"won": "KRW", "yen": "JPY", "euros": "EUR", "dollars": "USD", "kroner": "DKK"}
SOURCE = Source("s1", "Annual report 2024", "Larkham City Council")


def value(text: str) -> Value:
    """ "about 28,500", "8.3%", "12th", "1.52 trillion won", "$5 billion", "1991", "P5Y"."""
    hedge = next((h for h in _HEDGES if text.startswith(f"{h} ")), None)
    bare = text.removeprefix(f"{hedge} ") if hedge else text
    kind, read, unit = _read(bare)
    start = len(text) - len(bare)
    return with_bounds(Value(start, len(text), bare, kind, read, unit, None, hedge))


def _read(text: str) -> tuple[str, Decimal | str, str | None]:
    if text.endswith("%"):
        return "percentage", Decimal(text[:-1]), "percent"
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text):
        return "ordinal", Decimal(found.group(1)), None
    if re.fullmatch(r"P[\dYMWD]+", text):
        return "duration", text, None
    if ".." in text and "/" not in text:
        return "range", text, None
    if re.fullmatch(r"[12]\d{3}(-\d\d){0,2}|.*/.*", text):
        return ("period" if "/" in text else "date"), text, None
    found = re.fullmatch(r"(\$?)(-?[\d,.]+)(?: (\w+illion|thousand))?(?: (\w+))?", text)
    assert found, text
    sign, digits, magnitude, name = found.groups()
    number = Decimal(digits.replace(",", "")) * _MAGNITUDES.get(magnitude or "", 1)
    if number == number.to_integral_value():
        number = Decimal(int(number))
    unit = "$" if sign else _CURRENCIES.get(name or "")
    return ("amount" if unit else "number"), number, unit


def fact(line: str, valid: str | None = None, **more: object) -> Fact:
    """A fact from `subject | property | value`; the id is made of subject, property and time."""
    subject, name, text = (part.strip() for part in line.split("|"))
    try:
        reading = value(text)
        unit = reading.unit
    except AssertionError:
        reading, unit = None, None
    period = Period.parse(valid) if valid else Period(None, None)
    made = Fact(
        f"{subject}-{name}-{valid or text}", "larkham", subject, name, text, unit, reading, period,
        sources=(SOURCE,),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def unverified(made: Fact) -> Fact:
    return replace(made, confidence="unverified")


def term(person: str, office: str, valid: str) -> Fact:
    return fact(f"{person} | office_held | {office}", valid)


def claim(kind: str, said: str | Value, **more: object) -> Claim:
    """A claim of `kind` that gives `said`; `sentence` (with the phrase in it), `property`, `time`,
    `on`, `aggregate` and the fields of `Claim` may be given."""
    read = value(said) if isinstance(said, str) else said
    sentence = str(more.pop("sentence", f"It is {said}." if isinstance(said, str) else read.text))
    quote = str(more.pop("quote", read.text))
    start = sentence.index(quote)
    when, on = more.pop("time", None), more.pop("on", None)
    question = Question(
        str(more.pop("subject", "Larkham")),
        str(more.pop("property", "figure")),
        Period.parse(str(when)) if when else None,
        date.fromisoformat(str(on)) if on else None,
        str(aggregate) if (aggregate := more.pop("aggregate", None)) else None,
    )
    made = Claim(start, start + len(quote), quote, sentence, 0, question, kind, read)
    return replace(made, **more)  # type: ignore[arg-type]


def word(kind: str, said: str | Decimal, unit: str | None = None) -> Value:
    """A value that is no figure: entity, status, frequency, comparison."""
    return Value(0, 0, str(said), kind, said, unit)


def judged(made: Claim, facts: list[Fact], related: list[Fact] | None = None) -> Verdict:
    return judge(Match(made, Answer(tuple(facts), tuple(related or ()))))
