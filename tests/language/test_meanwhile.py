"""Who held an office when something happened, or is said beside it: what is flagged in each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value
a,Holt referendum,head_of_government,Emi Sato
b,Holt referendum,date_held,1995-11-24
c,Larkham Accords,mediator,Otto Varga
d,Larkham Accords,signed,1995-12-14
e,Wend Accords,mediator,Mara Tazi
"""


@pytest.mark.parametrize("case", list(cases("meanwhile")))
def test_meanwhile(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=date(2026, 1, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([case["flagged"]] if "flagged" in case else [])
