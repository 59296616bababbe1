"""The labelled statements have the form that `claims/README.md` describes.

The tests look at form only: whether a quote stands in its text, whether kinds and verdicts
are words that we use, whether a refuted row says what is wrong and what is right; and
whether the counts in `claims/README.md` are those of the files.
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
        "the correction is the phrase itself": is_refuted and row["correct"] == row["quote"],
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


def _counts(statements: list[dict[str, Any]]) -> list[int]:
    """Statements, with a false claim, with true claims only, silent; true and false claims."""
    verdicts = [[row["verdict"] for row in s["expected"]] for s in statements]
    false = sum("refuted" in found for found in verdicts)
    silent = sum(not found for found in verdicts)
    claims = Counter(verdict for found in verdicts for verdict in found)
    true = len(statements) - false - silent
    return [len(statements), false, true, silent, claims["supported"], claims["refuted"]]


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{word} {n}" for word, n in sorted(counted.items(), key=lambda c: (-c[1], c)))


def _counts_section() -> str:
    """What stands under "Counts" in the README."""
    by_file = {path.stem: _statements(path) for path in FILES}
    everything = [statement for statements in by_file.values() for statement in statements]
    rows = [row for statement in everything for row in statement["expected"]]
    lines = [
        "| file | statements | with a false claim | true only | silent "
        "| true claims | false claims |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, statements in [*by_file.items(), ("**all**", everything)]:
        lines.append(f"| {name} | {' | '.join(map(str, _counts(statements)))} |")
    false = Counter(row["kind"] for row in rows if row["verdict"] == "refuted")
    tags = Counter(tag for statement in everything for tag in statement["tags"])
    verdicts = Counter(row["verdict"] for row in rows)
    lines += ["", f"False claims by kind: {_listed(false)}."]
    lines += ["", f"Rows by verdict: {_listed(verdicts)}."]
    lines += ["", f"Statements by tag: {_listed(tags)}.", ""]
    return "\n".join(lines)


def test_readme_counts_are_right() -> None:
    _, _, section = (CLAIMS / "README.md").read_text(encoding="utf-8").partition("## Counts\n\n")
    assert section == _counts_section(), "run python tests/test_claims_form.py, which writes them"


def test_there_are_enough_of_every_sort() -> None:
    statements = [s for path in FILES for s in _statements(path)]
    total, false, true, silent, _, _ = _counts(statements)
    assert total >= 700
    assert silent >= 250
    assert true + silent >= 2 * false
    kinds = Counter(row["kind"] for s in statements for row in s["expected"])
    assert all(kinds[kind] >= 5 for kind in KINDS), kinds


def _write_counts() -> None:
    readme = CLAIMS / "README.md"
    before, heading, _ = readme.read_text(encoding="utf-8").partition("## Counts\n\n")
    readme.write_text(before + heading + _counts_section(), encoding="utf-8")


if __name__ == "__main__":
    _write_counts()
