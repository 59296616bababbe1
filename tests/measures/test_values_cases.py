"""The case file: what must be read, and what must stay silent. F1 of exact span and value."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from factcheck.measures.json_form import to_json
from factcheck.measures.reading import read_values

FILE = Path(__file__).parent / "cases" / "values.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
KINDS = ("number", "ordinal", "percentage", "amount", "range", "date", "period", "duration")


def key(value: dict[str, Any]) -> tuple[object, ...]:
    number = value["value"]
    if isinstance(number, int | float):
        number = float(f"{number:.6g}") if value["unit"] is None else round(float(number), 6)
    return value["start"], value["end"], value["kind"], number, value["unit"]


def outcome(case: dict[str, Any]) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    date = datetime.date.fromisoformat(case["date"]) if case["date"] else None
    got = {key(to_json(value)) for value in read_values(case["text"], date)}
    return {key(value) for value in case["values"]}, got


def test_the_file_is_large_enough_and_a_fifth_is_silent() -> None:
    silent = [case for case in CASES if not case["values"]]
    assert len(CASES) >= 800
    assert len(silent) >= len(CASES) / 5
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_labels_are_exact_parts_of_the_text(case: dict[str, Any]) -> None:
    for value in case["values"]:
        assert case["text"][value["start"] : value["end"]] == value["text"]
        assert value["kind"] in KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_f1_of_each_kind(kind: str) -> None:
    counts: Counter[str] = Counter()
    for case in CASES:
        want, got = outcome(case)
        counts["right"] += sum(value[2] == kind for value in want & got)
        counts["missed"] += sum(value[2] == kind for value in want - got)
        counts["wrong"] += sum(value[2] == kind for value in got - want)
    f1 = 2 * counts["right"] / (2 * counts["right"] + counts["missed"] + counts["wrong"])
    assert f1 >= 0.97, counts


def test_silent_cases_are_silent() -> None:
    loud = [case["id"] for case in CASES if not case["values"] and outcome(case)[1]]
    assert loud == []
