"""Derived facts: the figure, the arithmetic, what it is made of, and when there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from memory_table import MemoryTable, ask, fact

from factcheck.records import Answer, Fact
from factcheck.reference.answering import answer
from factcheck.reference.deriving import AGGREGATES

AS_OF = date(2010, 6, 30)
NAMES = ("1st Pact", "2nd Pact", "3rd Pact", "4th Pact")


def pact(name: str, signed: str, first: int, last: int, concluded: str | None = None) -> list[Fact]:
    """A pact: known from its conclusion on, its signing from that day."""
    known = concluded or signed
    facts = [
        fact(f"{name} | date_signed | {signed}"),
        fact(f"{name} | first_year_covered | {first}", known=known),
        fact(f"{name} | last_year_covered | {last}", known=known),
    ]
    return [*facts, *([fact(f"{name} | date_concluded | {concluded}")] if concluded else [])]


PACTS = [
    *pact("1st Pact", "1990-11-02", 1991, 1993),
    *pact("2nd Pact", "1993-10-05", 1994, 1998),
    *pact("3rd Pact", "1999-03-09", 1999, 2003, "1998-12-01"),
    *pact("4th Pact", "2003-12-12", 2006, 2010),
]
OFFICES = [
    fact("Ann Lee | office_held | Mayor", "1990-01-01/1998-05-05"),
    fact("Bob Roe | office_held | Mayor", "1998-05-05/2008-01-01"),
    fact("Cy Poe | office_held | Bishop", "1970-01-01/.."),
]


def dues(year: int, value: str, **more: object) -> Fact:
    return fact(f"Club | dues | {value} ~ EUR", str(year), **more)


DUES = [dues(2004, "1000000"), dues(2005, "1083000"), dues(2006, "1083000"), dues(2007, "1200000")]


def table(*more: Fact, **settings: object) -> MemoryTable:
    return MemoryTable(
        [*PACTS, *OFFICES, *DUES, *more],
        {"Pact": "", **dict.fromkeys(NAMES, "Pact")},
        **{
            "as_of": AS_OF,
            "complete": frozenset({"Pact"}),
            "complete_properties": frozenset({"dues"}),
            **settings,
        },
    )


def derived(
    aggregate: str, subject: str, property: str, time: str | None = None, on: str | None = None,
    other: str | None = None, of: MemoryTable | None = None,
) -> Answer:  # fmt: skip
    base = ask(subject, property, other) if other else None
    question = ask(subject, property, time, on, aggregate=aggregate, other=base)
    return answer(question, of or table())


def values(found: Answer) -> list[str]:
    return [one.value for one in found.facts]


SPELLS = ("since", "until", "lasting", "place", "founding", "belongs")


def test_every_aggregate_of_the_record_is_there() -> None:
    words = "count first last total mean largest smallest rank change ratio difference duration"
    assert set(AGGREGATES) == {
        *words.split(),
        "in_force",
        "holder",
        "frequency",
        *SPELLS,
        "predecessor",
        "successor",
        "rank_among",
        "rank_among_from_below",
        "apart",
        "order",
    }


# --- counting ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "on", "expected"),
    [
        (None, "1990-11-01", []),
        (None, "1990-11-02", ["1"]),
        (None, "1998-12-15", ["2", "3"]),  # agreed, not yet signed: both will do
        (None, "1999-04-01", ["3"]),
        ("1995", "2005-01-01", ["2"]),
        (None, None, ["4"]),
        (None, "2020-01-01", []),  # our files do not reach so far
    ],
)
def test_count(time: str | None, on: str | None, expected: list[str]) -> None:
    assert values(derived("count", "Pact", "", time, on)) == expected


def test_count_shows_how() -> None:
    (made,) = derived("count", "Pact", "", None, "2005-01-01").facts
    assert made.arithmetic == "4 by 2005-01-01: from 1st Pact (1990-11-02) to 4th Pact (2003-12-12)"
    assert len(made.made_from) == 4
    assert made.reading is not None and made.reading.value == Decimal(4)
    assert made.label == "the number of members"


def test_no_count_of_a_series_that_may_lack_members() -> None:
    assert values(derived("count", "Pact", "", of=table(complete=frozenset()))) == []


@pytest.mark.parametrize(
    ("aggregate", "on", "expected"),
    [
        ("first", None, ["1st Pact"]),
        ("last", None, ["4th Pact"]),
        ("last", "1998-12-15", ["3rd Pact"]),
        ("last", "1998-11-01", ["2nd Pact"]),
        ("first", "1980-01-01", []),
    ],
)
def test_first_and_last_member(aggregate: str, on: str | None, expected: list[str]) -> None:
    assert values(derived(aggregate, "Pact", "", None, on)) == expected


def test_first_and_last_of_a_property() -> None:
    assert values(derived("first", "Club", "dues")) == ["1000000"]
    assert values(derived("last", "Club", "dues", None, "2006-05-01")) == ["1083000"]
    assert values(derived("first", "Pact", "date_signed")) == ["1990-11-02"]


# --- totals, extremes, rank ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("aggregate", "time", "value", "arithmetic"),
    [
        ("total", "2004/2006", "3166000", "1 + 1.083 + 1.083 million = 3.166 million"),
        ("total", None, "4366000", "1 + 1.083 + 1.083 + 1.2 million = 4.366 million"),
        ("mean", "2006/2007", "1141500", "(1.083 + 1.2 million) / 2 = 1.1415 million"),
        ("largest", None, "1200000", "largest of 4 figures, 2004 to 2007: 1.2 million in 2007"),
        ("smallest", "2005/2007", "1083000",
         "smallest of 3 figures, 2005 to 2007: 1.083 million in 2005"),
        ("rank", "2005", "1", "1.083 million is number 1 of 2 figures up to 2005"),
        ("rank", "2004/2007", "1", "1.2 million is number 1 of 4 figures up to 2007"),
    ],
)  # fmt: skip
def test_over_years(aggregate: str, time: str | None, value: str, arithmetic: str) -> None:
    (made,) = derived(aggregate, "Club", "dues", time, "2008-01-01").facts
    assert (made.value, made.arithmetic) == (value, arithmetic)
    assert made.confidence == "reported" and made.sources[0].id == "s-dues"


@pytest.mark.parametrize("aggregate", ["total", "mean", "largest", "smallest"])
@pytest.mark.parametrize("time", ["2003/2006", "2007/2009", "1990/1999"])
def test_years_that_are_missing_make_it_silent(aggregate: str, time: str) -> None:
    found = derived(aggregate, "Club", "dues", time, "2008-01-01")
    assert (found.facts, found.reason) == ((), "time_not_covered")


def test_a_gap_makes_it_silent() -> None:
    gap = MemoryTable([DUES[0], DUES[1], DUES[3]], as_of=AS_OF)
    for aggregate in ("total", "largest", "frequency", "rank"):
        assert derived(aggregate, "Club", "dues", of=gap).facts == ()


def test_ever_needs_a_property_of_which_no_year_is_missing() -> None:
    open_ended = table(complete_properties=frozenset())
    for aggregate in ("total", "mean", "largest", "smallest"):
        assert derived(aggregate, "Club", "dues", of=open_ended).facts == ()
    assert derived("rank", "Club", "dues", "2007", of=open_ended).facts == ()
    fallen = table(dues(2008, "900000"), complete_properties=frozenset())
    assert values(derived("rank", "Club", "dues", "2008", "2009-01-01", of=fallen)) == ["5"]


def test_units_are_not_mixed() -> None:
    early = [fact(f"Club | dues | {n} ~ NOK", str(n), id=f"nok{n}") for n in (2002, 2003)]
    mixed = table(*early)
    assert derived("total", "Club", "dues", "2002/2007", "2008-01-01", of=mixed).facts == ()
    assert derived("total", "Club", "dues", None, "2008-01-01", of=mixed).facts == ()
    assert values(derived("total", "Club", "dues", "2004/2005", of=mixed)) == ["2083000"]
    assert derived("change", "Club", "dues", "2004", other="2003", of=mixed).facts == ()


def test_unverified_parts_make_an_unverified_total() -> None:
    doubtful = table(dues(2008, "1250000", id="doubt", confidence="unverified"))
    found = derived("total", "Club", "dues", "2007/2008", "2009-01-01", of=doubtful)
    assert (found.facts, found.reason) == ((), "unverified_only")
    assert found.related[0].confidence == "unverified"
    assert found.related[0].value == "2450000"


def test_rank_among_the_members_of_a_complete_series() -> None:
    shares = [
        fact(f"{name} | outlay | {value} ~ percent", "2005")
        for name, value in (("Norland", "3.4%"), ("Südmark", "1.2%"), ("Westria", "2.1%"))
    ]
    league = {"League": "", "Norland": "League", "Südmark": "League", "Westria": "League"}
    complete = MemoryTable(shares, league, as_of=AS_OF, complete=frozenset({"League"}))
    assert values(derived("rank", "Westria", "outlay", "2005", of=complete)) == ["2"]
    assert derived("rank", "Westria", "outlay", "2005", of=MemoryTable(shares, league)).facts == ()


# --- change ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aggregate", "value", "arithmetic"),
    [
        ("change", "8.3", "1.083 / 1 − 1 = 8.3%"),
        ("ratio", "1.08", "1.083 / 1 = 1.08"),
        ("difference", "83000", "1,083,000 − 1,000,000 = 83,000"),
    ],
)
def test_of_two_figures(aggregate: str, value: str, arithmetic: str) -> None:
    (made,) = derived(aggregate, "Club", "dues", "2005", other="2004").facts
    assert (made.value, made.arithmetic) == (value, arithmetic)
    assert made.made_from == ("Club.dues.2005", "Club.dues.2004")
    assert made.id == f"derived:{aggregate}(Club.dues.2005,Club.dues.2004)"


def test_the_year_of_its_own_tells_no_figure_apart() -> None:
    """ "2004 Games" and "2007 Games"; but not "Games of the young"."""
    games = [
        dues(2004, "10", qualifier="2004 Games"),
        dues(2007, "20", qualifier="2007 Games"),
        dues(2009, "30", qualifier="2009 Games of the young"),
    ]
    of = MemoryTable(games, {}, as_of=AS_OF)
    assert values(derived("ratio", "Club", "dues", "2007", other="2004", of=of)) == ["2"]
    assert derived("ratio", "Club", "dues", "2009", other="2004", of=of).facts == ()


def test_change_without_another_time_is_on_the_year_before() -> None:
    assert values(derived("change", "Club", "dues", "2007")) == ["10.8"]


def test_a_reported_change_stands_beside_the_computed_one() -> None:
    reported = fact("Club | increase_on_previous_year | 9% ~ percent", "2005")
    assert values(derived("change", "Club", "dues", "2005", other="2004", of=table(reported))) == [
        "8.3",
        "9%",
    ]
    assert values(derived("change", "Club", "dues", "2007", other="2004", of=table(reported))) == [
        "20"
    ]


def test_bases_are_not_mixed() -> None:
    constant = dues(2008, "1300000", id="const", qualifier="constant prices")
    current = dues(2009, "1400000", id="curr", qualifier="current prices, estimate")
    both = table(constant, current)
    assert derived("change", "Club", "dues", "2009", other="2008", of=both).facts == ()
    assert values(derived("change", "Club", "dues", "2008", other="2007", of=both)) == ["8.33"]


def test_between_two_subjects_through_what_answers_the_same_wording() -> None:
    facts = [
        fact("North base | level | 500", "2005/.."),
        fact("North base | head_count | 410", "2009-09-30/2009-09-30"),
        fact("South base | head_count | 300", "2009-09-30/2009-09-30"),
    ]
    same = [(("North base", "level"), ("North base", "head_count"))]
    bases = MemoryTable(facts, same=same, as_of=AS_OF)
    question = ask(
        "North base", "level", None, "2010-01-01",
        aggregate="difference", other=ask("South base", "head_count"),
    )  # fmt: skip
    assert values(answer(question, bases)) == ["110"]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("2016-06-01", "1994-05-06", ["P22Y", "P8062D"]),
        ("2016", "1994-05-06", ["P22Y"]),
        ("1994-09-06", "1994-05-06", ["P4M"]),
        ("1994-05-06", "2016-06-01", []),
    ],
)
def test_the_time_between_two_events(ours: str, theirs: str, expected: list[str]) -> None:
    dated = MemoryTable([fact(f"A | opened | {ours}"), fact(f"B | opened | {theirs}")], as_of=AS_OF)
    question = ask("A", "opened", aggregate="apart", other=ask("B", "opened"))
    assert values(answer(question, dated)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("2016-06-01", "1994", ["22"]),
        ("1994-05-06", "2016", ["-22"]),
        ("1994-09-06", "1994-05-06", []),
    ],
)
def test_which_of_two_events_came_first(ours: str, theirs: str, expected: list[str]) -> None:
    dated = MemoryTable([fact(f"A | opened | {ours}"), fact(f"B | opened | {theirs}")], as_of=AS_OF)
    question = ask("A", "opened", aggregate="order", other=ask("B", "opened"))
    assert values(answer(question, dated)) == expected


def test_nothing_is_divided_by_nought_or_reckoned_from_a_bound() -> None:
    odd = table(dues(2008, "0", id="nil"), dues(2009, "over 5 million", id="bound"))
    assert derived("change", "Club", "dues", "2007", other="2008", of=odd).facts == ()
    assert derived("change", "Club", "dues", "2009", other="2007", of=odd).facts == ()


# --- duration, in force, holders, frequency --------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (pact("Deal", "2001-05-01", 2026, 2030), "P5Y"),
        (pact("Deal", "2001-05-01", 2019, 2019), "P1Y"),
        (("Deal | date_in_force | 2015-06-01", "Deal | date_expired | 2029-05-31"), "P14Y"),
        (("Deal | date_in_force | 2015-06-01", "Deal | date_expired | 2015-12-01"), "P6M"),
        (("Deal | date_opened | 2015-06-01", "Deal | date_closed | 2015-06-10"), "P10D"),
        (("Deal | date_signed | 2015-06-01",), None),
    ],
)
def test_duration(facts: list[Fact] | tuple[str, ...], expected: str | None) -> None:
    made = [fact(one) if isinstance(one, str) else one for one in facts]
    found = derived("duration", "Deal", "duration", of=MemoryTable(made))
    assert values(found) == ([expected] if expected else [])
    if expected:
        assert found.facts[0].reading is not None
        assert found.facts[0].reading.value == expected


@pytest.mark.parametrize(
    ("subject", "time", "on", "expected"),
    [
        ("Pact", "1992/2001", "2004-01-01", [("in force", "1992/2001")]),
        ("Pact", None, "1996-01-01", [("in force", "1996-01-01")]),
        ("Pact", "2003/2007", "2009-01-01", [
            ("in force", "2003"), ("ended", "2004/2005"), ("in force", "2006/2007")]),
        ("Pact", None, "2005-01-01", [("ended", "2005-01-01")]),
        ("Pact", "1980", "2005-01-01", []),
        ("Pact", "2008", "2005-01-01", [("in force", "2008")]),  # scheduled
        ("Pact", "2012", "2010-01-01", []),  # a fifth may follow
        ("2nd Pact", "1996", "2005-01-01", [("in force", "1996")]),
        ("2nd Pact", None, "2005-01-01", [("ended", "2005-01-01")]),
    ],
)  # fmt: skip
def test_in_force(subject: str, time: str | None, on: str, expected: list[tuple[str, str]]) -> None:
    found = derived("in_force", subject, "status", time, on)
    assert [(one.value, str(one.valid)) for one in found.facts] == expected


def test_in_force_as_known_then() -> None:
    assert derived("in_force", "Pact", "status", "1996", "1992-01-01").facts == ()


def test_years_covered_only_afterwards_are_both_in_force_and_not() -> None:
    """Settled in 2005 for 2004 too: of 2004 itself both can be said, of the whole time one."""
    made = [
        fact("4th Pact | date_in_force | 2005-09-01"),
        fact("4th Pact | first_year_covered | 2004", known="2005-03-01"),
        fact("4th Pact | last_year_covered | 2008", known="2005-03-01"),
    ]
    pact = MemoryTable(made)
    both = derived("in_force", "4th Pact", "status", "2004-06-01", "2006-01-01", of=pact)
    assert values(both) == ["in force", "ended"]
    for time in ("2005-10-01", "2004-06/2006"):
        one = derived("in_force", "4th Pact", "status", time, "2007-01-01", of=pact)
        assert values(one) == ["in force"], time


def test_holder() -> None:
    found = derived("holder", "2nd Pact", "date_signed", None, "2005-01-01")
    assert [(one.subject, one.value) for one in found.facts] == [
        ("Ann Lee", "Mayor"),
        ("Cy Poe", "Bishop"),
    ]
    one = found.facts[0]
    assert one.property == "office_held" and str(one.valid) == "1990-01-01/1998-05-05"
    assert one.arithmetic == "2nd Pact signed 1993-10-05; Ann Lee Mayor 1990-01-01–1998-05-05"
    assert one.made_from == (
        "2nd Pact.date_signed.1993-10-05",
        "Ann Lee.office_held.1990-01-01/1998-05-05",
    )


def test_holder_on_the_day_of_handing_over_is_either() -> None:
    day = table(fact("Fair | date_opened | 1998-05-05"))
    found = derived("holder", "Fair", "date_opened", None, "2005-01-01", of=day)
    assert {one.subject for one in found.facts} == {"Ann Lee", "Bob Roe", "Cy Poe"}


def test_holder_by_an_unverified_date_is_unverified() -> None:
    day = table(fact("Fair | date_opened | 1995-05-05", confidence="unverified"))
    found = derived("holder", "Fair", "date_opened", None, "2005-01-01", of=day)
    assert (found.facts, found.reason) == ((), "unverified_only")


def test_frequency() -> None:
    (made,) = derived("frequency", "Club", "dues", None, "2008-01-01").facts
    assert (made.value, made.arithmetic) == ("every year", "4 years with a figure, 2004 to 2007")
    assert derived("frequency", "Club", "dues", None, "2005-06-01").facts == ()


def test_frequency_over_a_gap_that_is_declared_none() -> None:
    doubtful = dues(2006, "1083000", id="doubt", confidence="unverified")
    declared = MemoryTable(
        [DUES[0], DUES[1], doubtful, DUES[3]],
        as_of=AS_OF,
        complete_properties=frozenset({"dues"}),
    )
    (made,) = derived("frequency", "Club", "dues", of=declared).facts
    assert (made.value, made.confidence) == ("every year", "reported")


def test_once() -> None:
    single = [fact("Prize | grant | 40 ~ EUR", "2005")]
    complete = MemoryTable(single, as_of=AS_OF, complete_properties=frozenset({"grant"}))
    assert values(derived("frequency", "Prize", "grant", of=complete)) == ["once"]
    assert derived("frequency", "Prize", "grant", of=MemoryTable(single, as_of=AS_OF)).facts == ()
