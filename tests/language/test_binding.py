"""What belongs together: the claim's phrase, the subject that it is said of, and the time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Claim, Document

_SAID_ON = date(2025, 3, 1)


def claims_on(case: dict[str, Any], checker: Checker) -> dict[str, list[Claim]]:
    """For each phrase of a case the claims whose phrase overlaps it."""
    text = case["text"]
    report = checker.check(Document(text, date=case.get("date", _SAID_ON)))
    found = [v.claim for v in report.verdicts]
    if case.get("silent"):
        judged = [v for v in report.verdicts if v.verdict != "not_enough_info"]
        assert [(v.claim.quote, v.verdict, v.claim.question.subject) for v in judged] == []
    on: dict[str, list[Claim]] = {}
    for phrase in case.get("claims", ()):
        assert text.count(phrase) == 1, phrase
        start = text.index(phrase)
        on[phrase] = [c for c in found if c.start < start + len(phrase) and start < c.end]
        assert on[phrase], f"no claim on {phrase!r}"
    return on


@pytest.mark.parametrize("case", list(cases("definites")))
def test_definites(case: dict[str, Any], checker: Checker) -> None:
    """The phrase means that member of the series, or nothing is said."""
    for phrase, claims in claims_on(case, checker).items():
        assert {claim.question.subject for claim in claims} == {case["claims"][phrase]}


@pytest.mark.parametrize("case", list(cases("times")))
def test_times_and_pairs(case: dict[str, Any], checker: Checker) -> None:
    """Each figure has its own subject and its own time."""
    for phrase, claims in claims_on(case, checker).items():
        found = {f"{c.question.subject} in {c.question.time}" for c in claims}
        assert found == {case["claims"][phrase]}
