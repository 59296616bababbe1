"""Kept records read back as they were."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.batch.exact import from_json, to_json
from factcheck.measures.periods import ANY_TIME, Period
from factcheck.measures.values import Value
from factcheck.records import NOWHERE, Claim, Fact, NotJudged, Place, Question

st.register_type_strategy(Decimal, st.decimals(allow_nan=False))


@given(st.from_type(Claim))
@settings(max_examples=60, deadline=None)
def test_claims_read_back_equal(claim: Claim) -> None:
    back = from_json(to_json(claim))
    assert back == claim and repr(back) == repr(claim)


@given(st.from_type(Question))
@settings(max_examples=60, deadline=None)
def test_questions_read_back_equal(question: Question) -> None:
    assert from_json(to_json(question)) == question


@given(st.from_type(Fact))
@settings(max_examples=60, deadline=None)
def test_facts_read_back_equal(fact: Fact) -> None:
    assert repr(from_json(to_json(fact))) == repr(fact)


@given(st.lists(st.one_of(st.from_type(NotJudged), st.integers(0, 9))))
@settings(max_examples=60, deadline=None)
def test_tuples_of_records_and_numbers_read_back_equal(items: list[NotJudged | int]) -> None:
    assert from_json(to_json(tuple(items))) == tuple(items)


def test_the_form_is_short_and_stays() -> None:
    value = Value(4, 8, "1.50", "number", Decimal("1.50"), low=Decimal("1.495"))
    question = Question("bridge", "length", Period(date(2020, 1, 1), None))
    claim = Claim(4, 8, "1.50", "It 1.50.", 0, question, "count", value, place=Place(line=3))
    assert to_json(claim) == (
        '{"Claim":{"start":4,"end":8,"quote":"1.50","sentence":"It 1.50.","sentence_start":0,'
        '"question":{"Question":{"subject":"bridge","property":"length","time":{"Period":{'
        '"first":{"date":"2020-01-01"},"last":null}}}},"kind":"count","value":{"Value":{'
        '"start":4,"end":8,"text":"1.50","kind":"number","value":{"Decimal":"1.50"},'
        '"low":{"Decimal":"1.495"}}},"place":{"Place":{"line":3}}}}'
    )
    back = from_json(to_json(claim))
    assert back.value_facts == () and back.place != NOWHERE
    assert from_json(to_json(Fact("a", "t", "s", "p", "v"))).valid == ANY_TIME


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError, match="no record that is kept"):
        to_json(object())
    for text in ("{", '{"Path": {}}', '{"Claim": {}}', '{"Claim": {"x": 1}}'):
        with pytest.raises((ValueError, KeyError, TypeError)):
            from_json(text)
