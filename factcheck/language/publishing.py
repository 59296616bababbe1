"""Dates of what figures are taken from: "NATO's August tables", "estimates released in June".

Such a month or day tells when something was published, not when the figures were so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.words import word_set
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from factcheck.language.sentences import Sentence

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
        if lemma in word_set("known", "publishing") and token.tag_ == "VBN":
            return True
        if token.lower_ not in _BETWEEN:
            return False
    return False
