"""Sentences in the topics' own words about something else are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.records import Document

_FOLDER = Path(__file__).parent / "cases"
_BEFORE = (
    "",
    "South Korea and the United States have been allies for decades. ",
    "Donald Trump spoke about the cost of US troops in South Korea. ",
    "Poland is a member of NATO. ",
    "The 11th Special Measures Agreement was a long story. ",
    "Germany hosts many American soldiers. ",
)


def sentences() -> Iterator[object]:
    """What is judged today although it should not be is a strict expected failure."""
    for name, marks in (
        ("near_misses.txt", []),
        ("near_misses_judged.txt", [pytest.mark.xfail(strict=True, reason="judged by mistake")]),
    ):
        for line in (_FOLDER / name).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                yield pytest.param(line, id=line, marks=marks)


@pytest.mark.parametrize("sentence", list(sentences()))
def test_nothing_is_judged(sentence: str, checker: Checker) -> None:
    for before in _BEFORE:
        report = checker.check(Document(before + sentence, date=date(2025, 3, 1)))
        judged = [
            (v.verdict, v.claim.quote, v.claim.question.subject)
            for v in report.verdicts
            if v.verdict != "not_enough_info" and v.claim.start >= len(before)
        ]
        assert judged == [], before
