"""Prices of the whole and of each: "bought for $44 billion", "for $54.20 a share"."""

from __future__ import annotations

from factcheck.language.sentences import Hit, Sentence
from factcheck.measures.lexicon import EACH_THING
from factcheck.measures.values import Value
from factcheck.records import Property


def is_of_each(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """Where the same words tell of a price of the whole and of one of each share, "$54.20 a share"
    is the latter, and so is a sum without it if they call it so."""
    pers = {other.per for other in hit.properties if other.type == "amount"}
    if len(pers) < 2 or not EACH_THING & pers:
        return True
    if each.per in EACH_THING and value.per is None:
        said = sentence.doc[hit.start : hit.end]
        return any(token.lemma_.lower() == each.per for token in said)
    return value.per == each.per or not EACH_THING & {value.per, each.per}
