"""Where one clause ends and the next begins, by the words alone.

"A paid 920 billion in 2014, and the treaty with B was signed in 1953": a tree that errs binds
what stands on one side to what stands on the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CONTRAST = frozenset(("while", "whereas", "but", "although", "though", "and", "so"))
_DENYING = frozenset(
    ("not", "n't", "n’t", "never", "no", "none", "neither", "nor", "nobody", "without", "cannot",
     "nothing", "hardly", "far", "nowhere", "instead", "rather", "fail", "failed", "deny", "denied",
     "stop", "stopped", "cease", "ceased", "refuse", "refused", "decline", "declined", "yet")
)  # fmt: skip
#: nouns by which a clause goes on about the figure before: "; a year later the number was …"
_TAKING_UP = frozenset(
    ("figure", "number", "total", "amount", "sum", "share", "rate", "year", "years", "decade",
     "month", "months")
)  # fmt: skip
_DASHES = frozenset(("—", "–", "--", "-"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def breaks(doc: Doc) -> list[int]:
    """The words before which another clause begins that has a subject and a verb of its own;
    worked out once."""
    if "breaks" not in doc.user_data:
        doc.user_data["breaks"] = _breaks(doc)
    found: list[int] = doc.user_data["breaks"]
    return found


def _breaks(doc: Doc) -> list[int]:
    found = []
    tokens = list(doc)
    if not any(t.text in _DASHES or t.text == ";" or t.lower_ in _CONTRAST for t in tokens):
        return []
    dashes = [t.i for t in tokens if t.text in _DASHES and _is_spaced(t)]
    for before, token in pairwise(tokens):
        dash = len(dashes) == 1 and token.i == dashes[0]
        joins = before.text == "," and token.lower_ in _CONTRAST
        joins = joins and not (token.lower_ == "while" and _tells_who_held(token))
        if token.text == ";" or ((joins or dash) and _is_clause(doc, token.i + 1)):
            found.append(token.i)
    return found


def _tells_who_held(word: Token) -> bool:
    """ "while X was president": a time, no other clause."""
    following = word.doc[word.i + 1 : word.i + 9]
    is_held = any(t.lemma_.lower() in word_set("terms", "held") for t in following)
    return is_held and any(t.lower_ in ("is", "was") for t in following)


def _is_spaced(token: Token) -> bool:
    return token.text in ("—", "–", "--") or (
        bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    )


def _is_clause(doc: Doc, start: int) -> bool:
    """Whether a subject and a finite verb follow."""
    said = False
    for token in doc[start : start + 16]:
        if _is_finite(token):
            return said
        comma = doc[token.i - 1].text == ","
        if token.text in (";", ".") or (comma and token.lower_ in _CONTRAST):
            return False
        said = said or token.pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM")  # "the eighth"
    return False


def _is_finite(token: Token) -> bool:
    """A finite verb, also where it was taken for a participle ("the pact entered into force")."""
    if token.tag_ in _FINITE:
        return True
    before = token.nbor(-1) if token.i else token
    return token.tag_ in ("VBN", "VB") and before.pos_ in ("NOUN", "PROPN", "PRON")


def is_across(doc: Doc, one: int, other: int) -> bool:
    """Whether a clause begins between two words."""
    first, last = sorted((one, other))
    return any(first < place <= last for place in breaks(doc))


def is_told_elsewhere(doc: Doc, place: int, words: Iterable[int]) -> bool:
    """Whether all `words` for a subject stand in other clauses than `place`, whose own clause
    names a subject before the verb (no "it", no "they")."""
    words = list(words)
    if not words or not all(is_across(doc, place, word) for word in words):
        return False
    if all(word > place for word in words):
        return True
    starts = breaks(doc)
    opens = max((i for i in starts if i <= place), default=-1)
    said = False
    for token in doc[opens + 1 :]:
        if _is_finite(token):
            return said
        if token.i in starts:
            return False
        said = said or (token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _TAKING_UP)
    return False


def is_denied_elsewhere(doc: Doc, place: int) -> bool:
    """Whether no word of denial stands in the clause of a word, of several."""
    return bool(breaks(doc)) and not any(
        token.lower_ in _DENYING and not is_across(doc, token.i, place) for token in doc
    )


#: by these a clause says what came before or after
_ORDER = frozenset(("before", "after", "until", "till"))


def is_set_before(doc: Doc, place: int, act: int) -> bool:
    """Whether a time stands outside the clause of an act that only tells what was before or after:
    "I was there in 2021, before X joined"."""
    words = (t for t in doc[place + 1 : act] if t.lower_ in _ORDER and t.dep_ == "mark")
    acts = (t.head for t in words if any(c.dep_.startswith("nsubj") for c in t.head.children))
    return any(verb.i == act or verb.is_ancestor(doc[act]) for verb in acts)
