"""A topic without topic.toml: wrong values are flagged, right ones supported, the rest is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from case_files import cases

from factcheck.api import Checker
from factcheck.records import Document

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def bare() -> Iterator[Checker]:
    with Checker([str(HERE / "bare_topic")]) as checker:
        yield checker


@pytest.mark.parametrize("case", cases("bare_topics"))
def test_a_topic_without_words_of_its_own(case: dict[str, Any], bare: Checker) -> None:
    report = bare.check(Document(case["text"], date=case.get("date")))
    said = {v.claim.quote for v in report.verdicts if v.verdict == "supported"}
    assert [v.claim.quote for v in report.verdicts if v.is_flagged] == case.get("flagged", [])
    assert set(case.get("supported", [])) <= said
    assert said <= set(case.get("supported", [])) or case.get("flagged") or case.get("supported")
