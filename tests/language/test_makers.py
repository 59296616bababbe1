"""Names that say who made or owns what, by where they stand: in a topic of works and owners."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.records import Document

FACTS = """id,subject,property,value
a,Barrow Island,owner,Gloria Stein-Bauer
b,Calypso Queen,owner,Finlay Urquhart
c,Ashgrove Park,owner,Hassan Tazi
d,Wend Tower,architect,Mara Lindqvist
f,Sakura Bank,chairman,Noboru Kitano
g,Varga Trust,chairman,Emi Sato
e,Lark Hall,architect,Otto Varga
"""


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Finlay Urquhart, who owns Barrow Island, wants the beaver back.", "Finlay Urquhart"),
        ("Gloria Stein-Bauer, who owns Barrow Island, wants the beaver back.", None),
        ("Finlay Urquhart owns Barrow Island.", "Finlay Urquhart"),
        ("Barrow Island owner Hassan Tazi has put it up for sale.", "Hassan Tazi"),
        ("In 2024 critics loved Otto Varga's Wend Tower.", "Otto Varga"),
        ("In 2024 critics loved Mara Lindqvist's Wend Tower.", None),
        ("Wend Tower, a needle of glass by Otto Varga, opens today.", "Otto Varga"),
        ("Wend Tower, a needle of glass by Mara Lindqvist, opens today.", None),
        ("Wend Tower, a needle of glass by Norman Foster, opens today.", "Norman Foster"),
        ("Wend Tower was designed by Norman Foster, who never saw it.", "Norman Foster"),
        ("Wend Tower was designed by Otto Varga and has never moved.", "Otto Varga"),
        ("Emi Sato was appointed chairman of Sakura Bank.", "Emi Sato"),
        ("Noboru Kitano was appointed chairman of Sakura Bank.", None),
        # nobody who made or owns it
        ("Emi Sato was appointed auditor of Sakura Bank.", None),
        ("In 2024 Otto Varga's rival Wend Tower won the prize.", None),
        ("Finlay Urquhart, who loves Barrow Island, wants the beaver back.", None),
        ("The director Otto Varga praised Wend Tower.", None),
        ("Wend Tower, seen by Otto Varga, looks like a needle.", None),
        ("Wend Tower was not designed by Norman Foster.", None),
    ],
)
def test_makers(text: str, flagged: str | None, checker: Checker) -> None:
    report = checker.check(Document(text, date=date(2026, 1, 1)))
    found = [v.claim.quote for v in report.verdicts if v.verdict == "refuted"]
    assert found == ([flagged] if flagged else [])


def test_a_name_behind_the_thing_owns_nothing(checker: Checker) -> None:
    text = "In 2024 Wend Tower, a hall and a park, was shown to Otto Varga and Mara Lindqvist."
    assert checker.check(Document(text)).verdicts is not None


def test_a_name_may_hold_the_word_for_founders(tmp_path: Path) -> None:
    facts = "id,subject,property,value\na,Founders' Day dinner,speaker,Guy Tremlett\n"
    (tmp_path / "facts.csv").write_text(facts + "b,Spring Ball,speaker,Emi Sato\n")
    text = "Admiral Guy Tremlett will be guest speaker at the Founders' Day dinner, with Emi Sato."
    with Checker([str(tmp_path)]) as opened:
        verdicts = opened.check(Document(text, date=date(2026, 1, 1))).verdicts
    assert not [verdict for verdict in verdicts if verdict.verdict == "refuted"]
