"""Lists told apart by "respectively", judged by the shipped topics."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.api import Checker
from factcheck.records import Document


def judged(text: str, checker: Checker) -> dict[str, str]:
    report = checker.check(Document(text, date=date(2025, 10, 1)))
    return {v.claim.quote: v.verdict for v in report.verdicts if v.verdict != "not_enough_info"}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The 10th and 11th SMA were signed in {} and {}, respectively.", "2019", "2021"),
        ("Finland and Sweden joined NATO in {} and {}, respectively.", "2023", "2024"),
        (
            "Poland and Spain spend {} and {} of GDP on defense, respectively.",
            *("4.48 percent", "2 percent"),
        ),
        ("Japan and South Korea host {} and {} American troops, respectively.", "54,000", "28,500"),
    ],
)
def test_each_value_is_of_the_member_in_its_place(
    text: str, first: str, second: str, checker: Checker
) -> None:
    true = judged(text.format(first, second), checker)
    assert true[first] == true[second] == "supported"
    false = judged(text.format(second, first), checker)
    assert false[first] == false[second] == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "Poland, Spain and others spend 2 and 4.48 percent of GDP on defense, respectively.",
        "Trump and Biden won the elections of 2016 and 2020, respectively.",
    ],
)
def test_lists_of_unlike_length_refute_nothing(text: str, checker: Checker) -> None:
    assert "refuted" not in judged(text, checker).values()
