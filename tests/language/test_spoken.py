"""Speech: short sentences, what goes on from one to the next, answers; what is flagged in each."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.api import Checker
from factcheck.records import Document

CASES = tomllib.loads((Path(__file__).parent / "cases/spoken.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker() as checker:
        yield checker


def cases() -> Iterator[object]:
    """What is missed or flagged wrongly today is a strict expected failure, with the reason."""
    for case in CASES:
        missing = case.get("missing")
        marks = [pytest.mark.xfail(strict=True, reason=missing)] if missing else []
        yield pytest.param(case, id=case["text"], marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_spoken(case: dict[str, Any], checker: Checker) -> None:
    on = datetime.date.fromisoformat(case["date"])
    report = checker.check(Document(case["text"], speaker=case.get("speaker"), date=on))
    found = [v.claim.quote for v in report.verdicts if v.is_flagged]
    missed = [part for part in case.get("false", []) if not any(part in quote for quote in found)]
    wrongly = [q for q in found if not any(part in q for part in case.get("false", []))]
    supported = [v.claim.quote for v in report.verdicts if v.verdict == "supported"]
    missed += [part for part in case.get("true", []) if not any(part in q for q in supported)]
    assert (missed, wrongly) == ([], [])
