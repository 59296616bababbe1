"""Phrases of a verb and what it acts on, turned: "the words of X were written by Y"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value
a,Night Ferry,composer,Mara Lindqvist
b,Night Ferry,librettist,Otto Varga
c,Night Ferry,date_premiered,2020-04-01
d,Holt Film Festival,jury_president,Emi Sato
e,Holt Film Festival,opening_date,2025-04-01
"""


@pytest.mark.parametrize("case", list(cases("turned")))
def test_turned(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=date(2026, 1, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([case["flagged"]] if "flagged" in case else [])
