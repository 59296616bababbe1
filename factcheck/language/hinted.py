"""Of which series a noun is that says only its type: "the pact with X", "the agreement signed by
Y", "the deal that Z's parliament ratified", told by the parties and persons who stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_named
from factcheck.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "our"))
#: what a parliament does with an agreement
APPROVING = frozenset(("ratify", "approve", "consent", "endorse"))


@lru_cache(maxsize=4096)
def types_of(noun: str) -> frozenset[str]:
    """The types of entities that a noun may mean: "pact" an agreement or a treaty."""
    return frozenset(kind for kind, nouns in words("types").items() if noun in nouns)


def is_definite(token: Token) -> bool:
    """Whether a noun has an article or the like by which it means something known."""
    before = token.doc[max(token.i - 1, 0) : token.i]  # whatever the tree says
    owned = any(child.dep_ == "nmod:poss" and child.pos_ == "PROPN" for child in token.children)
    return owned or any(word.lower_ in _DEFINITE for word in (*token.children, *before))


def hinted(token: Token, lemma: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The only series of that type whose parties are named here, or somebody who signed for one
    of them, or holds an office there."""
    wanted = types_of(lemma)
    if not wanted or lemma == "one" or is_named(token, sentence):
        return ()
    signed = signed_by(wanted, sentence, context)
    if len(signed) == 1:
        return tuple(signed)
    if not is_definite(token):
        return ()
    named = {name for mention in sentence.mentions for name in mention.entities}
    approved = _approved_by(named, wanted, sentence, context)
    if len(approved) == 1:
        return tuple(approved)
    found = _of_parties(named, wanted, context)
    return found or _of_parties(named | _served(named, context), wanted, context)


def _of_parties(named: set[str], wanted: frozenset[str], context: Context) -> tuple[str, ...]:
    """The only series of that type in whose description those named occur."""
    some, whole = set(), set()
    for one in context.names.descriptions():
        entity = context.names.entity(one.subject)
        if entity is None or entity.type not in wanted:
            continue
        if not one.entities or not context.names.members(one.subject):
            continue
        groups = [bool(named.intersection(group)) for group in one.entities]
        if any(groups):
            some.add(one.subject)
        if all(groups):
            whole.add(one.subject)
    found = whole or some
    return tuple(found) if len(found) == 1 else ()


def _served(named: set[str], context: Context) -> set[str]:
    """What the offices are part of that those named have held."""
    offices = {term.value for name in named for term in context.names.terms(name)}
    return {part for one in offices if (e := context.names.entity(one)) for part in e.part_of}


def signed_by(wanted: frozenset[str], sentence: Sentence, context: Context) -> set[str]:
    """The series of which somebody named here has signed a member."""
    if "signing for" not in context.scratch:
        context.scratch["signing for"] = _signing_for(sentence, context)
    topics: set[str] = context.scratch["signing for"]
    return {one for topic in topics for one in series_in(topic, wanted, context)}


def _signing_for(sentence: Sentence, context: Context) -> set[str]:
    """The topics in which somebody named here has signed; worked out once."""
    people = {
        entity.name: entity.topics
        for mention in sentence.mentions
        for name in mention.entities
        if (entity := context.names.entity(name)) and entity.type == "person"
    }
    if not people:
        return set()
    signing = [p for p in context.names.properties() if p.type == "entity" and "sign" in p.verbs]
    return {
        each.topic
        for name, topics in people.items()
        for each in signing
        if each.topic in topics and context.names.is_answer(name, each.name)
    }


def _approved_by(
    named: set[str], wanted: frozenset[str], sentence: Sentence, context: Context
) -> set[str]:
    """The series of which a body named here approves a member: "the assembly ratified the
    agreement"."""
    if sentence.lemmas.isdisjoint(APPROVING):
        return set()
    bodies = [e for name in named if (e := context.names.entity(name))]
    topics = {e.topics[0] for e in bodies if e.type == "organisation" and len(e.topics) == 1}
    return {one for topic in topics for one in series_in(topic, wanted, context)}


def series_in(topic: str, wanted: frozenset[str], context: Context) -> Iterator[str]:
    """The series of a topic that are of a type."""
    for one in context.names.descriptions():
        entity = context.names.entity(one.subject)
        is_of_it = entity and entity.type in wanted and topic in entity.topics
        if is_of_it and context.names.members(one.subject):
            yield one.subject
