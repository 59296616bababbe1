"""Which two names of a sentence a fact links for a while, and the word that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.offices import is_from_stranger, runs_about
from factcheck.language.sentences import Sentence
from factcheck.language.spell_implied import implied_facts, implied_holder, is_body
from factcheck.language.spell_verbs import acting_links
from factcheck.language.spell_words import Anchor, anchors, speaks_of
from factcheck.language.strange_names import strangers_in
from factcheck.language.times import is_time, period_of
from factcheck.language.titles import holds_other, leads_other
from factcheck.language.trees import depends_on, distance
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR_BODY = 4.5


#: by which somebody comes to an office later, and within how many days
_CHOOSING = frozenset(("elect", "name", "appoint", "choose", "pick", "nominate", "designate"))
_CHOSEN = 400


@dataclass(frozen=True, slots=True)
class Link:
    """Two names of a sentence, the facts of one property that link them, and what says so."""

    holder: Mention
    body: Mention
    facts: tuple[Fact, ...]
    anchor: Anchor


def links_in_time(sentence: Sentence, context: Context) -> Iterator[Link]:
    """Each anchor with the nearest two names that fit it."""
    for anchor in anchors(sentence.tokens, context.wording.titles):
        below = anchor.token.children
        if runs_about(anchor.token) or any(is_from_stranger(c, sentence) for c in below):
            continue
        acting = {
            name
            for m in sentence.mentions
            if _acts(m, anchor, sentence, context)
            for name in m.entities
        }
        if any(_is_other(anchor.token, name, sentence, context) for name in acting):
            continue
        found: list[tuple[float, int, Link]] = []
        for one in sentence.mentions:
            for other in sentence.mentions:
                if one is other or not _acts(one, anchor, sentence, context):
                    continue
                if _is_of_another(other, anchor, sentence):
                    continue
                away = distance(sentence.token(other), anchor.token)
                if away > _NEAR_BODY and not depends_on(sentence.token(other), anchor.token):
                    continue
                for facts in _linking(one, other, anchor, context):
                    found.append((away, len(found), Link(one, other, facts, anchor)))
        if found:
            yield min(found, key=lambda one: one[:2])[2]
        else:
            yield from _implied(anchor, sentence, context)
    for holder, body, facts, anchor in acting_links(sentence, context):
        yield Link(holder, body, facts, anchor)


def _implied(anchor: Anchor, sentence: Sentence, context: Context) -> Iterator[Link]:
    """What an anchor tells of a holder alone: the one thing that may be held."""
    named = [m for m in sentence.mentions if _acts(m, anchor, sentence, context)]
    meant = None if named else implied_holder(anchor, sentence, context)
    for holder in [*named, *([meant] if meant else [])]:
        facts = implied_facts(holder, anchor, sentence, context)
        if facts:
            yield Link(holder, holder, facts, anchor)
            return


def _is_other(verb: Token, person: str, sentence: Sentence, context: Context) -> bool:
    """Whether a verb tells of another office, or another body, than is known of somebody."""
    return leads_other(verb, person, sentence, context) or holds_other(
        verb, person, sentence, context
    )


def _linking(
    holder: Mention, body: Mention, anchor: Anchor, context: Context
) -> Iterator[tuple[Fact, ...]]:
    """The facts of each property by which `holder` belongs to, or leads, `body`."""
    by_property: dict[tuple[str, str, str], list[Fact]] = {}
    for one in holder.entities:
        for other in body.entities:
            for fact in context.names.relations(one, other):
                if holder_of(fact) == one and speaks_of(anchor, fact):
                    key = (fact.subject, fact.property, fact.value)
                    by_property.setdefault(key, []).append(fact)
    if len({key[:2] for key in by_property}) == 1:
        yield from (tuple(facts) for facts in by_property.values())


def holder_of(fact: Fact) -> str:
    """Who holds or belongs: the subject of "member of" and of an office held, else the value."""
    words = fact.property.lower().split("_")
    if fact.property == "office_held" or words[-1] in ("of", "for", "at", "in", "to"):
        return fact.subject
    is_member = bool(word_set("spells", "member.names").intersection(words))
    return fact.subject if is_member else fact.value


def _acts(mention: Mention, anchor: Anchor, sentence: Sentence, context: Context) -> bool:
    """Whether a name is who the verb or noun speaks of."""
    token, word = sentence.token(mention), anchor.token
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.i == word.i:
        return False
    agents = anchor.agents()
    own = sentence.span(mention.start, mention.end)
    if any(c.i == token.i or own.start <= c.i < own.end for c in agents):
        return True  # a part of the name, where the parser takes it apart
    told = word.head.head if word.head.dep_ == "appos" else word.head  # "X, the chemist who led it"
    if token.i in (word.head.i, told.i):  # but "the club, which he has led"
        return not any(c.lower_ in ("he", "she") for c in agents)
    if agents:
        return False
    between = sentence.doc[token.i + 1 : word.i]
    verbs = [t for t in between if t.pos_ == "VERB" and t.dep_ not in ("acl", "acl:relcl", "amod")]
    others = [
        m
        for m in (*sentence.mentions, *_strange_people(sentence))
        if token.i < (other := sentence.token(m)).i < word.i
        and m != mention
        and other.head.i != word.i  # "who became Labour leader"
        and not is_body(m, mention, context)
    ]
    return token.i < word.i and not others and not verbs


def _strange_people(sentence: Sentence) -> list[Mention]:
    """Names of two words and more that are not known: who else may be spoken of, but for "a
    manager at X Y"."""
    found = [m for m in strangers_in(sentence) if " " in m.text]
    before = [sentence.span(m.start, m.end)[0].i - 1 for m in found]
    places = ("at", "of", "in", "for", "from", "near")
    return [m for m, i in zip(found, before, strict=True) if sentence.doc[i].lower_ not in places]


