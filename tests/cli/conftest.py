"""The fixture of the command-line tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from echoing import EchoingChecker, Run

import factcheck.scoring.tables  # noqa: F401 - it keeps the checker it was imported with
from factcheck.cli import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `factcheck` with these arguments, in an empty folder, with the scripted checker."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factcheck.api.Checker", EchoingChecker)

    def invoke(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=input)

    return invoke
