"""Who came before whom in an office: by the names alone, by a pronoun, by somebody who never held
it."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Hanna Varga succeeded Noboru Kitano.", "Noboru Kitano"),
        ("Hanna Varga begins today as governor of Sakura Bank. She succeeds Noboru Kitano.", "Noboru Kitano"),
        ("Hanna Varga begins today as governor of Sakura Bank. She follows Mervyn King.", "Mervyn King"),
        ("Hanna Varga begins today as governor of Sakura Bank. Her predecessor, Noboru Kitano, wished her luck.", "Noboru Kitano"),
        ("Hanna Varga praised the markets. Her immediate predecessor was Noboru Kitano.", "Noboru Kitano"),
        ("Hanna Varga and her predecessor, Noboru Kitano, wrote a book.", "Noboru Kitano"),
        ("Hanna Varga, whose predecessor was Noboru Kitano, wrote a book.", "Noboru Kitano"),
        ("Noboru Kitano led Sakura Bank until Hanna Varga relieved him.", "Hanna Varga"),
        ("Noboru Kitano was governor of Sakura Bank until Otto Lindqvist took over from him.", "Otto Lindqvist"),
        ("Hanna Varga succeeded Akira Tanizaki as governor of Sakura Bank.", "Akira Tanizaki"),
        ("Hanna Varga is the new governor of Sakura Bank. She replaced Akira Tanizaki.", "Akira Tanizaki"),
        ("Hanna Varga took over from Mara Tazi as governor of Sakura Bank in 2020.", "Mara Tazi"),
        # right
        ("Hanna Varga succeeded Emi Sato.", None),
        ("Hanna Varga begins today as governor of Sakura Bank. She succeeds Emi Sato.", None),
        ("Emi Sato is to speak. Her predecessor, Noboru Kitano, wished her luck.", None),
        ("Hanna Varga and her predecessor, Emi Sato, wrote a book.", None),
        ("Noboru Kitano led Sakura Bank until Emi Sato relieved him.", None),
        ("Noboru Kitano followed Mervyn King as governor of Sakura Bank.", None),
        # another office, another person, another time
        ("Hanna Varga is the new chair of the zoo. She replaced Akira Tanizaki.", None),
        ("Hanna Varga succeeded Akira Tanizaki.", None),
        ("Hanna Varga succeeded Akira Tanizaki as mayor of Holt.", None),
        ("Hanna Varga is the new governor of Sakura Bank. At the zoo she replaced Akira Tanizaki.", None),
        ("Hanna Varga replaced Mara Tazi.", None),
        ("Hanna Varga met Finlay Urquhart. His predecessor, Otto Lindqvist, was there.", None),
        ("Hanna Varga met the mayor of Holt. His predecessor, Otto Lindqvist, was there.", None),
        ("Hanna Varga spoke first. Her predecessor as mayor, Akira Tanizaki, listened.", None),
        ("Hanna Varga spoke first. One of her predecessors, Noboru Kitano, listened.", None),
        ("Hanna Varga spoke first. Her predecessor but one, Noboru Kitano, listened.", None),
        ("Hanna Varga spoke first. She followed Noboru Kitano to the podium.", None),
        ("Hanna Varga spoke first. She follows Noboru Kitano on Instagram.", None),
        ("Hanna Varga spoke first. She took a book from Noboru Kitano.", None),
        ("Hanna Varga is governor of Sakura Bank. She replaced Mara Tazi on the board of the zoo.", None),
        ("Hanna Varga took over from Dame Emi as governor of Sakura Bank in 2020.", None),
    ],
)  # fmt: skip
def test_followed_by(text: str, flagged: str | None, checker: Checker) -> None:
    report = checker.check(Document(text, date=date(2020, 4, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([flagged] if flagged else [])
