"""What a loose reading agrees with by chance is no support; what is meant is one."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.api import Checker
from factcheck.records import Document

BY_CHANCE = [
    # a sum in other money, and a count, far beyond the line that is drawn
    (
        "2018-01-30",
        "They are to raise what a family earns by more than $4,000, in host nation support or so.",
    ),
    (
        "2007-01-23",
        "In 2005 alone, the number of earmarks grew to over 13,000 and totaled $18 billion.",
    ),
    # a time that holds half of history
    (
        "1997-02-04",
        "America must act against new threats. In the past 4 years we agreed to ban, and led the "
        "way to an agreement to ban, all such tests.",
    ),
]
MEANT = [
    (
        "2024-11-20",
        "South Korea pays more than 1.1 trillion won a year for US forces.",
        "1.1 trillion",
    ),
    ("2025-06-01", "There are over 28,000 American soldiers in South Korea.", "28,000"),
    (
        "2024-11-20",
        "For the next five years the 12th Special Measures Agreement holds.",
        "five years",
    ),
]


@pytest.mark.parametrize(("day", "text"), BY_CHANCE)
def test_what_much_would_fit_is_no_support(day: str, text: str) -> None:
    with Checker() as checker:
        report = checker.check(Document(text, date=date.fromisoformat(day)))
    assert [v.claim.quote for v in report.verdicts if v.verdict != "not_enough_info"] == []


@pytest.mark.parametrize(("day", "text", "quote"), MEANT)
def test_what_is_near_the_line_is_one(day: str, text: str, quote: str) -> None:
    with Checker() as checker:
        report = checker.check(Document(text, date=date.fromisoformat(day)))
    supported = [v.claim.quote for v in report.verdicts if v.verdict == "supported"]
    assert any(quote in each for each in supported)
