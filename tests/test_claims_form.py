"""The labelled statements have the form that `claims/README.md` describes.

The tests look at form only: whether a quote stands in its text, whether kinds and verdicts
are words that we use, whether a refuted row says what is wrong and what is right.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.records import KINDS

CLAIMS = Path(__file__).parents[1] / "claims"
FILES = sorted(CLAIMS.glob("*.toml"))
VERDICTS = {"supported", "refuted", "not_enough_info"}
STATEMENT_KEYS = {"id", "text", "speaker", "date", "tags", "must_not_flag", "expected"}
ROW_KEYS = {
    "quote",
    "verdict",
    "kind",
    "correct",
    "accept",
    "correct_alt",
    "strength",
    "why",
}


def _statements(path: Path) -> list[dict[str, Any]]:
    statements: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["statement"]
    return statements


def _row_faults(row: dict[str, Any], text: str) -> list[str]:
    """What is wrong with the form of one row of `expected`."""
    is_refuted = row["verdict"] == "refuted"
    faults = {
        f"unknown keys {set(row) - ROW_KEYS}": set(row) - ROW_KEYS,
        f"{row['quote']!r} stands {text.count(row['quote'])} times": text.count(row["quote"]) != 1,
        f"verdict {row['verdict']!r}": row["verdict"] not in VERDICTS,
        f"accept {row.get('accept')}": not set(row.get("accept", ())) <= VERDICTS,
        "accept without the verdict": "accept" in row and row["verdict"] not in row["accept"],
        f"kind {row['kind']!r}": row["kind"] not in (KINDS if is_refuted else ("none",)),
        "no correction": is_refuted and not row["correct"],
        "a correction where nothing is wrong": not is_refuted and row["correct"],
        f"strength {row.get('strength')!r}": row.get("strength", "strong")
        not in ("strong", "weak"),
        "no reason": is_refuted and row["correct"] == row["quote"],
    }
    return [fault for fault, holds in faults.items() if holds]


def _faults(statement: dict[str, Any]) -> list[str]:
    """What is wrong with the form of one statement."""
    text = statement["text"]
    faults = [f"unknown key {key}" for key in set(statement) - STATEMENT_KEYS]
    if not text.strip() or not statement["tags"]:
        faults.append("no text or no tags")
    if "date" in statement:
        date.fromisoformat(statement["date"])
    faults += [
        f"{phrase!r} is not in the text"
        for phrase in statement["must_not_flag"]
        if phrase not in text
    ]
    for row in statement["expected"]:
        faults += _row_faults(row, text)
        if row["verdict"] == "refuted" and row["quote"] in statement["must_not_flag"]:
            faults.append(f"{row['quote']!r} is to be flagged and not to be flagged")
    return faults


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_form(path: Path) -> None:
    faults = {s["id"]: found for s in _statements(path) if (found := _faults(s))}
    assert not faults


def test_ids_and_texts_are_unique() -> None:
    statements = [s for path in FILES for s in _statements(path)]
    for key in ("id", "text"):
        asked = Counter(
            (s[key], s.get("date"), s.get("speaker")) if key == "text" else s[key]
            for s in statements
        )
        assert [value for value, times in asked.items() if times > 1] == []


def test_there_are_labelled_statements_of_every_kind() -> None:
    kinds = {row["kind"] for path in FILES for s in _statements(path) for row in s["expected"]}
    assert kinds >= set(KINDS)
