"""Talk of our own, full of names and figures, that says nothing the reference could judge.

Speech, debate, business, sport, letters and interviews: nothing in them may be flagged,
whoever speaks, on whatever day, however the text is written, whichever country it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.documents import read
from factcheck.records import Document, Passage

TEXTS = sorted((Path(__file__).parent / "wild").glob("*.txt"))
_COUNTRY = re.compile(
    r"South Korea|Korea|Japan|Germany|Poland|Canada|Norway|Italy|Türkiye|Latvia|Hungary|Spain"
    r"|Greece|Croatia|France"
)
_CAPITAL = re.compile(r"Seoul|Tokyo|Berlin|Washington|Brussels")
CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "lower case": str.lower,
    "upper case": str.upper,
    "about South Korea": lambda text: _COUNTRY.sub("South Korea", text),
    "about Germany": lambda text: _COUNTRY.sub("Germany", text),
    "in Seoul": lambda text: _CAPITAL.sub("Seoul", text),
}
SPEAKERS = ((None, None), ("Donald Trump", date(2025, 4, 8)), ("Joe Biden", date(2022, 6, 29)))


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker() as checker:
        yield checker


def test_texts_are_long_and_hold_figures_and_names() -> None:
    text = " ".join(path.read_text("utf-8") for path in TEXTS)
    assert len(text.split()) > 3000
    assert len(re.findall(r"\d+", text)) > 120
    assert len(_COUNTRY.findall(text)) > 30


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_flagged(path: Path, change: str, checker: Checker) -> None:
    (document,) = read(path)
    changed = CHANGES[change](document.text)
    if len(changed) == len(document.text):
        passages = document.passages
    else:
        passages = (Passage(0, len(changed)),)
    for speaker, day in SPEAKERS:
        told = replace(document, text=changed, passages=passages, speaker=speaker, date=day)
        report = checker.check(told)
        flagged = [(v.claim.quote, v.claim.sentence, v.explanation) for v in report.verdicts
                   if v.is_flagged]  # fmt: skip
        assert flagged == [], (speaker, day)


def test_nothing_is_flagged_over_the_borders_of_texts(checker: Checker) -> None:
    """One after the other, as a transcript has them: what came before may not mislead."""
    whole = "\n\n".join(path.read_text("utf-8") for path in TEXTS)
    report = checker.check(Document(whole, date=date(2025, 6, 1)))
    assert [(v.claim.quote, v.explanation) for v in report.verdicts if v.is_flagged] == []
