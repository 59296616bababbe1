"""Replay gives the same bytes or says why not; recheck finds exactly the verdicts that changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

TOPIC = Path(__file__).parents[1] / "cli" / "topics" / "bridges"
WRONG = "The Alma Bridge opened in 1963."
RIGHT = "The Alma Bridge opened in 1961."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    shutil.copytree(TOPIC, "bridges")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def answered(*inputs: str) -> Path:
    file = Path("answers.jsonl")
    result = run("check", "--topic", "./bridges", "--format", "jsonl", *inputs)
    file.write_text(result.stdout, encoding="utf-8")
    return file


def replay(file: Path) -> Result:
    return run("replay", "--topic", "./bridges", str(file))


def edit_fact(old: str, new: str) -> None:
    facts = Path("bridges/facts.csv")
    text = facts.read_text(encoding="utf-8")
    assert text.count(old) == 1
    facts.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_bytes_for_texts_files_and_lists() -> None:
    Path("a.txt").write_text(f"Remarks\n\nMS. WARE: Well.\n{WRONG}\n", encoding="utf-8")
    Path("b.vtt").write_text(f"WEBVTT\n\n00:04.000 --> 00:06.000\n{WRONG}\n", encoding="utf-8")
    Path("c.jsonl").write_text(
        json.dumps({"text": "Hello."}) + "\n" + json.dumps({"id": "x", "text": WRONG}), "utf-8"
    )
    file = answered(f"{WRONG} {RIGHT}", "a.txt", "b.vtt", "c.jsonl", "--date", "2025-04-08")
    result = replay(file)
    assert (result.exit_code, result.stdout) == (0, ""), result.stdout
    assert result.stderr == "answers.jsonl: 5 answers, 5 the same\n"


def test_other_bytes_are_said_to_be_so() -> None:
    file = answered(WRONG, RIGHT)
    whole = file.read_text(encoding="utf-8")
    for changed, byte in (
        (whole.replace('"schema": ', '"schema":  ', 1), 11),
        (whole.rstrip("\n"), len(whole) - 1),
        (whole + "\n", len(whole)),
        ("[" + whole.rstrip("\n").replace("}\n{", "},{") + "]", 1),
    ):
        file.write_text(changed, encoding="utf-8")
        result = replay(file)
        told = f"answers.jsonl: the same answers in other bytes, from byte {byte} on"
        assert (result.exit_code, result.stdout.partition(":  ")[0][: len(told)]) == (1, told)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_a_report_wrote_of_a_batch_is_replayed(name: str) -> None:
    for day in ("2025-04-08", "2025-04-09"):
        Path(f"{day}.txt").write_text(f"MS. WARE: {WRONG}\n", encoding="utf-8")
    run("batch", "--topic", "./bridges", "2025-04-08.txt", "2025-04-09.txt", "--into", "r.db")
    [first, _] = json.loads(run("report", "r.db", "--format", "json").stdout)
    run("decide", "r.db", first["claims"][0]["id"], "waived", "--why", "a quotation")
    file = Path(f"kept.{name}")
    assert run("report", "r.db", "--output", str(file)).exit_code == 0
    assert "repeated" in file.read_text("utf-8") and "waived" in file.read_text("utf-8")
    result = replay(file)
    assert (result.exit_code, result.stdout) == (0, ""), result.stdout
    assert result.stderr == f"kept.{name}: 2 answers, 2 the same\n"


@pytest.mark.parametrize(
    "options", [("--explain",), ("--ignore", "start_date"), ("--stance", "flagged")]
)
def test_the_options_of_the_answer_hold(options: tuple[str, ...]) -> None:
    assert replay(answered(WRONG, RIGHT, *options)).exit_code == 0


def test_a_changed_fact_is_named() -> None:
    file = answered(WRONG, RIGHT)
    edit_fact("opened,1961-08-13", "opened,1963-08-13")
    result = replay(file)
    assert result.exit_code == 1
    first, second = (
        [line.partition(": ")[2] for line in result.stdout.splitlines() if f"answer {n}:" in line]
        for n in (1, 2)
    )
    assert first[0].startswith("facts: reference ") and len(first) == len(second) == 2
    assert "'1963': verdict refuted, now supported" in first[1]
    assert "'1961': verdict supported, now refuted" in second[1]
    for line in (first[1], second[1]):
        assert "fact b1: value 1961-08-13, now 1963-08-13" in line


def test_a_changed_text_and_version_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(WRONG, encoding="utf-8")
    file = answered("a.txt")
    Path("a.txt").write_text(RIGHT, encoding="utf-8")
    monkeypatch.setattr("factcheck.api.__version__", "9.9")
    lines = replay(file).stdout.splitlines()
    assert lines[0] == "a.txt: text: changed"
    assert lines[1].startswith("a.txt: version: ") and lines[1].endswith(", now 9.9")
    assert any("no longer found, was refuted" in line for line in lines)
    assert any("new, supported" in line for line in lines)


def test_what_cannot_be_replayed_is_said() -> None:
    file = answered(WRONG, "--redact")
    result = replay(file)
    assert result.exit_code == 2 and "not redacted" in result.stderr
    assert run("replay", "gone.json").exit_code == 2
    file = answered(WRONG)
    shutil.move("bridges", "elsewhere")
    unknown = run("replay", str(file))
    assert unknown.exit_code == 2 and "bridges" in unknown.stderr
