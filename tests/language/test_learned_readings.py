"""Values and names read by what stands around them: no wording lists "swallow" or "draw the plans".
What no fact gives is flagged only where all that is known of the reading makes it sure."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value,unit
w,Wend Tower,upkeep,8250000,EUR
l,Lark Tower,upkeep,7160000,EUR
a,Wend Tower,architect,Ines Hallqvist,entity
b,Lark Tower,architect,Tobias Brandt,entity
c,Wend Tower,date_opened,1931-05-04,
d,Lark Tower,date_opened,1907-03-11,
"""
ENTITIES = """name,type,aliases
Wend Tower,tower,
Lark Tower,tower,
Ines Hallqvist,person,
Tobias Brandt,person,
"""


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Wend Tower swallows 8.25 million euros.", "supported"),
        ("Wend Tower swallows 9.45 million euros.", "refuted"),
        ("Keeping up Wend Tower devours 9.45 million euros a year.", "refuted"),
        ("Wend Tower swallows 7.16 million euros.", "refuted"),
        # of something else
        pytest.param(
            "Wend Tower earns 9.45 million euros.",
            None,
            marks=pytest.mark.xfail(strict=True, reason="there is no other amount that it may be"),
        ),
        ("The new museum swallows 9.45 million euros.", None),
        ("Wend Tower swallows 9.45 million euros for bread.", None),
        ("Wend Tower has a clock for ships that swallows 9.45 million euros.", None),
        ("Wend Tower swallows 9.45 million dollars.", None),
        ("Wend Tower swallows 9.45 million euros more than it did.", None),
        ("A fire gutted Wend Tower in May 1935.", None),
        # since when; in what season; not by when, and nothing else since then
        ("Wend Tower has been letting in visitors since May 1931.", "supported"),
        ("Wend Tower, open to the public since May 1951, is a sight.", "refuted"),
        ("Wend Tower, open to the public since the spring of 1931, is a sight.", "supported"),
        ("Open to the public since the spring of 1951, Wend Tower is a sight.", "refuted"),
        ("By May 1951 Wend Tower had let in a million visitors.", None),
        ("Wend Tower has stood empty since May 1951.", None),
        ("Wend Tower has been in the Union of Towers since May 1951.", None),
        ("Wend Tower entered the League of Towers in May 1951.", None),
        # of what stands near it
        ("In May 1951 the mayor opened the new hall, far from Wend Tower.", None),
        ("The new hall near Wend Tower, open to the public since May 1951, is a sight.", None),
        # the money of the sentence before
        ("Wend Tower swallowed 8.25 million euros. Another 9.45 million went astray.", "supported"),
        # here, not there
        ("Wend Tower swallows 8.25 million euros, against 9.45 million euros here.", "supported"),
        # of which of two
        ("Wend Tower and Lark Tower swallow 9.45 million euros.", None),
        # nothing is claimed
        ("If Wend Tower swallowed 9.45 million euros, it would fall.", None),
        ("Wend Tower may swallow 9.45 million euros.", None),
        ("Does Wend Tower swallow 9.45 million euros?", None),
        # names
        ("Ines Hallqvist drew the plans for Wend Tower.", "supported"),
        ("Tobias Brandt drew the plans for Wend Tower.", "refuted"),
        ("Wend Tower was visited by Tobias Brandt.", None),
        ("Tobias Brandt wept when he saw Wend Tower.", None),
        ("Did Tobias Brandt draw the plans for Wend Tower?", None),
        ("Tobias Brandt might have drawn the plans for Wend Tower.", None),
        # of what has been spoken of
        ("Wend Tower is 90. Tobias Brandt, who drew the plans, was not there.", "refuted"),
        ("Wend Tower is 90. Ines Hallqvist, who drew the plans, was not there.", "supported"),
        ("Wend Tower is 90. Tobias Brandt, who wrote the speech, was not there.", None),
        ("Wend Tower needed a new roof. The roof was designed by Tobias Brandt.", None),
        ("Wend Tower needed a new roof. Tobias Brandt designed it.", None),
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
    assert any(line.startswith("property: upkeep, learned, 0.") for line in verdict.trace)


def test_a_changed_figure_is_as_likely(checker: Checker) -> None:
    lines = set()
    for figure in ("9.45", "3.77", "1.1"):
        report = checker.check(Document(f"Wend Tower swallows {figure} million euros."))
        lines |= {line for v in report.verdicts for line in v.trace if "learned" in line}
    assert len(lines) == 1
