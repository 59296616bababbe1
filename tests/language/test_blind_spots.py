"""Values in words and figures seldom judged: wrong ones are flagged, right ones supported."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("blind_spots")))
def test_blind_spots(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=case["date"]))
    for grade, heading in (("refuted", "flagged"), ("supported", "supported")):
        found = [v.claim.quote for v in report.verdicts if v.verdict == grade]
        assert sorted(found) == sorted(case[heading]), grade
