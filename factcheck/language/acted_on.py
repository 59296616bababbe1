"""What a clause speaks of, where it is not the subject that stands in it: what somebody acts on,
what the subject only tells the place or the owner of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.sorts import sort_nouns
from factcheck.language.strangers import case_of, is_named
from factcheck.language.subjects import Subject
from factcheck.language.trees import clause_of, sharing_subject
from factcheck.language.words import agreement_nouns, type_nouns, word_set
from factcheck.measures.values import Value
from factcheck.records import Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADS_TO = re.compile(
    r"\b(?:near|beside|outside|opposite|(?:far|away|miles|kilomet(?:re|er)s|blocks) from)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BELONGING = "it is said of what belongs to it"
GIVEN = "it is what somebody gives towards it"
DONE = "it is of what somebody does to it"
_WHEN = frozenset(("after", "before", "until", "till", "since", "following"))
_PRICES = frozenset(("cost", "costs", "price"))
#: by which something is made, or becomes somebody's: what that cost is its price
_GETTING = frozenset(
    ("build", "make", "construct", "create", "complete", "finish", "buy", "acquire", "purchase",
     "host", "stage", "produce", "develop", "launch")
)  # fmt: skip
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
    if any(t.dep_ == "obl" and case_of(t) == "to" for group in subject.tokens for t in group):
        return False  # "put the finishing touches to X"
    nouns = sort_nouns(subject.name, context.names) | agreement_nouns()
    told = {t.i for each in (*agents, *objects) for t in each.subtree}
    return (
        bool(agents and objects)
        and own_places(subject, sentence).isdisjoint(told)
        and all(nouns.isdisjoint(forms(each)) for each in objects)
    )


def is_given(verb: Token, subject: Subject, each: Property) -> bool:
    """ "Brussels chipped in 187 million for the bridge": no cost of the bridge, unless what is
    given is what the property is of."""
    gives = word_set("events", "paying.verbs")
    if each.type not in ("amount", "percentage") or gives.isdisjoint(forms(verb)):
        return False
    own = {t.i for group in subject.tokens for t in group}
    giving = [c for c in verb.children if c.dep_ == "nsubj"]
    asks = {phrase.split()[0] for phrase in each.verbs}
    return bool(giving) and all(c.i not in own for c in giving) and asks.isdisjoint(gives)


def is_of_what_is_done(name: str | None, property: str | None, sentence: Sentence) -> bool:
    """ "Raising the ship cost 1.2 billion": no price of the ship, unless it is made or got so."""
    if _PRICES.isdisjoint((property or "").split("_")):
        return False
    own = [sentence.token(m) for m in sentence.mentions if name in m.entities]
    return bool(own) and all(
        token.dep_ == "obj"
        and token.head.tag_ == "VBG"
        and token.head.dep_.startswith(("csubj", "nsubj"))
        and token.head.lemma_.lower() not in _GETTING
        for token in own
    )


def is_in_time(word: Token, verb: Token) -> bool:
    """ "The Belgian had taken over two months after the death of X": X tells only when."""
    while word.head.i != word.i and word.i != verb.i:
        if case_of(word) in _WHEN:
            return True
        word = word.head
    return False


def own_places(subject: Subject, sentence: Sentence) -> set[int]:
    """The places of the words that stand for a subject, each with the whole name that it is in,
    whatever the tree makes of its parts."""
    own = {t.i for group in subject.tokens for t in group}
    for mention in sentence.mentions:
        span = sentence.span(mention.start, mention.end)
        if any(span.start <= i < span.end for i in own):
            own.update(range(span.start, span.end))
    return own


def acts_by_name(agents: Iterable[Token], own: set[int], sentence: Sentence) -> bool:
    """Whether somebody of another name acts: "Larkham Bank director Ada Holt was born"."""
    spans = [sentence.span(m.start, m.end) for m in sentence.mentions]
    named = {i for span in spans for i in range(span.start, span.end)} - own
    return any(
        agent.i in named and max(own) < agent.i and own <= {t.i for t in agent.subtree}
        for agent in agents
    )


def is_of_antecedent(hit: Hit, subject: Subject, sentence: Sentence) -> bool:
    """Whether somebody else is told of: "Ada Holt, daughter of the general who ruled from 1961"."""
    clause = clause_of(sentence.doc[hit.start])
    if clause.dep_ != "acl:relcl" or not any(c.lower_ == "who" for c in clause.children):
        return False
    own, noun = {t.i for group in subject.tokens for t in group}, clause.head
    return bool(own) and noun.i not in own and noun.dep_ == "nmod" and noun.head.pos_ == "NOUN"


def stands_by(noun: Token, own: set[int]) -> bool:
    """Whether a noun is among some words, or over or beside them: "a bridge in X that opened", "X,
    a bridge that", but not "at X I like best the bridge that"."""
    above, beside = noun, ("appos", "nmod", "conj", "flat", "compound")
    while above.i not in own and above.dep_ in beside and above.head.i != above.i:
        above = above.head
    return above.i in own or any(t.i in own for t in noun.subtree)


def is_of_a_stranger(verb: Token, subject: Subject, sentence: Sentence) -> bool:
    """ "The Larkham tunnel, opened in 2007, is 34 kilometres long, X 57": of what has a name of its
    own that is not known."""
    noun = verb.head
    own = {t.i for group in subject.tokens for t in group}
    if not verb.dep_.startswith("acl") or noun.i in own or is_named(noun, sentence):
        return False
    before = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return any(not is_named(c, sentence) and c.i not in own for c in before)


def is_landmark(subject: Subject, sentence: Sentence) -> bool:
    """ "at the new hall, near X", "far from X": the subject only tells where something else is."""
    tokens = [token for group in subject.tokens for token in group]
    return bool(tokens) and all(_LEADS_TO.search(_text_before(token, sentence)) for token in tokens)


def _text_before(token: Token, sentence: Sentence) -> str:
    """The words before a token, or before the name that it stands in."""
    place = sentence.start + token.idx
    first = min((m.start for m in sentence.mentions if m.start <= place < m.end), default=place)
    return sentence.raw[: first - sentence.start]


def is_of_what_belongs(
    subject: Subject, found: Value | Mention, sentence: Sentence, own: Set[str] = frozenset()
) -> bool:
    """ "X's youth team was founded in 1971", "the bridge near X was opened": said of something that
    the name of the subject only tells more of. `own`: nouns by which a property of the subject is
    spoken of: "turnout in X was 85 percent"."""
    *_, clause = sharing_subject(clause_of(sentence.token(found)), ("conj",))
    acting = {c.i for c in clause.children if c.dep_ in ("nsubj", "nsubj:pass")}
    words = [t for group in subject.tokens for t in group]
    told = [t.head for t in words if t.dep_ == "compound" or _tells_more(t)]
    told += [c.head for t in words if (c := clause_of(t)).dep_ == "acl:relcl"]
    return any(
        noun.i in acting and noun.pos_ == "NOUN" and own.isdisjoint(forms(noun)) for noun in told
    )


def _tells_more(word: Token) -> bool:
    """ "the bridge near X": a complement, but not "under X"."""
    return word.dep_.startswith("nmod") and case_of(word) != "under"


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
