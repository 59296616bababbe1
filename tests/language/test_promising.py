"""What is worth parsing: what tells something known passes, what only sounds like it does not."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import Checker
from factcheck.language import promising
from factcheck.language.promising import is_promising, is_worth_asking, signs
from factcheck.measures.reading import read_values
from factcheck.records import Document, Names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from factcheck.language.sentences import Sentence

ROOT = Path(__file__).parents[2]

TELLS = [
    "Seoul signed the 12th Special Measures Agreement in November 2022.",
    "There are 42,000 American soldiers in South Korea.",
    "Seoul signed the twelfth agreement in November 2024.",
    "We get nothing from Japan, not one yen.",
    "Sweden became the 30th member of NATO.",
    "Biden terminated the deal.",
    "It was never ended.",
    "The 11th agreement covers 2020 to 2025.",
    "The Brooklyn Bridge, opened in 1885, is still in use.",
]
TALK = [
    "Tonight, my fellow Americans, I say that our best days are ahead of us.",
    "America will not let them down: we can give each of our veterans the care they have earned.",
    "Every American family knows what it is to worry about the future of its children.",
    "In the last four years we have made America stronger, safer and more respected.",
    "Our children deserve schools that are second to none, and Congress should act this year.",
    "No American should ever have to choose between paying the rent and seeing a doctor.",
    "That's why, in the next ten years, every child in America should be able to go to college.",
]


#: parsed, but not encoded
REMARKS = [
    "American farmers are selling again, creating work for the first time since the late 1990s.",
    "American drivers pay about 100 dollars a month for their insurance.",
    "And 40 percent of the jobs created in America since I took office are in small firms.",
]


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker() as opened:
        yield opened


def _is_promising(text: str, checker: Checker, *, after: bool = False) -> bool:
    names = checker.lookup
    values, mentions = read_values(text, None), names.mentions(text)
    return is_promising(signs(text, values, mentions, names, after_known=after, after_told=after))


@pytest.mark.parametrize("text", TELLS)
def test_what_tells_something_is_worth_parsing(text: str, checker: Checker) -> None:
    assert _is_promising(text, checker)
    assert _is_promising(text, checker, after=True)


@pytest.mark.parametrize("text", TALK)
def test_what_only_sounds_like_it_is_not(text: str, checker: Checker) -> None:
    assert not _is_promising(text, checker)


@pytest.mark.parametrize(
    ("text", "is_asked"), [*((text, False) for text in REMARKS), ("It covers five years.", True)]
)
def test_of_remarks_nobody_asks(
    text: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch, checker: Checker
) -> None:
    """They are parsed; what their values and names are likely of, is not asked."""
    from factcheck.language import claims

    asked: dict[str, bool] = {}

    def watched(sentence: Sentence, names: Names) -> bool:
        asked[sentence.raw] = is_worth_asking(sentence, names)
        return asked[sentence.raw]

    monkeypatch.setattr(claims, "is_worth_asking", watched)
    checker.check(Document(f"The Special Measures Agreement is in force. {text}"))
    assert asked[text] == is_asked


@pytest.mark.parametrize("text", TALK)
def test_talk_is_not_parsed(text: str, monkeypatch: pytest.MonkeyPatch, checker: Checker) -> None:
    """The whole way: the parser does not see it, and what follows is read as ever."""
    from factcheck.language import pipeline

    parsed: list[str] = []
    parse = pipeline.parse

    def watched(sentences: Iterable[Span]) -> list[Doc]:
        sentences = list(sentences)
        parsed.extend(sentence.text for sentence in sentences)
        return parse(sentences)

    monkeypatch.setattr(pipeline, "parse", watched)
    report = checker.check(
        Document(f"{text} Seoul signed the 12th Special Measures Agreement in November 2022.")
    )
    assert parsed == ["Seoul signed the 12th Special Measures Agreement in November 2022."]
    assert [v.verdict for v in report.verdicts] == ["refuted"]


@given(st.integers(1900, 2099), st.integers(10, 99))
def test_other_figures_are_as_promising(year: int, number: int) -> None:
    """No digit counts: a wrong figure is read whenever the right one is."""
    text = "South Korea has paid {}.5 percent more since {}."
    with Checker() as checker:
        names = checker.lookup
        found = [
            signs(t, read_values(t, None), names.mentions(t), names, after_known=False,
                  after_told=False)
            for t in (text.format(13, 1991), text.format(number, year))
        ]  # fmt: skip
    assert found[0] == found[1]


@pytest.mark.parametrize(("one", "other"), [("South Korea", "Japan"), ("Obama", "Trump")])
def test_other_names_are_as_promising(one: str, other: str, checker: Checker) -> None:
    found = [
        signs(text, [], checker.lookup.mentions(text), checker.lookup, after_known=False,
              after_told=False)
        for text in (f"Nobody in {name} pays." for name in (one, other))
    ]  # fmt: skip
    assert found[0] == found[1]


def test_no_name_of_a_topic_is_weighed() -> None:
    """The weights are of common words: no country, person or place is among them."""
    weights = json.loads(
        (Path(promising.__file__).with_name("words") / "promising.json").read_text("utf-8")
    )
    weighed = {word for sign in weights if sign[:2] in ("w ", "b ") for word in sign[2:].split()}
    common = {
        "ban", "base", "bill", "can", "chief", "de", "democratic", "former", "government", "great",
        "in", "k", "largest", "m", "mark", "no", "of", "overseas", "park", "people", "s", "the",
        "us", "won", "young",
    }  # fmt: skip
    named = set[str]()
    for file in sorted(ROOT.glob("reference/*/entities.csv")):
        with file.open(encoding="utf-8-sig") as rows:
            for row in csv.DictReader(rows):
                if row["type"] in ("country", "person", "place", "city"):
                    named |= {*re.findall(r"[a-z]+", f"{row['name']} {row['aliases']}".lower())}
    assert len(named) > 300
    assert weighed & named <= common
