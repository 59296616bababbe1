"""What is denied, and what stands beside a denial: whole sentences through the real pipeline."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.language.negation import is_negated
from factcheck.language.pipeline import parse, split
from factcheck.language.trees import anchor

CASES = tomllib.loads((Path(__file__).parent / "cases/negation.toml").read_text("utf-8"))["case"]


def cases() -> Iterator[object]:
    """What is missed today is a strict expected failure, with what is missing."""
    for case in CASES:
        missing = case.get("missing")
        marks = [pytest.mark.xfail(strict=True, reason=missing)] if missing else []
        yield pytest.param(case, id=case["text"], marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_negation(case: dict[str, Any]) -> None:
    before, _, rest = case["text"].partition("[")
    phrase, _, after = rest.partition("]")
    (spans,) = split([before + phrase + after])
    for span, doc in zip(spans, parse(spans), strict=True):
        start = len(before) - span.start_char
        if 0 <= start < len(doc.text):
            found = doc.char_span(start, start + len(phrase), alignment_mode="expand")
            assert found is not None
            assert is_negated(found, anchor(found)) is case["denied"]
            return
    pytest.fail("the phrase is in no sentence")
