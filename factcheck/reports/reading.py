"""Reads answers back: what `check --format json` or `jsonl` wrote becomes reports again.

`answer(report)` of such a report is the object that was read. What an answer does not hold (the
passages, how a question was derived) is lost; a claim keeps its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.records import Document, Report, Unusable
from factcheck.reports.answer import SCHEMA
from factcheck.reports.reading_claims import maybe, not_judged_of, verdict_of, wanted


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
    day = maybe(str, answer["date"])
    document = Document(
        wanted(str, answer["text"]),
        maybe(str, answer["id"]),
        maybe(str, answer["speaker"]),
        date.fromisoformat(day) if day else None,
    )
    reference, options = answer["reference"], wanted(dict, answer.get("options", {}))
    return Report(
        document,
        tuple(verdict_of(claim, document.text) for claim in wanted(list, answer["claims"])),
        tuple(not_judged_of(item) for item in wanted(list, answer["not_judged"])),
        tuple(wanted(str, topic) for topic in wanted(list, reference["topics"])),
        wanted(str, reference["hash"]),
        wanted(str, answer["version"]),
        {wanted(str, name): wanted(str, text) for name, text in options.items()},
        maybe(str, answer.get("error")),
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
        return report_of(wanted(dict, answer))
    except KeyError as error:
        raise Unusable(f"{where}: no answer of factcheck: {error} is missing") from None
    except (TypeError, ValueError, ArithmeticError) as error:
        raise Unusable(f"{where}: no answer of factcheck: {error}") from None
