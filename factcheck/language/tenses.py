"""The tense of a clause, and whether it is only that of who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.trees import clause_of
from factcheck.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMS = words("irregular")["forms"]
#: verbs by which somebody speaks of his own day
_SAYING = frozenset(
    ("say", "tell", "claim", "assert", "insist", "argue", "maintain", "declare", "repeat",
     "complain", "boast", "state", "allege")
)  # fmt: skip
_WE = frozenset(("we", "they", "you", "i"))
_MONEY = frozenset(("dollar", "won", "euro", "yen", "pound", "buck", "percent", "point", "vote"))
#: words that may take it to another time
_OF_THEN = frozenset(
    ("when", "then", "once", "back", "ago", "formerly", "before", "after", "during", "until",
     "while", "under", "time", "years", "decades", "earlier", "previously")
)  # fmt: skip


def is_past(word: Token) -> bool:
    """Whether a verb stands in a form of the past: "cut", but not "hover", as the tagger has it."""
    irregular = word.lower_ in words("irregular")["same"] or word.lower_ in _FORMS
    is_bare = word.lower_ == word.lemma_.lower() and not irregular
    return word.tag_ == "VBD" and not (is_bare and word.pos_ == "VERB")


def tense_of(token: Token) -> str | None:
    """past, present or future, by the verb of the clause of `token`; None without a verb."""
    head = clause_of(token)
    parts = [head, *(c for c in head.children if c.dep_ in ("aux", "aux:pass", "cop"))]
    if any(w.lower_ in ("will", "'ll", "wo") for w in parts):
        return "future"
    tags = [w.tag_ for w in parts]
    if _has_got(head):
        return "present"
    is_taken_so = tags in (["VBP"], ["VBZ"]) and head.lower_ in _FORMS
    if any(map(is_past, parts)) or is_taken_so:  # "froze", which the tagger takes for a present
        return "past"
    if not {"VBZ", "VBP", "VBD"}.isdisjoint(tags):
        return "past" if "VBN" in tags and any(w.lemma_ == "have" for w in parts) else "present"
    return tense_of(head.head) if (head.dep_, head.pos_) == ("parataxis", "NOUN") else None


def _has_got(verb: Token) -> bool:
    """ "we got 32,000 soldiers over there": as people say it of what they have, not of money."""
    if verb.lower_ != "got":
        return False
    does = {c.lower_ for c in verb.children if c.dep_ == "nsubj"}
    things = [c for c in verb.children if c.dep_ == "obj" and c.tag_ == "NNS"]
    return bool(does & _WE) and any(c.lemma_.lower() not in _MONEY for c in things)


def is_shifted(token: Token) -> bool:
    """ "said that 28,500 soldiers were there": a past that is the present of who said it."""
    head = clause_of(token)
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    said = head.head
    own = [clause_of(token), *(c for c in clause_of(token).children if c.dep_ in ("aux", "cop"))]
    return (
        head.dep_ == "ccomp"
        and _OF_THEN.isdisjoint(t.lower_ for t in token.doc)
        and said.tag_ == "VBD"
        and said.lemma_.lower() in _SAYING
        and any(w.tag_ == "VBD" for w in own)
        and not any(w.lower_ in ("had", "'d") and w.dep_ == "aux" for w in own)
    )
