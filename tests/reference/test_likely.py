"""Vectors of values beside the descriptions of a store: probabilities, likeliest first."""

from pathlib import Path

import numpy as np
import pytest

from factcheck.encoder.describing import property_tokens
from factcheck.encoder.network import describe
from factcheck.reference.lookup import Lookup, open_reference

FACTS = """id,subject,property,value,unit
a,Wend Tower,height,81,m
b,Wend Tower,upkeep,8250000,EUR
c,Lark Tower,height,64,m
"""


@pytest.fixture
def lookup(tmp_path: Path) -> Lookup:
    (tmp_path / "facts.csv").write_text(FACTS)
    return open_reference([str(tmp_path)])


def test_the_likeliest_property_is_the_described_one(lookup: Lookup) -> None:
    each = lookup.property("upkeep")
    assert each
    vector = 10 * describe(property_tokens(each), "property")
    likely = lookup.likely_properties(vector, -5.0)
    assert likely[0][0].name == "upkeep"
    assert [p for _, p in likely] == sorted((p for _, p in likely), reverse=True)
    assert sum(p for _, p in likely) <= 1


def test_nothing_takes_its_part(lookup: Lookup) -> None:
    each = lookup.property("height")
    assert each
    vector = describe(property_tokens(each), "property")
    alone, beside = (dict(lookup.likely_properties(vector, n)) for n in (-50.0, 1.0))
    assert all(beside[one] < alone[one] for one in beside)
    assert not lookup.likely_properties(vector, 50.0)


def test_a_subject_that_is_named_is_likelier(lookup: Lookup) -> None:
    vector = np.zeros(384, dtype=np.float32)
    assert lookup.likely_subjects(vector, {}) == {"Wend Tower": 0.5, "Lark Tower": 0.5}
    named = lookup.likely_subjects(vector, {"Lark Tower": 2.0, "of no facts": 9.0})
    assert named["Lark Tower"] == pytest.approx(0.881, abs=0.001)
    assert next(iter(named)) == "Lark Tower"
