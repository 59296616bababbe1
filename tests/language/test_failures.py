"""Firms that fail, are shut down and saved, and who owns them: what is flagged in each text."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value,unit,valid_from,valid_to
a,Holt Savings,founded,1972,year,,
b,Holt Savings,failure_date,1991-07-05,date,,
c,Holt Savings,chief_executive,Mara Varga,entity,1980,1991
d,Holt Savings,rescue_cost,29300000000,EUR,,
e,Varn Credit,failure_date,2008-07-11,date,,
f,Varn Credit,chief_executive,Ole Brandt,entity,2003,2008
g,Varn Credit,state_stake,25,percent,2009,
h,Varn Credit,rescuer,Danish state,entity,,
"""
ENTITIES = """name,type,aliases,part_of,description
Holt Savings,bank,Holt,,Larkham mortgage lender
Varn Credit,bank,Varn,,"bank of Aldra, north of Velm"
Danish state,organisation,Copenhagen,,
Mara Varga,person,Varga,,
Ole Brandt,person,Brandt,,
"""


@pytest.mark.parametrize("case", list(cases("failures")))
def test_failures(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=case["date"]))
    flagged = [v.claim.quote for v in report.verdicts if v.is_flagged]
    supported = {v.claim.quote for v in report.verdicts if v.verdict == "supported"}
    assert flagged == case.get("flagged", [])
    assert set(case.get("supported", [])) <= supported
