"""Terms of office: which phrase, whose, which days, and in what role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from case_files import cases

from factcheck.language.terms import find_terms
from factcheck.reference.lookup import Lookup, open_reference


@pytest.fixture(scope="module")
def names() -> Iterator[Lookup]:
    opened = open_reference(["offices"])
    yield opened
    opened.close()


@pytest.mark.parametrize("case", list(cases("terms")))
def test_terms(case: dict[str, Any], names: Lookup) -> None:
    before, bracket, rest = case["text"].partition("[")
    phrase, _, after = rest.partition("]")
    text = before + phrase + after
    on: date | None = case.get("date")
    terms = find_terms(
        text, names.mentions(text), names, case.get("speaker"), case.get("earlier", ()), on
    )
    sure = [term for term in terms if term.facts]
    if not bracket:
        assert sure == []
        return
    (term,) = sure
    assert (term.start, term.end, term.text) == (len(before), len(before) + len(phrase), phrase)
    assert term.person == case["person"]
    assert [str(fact.valid) for fact in term.facts] == case["periods"]
    assert term.role == case["role"]
