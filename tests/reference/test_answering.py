"""Questions to facts: what is known, what holds at the time asked, what stays silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from memory_table import MemoryTable, ask, fact

from factcheck.records import Answer
from factcheck.reference.answering import answer

AS_OF = date(2025, 6, 30)


def ids(found: Answer) -> list[str]:
    return [one.id for one in found.facts]


def values(found: Answer) -> list[str]:
    return [one.value for one in found.facts]


# --- yearly figures, counts, open-ended figures -------------------------------------------

DUES = [fact(f"Club | dues | {v} ~ EUR", str(y)) for y, v in ((2022, 80), (2023, 90), (2024, 95))]
SCHEDULED = fact("Club | dues | 99 ~ EUR", "2026", known="2024-11-01")
STAFF = [fact(f"Museum | employees | {v}", f"{d}/{d}") for d, v in
         (("2019-09-30", 210), ("2023-09-30", 220), ("2024-09-30", 231))]  # fmt: skip
RATE = [
    fact("Bank | rate | 4% ~ percent", "2022-01-01/.."),
    fact("Bank | rate | 3% ~ percent", "2024-03-01/.."),
]
MEMBERS = [
    fact("League | teams | 12", "1990-01-01/2019-05-31"),
    fact("League | teams | 14", "2019-06-01/.."),
]


@pytest.fixture
def table() -> MemoryTable:
    return MemoryTable([*DUES, SCHEDULED, *STAFF, *RATE, *MEMBERS], as_of=AS_OF)


@pytest.mark.parametrize(
    ("subject", "property", "time", "on", "expected"),
    [
        ("Club", "dues", "2023", "2025-06-01", ["90"]),
        ("Club", "dues", "2022/2023", "2025-06-01", ["90", "80"]),
        ("Club", "dues", "2023-07", "2025-06-01", ["90"]),
        ("Club", "dues", None, "2024-05-01", ["95"]),
        ("Club", "dues", None, "2025-05-01", ["95"]),  # none for 2025 known: the newest
        ("Club", "dues", "2026", "2025-05-01", ["99"]),  # scheduled
        ("Museum", "employees", None, "2024-12-01", ["231"]),
        ("Museum", "employees", None, "2025-12-01", ["231"]),
        ("Museum", "employees", "2023", "2025-01-01", ["220"]),
        ("Museum", "employees", "2024-02-10", "2025-01-01", ["231", "220"]),  # between counts
        ("Bank", "rate", None, "2023-01-01", ["4%"]),
        ("Bank", "rate", None, "2024-06-01", ["3%"]),
        ("Bank", "rate", "2023", "2024-06-01", ["4%"]),
        ("Bank", "rate", "2024", "2024-06-01", ["3%", "4%"]),
        ("Bank", "rate", None, None, ["3%"]),
        ("League", "teams", "2010", "2020-01-01", ["12"]),
        ("League", "teams", None, "2026-06-01", ["14"]),
        ("League", "teams", "2018/2020", "2021-01-01", ["14", "12"]),
    ],
)  # fmt: skip
def test_answers(
    table: MemoryTable, subject: str, property: str, time: str | None, on: str | None,
    expected: list[str],
) -> None:  # fmt: skip
    found = answer(ask(subject, property, time, on), table)
    assert values(found) == expected
    assert found.reason is None


@pytest.mark.parametrize(
    ("subject", "property", "time", "on", "reason"),
    [
        ("Club", "dues", "2021", "2025-06-01", "time_not_covered"),
        ("Club", "dues", "1990/1999", "2025-06-01", "time_not_covered"),
        ("Club", "dues", "2025", "2025-06-01", "time_not_covered"),
        ("Club", "dues", "2026", "2024-05-01", "time_not_covered"),  # not yet known
        ("Club", "dues", None, "2021-05-01", "time_not_covered"),
        ("Club", "dues", "2027", "2025-06-01", "time_not_covered"),
        ("Club", "dues", None, "2027-06-01", "time_not_covered"),  # years are for their year
        ("Museum", "employees", None, "2022-01-01", "time_not_covered"),  # too old a count
        ("Museum", "employees", "2021", "2025-01-01", "time_not_covered"),
        ("Museum", "employees", None, "2026-12-01", "time_not_covered"),
        ("Bank", "rate", "2030", "2024-06-01", "time_not_covered"),  # open-ended is no plan
        ("League", "teams", None, "2027-06-01", "time_not_covered"),  # as_of and 18 months
        ("League", "teams", "1985", "2020-01-01", "time_not_covered"),
        ("League", "nickname", None, "2020-01-01", "property_unknown"),
        ("Nobody", "dues", None, "2020-01-01", "no_subject"),
    ],
)
def test_silent(
    table: MemoryTable, subject: str, property: str, time: str | None, on: str, reason: str
) -> None:
    found = answer(ask(subject, property, time, on), table)
    assert (found.facts, found.reason) == ((), reason)


def test_good_for_of_the_topic() -> None:
    table = MemoryTable(STAFF, as_of=AS_OF, good_for={"employees": "P4Y"})
    assert values(answer(ask("Museum", "employees", None, "2022-01-01"), table)) == ["210"]


def test_an_open_figure_without_as_of_stays_good() -> None:
    table = MemoryTable([fact("Bridge | lanes | 6", "1999/..")])
    assert values(answer(ask("Bridge", "lanes", None, "2030-01-01"), table)) == ["6"]


def test_without_validity_it_answers_any_time() -> None:
    table = MemoryTable([fact("Bridge | length | 900", known="")], as_of=AS_OF)
    assert values(answer(ask("Bridge", "length", "1950", "2040-01-01"), table)) == ["900"]


def test_by_some_year_to_come_says_nothing_of_today(table: MemoryTable) -> None:
    assert values(answer(ask("League", "teams", "../2030", "2024-01-01"), table)) == []
    assert values(answer(ask("Club", "dues", "../2026", "2025-01-01"), table)) == ["99"]
    assert values(answer(ask("League", "teams", "../2010", "2024-01-01"), table)) == ["12"]


def test_counts_of_the_last_months_go_round_together() -> None:
    counts = [fact(f"Fort | soldiers | {n}", f"{day}/{day}") for day, n in
              (("2023-12-31", 400), ("2024-06-30", 420), ("2024-12-31", 450))]  # fmt: skip
    table = MemoryTable(counts, as_of=AS_OF)
    assert values(answer(ask("Fort", "soldiers", None, "2025-03-01"), table)) == ["450", "420"]


# --- agreements and laws: what holds while they last -----------------------------------------

TREATY = [
    fact("Treaty | date_signed | 2008-11-05"),
    fact("Treaty | first_year_covered | 2009", known="2008-11-05"),
    fact("Treaty | last_year_covered | 2013", known="2008-11-05"),
    fact("Treaty | yearly_cap | 4% ~ percent", "2009/2013", "2008-11-05"),
    fact("Treaty | rounds | 7", "2007-05/2008-10", "2008-11-05"),
    fact("Treaty | duration | 5 ~ years", "2009/2013", "2008-11-05"),
]


@pytest.mark.parametrize("on", ["2008-12-01", "2010-01-01", "2025-01-01", None])
def test_of_an_agreement_past_or_to_come(on: str | None) -> None:
    table = MemoryTable(TREATY, as_of=AS_OF)
    for property, expected in (("yearly_cap", "4%"), ("rounds", "7"), ("duration", "5")):
        assert values(answer(ask("Treaty", property, None, on), table)) == [expected]
    assert values(answer(ask("Treaty", "duration", "2008-11-05", on), table)) == ["5"]
    assert values(answer(ask("Treaty", "yearly_cap", "2020", on), table)) == []


# --- yearly change ---------------------------------------------------------------------------


def test_a_yearly_change_is_computed_where_no_source_states_it() -> None:
    stated = fact("Club | increase_on_previous_year | 12% ~ percent", "2023", id="stated")
    table = MemoryTable([*DUES, stated], as_of=AS_OF)
    (made,) = answer(ask("Club", "increase_on_previous_year", "2024"), table).facts
    assert (made.value, made.property) == ("5.56", "increase_on_previous_year")
    assert made.arithmetic == "95 / 90 − 1 = 5.6%"
    both = answer(ask("Club", "increase_on_previous_year", "2023"), table)
    assert values(both) == ["12%", "12.5"]


# --- events ------------------------------------------------------------------------------


def test_an_event_answers_whatever_the_time() -> None:
    table = MemoryTable([fact("Fair | date_opened | 1961-08-13")], as_of=AS_OF)
    for time in (None, "1950", "1961", "2020"):
        assert values(answer(ask("Fair", "date_opened", time, "2025-01-01"), table)) == [
            "1961-08-13"
        ]


def test_of_several_events_those_of_the_time() -> None:
    days = [fact(f"Team | date_won | {day}") for day in ("1999-05-01", "2008-05-02", "2017-05-03")]
    table = MemoryTable(days, as_of=AS_OF)
    assert values(answer(ask("Team", "date_won", "2008", "2020-01-01"), table)) == ["2008-05-02"]
    assert len(answer(ask("Team", "date_won", "2012", "2020-01-01"), table).facts) == 3
    assert len(answer(ask("Team", "date_won", None, "2010-01-01"), table).facts) == 2


def test_who_signed_belongs_to_its_moment_and_answers_later() -> None:
    table = MemoryTable([fact("Pact | signatory | Ann Lee", "2003-12-12/2003-12-12")], as_of=AS_OF)
    assert values(answer(ask("Pact", "signatory", None, "2020-01-01"), table)) == ["Ann Lee"]


# --- editions, rank, disagreement, confidence ---------------------------------------------

EDITIONS = [
    fact("Norland | outlay | 2.1% ~ percent", "2019", "2020-06-30", id="ed20",
         qualifier="our definition, edition of June 2020, estimate"),
    fact("Norland | outlay | 1.9% ~ percent", "2019", "2022-06-30", id="ed22",
         qualifier="our definition, edition of June 2022"),
    fact("Norland | outlay | 2.4% ~ percent", "2019", "2021-01-01", id="bank",
         qualifier="World Bank definition"),
]  # fmt: skip


def test_the_newest_edition_known_when_asked() -> None:
    table = MemoryTable(EDITIONS, as_of=AS_OF)
    assert sorted(ids(answer(ask("Norland", "outlay", "2019", "2020-12-01"), table))) == ["ed20"]
    assert sorted(ids(answer(ask("Norland", "outlay", "2019", "2021-12-01"), table))) == [
        "bank",
        "ed20",
    ]
    found = answer(ask("Norland", "outlay", "2019", "2023-12-01"), table)
    assert sorted(ids(found)) == ["bank", "ed22"]
    assert "ed20" in [one.id for one in found.related]


def test_all_current_facts_preferred_first_deprecated_never() -> None:
    other = fact("Club | dues | 96 ~ EUR", "2024", id="other", qualifier="other report")
    liked = fact("Club | dues | 97 ~ EUR", "2024", id="liked", rank="preferred")
    slip = fact("Club | dues | 950 ~ EUR", "2024", id="slip", rank="deprecated")
    table = MemoryTable([*DUES, other, liked, slip], as_of=AS_OF)
    found = answer(ask("Club", "dues", "2024", "2025-01-01"), table)
    assert values(found) == ["97", "95", "96"]
    assert "slip" not in [one.id for one in found.related]


def test_unverified_never_alone_but_beside() -> None:
    doubtful = fact("Club | dues | 70 ~ EUR", "2021", id="doubt", confidence="unverified")
    beside = fact("Club | dues | 85 ~ EUR", "2022", id="beside", confidence="unverified")
    table = MemoryTable([*DUES, doubtful, beside], as_of=AS_OF)
    alone = answer(ask("Club", "dues", "2021", "2025-01-01"), table)
    assert (alone.facts, alone.reason) == ((), "unverified_only")
    assert alone.related[0].id == "doubt"
    assert values(answer(ask("Club", "dues", "2022", "2025-01-01"), table)) == ["80", "85"]


# --- same question, related ----------------------------------------------------------------


def test_same_question_asked_from_either_side() -> None:
    pair = (("Garrison", "level"), ("Forces", "head_count"))
    facts = [
        fact("Garrison | level | 500", "2008/.."),
        fact("Forces | head_count | 410", "2024-09-30/2024-09-30"),
    ]
    table = MemoryTable(facts, same=[pair], as_of=AS_OF)
    for subject, property in pair:
        found = answer(ask(subject, property, None, "2025-01-01"), table)
        assert sorted(values(found)) == ["410", "500"]
        assert found.facts[0].property == property


def test_same_question_knows_the_property_through_its_group() -> None:
    table = MemoryTable(
        [fact("Forces | head_count | 410", "2024-09-30/2024-09-30")],
        {"Garrison": ""},
        same=[(("Garrison", "level"), ("Forces", "head_count"))],
        as_of=AS_OF,
    )
    assert values(answer(ask("Garrison", "level", None, "2025-01-01"), table)) == ["410"]


def test_related_has_other_times_sisters_and_other_figures() -> None:
    facts = [
        *DUES,
        fact("Club | fee | 12 ~ EUR", "2024", id="fee"),
        fact("Club | date_founded | 1921-05-01", id="founded"),
        fact("Guild | dues | 300 ~ EUR", "2024", id="sister"),
    ]
    table = MemoryTable(facts, as_of=AS_OF)
    found = answer(ask("Club", "dues", "2024", "2025-01-01"), table)
    around = [one.id for one in found.related]
    assert {"Club.dues.2022", "Club.dues.2023", "fee", "sister"} <= set(around)
    assert "founded" not in around
    assert not set(ids(found)) & set(around)


def test_related_has_the_exchange_rates_of_the_years() -> None:
    rates = [
        fact(f"Crown | units_per_usd | 8.{month} ~ NOK", f"{year}-{month:02}", id=f"{year}-{month}")
        for year in (2010, 2023, 2024)
        for month in (1, 7)
    ]  # fmt: skip
    table = MemoryTable([fact("Club | dues | 95 ~ NOK", "2024"), *rates], as_of=AS_OF)
    found = answer(ask("Club", "dues", "2024", "2025-01-01"), table)
    assert {one.id for one in found.related} == {"2024-1", "2024-7"}


def test_a_rate_has_the_code_of_its_currency_as_unit() -> None:
    rate = fact("Norwegian krone | units_per_usd | 8.6", "2024-03")
    table = MemoryTable([fact("Club | dues | 95 ~ NOK", "2024"), rate], as_of=AS_OF)
    found = answer(ask("Club", "dues", "2024", "2025-01-01"), table)
    assert [(one.subject, one.unit) for one in found.related] == [("Norwegian krone", "NOK")]


def test_related_is_bounded() -> None:
    many = [
        fact(f"Town {n} | people | {n}", str(year)) for n in range(40) for year in range(1950, 2020)
    ]
    one = [replace(f, subject="Town 0", id=f"more-{f.id}") for f in many]
    table = MemoryTable([*many, *one], as_of=AS_OF)
    found = answer(ask("Town 0", "people", "2019", "2025-01-01"), table)
    assert 100 < len(found.related) <= 400


def test_the_topics_label_is_given() -> None:
    table = MemoryTable(DUES, as_of=AS_OF)
    assert answer(ask("Club", "dues", "2024"), table).facts[0].label == "dues"


def test_an_unknown_aggregate_is_refused() -> None:
    with pytest.raises(ValueError, match="no aggregate"):
        answer(ask("Club", "dues", aggregate="median"), MemoryTable(DUES))
