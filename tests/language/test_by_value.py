"""What is told by the value itself: so many digits, the very day; and what is not."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("by_value")))
def test_by_value(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=datetime.date.fromisoformat(case["date"])))
    judged = [v.claim.quote for v in report.verdicts if v.verdict != "not_enough_info"]
    missed = [part for part in case.get("true", []) if not any(part in q for q in judged)]
    assert missed == []
    assert [part for part in case.get("silent", []) if any(part in q for q in judged)] == []
    assert [v.claim.quote for v in report.verdicts if v.is_flagged] == case.get("false", [])
