"""The wordings of `claims/seen-words.toml`: what is said of properties, and what only seems so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.records import Document, Report
from factcheck.scoring import Statement, read_statements

_FILE = Path(__file__).parents[2] / "claims" / "seen-words.toml"


def cases() -> Iterator[object]:
    """What is not read yet is a strict expected failure."""
    missed = [pytest.mark.xfail(strict=True, reason="these words are not read")]
    for one in read_statements(_FILE):
        yield pytest.param(one, id=one.id, marks=missed if "missed" in one.tags else [])


@pytest.mark.parametrize("statement", list(cases()))
def test_words(statement: Statement, checker: Checker) -> None:
    text = statement.text
    report = checker.check(Document(text, speaker=statement.speaker, date=statement.date))
    for row in statement.expected:
        start = text.index(row.quote)
        kind = row.kind if row.verdict == "refuted" else None
        assert (row.verdict, kind) in _verdicts(report, start, start + len(row.quote)), row.quote
    false = [row.quote for row in statement.expected if row.verdict == "refuted"]
    flagged = [v.claim.quote for v in report.verdicts if v.is_flagged]
    assert all(any(quote in row or row in quote for row in false) for quote in flagged)


def _verdicts(report: Report, start: int, end: int) -> set[tuple[str, str | None]]:
    """The verdicts at a phrase, those of something false with their kind."""
    met = (v for v in report.verdicts if v.claim.start < end and start < v.claim.end)
    return {(v.verdict, v.claim.kind if v.verdict == "refuted" else None) for v in met}
