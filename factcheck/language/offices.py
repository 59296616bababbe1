"""Who held an office, from when to when: "X was president from 2013 to 2017", "X was prime
minister when it was signed". The words for offices are general; the terms are facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, Term
from factcheck.language.words import word_set
from factcheck.records import Fact, Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def office_hits(doc: Doc, properties: Sequence[Property]) -> Iterator[Hit]:
    """An office that somebody is said to have held speaks of when that began and ended."""
    spoken = tuple(
        p for p in properties if p.type == "date" and {"take office", "leave office"} & {*p.verbs}
    )
    for token in doc if spoken else ():
        if token.lemma_.lower() in word_set("terms", "held") and _is_predicate(token):
            yield Hit(token.i, token.i + 1, "noun", spoken)


def _is_predicate(token: Token) -> bool:
    if any(child.dep_ == "cop" for child in token.children):
        return True
    return token.head.lemma_.lower() in ("be", "serve", "remain", "stay") or token.dep_ == "appos"


def office_holders(sentence: Sentence, context: Context) -> Iterator[Term]:
    """ "X was president when …": X's terms, as the time of what happened then."""
    for mention in sentence.mentions:
        token = sentence.token(mention)
        if not token.dep_.startswith("nsubj"):
            continue
        denied = any(child.lower_ in ("not", "n't", "never") for child in token.head.children)
        if denied or token.head.lemma_.lower() not in word_set("terms", "held"):
            continue
        facts = terms_of(mention, context)
        if facts:
            person = "|".join(dict.fromkeys(fact.subject for fact in facts))
            yield Term(mention.start, mention.end, mention.text, person, facts, "holder")


def terms_of(mention: Mention, context: Context) -> tuple[Fact, ...]:
    """The terms of office of those whom a name may mean."""
    return tuple(fact for name in mention.entities for fact in context.names.terms(name))
