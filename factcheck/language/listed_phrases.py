"""The words and phrases that a description lists, and where a sentence has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.records import Description

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@cache
def parted(listed: tuple[str, ...]) -> tuple[frozenset[str], dict[str, list[tuple[str, ...]]]]:
    """The words of a list, and what follows the first words of its phrases, in lower case."""
    wanted = frozenset(word.lower() for word in listed)
    phrases = {tuple(w.replace("-", " ").split()) for w in wanted if " " in w or "-" in w}
    following = defaultdict[str, list[tuple[str, ...]]](list)
    for first, *others in sorted(phrases - {()}):
        following[first].append(tuple(others))
    return wanted, dict(following)


def phrase_ends(description: Description, words: Sequence[Token], length: int) -> list[Token]:
    """Those of the words that stand there which end a listed phrase of so many words at least
    ("mutual defense treaty")."""
    _, following = parted(description.words)
    phrases = [(first, *rest) for first, others in following.items() for rest in others]
    return [
        word
        for word in words
        if any(
            len(phrase) >= length
            and [t.lower_ for t in last_words(word, len(phrase))] == list(phrase)
            for phrase in phrases
        )
    ]


def last_words(word: Token, length: int) -> Span:
    """So many words up to `word`, itself included."""
    return word.doc[max(word.i - length + 1, 0) : word.i + 1]
