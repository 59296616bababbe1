"""What is denied, and what stands beside a denial: whole sentences through the real pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases

from factcheck.language.negation import is_negated
from factcheck.language.pipeline import parse, split
from factcheck.language.trees import anchor


@pytest.mark.parametrize("case", list(cases("negation")))
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
