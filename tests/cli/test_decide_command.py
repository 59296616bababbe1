"""`factcheck decide`: decisions stay beside the verdicts, and come back in reports."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest
from echoing import EchoingChecker, Run

from factcheck.records import Document
from factcheck.reports.answer import claim_id
from factcheck.scoring.labels import read_statements

TEXTS = ("all wrong", "all right")
REPORTS = [EchoingChecker().check(Document(text, f"{text}.txt", "Ann")) for text in TEXTS]
CLAIM = claim_id(REPORTS[0].verdicts[0].claim)


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database, with a batch room that reads these reports from it."""
    batch = ModuleType("factcheck.batch")
    batch.read_reports = lambda path, traces=False: iter(REPORTS)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcheck.batch", batch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763935200")
    with sqlite3.connect(tmp_path / "results.db") as connection:
        connection.execute("CREATE TABLE documents (id TEXT)")
    return tmp_path / "results.db"


def decision_in_report(run: Run) -> dict[str, str] | None:
    lines = run("report", "results.db", "--format", "jsonl").stdout.splitlines()
    decision: dict[str, str] | None = json.loads(lines[0])["claims"][0].get("decision")
    return decision


def test_a_decision_comes_back_in_reports(run: Run, results: Path) -> None:
    assert decision_in_report(run) is None
    done = run("decide", "results.db", CLAIM, "waived", "--why", "meant so", "--by", "Ed")
    assert (done.exit_code, done.output) == (0, "")
    assert decision_in_report(run) == {
        "decision": "waived", "why": "meant so", "by": "Ed", "until": None,
    }  # fmt: skip
    listed = run("decide", "results.db").stdout
    assert listed == f"{CLAIM}: waived by Ed: meant so\n"


def test_the_newest_decision_counts_and_all_are_kept(run: Run, results: Path) -> None:
    run("decide", "results.db", CLAIM, "accepted", "--why", "first")
    run("decide", "results.db", CLAIM, "false-alarm", "--why", "second")
    told = decision_in_report(run)
    assert told and told["decision"] == "false-alarm"
    with sqlite3.connect(results) as connection:
        rows = connection.execute("SELECT decision, decided_on FROM decisions").fetchall()
    assert rows == [("accepted", "2025-11-23"), ("false-alarm", "2025-11-23")]


def test_a_decision_that_has_ended_counts_no_more(run: Run, results: Path) -> None:
    run("decide", "results.db", CLAIM, "waived", "--why", "x", "--until", "2025-11-22")
    assert decision_in_report(run) is None


def test_a_decision_may_hold_for_one_document(run: Run, results: Path) -> None:
    run("decide", "results.db", CLAIM, "waived", "--why", "x", "--document", "all wrong.txt")
    assert decision_in_report(run) is not None
    other = run("decide", "results.db", CLAIM, "waived", "--why", "x", "--document", "b.txt")
    assert other.exit_code == 2 and f"no claim {CLAIM} in it" in other.stderr


def test_false_alarms_become_labelled_statements(run: Run, results: Path, tmp_path: Path) -> None:
    run("decide", "results.db", CLAIM, "false-alarm", "--why", "another bridge")
    done = run("decide", "results.db", "--as-claims", "alarms.jsonl")
    assert done.exit_code == 0 and done.stderr == "1 labelled statement in alarms.jsonl\n"
    [statement] = read_statements(tmp_path / "alarms.jsonl")
    assert (statement.text, statement.speaker, statement.expected) == ("all wrong", "Ann", ())
    assert statement.must_not_flag == ("wrong",) and "false-alarm" in statement.tags


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((CLAIM,), "decide what?"),
        ((CLAIM, "maybe"), "'maybe' is not one of"),
        ((CLAIM, "waived"), "say --why"),
        ((CLAIM, "waived", "--why", " "), "say --why"),
        (("0" * 12, "waived", "--why", "x"), f"no claim {'0' * 12} in it"),
        ((CLAIM, "waived", "--why", "x", "--until", "soon"), "'soon' is no day"),
        (("--as-claims", "no/a.jsonl"), "there is no folder no"),
    ],
)
def test_bad_input_is_one_line_and_keeps_nothing(
    run: Run, results: Path, arguments: tuple[str, ...], says: str
) -> None:
    result = run("decide", "results.db", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr and result.stderr.count("\n") == 1
    assert run("decide", "results.db").stdout == ""


def test_what_is_no_database_is_said(run: Run, results: Path, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database", encoding="utf-8")
    for name in ("text.db", "missing.db"):
        result = run("decide", name, CLAIM, "waived", "--why", "x")
        assert result.exit_code == 2 and f"{name}: no results database" in result.stderr
    (tmp_path / "torn.db").write_bytes(b"SQLite format 3\0" + b"torn" * 100)
    result = run("decide", "torn.db")
    assert result.exit_code == 2 and "cannot be used" in result.stderr
