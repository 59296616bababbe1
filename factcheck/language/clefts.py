"""Whoever a sentence turns to first: "It was X who signed it", "It fell to X to sign it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = re.compile(
    r"\bit\s+(?:(?:is|was|were|'s|’s)|(?:fell|was\s+(?:up|left)|had\s+fallen)\s+to|took)\s+"
    r"(?:(?:the|then|former|president|ambassador|foreign|prime|minister|general|secretary|premier"
    r"|u\.s\.|american|administration|government|cabinet|of|team)[\s,-]+)*$",
    re.IGNORECASE,
)
_LINK = ("who", "that", "which", "to")


def clefted(token: Token, verb: Token) -> bool:
    """Whether `token` does, by a cleft, what `verb` says: nothing but titles before it, and
    nothing but what explains it between it and the verb."""
    if token.i >= verb.i:
        return False
    doc = token.doc
    left = min((t.i for t in token.subtree if t.i <= token.i and t.dep_ != "expl"), default=token.i)
    starts = {token.i, left, *(t.i for t in token.lefts)}
    if not any(_BEFORE.search(doc[:start].text + " ") for start in sorted(starts)):
        return False
    between = doc[token.i + 1 : verb.i]
    links = [t.i for t in between if t.lower_ in _LINK]
    if not links:
        return False
    after = doc[links[0] + 1 : verb.i]
    before = doc[token.i + 1 : links[0]]
    quiet = all(t.pos_ not in ("VERB", "AUX") for t in before)
    return quiet and all(t.pos_ not in ("VERB", "NOUN", "PROPN") for t in after)
