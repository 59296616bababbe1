"""Who is made a member by what somebody did: "X handed in its papers, making it Y's 30th member",
"becoming the 30th country in Y".

"It" or a description ("the island state") stands between; the only name that the reference links
with the body is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.spell_links import Link, holder_of
from factcheck.language.spell_words import Anchor
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAKING = frozenset(("making", "made", "makes", "make"))
_BECOMING = frozenset(("becoming", "became", "becomes", "become"))
#: words between the verb and the number
_REACH = 9


def made_links(sentence: Sentence, context: Context) -> Iterator[Link]:
    """The holder and the body of each such membership, by the noun behind the ordinal."""
    verbs = [t for t in sentence.tokens if t.lower_ in _MAKING | _BECOMING]
    for value in sentence.values if verbs else ():
        span = sentence.span(value.start, value.end)
        led = [t for t in verbs if 0 < span.start - t.i < _REACH]
        if value.kind != "ordinal" or not led:
            continue
        nouns = [t for t in sentence.doc[span.end : span.end + 3] if t.pos_ in ("NOUN", "PROPN")]
        nouns = [t for t in nouns if t.lemma_.lower() in word_set("spells", "ranked.nouns")]
        if nouns and (led[-1].lower_ in _MAKING or _is_in_body(nouns[0], sentence)):
            yield from _link(Anchor(nouns[0], "member", "state", nouns[0]), sentence, context)


def _is_in_body(noun: Token, sentence: Sentence) -> bool:
    """ "country in Y", "nation of Y", and no more of it: "in Y's north", "in Y to vote"."""
    rest = sentence.doc[noun.i + 1 :]
    if not rest or rest[0].lower_ not in ("in", "of"):
        return False
    for mention in sentence.mentions:
        span = sentence.span(mention.start, mention.end)
        if noun.i + 1 < span.start <= noun.i + 3:
            after = sentence.doc[span.end : span.end + 1]
            return not after or after[0].is_punct or after[0].lower_ in ("and", "on", "after")
    return False


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
