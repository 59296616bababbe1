"""Facts that topics declare to be computed: the four ways, and those of the shipped topics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question, Unusable
from factcheck.reference.linting import lint
from factcheck.reference.lookup import Lookup, open_reference
from factcheck.reference.topics import TopicFolder

HEADER = "id,subject,property,value,unit,valid_from,valid_to,known_from,qualifier\n"
LEAGUE = """\
north-joined,Northport,date_joined,1950,year,,,1950,
south-joined,Southport,date_joined,1950,year,,,1950,
west-joined,Westport,date_joined,2004,year,,,2004,
inland-joined,Inland,date_joined,1950,year,,,1950,
north-2003,Northport,share_of_tolls,2.5,percent,2003,2003,2005-06-30,edition of June 2005
south-2003,Southport,share_of_tolls,1.9,percent,2003,2003,2005-06-30,edition of June 2005
west-2003,Westport,share_of_tolls,9.9,percent,2003,2003,2005-06-30,edition of June 2005
north-2004,Northport,share_of_tolls,2.0,percent,2004,2004,2005-06-30,edition of June 2005
south-2004,Southport,share_of_tolls,2.1,percent,2004,2004,2005-06-30,edition of June 2005
west-2004,Westport,share_of_tolls,over 2,percent,2004,2004,2005-06-30,edition of June 2005
west-2004b,Westport,share_of_tolls,3.3,percent,2004,2004,2006-06-30,edition of June 2006
"""
LEAGUE_ENTITIES = """\
name,type,aliases,part_of,description
League,organisation,,,
Northport,town,,League,
Southport,town,,League,
Westport,town,,League,
Inland,town,,League,
Payers,count,,,
"""
COUNT = """\
[[derived]]
subject = "Payers"
property = "number_of_payers"
how = "count"
of = [{ subject = "League", property = "share_of_tolls" }]
at_least = "2"
"""


@pytest.fixture(scope="module")
def shipped() -> Iterator[Lookup]:
    with open_reference() as lookup:
        yield lookup


def _open(folder: Path, facts: str, toml: str, entities: str = "") -> Lookup:
    folder.mkdir(exist_ok=True)
    (folder / "facts.csv").write_text(HEADER + facts, encoding="utf-8")
    (folder / "topic.toml").write_text(toml, encoding="utf-8")
    if entities:
        (folder / "entities.csv").write_text(entities, encoding="utf-8")
    return open_reference([str(folder)])


def _said(facts: list[Fact] | tuple[Fact, ...]) -> list[str]:
    return [f"{fact.valid} {fact.value}: {fact.arithmetic}" for fact in facts if fact.made_from]


# --- count ----------------------------------------------------------------------------------


def test_members_are_counted_where_no_figure_is_missing(tmp_path: Path) -> None:
    stated = "payers-2001,Payers,number_of_payers,1,,2001,2001,2002-01-01,\n"
    with _open(tmp_path / "t", LEAGUE + stated, COUNT, LEAGUE_ENTITIES) as lookup:
        found = lookup.facts("Payers", "number_of_payers")
        # Westport was no member in 2003; of 2004 no edition has exact figures of all members;
        # of Inland no share is ever stated
        assert found[0].id == "payers-2001"
        assert _said(list(found)) == [
            "2003 1: 1 of 2 at 2 or more: Northport 2.5; no figure for Inland"
        ]
        (made,) = (fact for fact in found if fact.made_from)
        assert (made.qualifier, made.known_from) == ("edition of June 2005", date(2005, 6, 30))
        assert made.made_from == ("north-2003",)
        assert lookup.fact(made.id) == [made]
        assert lookup.facts("Payers") == found


def test_a_count_is_not_made_where_its_edition_states_it(tmp_path: Path) -> None:
    stated = "payers-2003,Payers,number_of_payers,2,,2003,2003,2005-07-02,edition of June 2005\n"
    with _open(tmp_path / "t", LEAGUE + stated, COUNT, LEAGUE_ENTITIES) as lookup:
        assert [f.id for f in lookup.facts("Payers", "number_of_payers")] == ["payers-2003"]


def test_a_computed_property_is_one_of_the_subject(tmp_path: Path) -> None:
    other = "payers-2001,Dukes,number_of_payers,1,,2001,2001,2002-01-01,\n"
    with _open(tmp_path / "t", LEAGUE + other, COUNT, LEAGUE_ENTITIES) as lookup:
        assert lookup.properties_of("Payers") == {"number_of_payers"}
        assert lookup.subjects_of("number_of_payers") == ("Dukes", "Payers")
        answer = lookup.answer(Question("Payers", "number_of_payers", Period.parse("2003")))
        assert [fact.value for fact in answer.facts] == ["1"]
        early = Question("Payers", "number_of_payers", Period.parse("2003"), date(2005, 1, 1))
        assert lookup.answer(early).facts == ()


def test_an_answer_rests_on_all_that_was_counted(tmp_path: Path) -> None:
    with _open(tmp_path / "t", LEAGUE, COUNT, LEAGUE_ENTITIES) as lookup:
        assert ("", "share_of_tolls") in lookup.consulted(Question("Payers", "number_of_payers"))


# --- rest -----------------------------------------------------------------------------------

REST = """\
[[derived]]
subject = "Others"
property = "toll_revenue"
how = "rest"
of = [
  { subject = "All", property = "toll_revenue" },
  { subject = "Northport", property = "toll_revenue" },
]
"""


def _rest(tmp_path: Path, *rows: str) -> list[str]:
    facts = "".join(f"f{number},{row}\n" for number, row in enumerate(rows))
    with _open(tmp_path / "t", facts, REST) as lookup:
        return _said(list(lookup.facts("Others", "toll_revenue")))


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("All,toll_revenue,90", "Northport,toll_revenue,50", "40: 90 (All) − 50 (Northport) = 40"),
        (
            "All,toll_revenue,over 90",
            "Northport,toll_revenue,50",
            "more than 40: more than 90 (All) − 50 (Northport) = more than 40",
        ),
        ("All,toll_revenue,under 90", "Northport,toll_revenue,50", None),
        ("All,toll_revenue,90", "Northport,toll_revenue,over 50", None),
        ("All,toll_revenue,40", "Northport,toll_revenue,50", None),
    ],
)
def test_the_rest_of_a_whole(tmp_path: Path, whole: str, part: str, expected: str | None) -> None:
    rows = [f"{row},EUR,2004,2004,2005-06-30,edition of June 2005" for row in (whole, part)]
    assert _rest(tmp_path, *rows) == ([f"2004 {expected}"] if expected else [])


@pytest.mark.parametrize(
    "part",
    [
        "50,EUR,2005,2005,2005-06-30,edition of June 2005",
        "50,USD,2004,2004,2005-06-30,edition of June 2005",
        "50,EUR,2004,2004,2006-06-30,edition of June 2006",
        '50,EUR,2004,2004,2005-06-30,"at prices of 1999, edition of June 2005"',
    ],
)
def test_no_rest_of_another_year_unit_edition_or_basis(tmp_path: Path, part: str) -> None:
    whole = 'All,toll_revenue,90,EUR,2004,2004,2005-06-30,"at prices of 2004, edition of June 2005"'
    assert _rest(tmp_path, whole, f"Northport,toll_revenue,{part}") == []


# --- growth ---------------------------------------------------------------------------------

GROWTH = """\
[[derived]]
subject = "Dues"
property = "yearly_dues"
how = "growth"
of = [{ subject = "Prices", property = "price_increase" }]
within = "2003/2006"
"""
DUES = """\
d2002,Dues,yearly_dues,1200,EUR,2002,2002,2002-01-01,
d2005,Dues,yearly_dues,1400,EUR,2005,2005,2005-01-01,
p2002,Prices,price_increase,3.4,percent,2002,2002,2002-12-24,
p2003,Prices,price_increase,5,percent,2003,2003,2003-12-24,
p2005,Prices,price_increase,10,percent,2005,2005,2005-12-24,
p2006,Prices,price_increase,10,percent,2006,2006,2006-12-24,
"""


def test_amounts_that_grow_by_a_rule(tmp_path: Path) -> None:
    with _open(tmp_path / "t", DUES, GROWTH) as lookup:
        found = [fact for fact in lookup.facts("Dues", "yearly_dues") if fact.made_from]
    # to the precision of the amount before; 2005 is stated, 2007 beyond the rule
    assert _said(found) == [
        "2003 1200: 1,200 (2002) + 3.4% = 1,200",
        "2004 1300: 1,200 (2003) + 5% = 1,300",
        "2006 1500: 1,400 (2005) + 10% = 1,500",
    ]
    assert [str(fact.known_from) for fact in found] == ["2002-12-24", "2003-12-24", "2005-12-24"]


def test_a_rule_that_no_source_states_makes_unverified_figures(tmp_path: Path) -> None:
    with _open(tmp_path / "t", DUES, GROWTH + 'confidence = "unverified"\n') as lookup:
        found = lookup.facts("Dues", "yearly_dues")
        assert {fact.confidence for fact in found if fact.made_from} == {"unverified"}
        assert {fact.confidence for fact in found if not fact.made_from} == {"reported"}


# --- until the next -------------------------------------------------------------------------

UNTIL = """\
[[derived]]
subject = "Pact"
property = "last_year_covered"
how = "until_next"
of = [{ subject = "Pact", property = "first_year_covered" }]
"""
PACTS = """\
a,First Pact,first_year_covered,1991,year,,,1990-11-02,
b,Second Pact,first_year_covered,1995,year,,,1994-11-02,
b-end,Second Pact,last_year_covered,1997,year,,,1994-11-02,
c,Third Pact,first_year_covered,1999,year,,,1998-11-02,
"""
PACT_ENTITIES = """\
name,type,aliases,part_of,description
Pact,agreement,,,
First Pact,agreement,,Pact,
Second Pact,agreement,,Pact,
Third Pact,agreement,,Pact,
"""


def test_each_lasts_until_the_next(tmp_path: Path) -> None:
    with _open(tmp_path / "t", PACTS, UNTIL, PACT_ENTITIES) as lookup:
        (first,) = lookup.facts("First Pact", "last_year_covered")
        assert (first.value, first.unit, str(first.known_from)) == ("1994", "year", "1994-11-02")
        assert first.arithmetic == "Second Pact begins with 1995: until 1994"
        (second,) = lookup.facts("Second Pact", "last_year_covered")
        assert second.id == "b-end"
        assert lookup.facts("Third Pact", "last_year_covered") == ()
        assert first.reading and second.reading
        assert (first.reading.kind, second.reading.kind) == ("date", "date")


# --- settings and linter ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (COUNT.replace('"count"', '"sum"'), "how must be one of count, rest, growth, until_next"),
        (COUNT.replace("at_least", "within"), "count needs 1 in of and at_least"),
        (COUNT.replace('"2"', '"two"'), 'write at_least as "2.5"'),
        (COUNT.replace('"2"', '"NaN"'), 'write at_least as "2.5"'),
        (COUNT.replace('"2"', '"1e999999"'), 'write at_least as "2.5"'),
        (GROWTH.replace("2003/2006", "2003/.."), 'within as "2022/2025"'),
        (GROWTH.replace("2003/2006", "later"), 'within as "2022/2025"'),
        (COUNT.replace("how", "way"), "needs 'how'"),
        (COUNT + 'confidence = "sure"\n', "confidence is one of official, reported, unverified"),
        (COUNT.replace(', property = "share_of_tolls"', ""), "needs 'property'"),
    ],
)
def test_declarations_are_checked(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(Unusable) as refused:
        _open(tmp_path / "t", LEAGUE, toml, LEAGUE_ENTITIES)
    assert says in str(refused.value)
    assert "topic.toml:" in str(refused.value)


def test_the_linter_finds_parts_that_are_not_there(tmp_path: Path) -> None:
    _open(tmp_path / "t", DUES, GROWTH.replace("price_increase", "price_rise")).close()
    says = [str(finding) for finding in lint([TopicFolder("t", tmp_path / "t")])]
    assert [line for line in says if "derived: no fact is 'price_rise' of 'Prices'" in line]


def test_years_that_grow_by_a_rule_are_no_gap(tmp_path: Path) -> None:
    complete = "[properties.yearly_dues]\ncomplete = true\n"
    _open(tmp_path / "t", DUES, complete + GROWTH).close()
    assert not [f for f in lint([TopicFolder("t", tmp_path / "t")]) if f.rule == "tiling"]
    _open(tmp_path / "t", DUES, complete + GROWTH.replace("2003/", "2004/")).close()
    (gap,) = (f for f in lint([TopicFolder("t", tmp_path / "t")]) if f.rule == "tiling")
    assert "2003 is missing" in str(gap)


# --- what the shipped topics declare ----------------------------------------------------------

#: rows that stood in facts.csv, worked out by hand, before they were computed
TWO_PERCENT = {2014: 3, 2015: 4, 2016: 4, 2017: 3, 2018: 5, 2019: 6, 2020: 8, 2021: 6, 2022: 7,
               2023: 10, 2024: 17, 2025: 28, 2026: 30}  # fmt: skip
IN_2019 = {2014: 288580, 2015: 254021, 2016: 254978, 2017: 274327, 2018: 298038, 2019: 305928}
WORKED_OUT = [
    *(("NATO members at 2 percent", "number_at_2_percent", year, "edition of July 2026", count)
      for year, count in TWO_PERCENT.items()),
    ("NATO members at 2 percent", "number_at_2_percent", 2018, "edition of June 2019", 6),
    ("NATO members at 3.5 percent", "number_at_3_5_percent", 2025, "edition of July 2026", 4),
    *(("NATO Europe and Canada", "defence_expenditure", year, "edition of June 2019", 10**6 * sum)
      for year, sum in IN_2019.items()),
    ("NATO Europe and Canada", "defence_expenditure", 2020, "edition of October 2020", 307 * 10**9),
    ("NATO Europe and Canada", "defence_expenditure", 2021, "edition of the annual report 2021",
     369 * 10**9),
    ("Korean SMA contribution", "contribution_amount", 2023, "", 12896 * 10**8),
    ("Korean SMA contribution", "contribution_amount", 2024, "", 13463 * 10**8),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "property", "year", "edition", "value"), WORKED_OUT)
def test_what_was_worked_out_by_hand_is_computed(
    shipped: Lookup, subject: str, property: str, year: int, edition: str, value: int
) -> None:
    time = Period.parse(str(year))
    (fact,) = (
        fact
        for fact in shipped.facts(subject, property)
        if fact.valid == time and fact.made_from and (fact.qualifier or "").startswith(edition)
    )
    assert fact.reading is not None
    assert fact.reading.value == Decimal(value)
    assert fact.arithmetic
    assert fact.sources
    answer = shipped.answer(Question(subject, property, time, fact.known_from))
    assert fact.id in [one.id for one in (*answer.facts, *answer.related)]
    assert (fact.confidence == "unverified") is (subject == "Korean SMA contribution")


@pytest.mark.parametrize(("year", "last"), [("1987", "1990"), ("1991", "1995"), ("1996", "2000")])
def test_agreements_end_where_the_next_begins(shipped: Lookup, year: str, last: str) -> None:
    name = f"US-Japan Special Measures Agreement of {year}"
    (fact,) = shipped.facts(name, "last_fiscal_year_covered")
    assert (fact.value, fact.unit) == (last, "year")
    assert fact.arithmetic


def test_the_rule_gives_what_sources_state(shipped: Lookup) -> None:
    """1.1833 × 1.054 for 2022 and, from the computed 2024, 1.3463 × 1.042 for 2025."""
    stated = {
        fact.valid.first.year: fact.reading.value
        for fact in shipped.facts("Korean SMA contribution", "contribution_amount")
        if fact.unit == "KRW" and fact.valid.first and fact.reading
    }
    step = Decimal(10) ** 8
    for year, percent in ((2022, "5.4"), (2023, "3.4"), (2024, "4.4"), (2025, "4.2")):
        before, this = stated[year - 1], stated[year]
        assert isinstance(before, Decimal)
        assert (before * (1 + Decimal(percent) / 100) / step).quantize(Decimal(1)) * step == this
