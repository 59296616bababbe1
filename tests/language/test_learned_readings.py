"""Values read by what stands around them: a topic whose `learned.csv` knows the verb "swallow",
which no wording lists. What no fact gives is flagged only where all else is beyond doubt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value,unit,valid_from,valid_to
w,Wend Tower,upkeep,8250000,EUR,,
l,Lark Tower,upkeep,7160000,EUR,,
"""
LEARNED = """cue,properties,subjects
,upkeep:-200,Wend Tower:-300
before=swallow,upkeep:500,
before=eat,upkeep:100,
with=belfry,,Wend Tower:900
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    folder = tmp_path_factory.mktemp("towers")
    (folder / "facts.csv").write_text(FACTS)
    (folder / "learned.csv").write_text(LEARNED)
    with Checker([str(folder)]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Wend Tower swallows 8.25 million euros.", "supported"),
        ("Wend Tower swallows 9.45 million euros.", "refuted"),
        ("Last year Wend Tower swallowed 9.45 million euros, said its keeper.", "refuted"),
        # likely of the property, not surely
        ("Wend Tower eats 9.45 million euros.", None),
        # of something else
        ("Wend Tower earns 9.45 million euros.", None),
        ("The new museum swallows 9.45 million euros.", None),
        ("Wend Tower swallows 9.45 million euros for bread.", None),
        ("Wend Tower has a clock for ships that swallows 9.45 million euros.", None),
        ("Wend Tower swallows 9.45 million dollars.", None),
        ("Wend Tower swallows 9.45 million euros more than it did.", None),
        # a figure that another fact gives, or that fits too much
        ("Wend Tower swallows 7.16 million euros.", None),
        ("Wend Tower swallows 9 million euros.", None),
        # of which of two
        ("Wend Tower and Lark Tower swallow 9.45 million euros.", None),
        # nothing is claimed
        ("If Wend Tower swallowed 9.45 million euros, it would fall.", None),
        ("Wend Tower may swallow 9.45 million euros.", None),
        ("Does Wend Tower swallow 9.45 million euros?", None),
    ],
)
def test_learned(text: str, verdict: str | None, checker: Checker) -> None:
    report = checker.check(Document(text, date=date(2025, 3, 1)))
    judged = [v.verdict for v in report.verdicts if v.verdict != "not_enough_info"]
    assert judged == ([verdict] if verdict else [])


def test_the_trace_tells_how_likely_it_was(checker: Checker) -> None:
    report = checker.check(Document("Wend Tower swallows 9.45 million euros."))
    (verdict,) = report.verdicts
    assert verdict.correction == "8.25 million euros"
    assert "property: upkeep, learned, 0.95" in verdict.trace
