"""What a passage evidently speaks of: by a day, names and years that are known of one thing."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.api import Checker
from factcheck.documents.turns import document
from factcheck.language.claims import open_context, read_sentence
from factcheck.language.evident import evident
from factcheck.language.making import Findings
from factcheck.language.passages import read_sentences

OF_2011 = "US-Japan Special Measures Agreement of 2011"


def _evident(text: str, day: date, checker: Checker) -> list[frozenset[str]]:
    """What is evident at each sentence that is read."""
    read = document(text, date=day)
    context, found = open_context(read, checker.lookup), Findings()
    told = []
    for sentence in read_sentences(read, context, found):
        told.append(evident(sentence, context))
        read_sentence(sentence, context, found)
    return told


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        # a day and both who signed
        (
            "Minister Maehara sat with Ambassador Roos on the 21st of last month. It is good for "
            "three years.",
            date(2011, 2, 1),
            {OF_2011},
        ),
        # another day: two names are not enough
        (
            "Minister Maehara sat with Ambassador Roos on the 22nd of last month. It is good for "
            "three years.",
            date(2011, 2, 1),
            set(),
        ),
        # a day and a year, but what is told of is its successor
        (
            "The successor of what Maehara and Roos signed on 21 January 2011 is good for three "
            "years, from 2016.",
            date(2016, 2, 1),
            set(),
        ),
        # two of a kind, each by its day
        (
            "One was signed on 21 January 2011 by Maehara, the other on 25 January 2008 by "
            "Komura and Schieffer; both cost a lot of yen.",
            date(2016, 2, 1),
            set(),
        ),
    ],
)
def test_what_is_evident(text: str, day: date, expected: set[str], checker: Checker) -> None:
    found = set().union(*_evident(text, day, checker))
    kind = {name for name in found if "Special Measures" in name}
    assert kind == expected
