"""Rows of figures: what two that are right tell of the others; what is flagged in each."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("told_rows")))
def test_told_rows(case: dict[str, Any], checker: Checker) -> None:
    on = datetime.date.fromisoformat(case["date"])
    verdicts = checker.check(Document(case["text"], date=on)).verdicts
    flagged = [v.claim.quote for v in verdicts if v.is_flagged]
    supported = [v.claim.quote for v in verdicts if v.verdict == "supported"]
    assert flagged == case.get("false", [])
    assert [part for part in case.get("true", []) if part not in supported] == []
