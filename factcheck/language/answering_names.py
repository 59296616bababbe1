"""Which names of a sentence answer who or what: agents, places and predicates of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.clefts import clefted
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.trees import distance

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how far a name may be from the word that it answers
NEAR = 4.0


def is_answer_to(token: Token, hit: Hit, sentence: Sentence) -> bool:
    """Agent of the verb ("by X", "X signed"), its place ("in X"), or predicate of the noun."""
    head = sentence.doc[hit.end - 1] if hit.form == "noun" else sentence.doc[hit.start]
    if hit.form == "verb":
        if token.dep_ == "nsubj" and any(_is_counted(c) for c in head.children):
            return False
        if _is_by(token, head) or _is_elliptic(token, head) or clefted(token, head):
            return True
        if head.dep_ == "acl:relcl" and head.head.i == token.i:
            return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in head.children)
        return token.head.i == head.i and _has_role(token)
    if hit.form != "noun" or distance(token, head) > NEAR:
        return False
    if token.dep_ == "appos" or head.dep_ == "appos":
        return token.head.i == head.i or head.head.i == token.i
    if _is_in(token, head):
        return True
    if token.dep_ == "nmod" and token.head.i == head.i:  # "a member of X", "signatures of X"
        of = any(c.lower_ == "of" and c.dep_ == "case" for c in token.children)
        return of and (
            any(child.dep_ == "cop" for child in head.children) or head.dep_ in ("obj", "obl")
        )
    if token.dep_ == "nsubj" and _is_predicate(head, token.head):
        return True
    for one, other in ((token, head), (head, token)):
        is_subject = one.dep_.startswith("nsubj") and one.head.i == other.i
        if is_subject and any(child.dep_ == "cop" for child in other.children):
            return True
    return False


def _is_counted(part: Token) -> bool:
    """ "won 72 seats" is not "won the election"."""
    return part.dep_ == "obj" and any(c.dep_ == "nummod" for c in part.children)


def _is_predicate(noun: Token, verb: Token) -> bool:
    """ "finished as the top scorer", "became the host": what the verb makes of its subject."""
    if noun.head.i != verb.i:
        return False
    if noun.dep_ in ("xcomp", "obj") and verb.lemma_.lower() in ("become", "remain", "finish"):
        return True
    return noun.dep_ == "obl" and any(c.lower_ == "as" for c in noun.children)


def _is_in(token: Token, noun: Token) -> bool:
    """ "has its headquarters in X", "the ceremony took place in X": the place of what is named."""
    if not any(c.lower_ in ("in", "at") and c.dep_ == "case" for c in token.children):
        return False
    return token.i > noun.i and token.head.i in (noun.i, noun.head.i) and noun.dep_ != "nsubj"


def _is_by(token: Token, verb: Token) -> bool:
    """ "signed in Larkham on Monday by X": the last verb before "by", whatever the tree says."""
    if verb.tag_ != "VBN" or not (
        any(c.lower_ == "by" for c in token.children) or _follows_by(token)
    ):
        return False
    verbs = [t for t in token.doc[: token.i] if t.pos_ == "VERB"]
    return bool(verbs) and verbs[-1].i == verb.i


def _follows_by(token: Token) -> bool:
    """Whether "by" stands before a name and its titles, whatever the tree says."""
    for other in reversed(list(token.doc[max(token.i - 6, 0) : token.i])):
        if other.lower_ == "by":
            return True
        if other.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "PUNCT") or other.text == ",":
            return False
    return False


def _is_elliptic(token: Token, verb: Token) -> bool:
    """ "X signed for the one side, Y for the other": the verb is not said again."""
    if token.head.i != verb.i or token.dep_ not in ("parataxis", "conj", "appos"):
        return False
    return token.i > verb.i and not any(t.pos_ in ("VERB", "AUX") for t in token.subtree)


def _has_role(token: Token) -> bool:
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent"):
        return True
    case = [c.lower_ for c in token.subtree if c.dep_ == "case" and c.i < token.i]
    return token.dep_ == "obl" and bool({"by", "in", "at"}.intersection(case))
