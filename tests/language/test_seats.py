"""Where something has its seat or was signed: what is flagged in each text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value
a,Larkham Fund,headquarters,Ottawa
b,Larkham Fund,founded,1985-09-04
c,Holt Accords,signing_place,Paris
d,Holt Accords,signing_place,Élysée Palace
e,Holt Accords,signed,1995-12-14
"""


@pytest.mark.parametrize("case", list(cases("seats")))
def test_seats(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=date(2026, 1, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([case["flagged"]] if "flagged" in case else [])
