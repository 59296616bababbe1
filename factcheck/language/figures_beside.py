"""Figures beside what is spoken of that say nothing of it: a score, by how much something was
prolonged, where on a mountain somebody was, how many of those asked said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.inflection import is_superlative
from factcheck.language.sentences import Sentence
from factcheck.language.words import word_set
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what follows where something is on a larger thing
_ON = frozenset(("on", "up", "below", "along", "down", "off", "into", "under"))


def is_beside(value: Value, token: Token, sentence: Sentence) -> bool:
    """Whether a figure, which hangs by `token`, says nothing of what is spoken of."""
    return (
        _is_score(value, sentence)
        or _is_extension(value, sentence)
        or _is_position(value, sentence)
        or _is_of_people(value, token)
    )


def _is_score(value: Value, sentence: Sentence) -> bool:
    """ "77 votes to 20": two numbers set against each other."""
    before = sentence.raw[: value.start - sentence.start].lower().split()[-2:]
    first = [v for v in sentence.values if v.kind == "number" and v.of and v.end < value.start]
    if len(before) < 2 or not first or value.of is not None:
        return False
    noun = str(first[-1].of).lower().split()[-1]
    return before[-1] in ("to", "against") and before[0] == noun


def _is_extension(value: Value, sentence: Sentence) -> bool:
    """ "prolonged by a year", "the largest rise in two decades": not how long the whole lasts."""
    if value.kind != "duration":
        return False
    before = sentence.raw[: value.start - sentence.start].lower().split()[-8:]
    if before[-1:] == ["by"]:
        return True
    stood_out = any(w in ("first", "most") or is_superlative(w) for w in before)
    return stood_out and "in" in before[-3:]


def _is_position(value: Value, sentence: Sentence) -> bool:
    """ "were seen at 7,900 metres on the mountain": where on it, not how high it is."""
    before = sentence.raw[: value.start - sentence.start].lower().split()[-2:]
    behind = sentence.raw[value.end - sentence.start :].lower().split()[:3]
    leads = "at" in before and physical_unit(value.of) is not None
    return leads and not _ON.isdisjoint(behind[1:])


def _is_of_people(value: Value, token: Token) -> bool:
    """ "68 percent said that": how many of those asked."""
    thinks = (
        word_set("stance", "say") | word_set("stance", "opinion") | word_set("stance", "polled")
    )
    agents = token.dep_ == "nsubj" and value.kind == "percentage"
    return agents and token.head.lemma_.lower() in thinks - {"show", "put"}
