"""Who did what a noun of an act says: "X's takeover of Y", "X completed its purchase of Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.other_parts import NOT
from factcheck.language.sentences import Hit, Sentence
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset(("its", "their", "his", "her"))


def done_to(
    hit: Hit, able: Sequence[Property], sentence: Sentence, context: Context
) -> Token | None:
    """The name behind "of" to which it was done: it has such a property itself, so it is whose
    answer is told; `None` where the noun is of no act."""
    noun = sentence.doc[hit.end - 1]
    if hit.form != "noun":
        return None
    for mention in sentence.mentions:
        token = sentence.token(mention)
        of = any(c.lower_ == "of" and c.dep_ == "case" for c in token.children)
        if not (of and token.dep_ == "nmod" and token.head.i == noun.i):
            continue
        if any(_has(name, able, context) for name in mention.entities):
            return token
    return None


def _has(name: str, able: Sequence[Property], context: Context) -> bool:
    return any(each.name in context.names.properties_of(name) for each in able)


def is_doer(name: Token, hit: Hit, sentence: Sentence) -> bool:
    """Whether a name is the owner of the act, or who is said to do something about its own: "X
    completed its purchase of Y", "X said it had completed its purchase of Y"."""
    noun = sentence.doc[hit.end - 1]
    if name.dep_ == "nmod:poss":
        return name.head.i == noun.i
    verb = noun.head
    is_own = any(c.dep_ == "nmod:poss" and c.lower_ in _OWN for c in noun.children)
    if not is_own or noun.dep_ != "obj" or any(c.lower_ in NOT for c in verb.children):
        return False
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ == "ccomp" and who is not None and who.lower_ in ("it", "they", "he", "she"):
        verb = verb.head
    return name.dep_ == "nsubj" and name.head.i == verb.i
