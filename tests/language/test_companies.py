"""Companies that the topic does not know, where it knows another: what is flagged in each text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value
a,Fidaxel,maker,Merck
b,Fidaxel,inventor,Mara Lindqvist
c,Fidaxel,approved,2014-09-04
d,Lark & Daughters,acquirer,LVMH
e,Holt Metro,operator,RATP
f,Holt Metro,opened,1985-09-04
"""


@pytest.mark.parametrize("case", list(cases("companies")))
def test_companies(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=date(2026, 1, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([case["flagged"]] if "flagged" in case else [])
