"""Claims as they are made at rallies, with asides, "it" and few verbs: what is flagged in each
text, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("rally")))
def test_rally_talk(case: dict[str, Any], checker: Checker) -> None:
    document = Document(case["text"], speaker=case.get("speaker"), date=case["date"])
    report = checker.check(document)
    supported = {v.claim.quote for v in report.verdicts if v.verdict == "supported"}
    assert [v.claim.quote for v in report.verdicts if v.is_flagged] == case.get("flagged", [])
    assert set(case.get("supported", [])) <= supported
