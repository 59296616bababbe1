"""`factcheck check` around the engine: inputs, options, formats, exit status, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from echoing import Run

WHO_AND_WHEN = ["--speaker", "Ann", "--date", "2025-04-08"]
HELP = " (see factcheck check --help)"


def answers(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize(
    ("text", "status"), [("all quiet", 0), ("all right", 0), ("all wrong", 1), ("right wrong", 1)]
)
def test_exit_status_is_that_of_a_linter(run: Run, text: str, status: int) -> None:
    assert run("check", text).exit_code == status


def test_texts_files_and_standard_input_in_order(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("right here", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "s1", "text": "wrong"}\n{"text": "so so"}')
    result = run("check", "a.txt", "pasted text", "-", "b.jsonl", "--format", "jsonl", input="in")
    found = [(a["id"], a["text"]) for a in answers(result.stdout)]
    assert found == [
        ("a.txt", "right here"),
        (None, "pasted text"),
        (None, "in"),
        ("s1", "wrong"),
        ("2", "so so"),
    ]
    assert result.exit_code == 1


def test_standard_input_is_bounded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.documents.LARGEST", 1_000_000)
    result = run("check", "-", input="a" * 1_000_001)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "-: over 1 MB: split it" in result.stderr


@pytest.mark.parametrize(
    ("argument", "is_file"),
    [
        ("a.txt", True),
        ("folder/a", True),
        ("a.PDF", True),
        ("They pay 1.5", False),
        ("either/or is a choice", False),
        ("word", False),
        ("read it in a.txt", False),
    ],
)
def test_what_is_a_path(run: Run, argument: str, is_file: bool) -> None:
    result = run("check", argument)
    assert (result.exit_code == 2) == is_file
    assert ("no such file" in result.stderr) == is_file


def test_a_file_with_white_space_in_its_name_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my notes.txt").write_text("wrong", encoding="utf-8")
    assert run("check", "my notes.txt").exit_code == 1


def test_speaker_and_date_go_before_those_of_the_input(run: Run, tmp_path: Path) -> None:
    rows = '{"text": "a", "speaker": "Bo", "date": "2024-01-02"}\n{"text": "b"}'
    (tmp_path / "b.jsonl").write_text(rows, encoding="utf-8")
    own = answers(run("check", "b.jsonl", "--format", "jsonl").stdout)
    assert [(a["speaker"], a["date"]) for a in own] == [("Bo", "2024-01-02"), (None, None)]
    given = answers(run("check", "b.jsonl", *WHO_AND_WHEN, "--format", "jsonl").stdout)
    assert [(a["speaker"], a["date"]) for a in given] == [("Ann", "2025-04-08")] * 2


def test_one_bad_input_is_said_and_the_rest_go_on(run: Run) -> None:
    result = run("check", "all wrong", "missing.txt", "all right", "--format", "json")
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)) == 2
    assert result.stderr.startswith("factcheck: missing.txt: no such file")
    assert result.stderr.count("\n") == 1


def test_stopping_keeps_what_is_done(run: Run) -> None:
    result = run("check", "all wrong", "break", "never", "--format", "json")
    assert result.exit_code == 130
    assert [answer["text"] for answer in json.loads(result.stdout)] == ["all wrong"]


def test_a_defect_is_one_line_too(run: Run) -> None:
    result = run("check", "defect", "--format", "jsonl")
    assert result.exit_code == 2
    assert "internal error, ZeroDivisionError: a defect" in result.stderr
    assert result.stderr.count("\n") == 1


def test_only_and_ignore_choose_kinds(run: Run) -> None:
    text = "right wrong"
    assert run("check", text, "--only", "percentage").exit_code == 0
    assert run("check", text, "--ignore", "count").exit_code == 0
    result = run("check", text, "--only", "count", "--format", "jsonl")
    assert [claim["kind"] for claim in answers(result.stdout)[0]["claims"]] == ["count"]  # type: ignore[attr-defined]
    assert result.exit_code == 1


def test_only_flagged_claims_may_be_shown(run: Run) -> None:
    result = run("check", "right wrong", "--stance", "flagged", "--format", "jsonl")
    assert [c["verdict"] for c in answers(result.stdout)[0]["claims"]] == ["refuted"]  # type: ignore[attr-defined]


def test_the_trace_is_shown_where_it_is_asked_for(run: Run) -> None:
    assert "read so" not in run("check", "wrong").stdout
    explained = run("check", "wrong", "--explain").stdout
    assert "read so" in explained and "judged so" in explained


def test_output_goes_to_a_file_in_the_format_of_its_ending(run: Run, tmp_path: Path) -> None:
    result = run("check", "all wrong", "--output", "out.json")
    assert result.exit_code == 1 and result.stdout == ""
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    run("check", "all wrong", "--output", "out.md", "--format", "jsonl")
    assert answers((tmp_path / "out.md").read_text(encoding="utf-8"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.json", "out.md"]


def test_an_output_that_fails_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    assert run("check", "defect", "--output", "out.json").exit_code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"


BAD = [
    ((), "nothing to check: give a text in quotes, a file, or -" + HELP),
    (("",), "no text: give a statement in quotes, a file, or - for standard input"),
    (("  \n",), "no text: give a statement in quotes, a file, or - for standard input"),
    (("missing.txt",), "missing.txt: no such file"),
    ((".",), None),
    (("./",), "is a folder: name the files in it"),
    (("binary.txt",), "binary.txt: a binary file, no text"),
    (("korean.txt",), "korean.txt:1: not UTF-8"),
    (("text", "--date", "2025-02-30"), "'2025-02-30' is no day of the calendar"),
    (("text", "--date", "yesterday"), "'yesterday' is no day of the calendar"),
    (("text", "--date", "20250408"), "'20250408' is no day of the calendar"),
    (("text", "--known-on", "2025-13-01"), "'2025-13-01' is no day of the calendar"),
    (("text", "--topic", "unknown"), "topic unknown: there is none of that name"),
    (("text", "--only", "colour"), "'colour' is not one of"),
    (("text", "--format", "papyrus"), "'papyrus' is not one of"),
    (("text", "--output", "no/such/folder/a.json"), "there is no folder no/such/folder"),
    (("text", "--output", "a.xyz"), "a.xyz: the ending names no format"),
    (("-", "-"), "standard input can be read only once"),
    (("text", "--nonsense"), "No such option"),
    (("\udcff broken",), "the text is not UTF-8"),
]


@pytest.mark.parametrize(("arguments", "says"), [bad for bad in BAD if bad[1]])
def test_bad_input_is_one_line_and_status_2(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "korean.txt").write_bytes("서울은 낸다".encode("cp949"))
    before = sorted(tmp_path.iterdir())
    result = run("check", *arguments, input="piped text")
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.startswith("factcheck: ") and result.stderr.count("\n") == 1
    assert "Traceback" not in result.output
    assert sorted(tmp_path.iterdir()) == before


def test_empty_standard_input_is_no_text(run: Run) -> None:
    result = run("check", "-", input="")
    assert result.exit_code == 2
    assert result.stderr == "factcheck: standard input: there is no text in it\n"


def test_messages_do_not_carry_control_characters(run: Run) -> None:
    result = run("check", "./\x1b[2Jx.txt")
    assert result.exit_code == 2 and "\x1b" not in result.stderr and "\\x1b" in result.stderr
