"""Who came before whom in an office: by the names alone, by a pronoun, by somebody who never held
it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value,valid_from,valid_to
a,Sakura Bank,governor,Noboru Kitano,2003-07-01,2013-06-30
b,Sakura Bank,governor,Emi Sato,2013-07-01,2020-03-15
c,Sakura Bank,governor,Hanna Varga,2020-03-16,
d,Lark Symphony,music_director,Otto Lindqvist,2004-01-01,2014-08-31
e,Lark Symphony,music_director,Gloria Stein-Bauer,2014-09-01,2021-05-31
f,Lark Symphony,music_director,Finlay Urquhart,2021-06-01,
g,Wend Tower,architect,Mara Tazi,,
h,Sakura Bank,governor,Mervyn King,1993-07-01,2003-06-30
"""


@pytest.mark.parametrize("case", list(cases("followed_by")))
def test_followed_by(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check(Document(case["text"], date=date(2020, 4, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([case["flagged"]] if "flagged" in case else [])
