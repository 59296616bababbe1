"""Spells told by the verb of a property itself: "has been operated by X since 2017", "X has
sponsored Y for ten years".

The verb says that one name is the value of the other; the date by it says since when.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.spell_words import Anchor
from factcheck.language.trees import distance
from factcheck.language.wording import LIGHT
from factcheck.records import Fact, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR_BODY = 4.5


def acting_links(
    sentence: Sentence, context: Context
) -> Iterator[tuple[Mention, Mention, tuple[Fact, ...], Anchor]]:
    """Who does it, to what, the facts that say so, and the verb."""
    for hit in sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or verb.pos_ != "VERB" or verb.lemma_.lower() in LIGHT:
            continue
        for holder in sentence.mentions:
            if not _acts(sentence.token(holder), verb):
                continue
            for body in sentence.mentions:
                near = distance(sentence.token(body), verb) <= _NEAR_BODY
                facts = _linking(holder, body, hit, context) if near and body != holder else ()
                if facts:
                    yield holder, body, facts, Anchor(verb, "office", "state")


def _acts(token: Token, verb: Token) -> bool:
    """The agent of a passive verb, the subject of an active one."""
    if token.head.i != verb.i:
        return False
    has = any(c.lemma_.lower() == "have" and c.dep_ == "aux" for c in verb.children)
    is_passive = any(c.dep_ == "aux:pass" for c in verb.children) or (
        verb.tag_ == "VBN" and not has
    )
    by = any(c.lower_ == "by" and c.dep_ == "case" for c in token.children)
    return by if is_passive else token.dep_ == "nsubj"


def _linking(holder: Mention, body: Mention, hit: Hit, context: Context) -> tuple[Fact, ...]:
    """The facts by which `holder` is the value of a property of `body` that the verb speaks of."""
    names = {each.name for each in hit.properties if each.type == "entity"}
    return tuple(
        fact
        for one in holder.entities
        for other in body.entities
        for fact in context.names.relations(one, other)
        if fact.property in names and fact.subject == other and fact.value == one
    )
