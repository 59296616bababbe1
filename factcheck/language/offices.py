"""Who held an office, from when to when: "X was president from 2013 to 2017", "X was prime
minister when it was signed". The words for offices are general; the terms are facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.clefts import clefted
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, Term
from factcheck.language.strangers import case_of
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of
from factcheck.language.words import word_set
from factcheck.records import Fact, Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token


#: what leads to a time apart from that in office
_APART = frozenset(("before", "after", "until", "till", "since"))
_SEATS = frozenset(("command", "charge", "control", "helm", "rein", "reins", "seat", "oath"))
#: verbs by which somebody loses what stands behind "from" or "of"
_OUSTING = frozenset(("dismiss", "strip", "remove", "oust", "expel", "eject", "drive", "force",
                      "throw", "relieve"))  # fmt: skip


def office_hits(tokens: Sequence[Token], spoken: tuple[Property, ...]) -> Iterator[Hit]:
    """An office that somebody is said to have held speaks of when that began and ended: of the
    properties `spoken` (`Wording.of_offices`)."""
    for token in tokens if spoken else ():
        lemma = token.lemma_.lower()
        if lemma in word_set("terms", "held") and _is_predicate(token):
            yield Hit(token.i, token.i + 1, "noun", spoken)
        elif lemma == "become" and (noun := _become(token)) is not None:
            wanted = tuple(p for p in spoken if "take office" in p.verbs)
            yield Hit(token.i, noun.i + 1, "verb", wanted)
        elif token.pos_ == "VERB" and _ousts(token, lemma):
            wanted = tuple(p for p in spoken if "leave office" in p.verbs)
            yield Hit(token.i, token.i + 1, "verb", wanted)
        elif token.pos_ == "VERB" and (_holds(token, lemma) or _of_term(token)):
            ends = {"begin": "take office", "start": "take office", "end": "leave office",
                    "come": "leave office"}  # fmt: skip
            wanted = tuple(p for p in spoken if ends.get(lemma, p.verbs[0]) in p.verbs)
            yield Hit(token.i, token.i + 1, "verb", wanted)


def _holds(verb: Token, lemma: str) -> bool:
    """ "governed", "commanded the fleet", "held the post": an office, not talks or a party."""
    if lemma not in word_set("terms", "holding"):
        return False
    if not any(child.dep_ == "nsubj" for child in verb.children):
        return False
    objects = [c for c in verb.children if c.dep_ == "obj"]
    if lemma in ("hold", "serve"):
        posts = word_set("terms", "posts")
        return any(c.lemma_.lower() in posts for c in objects) or (lemma == "serve" and not objects)
    if lemma in ("govern", "rule", "reign", "preside") and not objects:
        return True
    return any(c.pos_ == "PROPN" for c in objects)


def _become(verb: Token) -> Token | None:
    """The office in "became Japan's premier"."""
    held = word_set("terms", "held")
    nouns = (c for c in verb.children if c.dep_ in ("xcomp", "obj") and c.i > verb.i)
    return next((c for c in nouns if c.pos_ == "NOUN" and c.lemma_.lower() in held), None)


def _ousts(verb: Token, lemma: str) -> bool:
    """ "dismissed X from office", "stripped X of the presidency"."""
    if lemma not in _OUSTING:
        return False
    lost = {"presidency", "premiership", "power", "office"}
    things = (*verb.children, *(t for c in verb.children if c.dep_ == "obj" for t in c.subtree))
    return any(
        c.lemma_.lower() in lost and any(g.lower_ in ("from", "of") for g in c.children)
        for c in things
    )


def _of_term(verb: Token) -> bool:
    """ "X's presidency ended", "his term lasted", "began his five-year term": what is said of a
    time in office."""
    lemma, nouns = verb.lemma_.lower(), word_set("terms", "nouns")
    said = [c.lemma_.lower() for c in verb.children if c.dep_.startswith("nsubj")]
    if lemma == "come":  # "her tenure came to an end"
        ends = any(c.lemma_.lower() in ("end", "close") for c in verb.children)
        return ends and not nouns.isdisjoint(said)
    if lemma in ("begin", "start"):
        said += [
            c.lemma_.lower()
            for c in verb.children
            if c.dep_ == "obj" and any(g.lower_ in ("his", "her") for g in c.children)
        ]
    return lemma in ("begin", "start", "end", "last", "run") and not nouns.isdisjoint(said)


def _is_predicate(token: Token) -> bool:
    if any(child.dep_ == "cop" for child in token.children):
        return True
    return token.head.lemma_.lower() in ("be", "serve", "remain", "stay") or token.dep_ == "appos"


def office_holders(sentence: Sentence, context: Context) -> Iterator[Term]:
    """ "X was president when …": X's terms, as the time of what happened then."""
    noun: Token | None = None
    for mention in sentence.mentions:
        token = sentence.token(mention)
        token = token.head if token.dep_ == "conj" else token
        holds = _office_said_of(token, sentence, context)
        if holds is None and not (noun is not None and _follows(noun, mention, sentence)):
            continue
        facts = terms_of(mention, context)
        if facts:
            noun = holds or noun
            person = "|".join(dict.fromkeys(fact.subject for fact in facts))
            yield Term(mention.start, mention.end, mention.text, person, facts, "holder")


