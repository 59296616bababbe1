"""Answers of the shipped reference: real facts, questions as statements ask them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from memory_table import ask

from factcheck.records import Answer
from factcheck.reference.lookup import Lookup, open_reference

SERIES = "US-ROK Special Measures Agreement"
PAYMENT = ("Korean SMA contribution", "contribution_amount")
APRIL = "2025-04-08"


@pytest.fixture(scope="module")
def shipped(_own_cache: None) -> Iterator[Lookup]:
    with open_reference() as lookup:
        yield lookup


def values(found: Answer) -> list[str]:
    return [one.value for one in found.facts]


@pytest.mark.parametrize(
    ("time", "on", "first"),
    [
        (None, APRIL, "1402800000000"),
        ("2026", APRIL, "1519200000000"),
        ("2021", APRIL, "1183300000000"),
        ("1998", APRIL, "390000000"),
        ("2019", "2019-02-11", "1038900000000"),
    ],
)
def test_payments(shipped: Lookup, time: str | None, on: str, first: str) -> None:
    assert values(shipped.answer(ask(*PAYMENT, time, on)))[0] == first


@pytest.mark.parametrize(
    ("time", "on", "reason"),
    [
        ("2024", APRIL, "unverified_only"),
        ("2026", "2024-09-01", "time_not_covered"),  # agreed in October
        ("2028", APRIL, "time_not_covered"),
        ("1985", APRIL, "time_not_covered"),
    ],
)
def test_payments_that_are_not_known(shipped: Lookup, time: str, on: str, reason: str) -> None:
    found = shipped.answer(ask(*PAYMENT, time, on))
    assert (found.facts, found.reason) == ((), reason)
    assert found.related


def test_the_flagship_statement(shipped: Lookup) -> None:
    """The payments began in 1991; the agreement was in force all through one term of office."""
    begun = shipped.answer(ask(*PAYMENT, None, APRIL, aggregate="first"))
    assert [(str(one.valid), one.unit) for one in begun.facts] == [("1991", "USD")]
    term = "2021-01-20/2025-01-20"
    status = shipped.answer(ask(SERIES, "status", term, APRIL, aggregate="in_force"))
    assert [(one.value, str(one.valid)) for one in status.facts] == [("in force", term)]


@pytest.mark.parametrize(
    ("on", "expected"),
    [(APRIL, ["12"]), ("2024-10-10", ["11", "12"]), ("2020-02-02", ["10"]), ("1992-01-01", ["1"])],
)
def test_number_of_agreements(shipped: Lookup, on: str, expected: list[str]) -> None:
    assert values(shipped.answer(ask(SERIES, "", None, on, aggregate="count"))) == expected


def test_change_in_won_not_across_currencies(shipped: Lookup) -> None:
    def change(year: str, base: str) -> list[str | None]:
        question = ask(*PAYMENT, year, APRIL, aggregate="change", other=ask(*PAYMENT, base))
        return [one.arithmetic or one.value for one in shipped.answer(question).facts]

    assert change("2026", "2025") == ["1.5192 / 1.4028 − 1 = 8.3%", "8.3"]
    assert change("2004", "2003")[0] == "620 / 550 − 1 = 12.7%"
    assert change("2005", "2003") == []
    assert change("2024", "2021") == []  # unverified


def test_every_year(shipped: Lookup) -> None:
    found = shipped.answer(ask(*PAYMENT, None, APRIL, aggregate="frequency"))
    assert [(one.value, one.confidence) for one in found.facts] == [("every year", "reported")]


def test_troops_by_both_ways_of_counting(shipped: Lookup) -> None:
    for asked in (
        ("US forces in South Korea", "active_duty_personnel"),
        ("United States Forces Korea", "troop_level"),
    ):
        found = values(shipped.answer(ask(*asked, None, APRIL)))
        assert {"28500", "22844"} <= set(found)


def test_who_was_in_office_at_the_signing(shipped: Lookup) -> None:
    question = ask(f"12th {SERIES}", "date_signed", None, APRIL, aggregate="holder")
    held = {one.value: one.subject for one in shipped.answer(question).facts}
    assert held["President of the United States"] == "Joe Biden"
    assert held["President of the Republic of Korea"] == "Yoon Suk Yeol"


@pytest.mark.parametrize(
    ("on", "expected"),
    [(APRIL, "usa-natoshare-2024-ed2024"), ("2026-08-01", "usa-natoshare-2024-ed2026")],
)
def test_the_newest_edition(shipped: Lookup, on: str, expected: str) -> None:
    found = shipped.answer(ask("United States", "defence_expenditure_share_of_gdp", "2024", on))
    editions = [one.id for one in found.facts if "natoshare" in one.id]
    assert editions == [expected]


@pytest.mark.parametrize(
    ("how", "value", "on", "expected"),
    [
        ("ordinal", "12", None, "12th"),
        ("ordinal", "12", "2021-01-01", None),
        ("latest", None, "2021-04-20", "11th"),
        ("latest", None, APRIL, "12th"),
        ("current", None, APRIL, "11th"),
        ("current", None, "2026-05-01", "12th"),
        ("current", None, "2020-06-01", None),
        ("signed_in", "2019", APRIL, "10th"),
        ("covering", "2014/2018", APRIL, "9th"),
        ("lasting", "P1Y", APRIL, "10th"),
    ],
)
def test_pick(
    shipped: Lookup, how: str, value: str | None, on: str | None, expected: str | None
) -> None:
    found = shipped.pick(SERIES, how, value, date.fromisoformat(on) if on else None)
    assert [one.name for one in found] == ([f"{expected} {SERIES}"] if expected else [])


def test_an_answer_takes_about_a_millisecond(shipped: Lookup) -> None:
    questions = (
        ask(*PAYMENT, None, APRIL),
        ask(*PAYMENT, "2026", APRIL, aggregate="change", other=ask(*PAYMENT, "2025")),
        ask(SERIES, "", None, APRIL, aggregate="count"),
        ask("Canada", "defence_expenditure_share_of_gdp", "2025", "2026-08-01", aggregate="rank"),
    )  # fmt: skip
    for question in questions:
        shipped.answer(question)
        taken = []
        for _ in range(10):
            start = time.perf_counter()
            shipped.answer(question)
            taken.append(time.perf_counter() - start)
        assert min(taken) < 0.003  # 1 ms on an idle machine, with room for a busy one
