"""What of a sentence with a question mark is asked: all of it, or only what comes behind something
that is told ("we have 28,500 soldiers there, and what do we get?").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.trees import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset(('"', "”", "'", "’", ")"))
_WH = frozenset(("what", "who", "why", "how", "when", "where", "which", "whose"))
_DOES = frozenset(
    ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will",
     "would", "should", "isn't", "is n't")
)  # fmt: skip
_IS = frozenset(("'s", "’s"))
_ASKED = frozenset(("you", "we", "they", "it", "he", "she", "i", "that", "this", "the", "there"))
#: between what is told and the question
_LINKS = frozenset(("and", "so", "but", "now", "then", "well"))
_MARKS = frozenset((",", ";", ":", "–", "—", "-", "."))
#: what makes the first part no telling: "if they pay, who …?", "is it true that they pay, or …?"
_OPENING = frozenset(
    ("if", "when", "whether", "unless", "suppose", "imagine", "given", "say", "let")
)
#: what is asked of the first part itself: "…, is that right?"
_OF_IT = frozenset(("true", "right", "correct", "so", "accurate", "fair", "real", "wrong", "false"))
#: "…, okay?" wants no answer; "…, right?" may
_TAGGED = re.compile(r",\s+(?:all\s+right|alright|okay|ok|you\s+know|got\s+it)\s*\?\W*$", re.I)
#: words of what is told, at least
_TOLD = 4
#: behind it nothing is asked; not "right?", "didn't it?": these ask whether it is so
_TAG = re.compile(
    r",\s+(?:all right|ok(?:ay)?|you know|can you (?:believe|imagine) (?:that|it|this))\s*\?\W*$",
    re.IGNORECASE,
)
#: what is asked all the same, or of something supposed
_OPEN = re.compile(
    r"^\W*(?:so|then)\b|^\W*(?:and |but )?(?:what|who|why|how|when|where|which|if|do|does|did|is|"
    r"are|was|were|has|have|had|can|could|will|would|should)\b|\b(?:whether|or)\b",
    re.IGNORECASE,
)


def is_asked(token: Token) -> bool:
    """Whether a word stands in what a sentence asks."""
    doc = token.doc
    last = next((t for t in reversed(doc) if not t.is_space and t.text not in _QUOTES), doc[-1])
    if "?" not in last.text:
        return False
    if _TAGGED.search(text_of(doc)) and doc[0].lower_ not in _WH | _DOES:
        return False
    begins = _begins(doc)
    if begins is None and (tag := _TAG.search(doc.text)) and not _OPEN.search(doc.text):
        begins = next((t.i for t in doc if t.idx >= tag.start()), None)
    return begins is None or token.i >= begins


def _begins(doc: Doc) -> int | None:
    """Where the question behind what is told begins; `None` where all is asked."""
    first = next((t for t in doc if not t.is_punct and not t.is_space), doc[0])
    if first.lower_ in _WH | _DOES | _OPENING:
        return None
    for token in reversed(doc[_TOLD:]):
        lead = token.nbor(-1)
        place = token.i
        if lead.lower_ in _LINKS:
            lead, place = lead.nbor(-1), lead.i
        if lead.text not in _MARKS or not _opens(token):
            continue
        asked = {t.lower_ for t in doc[token.i :]}
        is_told = any(_tells(t) for t in doc[:place])
        return place if is_told and asked.isdisjoint(_OF_IT) and place >= _TOLD else None
    return None


def _tells(verb: Token) -> bool:
    """A verb in its tense; behind "Look," the tagger has it without one."""
    if verb.tag_ == "VB":
        below = {c.dep_ for c in verb.children if c.i < verb.i}
        return "nsubj" in below and below.isdisjoint(("aux", "mark"))
    return verb.tag_ in ("VBD", "VBP", "VBZ", "MD")


def _opens(token: Token) -> bool:
    """ "what …", "do they …": a word that a question begins with."""
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in _WH:
        return (
            following in _DOES
            or following in ("'s", "’s")
            or token.lower_ in ("why", "how", "what", "who")
        )
    return token.lower_ in _DOES and following in _ASKED
