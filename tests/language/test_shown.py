"""What the grammar is shown, and that what it says is put back on the words of the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.api import Checker
from factcheck.language.pipeline import parse, split
from factcheck.language.shown import shown
from factcheck.records import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 Seoul paid more", "In 2019 , Seoul paid more"),
        ("On 4 April 2003 the two signed", "On 4 April 2003 , the two signed"),
        ("Back in May Ada Holt left", "Back in May , Ada Holt left"),
        ("In 2019 , Seoul paid more", "In 2019 , Seoul paid more"),
        ("In 2019 dollars that is more", "In 2019 dollars that is more"),
        ("In 2019 US dollars it is more", "In 2019 US dollars it is more"),
        ("From 2019 to 2021 Seoul paid", "From 2019 to 2021 Seoul paid"),
        ("Since May 2019 and 2020 Seoul", "Since May 2019 and 2020 Seoul"),
        ("In Seoul the two met", "In Seoul the two met"),
        ("5 trillion won were paid", "5 trillion dollars were paid"),
        ("the club won twice", "the club won twice"),
        ("prices rose again", "prices grew again"),
        ("a rose is red", "a rose is red"),
        ("its chief executive left", "its chief officer left"),
        ("an executive left", "an executive left"),
        ("the twelfth deal", "the third deal"),
        ("one twelfth of it", "one twelfth of it"),
        ("the U.S.-Japan pact", "the American pact"),
        ("it was ** not ** signed \n in May", "it was not signed in May"),
        ("** \n", "** \n"),
        # who is spoken to by name; neither where nor when, nor what is said anew
        ("Ada Holt , you 're the fifth", "Ada Holt is the third"),
        ("In Seoul , you have two", "In Seoul , you have two"),
        ("Last Monday , you were told", "Last Monday , you were told"),
        ("Ada Holt , you are , you are the mayor", "Ada Holt , you are the mayor"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    """Words are cut at single spaces here; a line break is a word of its own."""
    assert shown(text.split(" ")).words == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "word", "lemma", "tag"),
    [
        ("Prices rose in May.", "rose", "rise", "VBD"),
        ("They paid 5 trillion won.", "won", "won", "NNS"),
        ("The mayor tore up the deal.", "tore", "tear", "VBD"),
        ("She is its chief executive.", "executive", "executive", "NN"),
    ],
)
def test_lemma_and_tag_are_of_the_word_itself(text: str, word: str, lemma: str, tag: str) -> None:
    (doc,) = parse(span for spans in split([text]) for span in spans)
    (token,) = (t for t in doc if t.text == word)
    assert (token.lemma_, token.tag_) == (lemma, tag)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(
    ["In", "2019", "May", "Seoul", "won", "trillion", "rose", "the", "twelfth", "**", "\n", ",",
     "signed", ".", "tore", "U.S.-Japan"]), min_size=1, max_size=14))  # fmt: skip
def test_parsed_words_are_those_of_the_text(words: list[str]) -> None:
    """However odd the words: none is lost, and every head lies in its sentence."""
    text = " ".join(words)
    for spans in split([text]):
        for span, doc in zip(spans, parse(spans), strict=True):
            assert doc.text_with_ws == span.text_with_ws
            assert [t.text for t in doc] == [t.text for t in span]
            assert all(0 <= t.head.i < len(doc) for t in doc)


@given(st.lists(st.sampled_from(["Ada", "Holt", ",", "you", "are", "uh", "the", "fifth"])))
@example(["uh", ","])
@example(["Ada", "Holt", ",", "you", "are", ",", "you", "are"])
def test_who_is_spoken_to_is_shown_whatever_is_said_anew(words: list[str]) -> None:
    seen = shown(words)
    assert len(seen.words) == len(seen.places)
    assert all(place is None or place < len(words) for place in seen.places)


def test_a_year_that_opens_a_sentence_is_the_time(checker: Checker) -> None:
    text = "In 2019 Seoul's contribution under the SMA stood at {} trillion won."
    for amount, flagged in (("1.0389", False), ("1.3089", True)):
        report = checker.check(Document(text.format(amount)))
        assert any(v.is_flagged for v in report.verdicts) is flagged
