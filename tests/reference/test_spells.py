"""Spells: when a name began to be the value of a property, when it ceased, for how long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from factcheck.records import Question
from factcheck.reference.lookup import Lookup, open_reference

FACTS = """id,subject,property,value,valid_from,valid_to
a,Harbour Club,president,Ada Holt,2012-03-01,2016-12-31
b,Harbour Club,president,Joel Brant,2017-01-01,
c,Larkham,member_of,Harbour League,2001-01-01,
d,Ostby,member_of,Harbour League,2001-01-01,
e,Fenwick,member_of,Harbour League,2005-06-01,2020-01-31
f,Harbour League,members,3,2005-06-01,2020-01-31
g,Ada Holt,office_held,Mayor of Larkham,1999-05-01,2003-04-30
"""


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lookup]:
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "facts.csv").write_text(FACTS, encoding="utf-8")
    with open_reference([str(folder)]) as opened:
        yield opened


def ask(lookup: Lookup, aggregate: str, subject: str, property: str, value: str) -> list[str]:
    question = Question(subject, property, None, date(2024, 1, 1), aggregate, Question(value, ""))
    return [fact.value for fact in lookup.answer(question).facts]


def test_since(lookup: Lookup) -> None:
    assert ask(lookup, "since", "Harbour Club", "president", "Ada Holt") == ["2012-03-01"]
    # the first of January may stand for the year
    assert ask(lookup, "since", "Larkham", "member_of", "Harbour League") == ["2001"]


def test_until_is_the_last_day_or_the_next(lookup: Lookup) -> None:
    assert ask(lookup, "until", "Harbour Club", "president", "Ada Holt") == ["2016"]
    found = ask(lookup, "until", "Fenwick", "member_of", "Harbour League")
    assert found == ["2020-01-31", "2020-02-01"]
    assert ask(lookup, "until", "Harbour Club", "president", "Joel Brant") == []


def test_lasting_goes_on_to_the_day_of_asking(lookup: Lookup) -> None:
    assert ask(lookup, "lasting", "Harbour Club", "president", "Joel Brant") == ["P7Y"]
    assert ask(lookup, "lasting", "Fenwick", "member_of", "Harbour League") == ["P15Y", "P14Y"]


def test_the_place_of_a_member_that_joined_alone(lookup: Lookup) -> None:
    assert ask(lookup, "place", "Fenwick", "member_of", "Harbour League") == ["3"]
    assert ask(lookup, "place", "Larkham", "member_of", "Harbour League") == []


def test_founding_members_joined_on_the_first_day(lookup: Lookup) -> None:
    assert ask(lookup, "founding", "Ostby", "member_of", "Harbour League") == ["yes"]
    assert ask(lookup, "founding", "Fenwick", "member_of", "Harbour League") == ["no"]


def test_relations_go_both_ways(lookup: Lookup) -> None:
    assert [f.id for f in lookup.relations("Ada Holt", "Harbour Club")] == ["a"]
    assert [f.id for f in lookup.relations("Harbour Club", "Ada Holt")] == ["a"]
    assert [f.id for f in lookup.relations("Ada Holt", "Larkham")] == ["g"]
    assert not lookup.relations("Ada Holt", "Ostby")
