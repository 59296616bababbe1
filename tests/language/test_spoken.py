"""Speech: short sentences, what goes on from one to the next, answers; what is flagged in each."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", [*cases("spoken"), *cases("speech")])
def test_spoken(case: dict[str, Any], checker: Checker) -> None:
    on = datetime.date.fromisoformat(case["date"])
    report = checker.check(Document(case["text"], speaker=case.get("speaker"), date=on))
    found = [v.claim.quote for v in report.verdicts if v.is_flagged]
    missed = [part for part in case.get("false", []) if not any(part in quote for quote in found)]
    wrongly = [q for q in found if not any(part in q for part in case.get("false", []))]
    supported = [v.claim.quote for v in report.verdicts if v.verdict == "supported"]
    missed += [part for part in case.get("true", []) if not any(part in q for q in supported)]
    assert (missed, wrongly) == ([], [])
