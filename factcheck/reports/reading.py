"""Reads answers back: what `check --format json` or `jsonl` wrote becomes reports again.

`answer(report)` of such a report is the object that was read. What an answer does not hold (the
passages, how a question was derived) is lost; a claim keeps its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.measures.values import Value
from factcheck.records import (
    KINDS,
    Claim,
    Decision,
    Document,
    Fact,
    NotJudged,
    Place,
    Question,
    Report,
    Source,
    Unusable,
    Verdict,
)
from factcheck.reports.answer import SCHEMA

_T = TypeVar("_T")
_STANCES = ("asserted", "reported", "reported_as_false")
_VERDICTS = ("supported", "refuted", "not_enough_info")


def read_answers(path: Path) -> Iterator[Report]:
    """The reports of a file of answers, in order: a JSON array, one object, or one a line.

    Lines are read one by one. Raises `Unusable` for what is no answer, naming the line.
    """
    try:
        with path.open(encoding="utf-8-sig") as stream:
            first = stream.readline()
            if not _is_whole(first):
                yield from _array(first + stream.read(), path)
                return
            for number, line in enumerate((first, *_rest(stream)), 1):
                if line.strip():
                    yield _report(_parsed(line, f"{path}:{number}"), f"{path}:{number}")
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror or error}: name a file of answers") from None
    except UnicodeDecodeError:
        raise Unusable(f"{path}: not UTF-8: write it with check --format json") from None


def report_of(answer: Mapping[str, Any]) -> Report:
    """The report that an answer (the object of `docs/answer.schema.json`) was made from.

    Raises `KeyError`, `TypeError` or `ValueError` where it is none.
    """
    if answer["schema"] != SCHEMA:
        raise ValueError(f"schema {answer['schema']!r} is not {SCHEMA!r}")
    day = _maybe(str, answer["date"])
    document = Document(
        _is(str, answer["text"]),
        _maybe(str, answer["id"]),
        _maybe(str, answer["speaker"]),
        date.fromisoformat(day) if day else None,
    )
    reference, options = answer["reference"], _is(dict, answer.get("options", {}))
    return Report(
        document,
        tuple(_verdict(claim, document.text) for claim in _is(list, answer["claims"])),
        tuple(_not_judged(item) for item in _is(list, answer["not_judged"])),
        tuple(_is(str, topic) for topic in _is(list, reference["topics"])),
        _is(str, reference["hash"]),
        _is(str, answer["version"]),
        {_is(str, name): _is(str, text) for name, text in options.items()},
        _maybe(str, answer.get("error")),
    )


def _rest(stream: Any) -> Iterator[str]:  # noqa: ANN401
    yield from stream


def _is_whole(line: str) -> bool:
    """Whether the first line is an answer of its own (JSON Lines)."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _array(text: str, path: Path) -> Iterator[Report]:
    read = _parsed(text, str(path))
    for number, answer in enumerate(read if isinstance(read, list) else [read], 1):
        yield _report(answer, f"{path}: answer {number}")


def _parsed(text: str, where: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Unusable(
            f"{where}: no JSON ({error}): give what check --format json or jsonl wrote"
        ) from None


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _report(answer: Any, where: str) -> Report:  # noqa: ANN401
    try:
        return report_of(_is(dict, answer))
    except KeyError as error:
        raise Unusable(f"{where}: no answer of factcheck: {error} is missing") from None
    except (TypeError, ValueError, ArithmeticError) as error:
        raise Unusable(f"{where}: no answer of factcheck: {error}") from None


def _verdict(said: Mapping[str, Any], text: str) -> Verdict:
    decision = said.get("decision")
    return Verdict(
        _claim(said, text),
        _one_of(_VERDICTS, said["verdict"]),
        _is(str, said["explanation"]),
        tuple(_fact(fact) for fact in _is(list, said["facts"])),
        _maybe(str, said["diagnosis"]),
        _maybe(str, said["correction"]),
        _maybe(str, said["arithmetic"]),
        corrected_sentence=_maybe(str, said["corrected_sentence"]),
        decision=_decision(decision) if decision else None,
    )


def _claim(said: Mapping[str, Any], text: str) -> Claim:
    start, end, quote = _is(int, said["start"]), _is(int, said["end"]), _is(str, said["quote"])
    sentence = _is(str, said["sentence"])
    time, place = _maybe(str, said["time"]), said["place"]
    return Claim(
        start,
        end,
        quote,
        sentence,
        _begin(sentence, text, start),
        Question(
            _is(str, said["subject"]),
            _is(str, said["property"]),
            Period.parse(time) if time else None,
        ),
        _one_of(KINDS, said["kind"]),
        _value(said["value"], start, end, quote),
        _one_of(_STANCES, said["stance"]),
        _maybe(str, said["asserted_by"]),
        place=Place(
            _maybe(int, place["line"]), _maybe(int, place["page"]), _maybe(str, place["time"])
        ),
        trace=tuple(_is(str, step) for step in _is(list, said["trace"])),
        id=_is(str, said["id"]),
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
        _is(str, value)
    return Value(start, end, quote, _is(str, said["kind"]), value, _maybe(str, said["unit"]))


def _fact(said: Mapping[str, Any]) -> Fact:
    ends = [_maybe(str, said[name]) for name in ("valid_from", "valid_to")]
    first, last = (date.fromisoformat(end) if end else None for end in ends)
    return Fact(
        _is(str, said["id"]),
        "",
        _is(str, said["subject"]),
        _is(str, said["property"]),
        _is(str, said["value"]),
        _maybe(str, said["unit"]),
        valid=Period(first, last) if first or last else ANY_TIME,
        sources=tuple(_source(source) for source in _is(list, said["sources"])),
        text=_is(str, said["text"]),
    )


def _source(said: Mapping[str, Any]) -> Source:
    publisher, day, url, locator = (
        _maybe(str, said[name]) for name in ("publisher", "date", "url", "locator")
    )
    title = _is(str, said["title"])
    return Source("|".join((title, url or "", locator or "")), title, publisher, day, url, locator)


def _not_judged(said: Mapping[str, Any]) -> NotJudged:
    return NotJudged(
        _is(int, said["start"]),
        _is(int, said["end"]),
        _is(str, said["quote"]),
        _is(str, said["reason"]),
    )


def _decision(said: Mapping[str, Any]) -> Decision:
    until = _maybe(str, said.get("until"))
    return Decision(
        _is(str, said["decision"]),
        _maybe(str, said.get("why")),
        _maybe(str, said.get("by")),
        date.fromisoformat(until) if until else None,
    )


def _is(wanted: type[_T], value: object) -> _T:
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(f"{value!r:.60} is no {wanted.__name__}")
    return value


def _maybe(wanted: type[_T], value: object) -> _T | None:
    return None if value is None else _is(wanted, value)


def _one_of(known: tuple[str, ...], value: object) -> str:
    if value not in known:
        raise ValueError(f"{value!r:.60} is none of {', '.join(known)}")
    return _is(str, value)
