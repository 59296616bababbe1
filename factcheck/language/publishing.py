"""Dates of what figures are taken from: "NATO's August tables", "estimates released in June".

Such a month or day tells when something was published, not when the figures were so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.trees import clause_of
from factcheck.language.words import word_set
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.language.sentences import Sentence

#: verbs of saying, right before when it was said
_FINDING = frozenset(("find", "say", "report", "estimate", "state", "conclude"))
#: words that may stand between a source and its date
_BETWEEN = frozenset(("of", "in", "on", "from", "that", "this", "the", "last", "earlier"))


def is_of_source(value: Value, sentence: Sentence) -> bool:
    """Whether a month or day is that of a publication."""
    if len(str(value.value)) <= len("2024"):
        return False
    span = sentence.span(value.start, value.end)
    sources = word_set("known", "sources")
    following = sentence.doc[span.end : span.end + 1]
    if any(token.lemma_.lower() in sources for token in following):
        return True  # "the August tables"
    for token in reversed(list(sentence.doc[max(span.start - 4, 0) : span.start])):
        lemma = token.lemma_.lower()
        if lemma in sources and sentence.doc[token.i + 1].lower_ == "of":
            return True  # "the tables of July 2026"
        if lemma in word_set("known", "publishing"):
            return token.tag_ == "VBN" or _has_source(token)
        if token.lower_ not in _BETWEEN:
            return False
    return False


def _has_source(verb: Token) -> bool:
    """ "according to figures that X published on Tuesday"."""
    before = verb.doc[max(verb.i - 5, 0) : verb.i]
    return any(token.lemma_.lower() in word_set("known", "sources") for token in before)


def is_of_saying(time: Value, sentence: Sentence) -> bool:
    """ "…, the ministry said on Friday": when it was said; "Sweden was admitted on Friday" says
    nothing of that."""
    verb = clause_of(sentence.token(time))
    is_let_in = verb.lemma_.lower() == "admit" and any(c.dep_ == "aux:pass" for c in verb.children)
    return not is_let_in and verb.lemma_.lower() in word_set("stance", "say")


def is_day_of_saying(value: Value, sentence: Sentence) -> bool:
    """ "The ministry said on Friday", "found in 2021 that"; of another year by the verb a figure
    may be ("posted in 2016")."""
    first = sentence.span(value.start, value.end).start
    finds = first > 1 and sentence.doc[first - 2].lemma_.lower() in _FINDING
    is_day = len(str(value.value)) > len("2024")
    return (is_day or finds) and is_of_saying(value, sentence)
