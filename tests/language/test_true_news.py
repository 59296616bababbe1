"""True sentences with several figures, times, names and clauses: nothing in them is flagged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.records import Document

_LINES = (Path(__file__).parent / "cases" / "true_news.txt").read_text("utf-8").splitlines()
SENTENCES = [line for line in _LINES if line and not line.startswith("#")]


def test_there_are_enough() -> None:
    assert len(SENTENCES) >= 300
    assert len({line.rpartition("|")[2] for line in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("start", range(0, len(SENTENCES), 50))
def test_nothing_is_flagged(start: int, checker: Checker) -> None:
    flagged = []
    for line in SENTENCES[start : start + 50]:
        day, *speaker, text = line.split("|")
        document = Document(
            text, speaker=speaker[0] if speaker else None, date=date.fromisoformat(day)
        )
        report = checker.check(document)
        flagged += [(text, v.claim.quote, v.trace) for v in report.verdicts if v.is_flagged]
    assert flagged == []
