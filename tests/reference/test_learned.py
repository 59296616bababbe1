"""What a topic has learned: its file is read with care, and tells likely properties."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.records import Unusable
from factcheck.reference.learned import read_learned
from factcheck.reference.lookup import Lookup, open_reference
from factcheck.reference.rows import refuse

FACTS = """id,subject,property,value,unit
w-height,Wend Tower,height,120,metres
w-cost,Wend Tower,cost,8000000,EUR
"""
LEARNED = """cue,properties,subjects
,height:-200; cost:-300,Wend Tower:-100
before=rise,height:450,Wend Tower:300
before=cost,cost:600,
before=gone,unheard:900,
"""


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Lookup:
    folder = tmp_path_factory.mktemp("towers")
    (folder / "facts.csv").write_text(FACTS)
    (folder / "learned.csv").write_text(LEARNED)
    return open_reference([str(folder)])


def test_cues_tell_what_a_value_is_likely_of(lookup: Lookup) -> None:
    likely = lookup.likely({"before=rise": 1.0})
    assert [(each.name, round(p, 2)) for each, p in likely.properties] == [("height", 0.92)]
    assert {name: round(p, 2) for name, p in likely.subjects.items()} == {"Wend Tower": 0.88}


def test_the_likeliest_comes_first(lookup: Lookup) -> None:
    likely = lookup.likely({"before=rise": 0.5, "before=cost": 1.0})
    assert [each.name for each, _ in likely.properties] == ["cost", "height"]


def test_an_unknown_property_is_not_told(lookup: Lookup) -> None:
    assert lookup.likely({"before=gone": 1.0}).properties == lookup.likely({}).properties


@cache
def _shipped() -> Lookup:
    return open_reference()


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["before=rise", "before=cost", "x"]), st.floats(0, 1)))
def test_probabilities_are_between_nothing_and_one(cues: dict[str, float]) -> None:
    likely = _shipped().likely(cues)
    assert all(0 <= p <= 1 for _, p in likely.properties)
    assert [p for _, p in likely.properties] == sorted(
        (p for _, p in likely.properties), reverse=True
    )


def test_a_topic_without_the_file_has_learned_nothing(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(FACTS)
    with open_reference([str(tmp_path)]) as plain:
        likely = plain.likely({"before=rise": 1.0})
    assert not likely.properties
    assert not likely.subjects


@pytest.mark.parametrize("weight", ["height", "height:much", "height:99999", ":5"])
def test_a_bad_weight_is_told_with_its_line(tmp_path: Path, weight: str) -> None:
    (tmp_path / "learned.csv").write_text(f"cue,properties,subjects\nbefore=rise,{weight},\n")
    with pytest.raises(Unusable, match=r"learned\.csv:2: .* is no weight"):
        read_learned(tmp_path, refuse)


@pytest.mark.parametrize(
    ("said", "is_said"),
    [("120 metres", True), ("about 120 metres", True), ("210 metres", False), ("120 euros", False)],
)
def test_whether_any_fact_says_a_figure(lookup: Lookup, said: str, is_said: bool) -> None:
    from factcheck.measures.reading import read_values

    value = read_values(f"It has {said}.")[0]
    assert lookup.says("height", value) is is_said
