"""Who held an office before whom, since when and what was done under whom, in words of their own:
what is flagged in each text, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("offices_told")))
def test_offices_told(case: dict[str, Any], checker: Checker) -> None:
    document = Document(case["text"], speaker=case.get("speaker"), date=case["date"])
    report = checker.check(document)
    flagged = [v.claim.quote for v in report.verdicts if v.is_flagged]
    supported = {v.claim.quote for v in report.verdicts if v.verdict == "supported"}
    assert flagged == case.get("flagged", [])
    assert set(case.get("supported", [])) <= supported
