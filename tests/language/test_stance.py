"""How a claim is put forward: whole sentences through the real pipeline."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.language.pipeline import parse, split
from factcheck.language.stance import stance_of
from factcheck.language.trees import anchor

CASES = tomllib.loads((Path(__file__).parent / "cases/stance.toml").read_text("utf-8"))["case"]


#: read wrongly, as the tree is wrong
MISREAD = pytest.mark.xfail(strict=True, reason="the tree is wrong")
PARAMS = [
    pytest.param(case, id=case["text"], marks=[MISREAD] if case.get("misread") else [])
    for case in CASES
]


@pytest.mark.parametrize("case", PARAMS)
def test_stance(case: dict[str, Any]) -> None:
    """The phrase in brackets is put forward as the case says."""
    before, _, rest = case["text"].partition("[")
    phrase, _, after = rest.partition("]")
    (spans,) = split([before + phrase + after])
    for span, doc in zip(spans, parse(spans), strict=True):
        start = len(before) - span.start_char
        if 0 <= start < len(doc.text):
            found = doc.char_span(start, start + len(phrase), alignment_mode="expand")
            assert found is not None
            stance = stance_of(found, anchor(found))
            break
    else:
        pytest.fail("the phrase is in no sentence")
    assert stance.reason in (case["reason"].split("|") if "reason" in case else [None])
    if "reason" not in case:
        assert stance.stance == case.get("stance", "asserted")
        assert stance.negated is case.get("negated", False)
        assert stance.by == case.get("by")


def test_who_says_it_is_named_without_the_comma_before() -> None:
    text = "Poland devotes 4.48% of its output to defence, NATO estimates show."
    (spans,) = split([text])
    (span,), (doc,) = spans, parse(spans)
    figure = doc.char_span(15, 20, alignment_mode="expand")
    assert span.text == text and figure is not None and figure.text.startswith("4.48")
    assert stance_of(figure, anchor(figure)).by == "NATO estimates"
