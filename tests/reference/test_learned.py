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
    cues = {"before=rise": 1.0}
    likely = lookup.likely_properties(cues)
    assert [(each.name, round(p, 2)) for each, p in likely] == [("height", 0.92)]
    subjects = lookup.likely_subjects(cues)
    assert {name: round(p, 2) for name, p in subjects.items()} == {"Wend Tower": 0.88}


def test_the_likeliest_comes_first(lookup: Lookup) -> None:
    likely = lookup.likely_properties({"before=rise": 0.5, "before=cost": 1.0})
    assert [each.name for each, _ in likely] == ["cost", "height"]


def test_an_unknown_property_is_not_told(lookup: Lookup) -> None:
    assert lookup.likely_properties({"before=gone": 1.0}) == lookup.likely_properties({})


@cache
def _shipped() -> Lookup:
    return open_reference()


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["before=rise", "before=cost", "x"]), st.floats(0, 1)))
def test_probabilities_are_between_nothing_and_one(cues: dict[str, float]) -> None:
    likely = [p for _, p in _shipped().likely_properties(cues)]
    assert all(0 <= p <= 1 for p in likely)
    assert likely == sorted(likely, reverse=True)


def test_weights_beyond_all_bounds_are_no_error(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(FACTS)
    cues = "".join(f"before={n},height:-9999; cost:9999,\n" for n in range(30))
    (tmp_path / "learned.csv").write_text(f"cue,properties,subjects\n,height:0; cost:0,\n{cues}")
    with open_reference([str(tmp_path)]) as plain:
        likely = plain.likely_properties({f"before={n}": 1.0 for n in range(30)})
    assert [(each.name, p) for each, p in likely] == [("cost", 1.0)]


def test_a_topic_without_the_file_has_learned_nothing(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(FACTS)
    with open_reference([str(tmp_path)]) as plain:
        assert not plain.likely_properties({"before=rise": 1.0})
        assert not plain.likely_subjects({"before=rise": 1.0})


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
