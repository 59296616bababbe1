"""The commands as a whole: listed, each with help, options from a file, the real program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from echoing import Run

from factcheck.cli import main
from factcheck.records import KINDS

COMMANDS = sorted(main.commands or main.list_commands(None))  # type: ignore[arg-type]


def factcheck(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The program as it is installed, in a process of its own."""
    start = "from factcheck.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        **options,  # type: ignore[call-overload]
    )


def test_the_commands_of_the_folder_are_listed() -> None:
    assert {"check", "explain", "kinds", "score", "values"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None and command.help and command.name == name
    result = run(name, "--help")
    assert result.exit_code == 0 and result.stdout.startswith(f"Usage: factcheck {name}")
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert parameter.help, f"{name} {parameter.name} has no help"  # type: ignore[attr-defined]


def test_no_command_shows_help_and_an_unknown_one_is_said(run: Run) -> None:
    result = run()
    assert result.exit_code == 2 and "Commands:" in result.output
    result = run("chek")
    assert result.exit_code == 2 and "No such command 'chek'" in result.stderr


@pytest.mark.parametrize("file", ["factcheck.toml", "pyproject.toml"])
def test_options_can_stand_in_a_file(run: Run, tmp_path: Path, file: str) -> None:
    head = "[tool.factcheck]\n" if file == "pyproject.toml" else ""
    (tmp_path / file).write_text(
        head + 'date = 2025-04-08\nspeaker = "Ann"\nformat = "jsonl"\ntopic = ["roads", "./own"]\n',
        encoding="utf-8",
    )
    result = run("check", "all right")
    assert '"speaker": "Ann", "date": "2025-04-08"' in result.stdout
    assert f'"topics": ["roads", "{tmp_path}/own"]' in result.stdout
    typed = run("check", "all right", "--speaker", "Bo", "--topic", "rails")
    assert '"speaker": "Bo"' in typed.stdout and '"topics": ["rails"]' in typed.stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("sepaker = 'Ann'", "unknown option 'sepaker': known are baseline, date, explain"),
        ("speaker = ", "factcheck.toml: no TOML"),
        ("date = 'soon'", "'soon' is no day of the calendar"),
    ],
)
def test_a_wrong_option_file_is_said(run: Run, tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "factcheck.toml").write_text(content, encoding="utf-8")
    result = run("check", "text")
    assert result.exit_code == 2 and says in result.stderr and result.stderr.count("\n") == 1


def test_other_pyproject_files_are_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project\nbroken", encoding="utf-8")
    assert run("check", "all right").exit_code == 0


def test_kinds_lists_every_kind_in_a_line() -> None:
    result = factcheck("kinds")
    assert result.returncode == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_explain_prints_the_rule_with_examples(run: Run, kind: str) -> None:
    result = run("explain", kind)
    assert result.exit_code == 0
    assert "Flagged" in result.stdout and "Left alone" in result.stdout


def test_explain_of_an_unknown_kind_is_said(run: Run) -> None:
    result = run("explain", "colour")
    assert result.exit_code == 2 and "'colour' is not one of" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["--help"], ["kinds"], ["explain", "count"], ["check", "-h"]]
)
def test_quick_commands_import_nothing_heavy(arguments: list[str]) -> None:
    start = (
        "import sys, atexit\n"
        "heavy = {'spacy', 'numpy', 'sqlite3', 'sqlite_utils', 'rapidfuzz', 'jinja2', 'csv'}\n"
        "found = lambda: print('HEAVY', sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
        "atexit.register(found)\n"
        "from factcheck.cli import main; main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", start, *arguments], capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0
    assert result.stderr == "HEAVY []\n"


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "It cost 1,234 euros."}\n' * 5000)
    start = f"{sys.executable} -c 'from factcheck.cli import main; main()'"
    result = subprocess.run(
        ["bash", "-c", f"{start} values {tmp_path}/a.jsonl | head -1; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1] == "2"
