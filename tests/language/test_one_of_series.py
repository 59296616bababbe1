"""Names that are right of one member of a series are not right of another."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("one_of_series")))
def test_one_of_a_series(case: dict[str, Any], checker: Checker) -> None:
    on = datetime.date.fromisoformat(case["date"])
    verdicts = checker.check(Document(case["text"], date=on)).verdicts
    supported = {v.claim.quote for v in verdicts if v.verdict == "supported"}
    assert supported.issuperset(case.get("true", []))
    assert supported.isdisjoint(case.get("false", []))
