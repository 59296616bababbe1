"""Values that are wrong in one respect and tell by that of which fact they are; and near ones
that are of something else."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("by_slip")))
def test_by_slip(case: dict[str, Any], checker: Checker) -> None:
    on = datetime.date.fromisoformat(case["date"])
    verdicts = checker.check(Document(case["text"], date=on)).verdicts
    flagged = {v.claim.quote: v.correction for v in verdicts if v.is_flagged}
    assert list(flagged) == case.get("false", [])
    assert [right for right in case.get("right", []) if right not in flagged.values()] == []
