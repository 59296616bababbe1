"""Claims of an answer, read back: each object becomes the verdict that it was made from.

What is missing or of another kind raises `KeyError`, `TypeError` or `ValueError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.measures.values import Value
from factcheck.records import (
    KINDS,
    Claim,
    Decision,
    EarlierCheck,
    Fact,
    NotJudged,
    Place,
    Question,
    Repeated,
    Source,
    Verdict,
)

_T = TypeVar("_T")
_STANCES = ("asserted", "reported", "reported_as_false")
_VERDICTS = ("supported", "refuted", "not_enough_info")


def verdict_of(said: Mapping[str, Any], text: str) -> Verdict:
    """The verdict on one claim of an answer; `text` is that of the document."""
    decision, repeated = said.get("decision"), said.get("repeated")
    return Verdict(
        _claim(said, text),
        _one_of(_VERDICTS, said["verdict"]),
        wanted(str, said["explanation"]),
        tuple(_fact(fact) for fact in wanted(list, said["facts"])),
        maybe(str, said["diagnosis"]),
        maybe(str, said["correction"]),
        maybe(str, said["arithmetic"]),
        maybe(str, said.get("reason")),
        corrected_sentence=maybe(str, said["corrected_sentence"]),
        decision=_decision(decision) if decision else None,
        repeated=_repeated(repeated) if repeated else None,
        said_before=earlier_of(said),
    )


def _claim(said: Mapping[str, Any], text: str) -> Claim:
    start, end, quote = (
        wanted(int, said["start"]),
        wanted(int, said["end"]),
        wanted(str, said["quote"]),
    )
    sentence = wanted(str, said["sentence"])
    time, place = maybe(str, said["time"]), said["place"]
    return Claim(
        start,
        end,
        quote,
        sentence,
        _begin(sentence, text, start),
        Question(
            wanted(str, said["subject"]),
            wanted(str, said["property"]),
            Period.parse(time) if time else None,
        ),
        _one_of(KINDS, said["kind"]),
        _value(said["value"], start, end, quote),
        _one_of(_STANCES, said["stance"]),
        maybe(str, said["asserted_by"]),
        place=Place(
            maybe(int, place["line"]), maybe(int, place["page"]), maybe(str, place["time"])
        ),
        trace=tuple(wanted(str, step) for step in wanted(list, said["trace"])),
        id=wanted(str, said["id"]),
    )


def _begin(sentence: str, text: str, start: int) -> int:
    """Where the sentence begins: the last place before the phrase, else the first at all."""
    found = text.rfind(sentence, 0, start + len(sentence)) if sentence else -1
    return found if 0 <= found <= start else max(text.find(sentence), 0)


def _value(said: Mapping[str, Any], start: int, end: int, quote: str) -> Value:
    value = said["value"]
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = Decimal(str(value))
    elif value is not None:
        wanted(str, value)
    return Value(start, end, quote, wanted(str, said["kind"]), value, maybe(str, said["unit"]))


def _fact(said: Mapping[str, Any]) -> Fact:
    ends = [maybe(str, said[name]) for name in ("valid_from", "valid_to")]
    first, last = (date.fromisoformat(end) if end else None for end in ends)
    return Fact(
        wanted(str, said["id"]),
        "",
        wanted(str, said["subject"]),
        wanted(str, said["property"]),
        wanted(str, said["value"]),
        maybe(str, said["unit"]),
        valid=Period(first, last) if first or last else ANY_TIME,
        sources=tuple(_source(source) for source in wanted(list, said["sources"])),
        text=wanted(str, said["text"]),
    )


def _source(said: Mapping[str, Any]) -> Source:
    publisher, day, url, locator = (
        maybe(str, said[name]) for name in ("publisher", "date", "url", "locator")
    )
    title = wanted(str, said["title"])
    return Source("|".join((title, url or "", locator or "")), title, publisher, day, url, locator)


def earlier_of(said: Mapping[str, Any]) -> tuple[EarlierCheck, ...]:
    """The earlier checks of one claim of an answer."""
    return tuple(
        EarlierCheck(
            wanted(str, one["claim"]),
            maybe(str, one["speaker"]),
            maybe(str, one["date"]),
            wanted(str, one["what_is_true"]),
        )
        for one in wanted(list, said.get("said_before", []))
    )


def not_judged_of(said: Mapping[str, Any]) -> NotJudged:
    """One value that was not judged."""
    return NotJudged(
        wanted(int, said["start"]),
        wanted(int, said["end"]),
        wanted(str, said["quote"]),
        wanted(str, said["reason"]),
    )


def _repeated(said: Mapping[str, Any]) -> Repeated:
    since = maybe(str, said["since"])
    return Repeated(
        wanted(int, said["times"]),
        date.fromisoformat(since) if since else None,
        tuple(wanted(str, name) for name in wanted(list, said["by"])),
    )


def _decision(said: Mapping[str, Any]) -> Decision:
    until = maybe(str, said.get("until"))
    return Decision(
        wanted(str, said["decision"]),
        maybe(str, said.get("why")),
        maybe(str, said.get("by")),
        date.fromisoformat(until) if until else None,
    )


def wanted(kind: type[_T], value: object) -> _T:
    """The value, if it is of that kind; raises `TypeError` otherwise."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"{value!r:.60} is no {kind.__name__}")
    return value


def maybe(kind: type[_T], value: object) -> _T | None:
    """The value, if it is of that kind or `None`; raises `TypeError` otherwise."""
    return None if value is None else wanted(kind, value)


def _one_of(known: tuple[str, ...], value: object) -> str:
    if value not in known:
        raise ValueError(f"{value!r:.60} is none of {', '.join(known)}")
    return wanted(str, value)
