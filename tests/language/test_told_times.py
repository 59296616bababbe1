"""Dates, lengths, numbers and persons as news tell them: wrong ones are flagged, right ones not."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", cases("told_times"))
def test_told_times(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=case.get("date")))
    assert [v.claim.quote for v in report.verdicts if v.is_flagged] == case.get("flagged", [])
