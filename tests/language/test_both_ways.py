"""What is flagged and what is supported: occasions, values in words, what a value hangs on."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

CASES = [case for name in ("occasions", "blind_spots", "attached") for case in cases(name)]


@pytest.mark.parametrize("case", CASES)
def test_both_ways(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=case["date"]))
    said = {
        "flagged": [v.claim.quote for v in report.verdicts if v.is_flagged],
        "supported": [v.claim.quote for v in report.verdicts if v.verdict == "supported"],
    }
    for heading, found in said.items():
        assert sorted(found) == sorted(case[heading]), heading
