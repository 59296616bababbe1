"""Lengths, places in a list, comparisons and states: what is flagged, and what is not."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("kinds")))
def test_kinds(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=case["date"]))
    assert [v.claim.quote for v in report.verdicts if v.is_flagged] == case.get("flagged", [])
    supported = [v.claim.quote for v in report.verdicts if v.verdict == "supported"]
    assert [part for part in case.get("true", []) if not any(part in q for q in supported)] == []
