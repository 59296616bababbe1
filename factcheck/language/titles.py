"""Whether a noun for an office is one that a person is known to have held.

"Rutte, prime minister from 2010", "president of his father's company": offices of which the
reference has no terms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_named, is_read

if TYPE_CHECKING:
    from spacy.tokens import Token

#: words that may be said of any office
_ANY = frozenset(("office", "power", "leader", "head", "chief", "charge", "boss"))

_BECOMING = frozenset(("become", "serve"))
#: what the head of a state is the head of
_STATES = frozenset(("country", "nation", "republic", "state", "states", "alliance"))

_OTHER_TERM = re.compile(
    r"\b(?:(?:second|third|fourth|another)\s+(?:\w+\s+)?(?:term|stint|spell|mandate|tenure)|"
    r"(?:first|second|third)\s+time|re-?elected)\b",
    re.IGNORECASE,
)


def is_other_office(noun: Token, person: str, sentence: Sentence, context: Context) -> bool:
    """Whether `noun` speaks of another office than those that `person` has held; False for
    somebody of whom no office is known."""
    offices = [fact.value for fact in context.names.terms(person)]
    lemma = noun.lemma_.lower()
    if not offices or lemma in _ANY:
        return bool(offices) and _is_of_a_part(noun)
    said = {lemma, *(c.lower_ for c in noun.children if _is_of_title(c, noun, sentence))}
    return not any(
        said <= _words(office) and not _is_of_others(noun, office, sentence, context)
        for office in offices
    )


def is_of_other_term(person: str, sentence: Sentence, context: Context) -> bool:
    """ "Was sworn in for a second term", "was prime minister for the first time from 2006": a term
    of somebody in office that may be none of those that are known."""
    return bool(context.names.terms(person)) and _OTHER_TERM.search(sentence.raw) is not None


def leads_other(verb: Token, person: str, sentence: Sentence, context: Context) -> bool:
    """ "Led Forces Command": what somebody in office leads has a name that is not known."""
    led = [t for t in verb.doc[verb.i + 1 : verb.i + 2] if sentence.raw[t.idx].isupper()]
    led += [c for c in verb.children if c.dep_ == "obj" and c.pos_ == "PROPN"]
    if not led or not context.names.terms(person):
        return False
    offices = {word for fact in context.names.terms(person) for word in _words(fact.value)}
    return any(
        not is_named(word, sentence) and not is_read(word, sentence)
        and word.lower_ not in offices
        for word in led
    )  # fmt: skip


def holds_other(verb: Token, person: str, sentence: Sentence, context: Context) -> bool:
    """ "Became prosecutor general in 2019 and resigned in 2021", "left the government of Norway":
    the verb tells of another office than those that somebody is known to have held."""
    became = [t for t in verb.conjuncts if t.i < verb.i and t.lemma_.lower() in _BECOMING]
    posts = [c for t in became for c in t.children if c.dep_ in ("obj", "obl", "xcomp")]
    posts = [c for c in posts if c.pos_ in ("NOUN", "PROPN") and not is_read(c, sentence)]
    posts = [c for c in posts if not is_named(c, sentence)]
    left = [c for c in verb.children if c.dep_ == "obj" and c.pos_ == "NOUN"]
    posts += [c for c in left if any(g.dep_ == "nmod" for g in c.children)]
    return bool(posts) and all(is_other_office(c, person, sentence, context) for c in posts)


def is_other_title(noun: Token, office: str) -> bool:
    """Whether a noun with the words before it is another title: "defence secretary" for
    "Secretary General"."""
    lemma = noun.lemma_.lower()
    said = {c.lower_ for c in noun.children if c.dep_ == "compound" and noun.i - 3 < c.i < noun.i}
    known = {*office.lower().replace("-", " ").split(), *_ANY, lemma}
    return (
        lemma not in _ANY
        and bool(said - known)
        and not any(
            w[:1].isupper() for w in map(str, (c for c in noun.children if c.lower_ in said))
        )
    )


def _words(office: str) -> frozenset[str]:
    """The words of an office's name without whose it is, and of its parts: "Prime Minister of
    Japan"."""
    return frozenset(office.lower().replace("-", " ").partition(" of ")[0].split())


def _is_of_title(word: Token, noun: Token, sentence: Sentence) -> bool:
    """A word of the title itself: "prime" in "a former prime minister"."""
    place = sentence.start + word.idx
    if any(m.start <= place < m.end for m in sentence.mentions):
        return False
    is_part = word.dep_ == "compound" or word.lower_ in ("prime", "vice", "deputy", "acting")
    return is_part and word.i < noun.i and abs(word.i - noun.i) < 3


def _is_of_a_part(noun: Token) -> bool:
    """ "Leader of the party", "chief of staff"; but "head of government", "of the nation"."""
    return any(
        child.dep_ == "nmod"
        and child.pos_ == "NOUN"
        and child.lemma_.lower() not in _STATES | {"government", "time", "year"}
        and any(c.lower_ == "of" for c in child.children)
        for child in noun.children
    )


def _is_of_others(noun: Token, office: str, sentence: Sentence, context: Context) -> bool:
    """ "president of the party", "prime minister of Norway": of somebody else than the office."""
    entity = context.names.entity(office)
    parties = {office, *(entity.part_of if entity else ())}
    for child in noun.children:
        if child.dep_ != "nmod" or not any(c.lower_ == "of" for c in child.children):
            continue
        start = sentence.start + child.left_edge.idx
        end = sentence.start + child.right_edge.idx + len(child.right_edge)
        named = [m for m in sentence.mentions if start <= m.start and m.end <= end]
        if any(parties.intersection(m.entities) for m in named):
            return False
        words = {*office.lower().split(), *_STATES}
        return child.lower_ not in words and not any(t.lower_ == child.lower_ for t in noun.lefts)
    return False
