"""What stands since a day: "in force since 2012", "valid from March 2010", "existed since 1978".

The words right before the date say which beginning is meant; no other event is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.modifiers import left_edge
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import FAR, Subject
from factcheck.language.trees import clause_of
from factcheck.language.words import SIGNED
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = dict[tuple[str, str], tuple[float, Hit, Property, Subject]]

#: the verbs of the beginning of what is in force
IN_FORCE = frozenset(("take effect", "enter into force", "come into force"))
_SINCE = r"\s+(?:ever\s+)?(?:since|from|as\s+of)\s+(?:the\s+)?$"
#: the words before a date, and the verbs of the beginning that they speak of
_STATES = (
    (re.compile(
        rf"\b(?:in\s+(?:force|effect|operation|place)|valid|effective){_SINCE}", re.IGNORECASE),
     IN_FORCE),
    (re.compile(rf"\b(?:running|operating|open|in\s+(?:service|use)){_SINCE}", re.IGNORECASE),
     frozenset(("open",))),
    (re.compile(rf"\b(?:in\s+existence|exist(?:s|ed)?){_SINCE}", re.IGNORECASE),
     frozenset(("found", "establish", "create"))),
)  # fmt: skip
_DATING = re.compile(r"\bdat(?:es?|ed)\s+(?:back\s+)?(?:from|to)\s+(?:the\s+)?$", re.IGNORECASE)
_FOR = re.compile(r"\sfor\s+(?:the\s+)?(?:fiscal\s+)?(?:years?\s+)?$", re.IGNORECASE)
_SETTING = frozenset(("set", "fix", "determine", "settle", "define", "lay", "regulate", "govern"))
#: what is said of something from its beginning to its end
_LASTING = frozenset(
    ("run", "last", "drag", "go", "continue", "stretch", "hold", "stage", "rage", "burn")
)
#: from when to when, by two days or years: not "mid-April", which is a span as well
_SPAN = re.compile(r"\b(?:to|till|until|through|and)\b|\d\s?[-–—]\s?\w", re.IGNORECASE)
_BEGUN = ("start_date", "signing_date")
_NEAR = 9.0


def begins_by(when: Value, sentence: Sentence) -> frozenset[str]:
    """The verbs of the beginning that the words before a date speak of; none for other dates."""
    before = sentence.quote(max(sentence.start, when.start - 40), when.start)
    if when.text.lower().startswith(("from ", "since ")):
        before = f"{before}{when.text.split()[0]} "
    return next((verbs for pattern, verbs in _STATES if pattern.search(before)), frozenset())


def standing(
    verbs: frozenset[str],
    token: Token,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Found:
    """The beginnings meant, by subject and property: how near, the word, property and subject."""
    found: Found = {}
    if _is_of_other_noun(token, sentence, subjects):
        return found
    hit = Hit(token.i, token.i + 1, "noun", ())
    for each in context.names.properties():
        if each.type != "date" or each.kind != "start_date" or not verbs & {*each.verbs}:
            continue
        for subject in subjects:
            if each.name not in context.names.properties_of(subject.name):
                continue
            near = subject.away_from(token)
            score = near + FAR.get(subject.how, 0.0)
            key = (subject.name, each.name)
            if near <= _NEAR and (key not in found or score < found[key][0]):
                found[key] = (score, hit, each, subject)
    return found


def _is_of_other_noun(token: Token, sentence: Sentence, subjects: Sequence[Subject]) -> bool:
    """ "its successor, in force since 2014": said of the noun right before, if that is none of
    the subjects."""
    before = [t for t in token.doc[: token.i] if t.lower_ in ("in", "valid", "effective")]
    place = before[-1].i - 1 if before else 0
    if place > 0 and token.doc[place].text == ",":
        place -= 1
    noun = token.doc[place]
    own = {t.i for subject in subjects for group in subject.tokens for t in group}
    start = sentence.start + noun.idx
    named = any(m.start <= start < m.end for m in sentence.mentions)
    return noun.pos_ in ("NOUN", "PROPN") and noun.i not in own and not named


def covering(
    when: Value, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Found:
    """ "the agreement for 2014 to 2018", "the deal, for the years 2009 to 2013", "the deal set the
    sums for 2009 to 2013": what it covers."""
    found: Found = {}
    before = sentence.quote(max(sentence.start, when.start - 24), when.start)
    led = _FOR.search(before)
    if led is None or not re.search(r"\d.*\D\d", when.text):
        return _lasting(when, sentence, subjects, context)
    place = sentence.span(when.start - len(before) + led.start() + 1, when.start).start
    noun = place - 1 if sentence.doc[place - 1].text != "," else place - 2
    hit = Hit(place, place + 1, "noun", ())
    for subject in subjects:
        own = _words_of(subject, sentence)
        if subject.how not in ("named", "picked") or not (
            noun in own or _is_set_by(sentence.doc[noun], own)
        ):
            continue
        known = context.names.properties_of(subject.name)
        for each in context.names.properties():
            if each.type == "date" and "cover" in each.verbs and each.name in known:
                found[subject.name, each.name] = (0.0, hit, each, subject)
    return found


