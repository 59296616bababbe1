"""Words beside a noun that nothing known of a subject goes with.

"the cost of a flat", "payments to farmers", "the deal with the airline": what the text speaks of
there is something else than the reference does. Known are the words by which the subject's topics
speak of their subjects, names, values, and general nouns (`words/known.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.sorts import described_by, sort_nouns
from factcheck.language.trees import heads_clause
from factcheck.language.words import type_nouns, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: prepositions by which a complement tells what is meant
_BINDING = frozenset(
    ("of", "for", "to", "on", "about", "with", "between", "among", "against", "over", "towards",
     "toward", "into", "from", "by")
)  # fmt: skip
#: what one is in that is no place
_BODIES = frozenset(
    ("union", "community", "communities", "league", "association", "council", "organisation",
     "organization", "federation", "club", "bloc", "commonwealth")
)  # fmt: skip
#: after these a name is a place
_WHERE = frozenset(("in", "at", "on", "from", "by"))


@dataclass(frozen=True, slots=True)
class Scope:
    """The words (lemmas) that go with a subject."""

    words: frozenset[str]
    #: the nouns by which the subject itself is spoken of again ("the ship")
    sorts: frozenset[str]


def scope_of(subject: str, context: Context) -> Scope:
    """What goes with a subject; worked out once."""
    found: Scope | None = context.scopes.get(subject)
    if found is None:
        entity = context.names.entity(subject)
        topics = frozenset(entity.topics if entity else ())
        phrases = [*_wording(topics, context), *_described(topics, context), subject]
        sorts = sort_nouns(subject, context.names)
        phrases += [*sorts, *described_by(subject, context.names)]
        spoken = {word for p in phrases for word in p.lower().replace("-", " ").split()}
        found = context.scopes[subject] = Scope(frozenset(spoken), sorts)
    return found


def _wording(topics: frozenset[str], context: Context) -> Iterator[str]:
    for each in context.names.properties():
        if each.topic in topics:
            yield from (*each.nouns, *each.verbs, *each.adjectives, *each.counts)
            yield from (each.label, each.name.replace("_", " "))


def _described(topics: frozenset[str], context: Context) -> Iterator[str]:
    for description in context.names.descriptions():
        other = context.names.entity(description.subject)
        if other and topics.intersection(other.topics):
            yield from description.words


def strange_complements(noun: Token, scope: Scope, sentence: Sentence) -> Iterator[Token]:
    """The words that a noun is made something else by: "flat" in "the cost of a flat"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    for child in noun.children:
        case = case_of(child)
        if child.dep_ == "compound" or (child.dep_ == "nmod" and case == "in"):
            closely = True  # "ticket prices", "a surplus in chips", but "the deal in Rome"
        elif child.dep_ in ("nmod", "nmod:desc", "nmod:poss"):
            closely = False
            if case not in _BINDING and child.dep_ != "nmod:poss":
                continue
        else:
            continue
        for token in with_conjuncts(child):
            if is_unknown(token, scope, sentence, closely=closely):
                yield token


def with_conjuncts(token: Token) -> Iterator[Token]:
    """A noun and those that are set beside it."""
    yield token
    yield from (other for other in token.conjuncts if other.i > token.i and not heads_clause(other))


def case_of(token: Token) -> str | None:
    """The preposition before a complement."""
    return next((c.lower_ for c in token.children if c.dep_ == "case"), None)


def is_unknown(
    token: Token,
    scope: Scope,
    sentence: Sentence,
    *,
    closely: bool = False,
    counted: bool = True,
) -> bool:
    """Whether a word is a noun that does not go with the subject; `closely`: of the general
    nouns only those of measure do; `counted`: what a value counts does."""
    if token.pos_ not in ("NOUN", "PROPN") or {*forms(token)} & scope.words:
        return False
    if is_general(token) if closely else {*forms(token)} & _general():
        return False
    # what a value stands by is counted: whether that fits is told by what the property counts
    words = (token, *token.lefts) if counted else (token,)
    if any(is_read(word, sentence) for word in words):
        return False
    if is_named(token, sentence):
        return False
    if token.pos_ == "PROPN":
        return case_of(token) not in _WHERE or token.lower_ in _BODIES
    return True


def is_general(noun: Token) -> bool:
    """Whether a noun is a word of measure, which tells nothing of what is measured."""
    return not word_set("known", "measures").isdisjoint(forms(noun))


def is_read(word: Token, sentence: Sentence) -> bool:
    """Whether a word stands in a value."""
    place = sentence.start + word.idx
    return any(value.start <= place < value.end for value in sentence.values)


def is_named(word: Token, sentence: Sentence) -> bool:
    """Whether a word stands in a name or a term of office."""
    place = sentence.start + word.idx
    if any(term.start <= place < term.end for term in sentence.terms):
        return True
    return any(mention.start <= place < mention.end for mention in sentence.mentions)


@cache
def _general() -> frozenset[str]:
    return frozenset(
        type_nouns()
        | word_set("known", "nouns")
        | word_set("known", "measures")
        | word_set("terms", "nouns")
        | word_set("terms", "titles")
    )
