"""`factcheck score`: what it reads by default, what it prints, when it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from echoing import Run

GOOD = """
[[statement]]
id = "good"
text = "This is wrong."
tags = ["plain"]
[[statement.expected]]
quote = "wrong"
verdict = "refuted"
kind = "count"
"""
BAD = """
[[statement]]
id = "bad"
text = "This is wrong, too."
expected = []
"""


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "a.toml").write_text(GOOD, encoding="utf-8")
    (folder / "b.toml").write_text(BAD, encoding="utf-8")
    (folder / "README.md").write_text("not labelled", encoding="utf-8")
    return folder


def test_the_folder_claims_is_scored_by_default(run: Run, claims: Path) -> None:
    result = run("score")
    assert result.exit_code == 0
    assert "refuted            50.0% (1/2)          100.0% (1/1)" in result.stdout
    assert "false alarms       1" in result.stdout


def test_strict_fails_for_a_false_alarm_only(run: Run, claims: Path) -> None:
    assert run("score", "--strict").exit_code == 1
    assert run("score", "claims/a.toml", "--strict").exit_code == 0


def test_json_has_the_figures_and_what_went_wrong(run: Run, claims: Path) -> None:
    result = run("score", "--format", "json", "--wrong")
    read = json.loads(result.stdout)
    assert read["refuted"]["precision"] == {"share": 0.5, "of": 1, "all": 2}
    assert any("FALSE ALARM" in line for line in read["wrong"])


def test_statements_are_chosen_by_id_or_tag(run: Run, claims: Path) -> None:
    for name in ("good", "plain"):
        read = json.loads(run("score", "--only", name, "--format", "json").stdout)
        assert read["statements"]["all"] == 1
    assert "FALSE ALARM" not in run("score", "--only", "good", "--wrong").stdout


def test_claims_beside_a_topic_are_its_tests(run: Run, tmp_path: Path) -> None:
    topic = tmp_path / "bridges"
    topic.mkdir()
    assert "no claims.toml" in run("score", "--topic", "./bridges").stderr
    (topic / "claims.toml").write_text(GOOD, encoding="utf-8")
    assert "(1/1)" in run("score", "--topic", "./bridges").stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [("[[statement]]\nid = 'x'", "no text"), ("", "no labelled statements"), ("[", "no TOML")],
)
def test_labels_that_cannot_be_used(run: Run, tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "c.toml").write_text(content, encoding="utf-8")
    result = run("score", "c.toml")
    assert result.exit_code == 2 and says in result.stderr and result.stderr.count("\n") == 1


def test_nothing_to_score_is_said(run: Run) -> None:
    assert "no folder claims here" in run("score").stderr
    assert "no such file or folder" in run("score", "missing").stderr
