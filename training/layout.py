"""White space between and within sentences, as texts have it: spaCy makes tokens of it.

A line break may end a paragraph or only a line, so the model must see both.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from training.treebank import Sentence, Word

SPACE_TAG = "_SP"
LINE_LENGTH = 72
PLAIN = "plain"
# Name and share: one space everywhere; two between sentences; line breaks or empty lines between
# paragraphs; every sentence on a line of its own; lines of equal length.
SHARES = {
    PLAIN: 0.6,
    "double": 0.06,
    "lines": 0.08,
    "paragraphs": 0.12,
    "listed": 0.04,
    "wrapped": 0.1,
}


def random_layout(chance: random.Random) -> str:
    """The name of a layout."""
    return chance.choices(list(SHARES), weights=list(SHARES.values()))[0]


def lay_out(run: Sequence[Sentence], layout: str) -> tuple[list[Word], list[bool]]:
    """All words of the run with white space as further words, and which begin a sentence."""
    words: list[Word] = []
    starts: list[bool] = []
    column = 0
    for position, sentence in enumerate(run):
        white = _before(sentence, layout) if position else ""
        if white:
            column = 0
            _add_white_space(words, starts, white)
        places: list[int] = []
        for index, word in enumerate(sentence.words):
            if layout == "wrapped" and index and words[-1].space_after and column > LINE_LENGTH:
                column = 0
                _add_white_space(words, starts, "\n")
            places.append(len(words))
            words.append(word)
            starts.append(index == 0)
            column += len(word.form) + word.space_after
        for place in places:
            words[place] = replace(words[place], head=places[words[place].head])
    return words, starts


def _before(sentence: Sentence, layout: str) -> str:
    if layout == "double":
        return " "
    if layout == "listed" or (layout == "lines" and sentence.starts_paragraph):
        return "\n"
    return "\n\n" if layout in ("paragraphs", "wrapped") and sentence.starts_paragraph else ""


def _add_white_space(words: list[Word], starts: list[bool], white: str) -> None:
    """Line breaks stand in the place of the space before them; a second space comes after it."""
    last = len(words) - 1
    words[last] = replace(words[last], space_after=white == " ")
    words.append(Word(white, white, "SPACE", SPACE_TAG, "", last, "dep", space_after=False))
    starts.append(False)
