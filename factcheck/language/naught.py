"""By which words nothing is said to be paid: "pays nothing", "doesn't pay us a dime", "has stopped
paying", "never paid"; or still something: "keeps paying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence, forms
from factcheck.language.times import is_time

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOTHING = frozenset(("nothing", "zero", "nil", "zilch", "nada"))
_COINS = frozenset(("cent", "penny", "dime", "nickel", "dollar", "won", "yen", "euro", "thing"))
#: behind "nothing": something after all
_AFTER_ALL = frozenset(
    ("but", "like", "less", "more", "near", "percent", "%", "of", "other", "extra", "additional",
     "further", "new", "yet", "else")
)  # fmt: skip
_DENYING = frozenset(("not", "n't", "n’t", "never", "without"))
_STOP = frozenset(("stop", "cease", "quit", "discontinue"))
#: what needs no object to say that nothing is paid
_ALONE = frozenset(("pay", "contribute"))
_US = frozenset(("us", "me", "ever", "before"))


def said_of(verb: Token) -> tuple[str, Token, Token] | None:
    """What is said of the payment ("nothing" or "exists"), and the words that say so."""
    doc = verb.doc
    after = doc[verb.i + 1 : verb.i + 6]
    for token in after:
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";"):
            break
        if token.lower_ in _NOTHING and token.i - verb.i < 4 and not _is_counting(token):
            return "nothing", token, token
        if token.lower_ in ("anything", *_COINS) and _is_denied(verb) and _is_bare(token):
            return "nothing", _denial(verb), token
    before = doc[max(verb.i - 3, 0) : verb.i]
    if verb.tag_ == "VBG" and verb.i and doc[verb.i - 1].pos_ == "VERB":
        led = doc[verb.i - 1]
        if _STOP.intersection(forms(led)) and led.tag_ in ("VBD", "VBN"):
            return "nothing", led, verb
        if led.lemma_.lower() == "keep" and led.tag_ in ("VBZ", "VBP"):
            return "exists", led, verb
    if [t.lower_ for t in before[-2:]] == ["no", "longer"] and verb.tag_ != "VBD":
        return "nothing", before[-2], verb
    words = [t.lower_ for t in before]
    if "still" in words and verb.tag_ in ("VBZ", "VBP", "VBG") and not _is_denied(verb):
        return "exists", before[words.index("still")], verb
    if words[-2:] in (["continues", "to"], ["continue", "to"]):
        return "exists", before[-2], verb
    return ("nothing", _denial(verb), verb) if _is_denied_alone(verb) else None


def said_until(verb: Token, sentence: Sentence) -> tuple[str, Token, Token] | None:
    """ "did not pay for it until 1998": nothing was paid before."""
    if not _is_denied(verb) or any(c.dep_ in ("obj", "xcomp") for c in verb.children):
        return None
    if not any(is_time(v) and str(v.value).startswith("../") for v in sentence.values):
        return None
    return "nothing", _denial(verb), verb


def is_verb(word: Token) -> bool:
    """Whether it is a verb, by the tree or by "no longer" before it."""
    before = [t.lower_ for t in word.doc[max(word.i - 2, 0) : word.i]]
    return word.pos_ == "VERB" or before == ["no", "longer"]


def _is_counting(token: Token) -> bool:
    """ "nothing but", "zero percent", "nothing extra": something after all; "zero rent"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.lower_ == "zero" and following.pos_ in ("NOUN", "PROPN", "ADJ"):
        return following.lemma_.lower() not in _COINS
    return following.lower_ in _AFTER_ALL


def _is_bare(token: Token) -> bool:
    """ "a cent", "one dime", "anything": no more than that."""
    if token.lower_ == "anything":
        return not _is_counting(token)
    return token.i > 0 and token.nbor(-1).lower_ in ("a", "one", "single")


def _is_denied(verb: Token) -> bool:
    return any(c.lower_ in _DENYING for c in verb.children)


def _denial(verb: Token) -> Token:
    """The first word of the denial, its auxiliary included: "does not"."""
    found = [c for c in verb.children if c.lower_ in _DENYING or c.dep_ == "aux"]
    return min(found, key=lambda token: token.i)


def _is_denied_alone(verb: Token) -> bool:
    """ "they don't pay", "they weren't paying", "never paid us": said of nothing else; what once
    was not paid may be anything."""
    if _ALONE.isdisjoint(forms(verb)) or not _is_denied(verb):
        return False
    others = [c for c in verb.children if c.dep_ in ("obj", "iobj", "xcomp", "ccomp", "obl")]
    if any(c.lower_ not in _US for c in others):
        return False
    behind = [t for t in verb.doc[verb.i + 1 :] if t.lower_ not in _US]
    if behind and not (behind[0].is_punct or behind[0].pos_ == "CCONJ"):
        return False
    never = any(c.lower_ == "never" for c in verb.children)
    did = any(c.lower_ == "did" for c in verb.children)
    return never or not did


def used_to_be(sentence: Sentence) -> Token | None:
    """ "it used to be zero", "it was nothing before": the word for nought, said of "it"."""
    for token in sentence.tokens:
        if token.lower_ not in _NOTHING or not any(c.dep_ == "cop" for c in token.children):
            continue
        used = token.head if token.head.lemma_.lower() == "use" else token
        agents = [c.lower_ for one in {token.i: token, used.i: used}.values()
                  for c in one.children if c.dep_ == "nsubj"]  # fmt: skip
        cop = next(c for c in token.children if c.dep_ == "cop")
        is_past = used.i != token.i or cop.tag_ == "VBD"
        if is_past and agents == ["it"] and not _is_counting(token):
            return token
    return None