def _office_said_of(token: Token, sentence: Sentence, context: Context) -> Token | None:
    """The noun of "X was president", "X was in office"; an office's own name serves too."""
    noun = token.head
    if not token.dep_.startswith("nsubj"):
        return None
    if any(word.lower_ in ("not", "n't", "n’t", "never") for word in noun.doc[token.i : noun.i]):
        return None
    first = token.left_edge
    if not _APART.isdisjoint(t.lower_ for t in noun.doc[max(first.i - 1, 0) : first.i + 1]):
        return None  # "before X was in office"
    clause = clause_of(noun)
    times = [sentence.token(v) for v in sentence.values if is_time(v)]
    is_when = any(t.lower_ == "when" for t in noun.doc[noun.i :])
    if is_when and any(clause_of(time).i == clause.i for time in times):
        return None  # "in 2011 X was president, when it was approved": at a time of its own
    place = sentence.start + noun.idx
    named = [n for m in sentence.mentions if m.start <= place < m.end for n in m.entities]
    entities = [e for name in named if (e := context.names.entity(name))]
    is_office = any(entity.type == "office" for entity in entities)
    return noun if is_office or noun.lemma_.lower() in word_set("terms", "held") else None


def _follows(noun: Token, mention: Mention, sentence: Sentence) -> bool:
    """ "X was president in Larkham and Y in Holt": the office is not said again."""
    span = sentence.span(mention.start, mention.end)
    between = sentence.doc[noun.i + 1 : span.start]
    after = sentence.doc[span.end : span.end + 1]
    if not after or after[0].lower_ != "in" or not between:
        return False
    is_joined = between[-1].lower_ in ("and", ",")
    return is_joined and not any(t.pos_ in ("VERB", "AUX") for t in between)


def acting(sentence: Sentence, context: Context) -> Iterator[Term]:
    """Office-holders who act themselves: "X signed the deal" may mean those under X; and "I"."""
    for mention in sentence.mentions:
        token = sentence.token(mention)
        if not _acts(token):
            continue
        if any(t.start < mention.end and mention.start < t.end for t in sentence.terms):
            continue
        facts = terms_of(mention, context)
        if facts:
            person = "|".join(dict.fromkeys(fact.subject for fact in facts))
            yield Term(mention.start, mention.end, mention.text, person, facts, "actor")
    speaker = context.speaker_entity
    for token in sentence.tokens if speaker else ():
        if token.text == "I" and token.dep_ == "nsubj" and speaker:
            start = sentence.start + token.idx
            facts = tuple(context.names.terms(speaker))
            yield Term(start, start + 1, "I", speaker, facts, "actor")


def _acts(token: Token) -> bool:
    """ "X signed it", "it was signed by X" (whatever the tree makes of "by"), "it was X who …"."""
    if token.dep_ in ("nsubj", "obl:agent") or (token.dep_ == "obl" and case_of(token) == "by"):
        return True
    return any(clefted(token, verb) for verb in token.children if verb.i > token.i)


def takes_other(hit: Hit, each: Property, sentence: Sentence) -> bool:
    """ "took over the leadership of his party": something else than the office."""
    verb = sentence.doc[hit.start]
    if hit.form != "verb" or not {"take office", "leave office"} & {*each.verbs}:
        return False
    if any(is_from_stranger(child, sentence) for child in verb.children):
        return True
    objects = [c for c in verb.children if c.dep_ == "obj"]
    is_mine = any(c.text == "I" and c.dep_ == "nsubj" for c in verb.children)
    if is_mine and any(c.lower_ == "command" for c in objects) and _is_elsewhere(verb, sentence):
        return True
    for thing in (c for c in objects if c.i >= hit.end):
        if _is_named(thing, sentence):
            continue
        seats = word_set("terms", "posts") | word_set("terms", "nouns") | word_set("terms", "held")
        if thing.lemma_.lower() not in seats | _SEATS:
            return True
        whose = [c for c in thing.children if c.dep_ in ("nmod", "nmod:poss") and c.pos_ == "NOUN"]
        if any(not _is_named(c, sentence) and c.lemma_.lower() not in seats for c in whose):
            return True
    return False


def _is_elsewhere(verb: Token, sentence: Sentence) -> bool:
    """ "took command of the Third Division", "took command in Holtland": a soldier has had more
    posts than are known."""
    names = [t for t in verb.subtree if t.i and t.text[0].isupper() and t.pos_ != "SPACE"]
    is_unknown = any(not _is_named(t, sentence) and t.text != "I" for t in names)
    led = (t for t in names for c in t.children if c.dep_ == "case" and c.lower_ == "in")
    return is_unknown or any(_is_place(t, sentence) for t in led)


def _is_place(word: Token, sentence: Sentence) -> bool:
    place = sentence.start + word.idx
    return any(m.start <= place < m.end for m in sentence.mentions)


def runs_about(verb: Token) -> bool:
    """ "X has been running every morning": a person runs something, or goes on foot."""
    has_object = any(c.dep_ in ("obj", "nsubj:pass", "acl:relcl") for c in verb.children)
    return verb.lemma_.lower() == "run" and verb.dep_ != "acl:relcl" and not has_object


def is_from_stranger(child: Token, sentence: Sentence) -> bool:
    """ "took over from a tired moderator": from nobody that is named, nor a predecessor."""
    is_from = any(c.lower_ == "from" and c.dep_ == "case" for c in child.children)
    known = word_set("terms", "held") | word_set("terms", "posts") | {"predecessor", "power"}
    is_noun = child.pos_ == "NOUN" and child.lemma_.lower() not in known
    titled = any(_is_named(c, sentence) for c in child.subtree)
    return is_from and is_noun and not titled


def _is_named(word: Token, sentence: Sentence) -> bool:
    place = sentence.start + word.idx
    if any(value.start <= place < value.end for value in sentence.values):
        return True
    return any(m.start <= place < m.end for m in sentence.mentions)


def terms_of(mention: Mention, context: Context) -> tuple[Fact, ...]:
    """The terms of office of those whom a name may mean."""
    return tuple(fact for name in mention.entities for fact in context.names.terms(name))