def _is_of_another(body: Mention, anchor: Anchor, sentence: Sentence) -> bool:
    """ "joined X in 1995, and Y much later", "left the board of Y", "Y's 15th member and X's
    newest": not the body's."""
    span = sentence.span(body.start, body.end)
    word = anchor.token
    owners = [c for c in word.children if c.dep_ == "nmod:poss" and c.pos_ in ("NOUN", "PROPN")]
    if anchor.noun is not None and owners and not any(span.start <= c.i < span.end for c in owners):
        return not any(_is_body(c) for c in owners)
    role = "obj" if word.pos_ in ("VERB", "AUX") else "nmod"
    said = [c for c in word.children if c.dep_ == role and c.i > word.i]
    if role == "nmod":
        said = [c for c in said if any(g.lower_ == "of" for g in c.children)]
    posts = word_set("terms", "posts") | word_set("terms", "nouns") | {"office", "power", "seat"}
    told = [c for c in said if c.lemma_.lower() not in posts]
    return bool(told) and not any(span.start <= c.i < span.end for c in told)


def _is_body(noun: Token) -> bool:
    """ "the alliance's 30th member": what it is called again."""
    return noun.lemma_.lower() in word_set("spells", "bodies.nouns")


def is_choice(date: Value, link: Link) -> bool:
    """ "In 2016, when X was elected", of a term that began in 2017."""
    said = period_of(date) if is_time(date) else None
    starts = [fact.valid.first for fact in link.facts if fact.valid.first]
    return (
        link.anchor.token.lemma_.lower() in _CHOOSING
        and said is not None
        and said.last is not None
        and any(0 < (start - said.last).days < _CHOSEN for start in starts)
    )


def is_of_another_name(link: Link, sentence: Sentence) -> bool:
    """ "He keeps the Mariinsky, which he has led since 1996": of the name right before."""
    verb = link.anchor.token
    led = any(c.lower_ in ("which", "that") and c.dep_ == "obj" for c in verb.children)
    if not led or verb.dep_ != "acl:relcl" or verb.head.pos_ != "PROPN":
        return False
    place = sentence.start + verb.head.idx
    named = {n for m in sentence.mentions if m.start <= place < m.end for n in m.entities}
    return named.isdisjoint(name for fact in link.facts for name in (fact.subject, fact.value))
