"""The house: rooms apart, types strict, style clean, files short, every room says what it is."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
#: names that say nothing of what a module holds
EMPTY_NAMES = {"manager", "handler", "utils", "util", "helpers", "common", "misc", "core"}


def tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_rooms_are_kept_apart(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert broken == 0, capsys.readouterr().out


def test_types_are_strict_and_right() -> None:
    result = tool("mypy")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_style_is_clean() -> None:
    result = tool("ruff", "check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


def test_the_layout_is_that_of_the_formatter() -> None:
    result = tool("ruff", "format", "--check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_explains_itself_and_is_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    if path.name != "records.py":  # the contract between the rooms is read as one page
        assert len(text.splitlines()) <= 250, "more than one thing in it"
    assert not EMPTY_NAMES & set(path.stem.split("_")), "a name that says nothing"


@pytest.mark.parametrize(
    "room", sorted(p.parent for p in PACKAGE.rglob("__init__.py")), ids=lambda p: p.name
)
def test_a_room_says_how_to_add_a_file(room: Path) -> None:
    text = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    assert text and len(text.splitlines()) >= 3, "say what the room does and how to add a file"
