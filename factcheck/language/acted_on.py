"""What somebody acts on, where it is not the subject that stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.sorts import sort_nouns
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.language.words import agreement_nouns, type_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = frozenset(("near", "beside", "outside", "opposite", "behind", "off", "around", "past"))
_AWAY = frozenset(("far", "away", "miles", "kilometres", "kilometers", "metres", "blocks"))
_SOME = frozenset(("last", "rest", "most", "half", "part", "some"))


def acts_on_another(verb: Token, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """ "The mayor opened the new hall, far from X": neither who acts nor what is acted on is the
    subject, or a noun of its sort."""
    if subject.how not in ("named", "picked"):
        return False
    agents = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")]
    objects = [
        c
        for c in verb.children
        if c.dep_ == "obj" and c.pos_ == "NOUN" and any(d.dep_ == "det" for d in c.children)
    ]
    own = {sentence.start + t.idx for group in subject.tokens for t in group}
    for mention in sentence.mentions:  # the whole name, whatever the tree makes of its parts
        if any(mention.start <= place < mention.end for place in own):
            own.update(range(mention.start, mention.end))
    nouns = sort_nouns(subject.name, context.names) | agreement_nouns()
    told = {sentence.start + t.idx for each in (*agents, *objects) for t in each.subtree}
    return (
        bool(agents and objects)
        and own.isdisjoint(told)
        and all(nouns.isdisjoint(forms(each)) for each in objects)
    )


def is_landmark(subject: Subject) -> bool:
    """ "at the new hall, near X", "far from X": the subject only tells where something else is."""
    tokens = [token for group in subject.tokens for token in group]
    return bool(tokens) and all(
        case_of(token) in _NEAR or (case_of(token) == "from" and token.head.lower_ in _AWAY)
        for token in tokens
    )


def is_of_some(verb: Token, sentence: Sentence) -> bool:
    """ "withdrew 5,000 soldiers", "withdrew the last of them": what is acted on is a number."""
    done_to = [
        c
        for c in verb.children
        if c.dep_ == "obj" and type_nouns().isdisjoint(n.lemma_.lower() for n in (c, *c.rights))
    ]
    counted = [v for v in sentence.values if v.kind == "number" and v.unit is None]
    places = [sentence.start + c.idx for token in done_to for c in (token, *token.lefts)]
    return any(token.lower_ in _SOME for token in done_to) or any(
        v.start <= place < v.end for place in places for v in counted
    )
