"""Wording from a property's name and type alone, as a topic without `topic.toml` has it."""

from __future__ import annotations

import pytest

from factcheck.records import KINDS, Unusable
from factcheck.reference.families import families
from factcheck.reference.lemmas import lemma
from factcheck.reference.wording import counts_things, is_event, make_property, noun_phrases


@pytest.mark.parametrize(
    ("name", "type", "kind", "nouns", "verbs"),
    [
        ("date_signed", "date", "signing_date", ["signature"], ["sign", "ink"]),
        ("signed_by", "entity", "party_or_actor", ["signatory"], ["sign"]),
        ("in_force_from", "date", "start_date", ["entry into force"], ["take effect"]),
        ("in_force_until", "date", "end_date", ["expiry"], ["expire"]),
        ("first_year_covered", "date", "start_date", ["start"], ["begin", "cover"]),
        ("last_year_covered", "date", "end_date", ["end"], ["end", "cover"]),
        ("host_city", "entity", "party_or_actor", ["host city", "host"], ["host", "stage"]),
        ("opened_by", "entity", "party_or_actor", ["opening"], ["open"]),
        ("opened", "date", "start_date", ["opening"], ["open", "inaugurate"]),
        ("completed", "date", "end_date", ["completion"], ["complete", "finish"]),
        ("members", "number", "count", ["member"], ["have"]),
        ("member_of", "entity", "party_or_actor", ["member"], ["join", "belong"]),
        ("member_since", "date", "start_date", ["accession"], ["join"]),
        ("policy_rate", "percentage", "percentage", ["policy rate", "interest rate"], ["raise"]),
        ("gold_medals", "number", "count", ["gold medal"], ["win"]),
        ("population", "number", "count", ["population"], ["live"]),
        ("construction_cost", "amount", "amount", ["cost"], ["cost"]),
        ("death_toll", "number", "count", ["death toll"], ["kill", "die"]),
        ("first_climbed_by", "entity", "party_or_actor", ["ascent"], ["climb", "scale"]),
        ("term_start", "date", "start_date", [], ["take office"]),
        ("year", "date", "start_date", [], ["take place"]),
        ("position", "ordinal", "ordinal", ["position", "place"], ["finish"]),
        ("running_time", "duration", "duration", ["running time"], ["last"]),
        ("legally_binding", "boolean", "status", [], []),
        ("electrified", "date", "start_date", [], ["electrify"]),
    ],
)
def test_wording(name: str, type: str, kind: str, nouns: list[str], verbs: list[str]) -> None:
    property = make_property(name, "topic", type, None, {})
    assert property.kind == kind
    assert set(nouns) <= set(property.nouns), property.nouns
    assert set(verbs) <= set(property.verbs), property.verbs


@pytest.mark.parametrize(
    ("name", "counts"),
    [("gold_medals", "gold medal"), ("number_of_moons", "moon"), ("mass", None), ("height", None)],
)
def test_what_a_bare_number_counts(name: str, counts: str | None) -> None:
    found = make_property(name, "topic", "number", None, {}).counts
    assert found[:1] == ((counts,) if counts else ())


def test_a_shared_noun_means_none_of_them() -> None:
    gold = make_property("gold_medals", "topic", "number", None, {}, {"medal"})
    assert "gold medal" in gold.nouns and "medal" not in (*gold.nouns, *gold.counts)


def test_settings_take_the_place_of_the_name() -> None:
    refined = {"nouns": ["Fee"], "family": ["pay"], "kind": "amount", "label": "the yearly fee"}
    property = make_property("yearly_amount", "topic", "amount", "EUR", refined)
    assert property.nouns[0] == "fee" and "payment" in property.nouns
    assert (property.label, property.unit) == ("the yearly fee", "EUR")
    bare = make_property("height", "topic", "number", None, {"nouns": [], "family": []})
    assert (bare.nouns, bare.verbs) == ((), ())
    with pytest.raises(Unusable, match="no family 'payy'"):
        make_property("fee", "topic", "amount", None, {"family": ["payy"]})


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("distance_from_sun", ("distance from sun", "distance")),
        ("number_of_members", ("member",)),
        ("share_of_gdp", ("share of gdp",)),
        ("date", ()),
        ("opened_by", ()),
    ],
)
def test_noun_phrases(name: str, phrases: tuple[str, ...]) -> None:
    assert noun_phrases(name) == phrases


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("signed", "sign"),
        ("medals", "medal"),
        ("countries", "country"),
        ("moved", "move"),
        ("ratified", "ratify"),
        ("cancelled", "cancel"),
        ("completed", "complete"),
        ("announced", "announce"),
        ("passed", "pass"),
        ("held", "hold"),
        ("opening", "open"),
        ("status", "status"),
        ("speed", "speed"),
    ],
)
def test_lemmas(word: str, expected: str) -> None:
    assert lemma(word) == expected


@pytest.mark.parametrize("name", ["athletes", "height", "population", "seats_won", "moons"])
def test_four_digits_that_are_a_number(name: str) -> None:
    assert counts_things(name)


@pytest.mark.parametrize(
    "name", ["opened", "founded", "year", "date_signed", "member_since", "first_flight", "debut"]
)
def test_four_digits_that_are_a_year(name: str) -> None:
    assert not counts_things(name)


def test_what_belongs_to_one_moment() -> None:
    assert is_event("seats_won", "number", {})
    assert not is_event("members", "number", {})


def test_the_families_are_well_formed() -> None:
    for family in families().values():
        assert set(family.kinds.values()) <= set(KINDS), family.name
        assert family.names, family.name
        words = (*family.nouns, *family.verbs, *family.adjectives, *family.counts)
        assert all(word == word.lower() for word in words), family.name


def test_alternatives_in_wording_are_written_out() -> None:
    refined = {"family": [], "nouns": ["(cut|trim) (the|its|) budget", "rate (of use)"]}
    assert make_property("budget_cut", "topic", "number", None, refined).nouns == (
        *("cut the budget", "cut its budget", "cut budget"),
        *("trim the budget", "trim its budget", "trim budget", "rate (of use)"),
    )
