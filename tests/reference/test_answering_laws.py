"""Laws of answering, whatever the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some
from memory_table import MemoryTable, fact

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.answering import answer
from factcheck.reference.deriving import AGGREGATES

DAYS = some.dates(date(2000, 1, 1), date(2012, 12, 31))
YEARS = some.integers(2000, 2012)
VALIDITIES = some.one_of(
    YEARS.map(str),
    DAYS.map(str),
    some.tuples(YEARS, YEARS).map(lambda pair: f"{min(pair)}/{max(pair)}"),
    YEARS.map(lambda year: f"{year}/.."),
    some.none(),
)
QUALIFIERS = some.sampled_from([None, "edition of June", "edition of July", "other report", "won"])


@some.composite
def facts(draw: some.DrawFn) -> Fact:
    subject = draw(some.sampled_from(["Club", "Guild", "Pact"]))
    name, value = draw(
        some.sampled_from(
            [("dues", "90 ~ EUR"), ("dues", "95 ~ NOK"), ("staff", "12"), ("rate", "4% ~ percent"),
             ("date_signed", "2004-05-06"), ("first_year_covered", "2005"),
             ("last_year_covered", "2008"), ("chair", "Ann Lee"), ("office_held", "Mayor")]
        )
    )  # fmt: skip
    made = fact(f"{subject} | {name} | {value}", draw(VALIDITIES))
    return replace(
        made,
        known_from=draw(some.one_of(some.none(), DAYS)),
        qualifier=draw(QUALIFIERS),
        rank=draw(some.sampled_from(["normal", "preferred", "deprecated"])),
        confidence=draw(some.sampled_from(["official", "reported", "unverified"])),
    )


@some.composite
def tables(draw: some.DrawFn) -> list[Fact]:
    made = draw(some.lists(facts(), max_size=14))
    return [replace(one, id=str(at)) for at, one in enumerate(made)]


@some.composite
def questions(draw: some.DrawFn) -> Question:
    asked = draw(some.sampled_from(["dues", "staff", "rate", "date_signed", "chair", ""]))
    time = draw(some.one_of(some.none(), VALIDITIES.map(lambda text: text and Period.parse(text))))
    subject = draw(some.sampled_from(["Club", "Guild", "Pact", "Nobody"]))
    aggregate = draw(some.one_of(some.none(), some.sampled_from(sorted(AGGREGATES))))
    other = Question(subject, asked, Period.parse("2004")) if draw(some.booleans()) else None
    return Question(subject, asked, time, draw(DAYS), aggregate, other)


def table_of(made: list[Fact]) -> MemoryTable:
    return MemoryTable(
        made,
        {"Pact": "", "Club": "Pact", "Guild": "Pact"},
        as_of=date(2010, 1, 1),
        complete=frozenset({"Pact"}),
        complete_properties=frozenset({"dues"}),
    )


@given(tables(), facts(), questions())
def test_what_is_known_later_changes_no_earlier_answer(
    made: list[Fact], late: Fact, question: Question
) -> None:
    assert question.asked_on is not None
    late = replace(late, id="late", known_from=question.asked_on + timedelta(days=1))
    before, after = answer(question, table_of(made)), answer(question, table_of([*made, late]))
    assert before.facts == after.facts


@given(tables(), questions())
def test_every_answer_is_sound(made: list[Fact], question: Question) -> None:
    found = answer(question, table_of(made))
    by_id = {one.id: one for one in made}
    assert bool(found.facts) == (found.reason is None)
    assert len(found.related) <= 400
    if found.facts:
        assert any(one.confidence != "unverified" for one in found.facts)
    for one in found.facts:
        parts = [by_id[part] for part in one.made_from] or [by_id[one.id]]
        assert all(part.rank != "deprecated" for part in parts)
        assert all(
            part.known_from is None or part.known_from <= question.asked_on for part in parts
        )
        if one.made_from:
            assert one.arithmetic and one.id.startswith("derived:")
            assert set(one.sources) == {source for part in parts for source in part.sources}


@given(tables(), questions())
def test_the_order_of_the_files_does_not_matter(made: list[Fact], question: Question) -> None:
    one, other = answer(question, table_of(made)), answer(question, table_of(made[::-1]))
    assert {f.id for f in one.facts if not f.made_from} == {
        f.id for f in other.facts if not f.made_from
    }
    assert one.reason == other.reason
