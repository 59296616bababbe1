"""Which dates belong to the noun of an event: "the opening was on 6 May", "the expiry of the deal
at the end of 2024"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence
from factcheck.language.trees import clause_of, distance

if TYPE_CHECKING:
    from spacy.tokens import Token

#: by which verbs something is said to be at a time
_HAPPEN = (
    *("be", "serve", "become", "come", "date", "take", "happen", "occur", "fall"),
    *("play", "hold", "stage", "schedule", "set", "receive", "get", "gain"),
)


def hangs_by(token: Token, noun: Token, sentence: Sentence) -> bool:
    """Whether a date belongs to an event's noun: its own, or what the noun is said to be."""
    if _is_counted(noun, sentence):
        return False
    whole = noun.head.i if noun.dep_ in ("compound", "flat") else noun.i
    if whole != noun.i and _is_somebody(noun.head):
        return False
    if token.head.i in (noun.i, whole) or _runs_to(noun, token):
        return True
    if noun.dep_.startswith("nsubj") and noun.head.i == token.i:  # "the opening was on May 6"
        return True
    head = clause_of(token)
    return distance(token, noun) < 4 and head.lemma_.lower() in (*_HAPPEN, noun.lemma_.lower())


def _is_somebody(noun: Token) -> bool:
    """ "Martin Hallqvist has been race director since 2001": nothing of the race."""
    return any(c.dep_.startswith("nsubj") and c.pos_ == "PROPN" for c in noun.children)


def _is_counted(noun: Token, sentence: Sentence) -> bool:
    """ "45,501 service members in May": so many there were then, and nothing happened."""
    for before in reversed(noun.doc[max(noun.i - 7, 0) : noun.i]):
        place = sentence.start + before.idx
        if any(v.start <= place < v.end and v.kind == "number" for v in sentence.values):
            return True
        is_qualifying = before.pos_ in ("NOUN", "PROPN", "ADJ", "ADV") or before.tag_ == "VBN"
        if not is_qualifying and before.text != "-":
            return False
    return False


def _runs_to(noun: Token, token: Token) -> bool:
    """ "the expiry of the current deal at the end of 2024": one phrase, whatever the tree says."""
    between = noun.doc[noun.i + 1 : token.i]
    if len(between) < 4 or len(between) > 12 or between[0].lower_ != "of":
        return False
    leads = [t for t in between if t.pos_ == "ADP"]
    plain = all(t.pos_ in ("ADP", "DET", "ADJ", "NUM", "NOUN", "PROPN", "PART") for t in between)
    return plain and len(leads) == 2 and leads[1].lower_ in ("in", "on", "at")