def _lasting(
    when: Value, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Found:
    """ "the strike dragged on from May 2014 to June 2015": its one beginning and its one end,
    where the topic has no words of its own for them."""
    verb = clause_of(sentence.token(when))
    closed = bool(_SPAN.search(when.text)) and ".." not in str(when.value)
    if not closed or verb.lemma_.lower() not in _LASTING:
        return {}
    found: Found = {}
    hit = Hit(verb.i, verb.i + 1, "verb", ())
    bare = [p for p in context.names.properties() if context.names.is_bare(p.topic)]
    for subject in subjects:
        own = _words_of(subject, sentence)
        if not any(c.i in own and c.dep_.startswith("nsubj") for c in verb.children):
            continue
        known = context.names.properties_of(subject.name)
        for kind in ("start_date", "end_date"):
            able = [p for p in bare if p.name in known and (p.type, p.kind) == ("date", kind)]
            if len(able) == 1:
                found[subject.name, able[0].name] = (0.0, hit, able[0], subject)
    return found


def _is_set_by(noun: Token, own: set[int]) -> bool:
    """Whether a noun is what a subject lays down: "the deal set the contributions"."""
    verb = noun.head
    sets = noun.dep_ == "obj" and verb.lemma_.lower() in _SETTING
    return sets and any(c.i in own and c.dep_ == "nsubj" for c in verb.children)


def _words_of(subject: Subject, sentence: Sentence) -> set[int]:
    """The words of a subject, with the last one of its name, whatever the tree makes of it."""
    own = {t.i for group in subject.tokens for t in group}
    for mention in sentence.mentions:
        span = sentence.span(mention.start, mention.end)
        if own & set(range(span.start, span.end)):
            own.add(span.end - 1)
    return own


def dating(
    when: Value, token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Found:
    """ "The accord dates from 1988": it was signed, begun or founded then; said of what stands
    right before "dates"."""
    found: Found = {}
    before = sentence.quote(max(sentence.start, when.start - 24), when.start)
    led = _DATING.search(before)
    if led is None:
        return found
    verb = sentence.span(when.start - len(before) + led.start(), when.start).start
    hit = Hit(verb, verb + 1, "verb", ())
    for subject in subjects:
        entity = context.names.entity(subject.name)
        if entity is None or entity.type not in SIGNED:
            continue
        if subject.how not in ("named", "picked") or verb - 1 not in _words_of(subject, sentence):
            continue
        left = left_edge(sentence.doc[verb - 1]).i
        if left and sentence.doc[left - 1].pos_ == "ADP":
            continue  # "the museum of the war dates from …"
        known = context.names.properties_of(subject.name)
        for each in context.names.properties():
            if each.type == "date" and each.kind in _BEGUN and each.name in known:
                found[subject.name, each.name] = (0.0, hit, each, subject)
    return found
