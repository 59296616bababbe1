"""The shipped topics, read with nothing but csv and tomllib: what an editor's slip would break.

Independent of the loader, so that a mistake in one is not hidden by the same mistake in the other.
"""

from __future__ import annotations

import csv
import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from factcheck.records import KINDS

ROOT = Path(__file__).parents[2] / "reference"
TOPICS = [
    "exchange-rates",
    "nato-burden-sharing",
    "offices",
    "us-forces-abroad",
    "us-japan-host-nation-support",
    "us-korea-alliance",
    "us-korea-sma",
    "us-korea-trade",
]
FACTS = (
    "id subject property value unit valid_from valid_to known_from qualifier rank confidence "
    "sources note"
)
FAMILIES = Path(__file__).parents[2] / "factcheck" / "reference" / "wording.toml"
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
#: properties whose values are towns and other names that nothing is said of
PLACES = ("host_city", "location", "place_signed")
HANGUL_OR_LATIN = re.compile(r"[^\W\d_]")

Row = dict[str, str]


def rows(topic: str, name: str) -> list[Row]:
    with (ROOT / topic / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def settings(topic: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / topic / "topic.toml").read_text(encoding="utf-8"))


def entities(topic: str) -> dict[str, Row]:
    """Those of a topic and of the topics that it requires."""
    found = {row["name"]: row for row in rows(topic, "entities.csv")}
    for required in settings(topic).get("requires", []):
        found |= {row["name"]: row for row in rows(required, "entities.csv")}
    return found


def cited(row: Row) -> list[str]:
    return [source.strip() for source in row["sources"].split(";") if source.strip()]


def test_all_topics_are_there() -> None:
    assert sorted(path.parent.name for path in ROOT.glob("*/facts.csv")) == TOPICS
    for topic in TOPICS:
        assert (ROOT / topic / "README.md").read_text(encoding="utf-8").startswith("# ")


def test_ids_name_one_fact_each_in_all_topics() -> None:
    ids = [row["id"] for topic in TOPICS for row in rows(topic, "facts.csv")]
    assert len(ids) > 4000
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("topic", TOPICS)
def test_files_are_plain(topic: str) -> None:
    for path in (ROOT / topic).iterdir():
        content = path.read_bytes()
        assert b"\r" not in content and b"\0" not in content, path
        assert content.endswith(b"\n"), path
    assert (ROOT / topic / "facts.csv").read_text().splitlines()[0] == FACTS.replace(" ", ",")


@pytest.mark.parametrize("topic", TOPICS)
def test_each_fact_has_a_source_or_is_unverified(topic: str) -> None:
    known = {row["id"] for row in rows(topic, "sources.csv")}
    for row in rows(topic, "facts.csv"):
        assert row["confidence"] in ("official", "reported", "unverified"), row["id"]
        assert row["rank"] in ("", "preferred", "normal", "deprecated"), row["id"]
        assert cited(row) or row["confidence"] == "unverified", row["id"]
        assert set(cited(row)) <= known, row["id"]


@pytest.mark.parametrize("topic", TOPICS)
def test_each_source_is_cited_and_can_be_found(topic: str) -> None:
    used = {source for row in rows(topic, "facts.csv") for source in cited(row)}
    for row in rows(topic, "sources.csv"):
        assert row["id"] in used and row["title"], row["id"]
        assert re.match(r"https?://[^\s/]+\.[^\s/]+/?", row["url"]), row["id"]


@pytest.mark.parametrize("topic", TOPICS)
def test_times_are_iso_and_in_order(topic: str) -> None:
    for row in rows(topic, "facts.csv"):
        for column in ("valid_from", "valid_to", "known_from"):
            assert not row[column] or DATE.fullmatch(row[column]), (row["id"], column)
        if row["valid_from"] and row["valid_to"]:
            size = min(len(row["valid_from"]), len(row["valid_to"]))
            assert row["valid_from"][:size] <= row["valid_to"][:size], row["id"]


@pytest.mark.parametrize("topic", TOPICS)
def test_nothing_is_stored_that_is_computed(topic: str) -> None:
    for row in rows(topic, "facts.csv"):
        assert row["value"] and row["subject"] and row["property"], row["id"]
        assert not row["note"].startswith("derived"), row["id"]


@pytest.mark.parametrize("topic", TOPICS)
def test_subjects_parts_and_names_are_entities(topic: str) -> None:
    known = entities(topic)
    for row in rows(topic, "facts.csv"):
        assert row["subject"] in known, row["id"]
        if row["unit"] == "entity" and row["property"] not in (
            "host_city",
            "location",
            "place_signed",
        ):
            assert row["value"] in known or row["property"] == "wartime_control_held_by", row["id"]
    for name, row in known.items():
        assert not row["part_of"] or row["part_of"] in known, name


