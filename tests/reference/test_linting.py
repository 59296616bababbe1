"""The linter: 200 seeded errors, no report on a sound topic, one case a rule."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sound_topic import SEEDS, Rows, sound_rows

from factcheck.records import Unusable
from factcheck.reference.linting import Finding, lint, rules
from factcheck.reference.topics import TopicFolder, shipped_topics

NUMBER = 200


def _lint(rows: Rows, folder: Path) -> list[Finding]:
    rows.write(folder)
    return lint([TopicFolder(folder.name, folder)])


def test_a_sound_topic_has_no_findings(tmp_path: Path) -> None:
    assert [str(finding) for finding in _lint(sound_rows(), tmp_path / "works")] == []


def test_another_report_of_a_term_may_differ(tmp_path: Path) -> None:
    rows = sound_rows()
    term = next(row for row in rows.facts if row["property"] == "term_start")
    other = term | {"value": "1990-02-03", "known_from": "1990-02-03"}
    more = {key: other[key] for key in ("known_from", "qualifier")}
    more["qualifier"] = f"other report; {more['qualifier']}"
    rows.add(term["subject"], "term_start", other["value"], "date", **more)
    assert [str(finding) for finding in _lint(rows, tmp_path / "works")] == []


def test_seeded_errors_are_caught(tmp_path: Path) -> None:
    chance = random.Random(2026)
    names = [list(SEEDS)[number % len(SEEDS)] for number in range(NUMBER)]
    missed = []
    for name in names:
        rows = sound_rows()
        SEEDS[name](rows, chance)
        if not _lint(rows, tmp_path / "works"):
            missed.append(name)
    print(f"caught {NUMBER - len(missed)} of {NUMBER}; missed {missed}")
    assert len(missed) <= NUMBER * 0.05, missed


@pytest.mark.parametrize(
    ("seed", "rule", "says"),
    [
        ("second value", "two_values", "41234000"),
        ("year missing", "tiling", "is missing"),
        ("gap in series", "tiling", "a gap"),
        ("overlap in series", "tiling", "an overlap"),
        ("wrong per cent", "changes", "the amounts give"),
        ("signed after in force", "order", "before its date_signed"),
        ("terms overlap", "tiling", "Water Minister from"),
        ("thousands", "values", "under 1/9"),
        ("other unit", "values", "the unit 'EUR'"),
        ("unknown source", "links", "'s99'"),
        ("address", "links", "no address"),
        ("name misspelt", "links", "meant?"),
        ("shared alias", "aliases", "is shared"),
        ("latin-1", "form", "not UTF-8"),
        ("control character", "form", "U+0007"),
    ],
)
def test_findings_name_the_rule_and_the_line(
    tmp_path: Path, seed: str, rule: str, says: str
) -> None:
    rows = sound_rows()
    SEEDS[seed](rows, random.Random(7))
    findings = [one for one in _lint(rows, tmp_path / "works") if one.rule == rule]
    assert any(says in one.message for one in findings), findings
    found = findings[0]
    assert str(found).startswith(f"{found.file}:{found.line}: ")
    assert found.line <= len(found.file.read_bytes().splitlines())


def test_every_rule_says_what_it_finds() -> None:
    assert {"two_values", "tiling", "changes", "order", "values", "links", "aliases"} <= set(
        rules()
    )


def test_what_no_rule_can_go_on_from_is_refused(tmp_path: Path) -> None:
    rows = sound_rows()
    rows.toml = "title = ["
    with pytest.raises(Unusable, match=r"topic\.toml:"):
        _lint(rows, tmp_path / "works")


#: what the sources' README names as a disagreement, so that it stays
KNOWN = {("us-korea-sma", "changes", "2002")}


@pytest.mark.skipif(not shipped_topics(), reason="no topics in this checkout")
def test_the_shipped_topics_are_sound() -> None:
    findings = [
        one
        for one in lint(shipped_topics())
        if not any(
            topic == one.file.parent.name and rule == one.rule and word in one.message
            for topic, rule, word in KNOWN
        )
    ]
    assert [str(finding) for finding in findings] == []
