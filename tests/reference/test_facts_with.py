"""Which facts say a figure or a day, by the law that every fact says its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.measures.values import Value
from factcheck.records import Fact
from factcheck.reference.lookup import Lookup, open_reference


@pytest.fixture(scope="module")
def reference() -> Iterator[Lookup]:
    with open_reference() as reference:
        yield reference


def figure(number: str, kind: str = "amount", unit: str | None = "KRW") -> Value:
    return Value(0, 1, number, kind, Decimal(number), unit=unit)


def found(value: Value, reference: Lookup) -> Sequence[Fact]:
    return reference.facts_with(value.kind, value.value, value.unit)


def said(value: Value, reference: Lookup) -> set[tuple[str, str]]:
    return {(fact.subject, fact.property) for fact in found(value, reference)}


def test_a_figure_is_found_as_far_as_it_is_given(reference: Lookup) -> None:
    paid = ("Korean SMA contribution", "contribution_amount")
    for number in ("1038900000000", "1039000000000", "1040000000000"):
        assert paid in said(figure(number), reference)
    for number in ("1038800000000", "1050000000000", "1038900000"):
        assert paid not in said(figure(number), reference)
    assert paid not in said(figure("1038900000000", unit="USD"), reference)


def test_a_day_is_found_and_a_month_is_not(reference: Lookup) -> None:
    day = Value(0, 1, "on Friday", "date", "2024-11-29")
    facts = found(day, reference)
    assert {f.subject for f in facts} == {"12th US-ROK Special Measures Agreement"}
    assert all(fact.value == "2024-11-29" for fact in facts)
    assert found(replace(day, value="2024-11"), reference) == ()
    assert found(replace(day, value="2024-11-30"), reference) == ()


def test_what_many_facts_say_tells_nothing(reference: Lookup) -> None:
    assert found(figure("2", "percentage", "percent"), reference) == ()


def test_every_figure_is_said_by_its_own_fact(reference: Lookup) -> None:
    facts = reference.facts("Korean SMA contribution", "contribution_amount")
    sure = [f for f in facts if f.confidence != "unverified" and f.reading and not f.reading.hedge]
    assert len(sure) > 20
    for fact in sure:
        assert fact.reading is not None
        assert fact in found(fact.reading, reference), fact.id
