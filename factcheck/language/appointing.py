"""What a verb makes of a name, or gives to it: "X was appointed head", "the prize went to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = frozenset(("name", "elect", "appoint", "choose", "crown", "vote", "declare", "pick",
                     "select", "judge", "proclaim"))  # fmt: skip
_WINNING = frozenset(("win", "take", "receive", "get", "claim", "collect", "scoop", "share", "bag",
                      "earn", "secure", "capture", "land"))  # fmt: skip
_GIVING = frozenset(("award", "give", "hand", "present"))


def is_predicate(noun: Token, verb: Token) -> bool:
    """ "finished as the top scorer", "became the host": what the verb makes of its subject."""
    if noun.head.i != verb.i:
        return False
    lemma = verb.lemma_.lower()
    if noun.dep_ in ("xcomp", "obj") and lemma in ("become", "remain", "finish"):
        return True
    if noun.dep_ in ("xcomp", "obj") and lemma in _NAMING:
        return any(c.dep_ == "aux:pass" for c in verb.children)
    return _is_as(noun)


def _is_as(noun: Token) -> bool:
    """ "as the top scorer"."""
    return noun.dep_ == "obl" and any(c.lower_ == "as" for c in noun.children)


def is_made(name: Token, noun: Token) -> bool:
    """ "X was appointed chairman", where the parser hangs the verb by the noun; "they have named X
    as their new chairman"."""
    verb = name.head
    if verb.lemma_.lower() not in _NAMING:
        return False
    if name.dep_ == "nsubj:pass":
        return verb.dep_ == "amod" and verb.head.i == noun.i
    return name.dep_ == "obj" and _is_as(noun) and noun.head.i == verb.i


def gets(name: Token, noun: Token) -> bool:
    """ "X won the prize", "the prize went to X", "they gave the prize to X"."""
    verb = noun.head
    if name.head.i != verb.i or verb.pos_ != "VERB":
        return False
    lemma, to = verb.lemma_.lower(), any(c.lower_ == "to" for c in name.children)
    if noun.dep_ == "obj" and name.dep_ == "nsubj":
        return lemma in _WINNING
    if name.dep_ == "nsubj:pass":
        return noun.dep_ in ("obj", "xcomp") and lemma in _GIVING
    if not to or name.dep_ not in ("obl", "iobj", "nmod"):
        return False
    if noun.dep_.startswith("nsubj"):
        return lemma in _GIVING or lemma == "go"
    return noun.dep_ == "obj" and lemma in _GIVING
