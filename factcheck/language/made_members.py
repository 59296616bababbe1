"""Who is made a member by what somebody did: "X handed in its papers, making it Y's 30th member".

"It" or a description ("the island state") stands between; the only name that the reference links
with the body is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.spell_links import Link, holder_of
from factcheck.language.spell_words import Anchor
from factcheck.language.words import word_set

_MAKING = frozenset(("making", "made", "makes", "make"))
#: words between the verb and the number
_REACH = 9


def made_links(sentence: Sentence, context: Context) -> Iterator[Link]:
    """The holder and the body of each such membership, by the noun behind the ordinal."""
    verbs = [t.i for t in sentence.tokens if t.lower_ in _MAKING]
    for value in sentence.values if verbs else ():
        span = sentence.span(value.start, value.end)
        if value.kind != "ordinal" or not any(0 < span.start - i < _REACH for i in verbs):
            continue
        nouns = [t for t in sentence.doc[span.end : span.end + 3] if t.pos_ in ("NOUN", "PROPN")]
        nouns = [t for t in nouns if t.lemma_.lower() in word_set("spells", "ranked.nouns")]
        if nouns:
            yield from _link(Anchor(nouns[0], "member", "state", nouns[0]), sentence, context)


def _link(anchor: Anchor, sentence: Sentence, context: Context) -> Iterator[Link]:
    found = {}
    for one in sentence.mentions:
        for other in sentence.mentions:
            if len(one.entities) != 1 or len(other.entities) != 1 or one is other:
                continue
            facts = context.names.relations(one.entities[0], other.entities[0])
            own = [f for f in facts if holder_of(f) == one.entities[0] and "member" in f.property]
            if own:
                found[one.entities[0]] = Link(one, other, tuple(own), anchor)
    if len(found) == 1:
        yield from found.values()
