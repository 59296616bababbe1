"""Readings that are sure by the words and improbable all the same: silent, and what is like them
and false is flagged (`likelier.py`, `of_neighbours.py`, `improbable.py`)."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value,unit,valid_from,valid_to
t1,Wend Tower,date_opened,1931-05-02,,,
t2,Lark Tower,date_opened,1974-08-20,,,
t3,Wend Tower,cost,8250000,EUR,2019,2019
t4,Wend Tower,cost,9130000,EUR,2020,2020
t5,Lark Tower,cost,4470000,EUR,2020,2020
c1,Mara Holm,keeper_of,Wend Tower,,2012-03-01,2018-04-30
c2,Ivo Brandt,keeper_of,Wend Tower,,2018-05-01,
"""
DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        # who says "this week" knows what happened this week
        ("Wend Tower opened in 1936.", ["1936"]),
        ("Wend Tower opened this week.", []),
        # what is to come is not what was
        ("Wend Tower opened in 2031.", []),
        # a figure of another time, set beside its like
        ("Wend Tower cost 8.25 million euros in 2020.", ["8.25 million euros"]),
        ("Lark Tower cost 9.99 million euros in 2020.", ["9.99 million euros"]),
        # the whole of which another is a part
        ("In 2020 Lark Tower cost 4.47 million euros out of 99.8 million euros.", []),
        # that of those who speak
        ("Wend Tower cost 8.25 million euros in 2019 against 9.99 million euros here.", []),
        (
            "In 2019 Wend Tower cost 8.25 million euros, and 9.99 million euros in 2020.",
            ["9.99 million euros"],
        ),
        ("It was 8.25 million euros for Wend Tower in 2019 and 9.99 million for us.", []),
        # the value right behind another name is of that
        ("Wend Tower cost more than Lark Tower's 4.47 million euros in 2020.", []),
    ],
)
def test_unlikely(text: str, flagged: list[str], checker: Checker) -> None:
    report = checker.check(Document(text, date=DAY))
    assert [v.claim.quote for v in report.verdicts if v.verdict == "refuted"] == flagged
