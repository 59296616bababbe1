"""What is only supposed, wanted or told as fiction, read from the order of the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.stances import Stance
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_FICTION = re.compile(
    r"\bin (?:the|a|an|his|her|this|one) (?:\w+ )?"
    r"(?:novel|film|movie|play|game|scenario|simulation|series|show|thriller|book|exercise)\b",
    re.IGNORECASE,
)


def wanted_before(token: Token, aims: frozenset[str] = frozenset()) -> Stance | None:
    """ "expects … to drop to 20,000": a wish in front, an infinitive between, no finite verb."""
    infinitive = False
    for other in reversed(list(token.doc[: token.i])):
        infinitive = infinitive or (other.lower_ == "to" and other.tag_ == "TO")
        lemma = other.lemma_.lower()
        if lemma in aims:
            continue
        if (
            other.tag_ in ("VB", "VBD", "VBP", "VBZ", "VBG")
            and infinitive
            and lemma in word_set("stance", "wanting")
        ):
            return Stance(reason="demand", why=f"“{other.text}”")
        if infinitive and lemma in word_set("stance", "demand_nouns") and other.pos_ == "NOUN":
            return Stance(reason="demand", why=f"“{other.text}”")
        if other.text in (";", ":", ".") or other.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def supposed(doc: Doc) -> Stance | None:
    """The stance of a sentence that only supposes; None for others."""
    if _opens_unreal(doc):
        return Stance(reason="hypothetical", why=f"“{doc[0].text} …”")
    return None


def _opens_unreal(doc: Doc) -> bool:
    """ "Were the state to cut …", "Had he won …", "Imagine …": the whole sentence supposes."""
    first = doc[0].lower_
    if _FICTION.match(doc.text):
        return True
    if first in ("imagine", "suppose", "supposing", "assume", "assuming"):
        return True
    return first in ("were", "had", "should") and doc[0].pos_ in ("AUX", "VERB")


def modal_before(token: Token, aims: frozenset[str] = frozenset()) -> Stance | None:
    """A modal in front of `token` with no other finite verb between, whatever the tree says."""
    for other in reversed(list(token.doc[: token.i])):
        if other.text in (";", ":", ".") or other.lower_ in ("but", "while", "and", "because"):
            return None
        modals = word_set("stance", "hypothetical") - aims
        if other.tag_ == "MD" and other.lower_ in modals:
            return Stance(reason="hypothetical", why=f"“{other.text}”")
        if other.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None
