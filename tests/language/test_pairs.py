"""Two names side by side of which one is right: what is flagged in each text."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document


@pytest.mark.parametrize("case", list(cases("pairs")))
def test_pairs(case: dict[str, Any], checker: Checker) -> None:
    on = datetime.date.fromisoformat(case["date"])
    verdicts = checker.check(Document(case["text"], date=on)).verdicts
    found = [v.claim.quote for v in verdicts if v.verdict == "refuted"]
    assert found == ([case["flagged"]] if "flagged" in case else [])
