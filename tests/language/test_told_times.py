"""Dates, lengths, numbers and persons as news tell them: wrong ones are flagged, right ones not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.api import Checker
from factcheck.records import Document

CASES = tomllib.loads((Path(__file__).parent / "cases/told_times.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_told_times(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=case.get("date")))
    assert [v.claim.quote for v in report.verdicts if v.is_flagged] == case.get("flagged", [])