@pytest.mark.parametrize("topic", TOPICS)
def test_aliases_are_names(topic: str) -> None:
    for row in rows(topic, "entities.csv"):
        aliases = [alias for alias in row["aliases"].split(";") if alias]
        assert len(aliases) == len(set(aliases)), row["name"]
        for alias in aliases:
            assert alias == alias.strip() and HANGUL_OR_LATIN.search(alias), (row["name"], alias)
            assert not alias.startswith(("a ", "an ")), (row["name"], alias)


@pytest.mark.parametrize("topic", TOPICS)
def test_wording_speaks_of_what_is_there(topic: str) -> None:
    content, facts = settings(topic), rows(topic, "facts.csv")
    properties = {row["property"] for row in facts}
    families = tomllib.loads(FAMILIES.read_text(encoding="utf-8"))
    assert set(content["properties"]) == properties
    for name, refined in content["properties"].items():
        assert refined["label"], name
        assert refined.get("kind", KINDS[0]) in KINDS, name
        assert set(refined.get("family", [])) <= set(families), name
        for field in ("nouns", "verbs", "adjectives", "counts", "without"):
            words = refined.get(field, [])
            assert words == [word.lower() for word in words] or field != "without", (name, field)
            assert len(words) == len(set(words)), (name, field)


@pytest.mark.parametrize("topic", TOPICS)
def test_descriptions_and_same_questions_name_what_is_there(topic: str) -> None:
    content, known = settings(topic), entities(topic)
    everywhere = {row["name"] for other in TOPICS for row in rows(other, "entities.csv")}
    for description in content.get("subjects", []):
        assert description["name"] in known, description["name"]
        assert {name for group in description["entities"] for name in group} <= everywhere
        assert description["words"], description["name"]
    facts = {(row["subject"], row["property"]) for row in rows(topic, "facts.csv")}
    for one in content.get("derived", []):
        members = [name for name, row in known.items() if one["subject"] in row["part_of"]]
        facts |= {(name, one["property"]) for name in (one["subject"], *members)}
    for same in content.get("same_question", []):
        answers = [(one["subject"], one["property"]) for one in same["answers"]]
        assert len(answers) > 1 and set(answers) <= facts, same["ask"]
        assert (same["ask"]["subject"], same["ask"]["property"]) in answers, same["ask"]


@pytest.mark.parametrize("topic", TOPICS)
def test_earlier_checks(topic: str) -> None:
    if not (ROOT / topic / "earlier-checks.csv").exists():
        return
    checks = rows(topic, "earlier-checks.csv")
    given = ["claim", "speaker", "date", "what_is_true", "sources", "subject", "property", "value"]
    assert checks and list(checks[0]) == given
    for row in checks:
        assert row["claim"] and row["what_is_true"] and row["sources"], row["claim"]
        assert not row["date"] or DATE.fullmatch(row["date"]), row["claim"]


def test_the_twelve_agreements_tile_the_years() -> None:
    facts = rows("us-korea-sma", "facts.csv")
    members = [
        row["name"]
        for row in rows("us-korea-sma", "entities.csv")
        if row["part_of"] == "US-ROK Special Measures Agreement"
    ]
    years = {
        (row["subject"], row["property"]): int(row["value"])
        for row in facts
        if row["property"] in ("ordinal", "first_year_covered", "last_year_covered")
    }
    assert [years[name, "ordinal"] for name in members] == list(range(1, 13))
    covered = [
        (years[name, "first_year_covered"], years[name, "last_year_covered"]) for name in members
    ]
    assert covered[0][0] == 1991 and covered[-1][1] == 2030
    assert all(one[1] + 1 == two[0] for one, two in pairwise(covered))


def test_each_year_of_the_contribution_is_there() -> None:
    amounts = {
        row["valid_from"]: row
        for row in rows("us-korea-sma", "facts.csv")
        if row["property"] == "contribution_amount"
        and not row["qualifier"].startswith("other report")
    }
    (rule,) = settings("us-korea-sma")["derived"]
    assert (rule["property"], rule["within"]) == ("contribution_amount", "2022/2025")
    computed = ["2023", "2024"]
    assert sorted([*amounts, *computed]) == [str(year) for year in range(1991, 2027)]
    assert not [year for year, row in amounts.items() if row["confidence"] == "unverified"]
    assert {row["unit"] for year, row in amounts.items() if year < "2005"} == {"USD"}
    assert {row["unit"] for year, row in amounts.items() if year >= "2005"} == {"KRW"}


def test_nato_has_32_members_and_editions_are_dated() -> None:
    facts = rows("nato-burden-sharing", "facts.csv")
    members = [row["subject"] for row in facts if row["property"] == "member_of"]
    assert len(set(members)) == len(members) == 32
    for row in facts:
        if row["qualifier"].startswith("edition"):
            assert row["known_from"], row["id"]
