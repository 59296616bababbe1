"""The subjects that a sentence speaks of, and the words by which: named, described, referred to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.definites import Definite, find_definites, fitting
from factcheck.language.descriptions import WE, described, parties_of, speaks_of, told
from factcheck.language.dislocated import dislocated
from factcheck.language.editions import editions
from factcheck.language.hinted import types_of
from factcheck.language.listed_phrases import phrase_ends
from factcheck.language.memory import Context
from factcheck.language.misnumbered import signed_on_the_day
from factcheck.language.modifiers import left_edge
from factcheck.language.plainness import is_contradicted
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import meant_by_sort, sort_nouns
from factcheck.language.strangers import is_named, is_unknown, scope_of
from factcheck.language.taken_up import picked_up, taken_up
from factcheck.language.trees import distance
from factcheck.language.words import SIGNED

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_PEOPLE = frozenset(("he", "she", "him", "her", "his"))
_REFERRING = _OF_PEOPLE | frozenset(
    ("it", "they", "them", "its", "their", "this", "that", "these", "those", "there")
)
#: a name with its year is nobody else's
_YEAR = re.compile(r"\b[12]\d{3}\b")
#: what a subject known only from the sentences before is away, in steps of the tree
_FAR = 6.0
#: how much farther a subject is that the sentence does not name
FAR = {"referred": 2.5, "implied": 5.0}


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity and where the sentence speaks of it."""

    name: str
    #: one tuple a group of words; a word of each group stands for the subject
    tokens: tuple[tuple[Token, ...], ...]
    #: named, described, picked ("the twelfth agreement"), referred ("it", or carried on), implied
    how: str
    why: str = ""

    def __str__(self) -> str:
        """Its name and how it is spoken of, for the trace."""
        return f"{self.name}, {self.how} {self.why}".strip()

    def away_from(self, token: Token) -> float:
        """How far the subject's words are from `token`, the farthest group counting most."""
        nearest = [min(distance(token, t) for t in group) for group in self.tokens if group]
        if not nearest:
            return _FAR
        return max(nearest) + 0.2 * sum(nearest) / len(nearest)

    def is_said(self) -> bool:
        """Whether the sentence speaks of it in words of its own, not by what came before."""
        return self.how in ("named", "picked", "described")

    def is_noun(self) -> bool:
        """Whether it is spoken of by a noun ("the deal"), not by a pronoun."""
        return any(token.pos_ == "NOUN" for group in self.tokens for token in group)


def is_by_sort(subject: Subject) -> bool:
    """Whether a subject is taken up by the noun of its sort: "the bridge"."""
    return subject.how == "referred" and subject.why.startswith("the ")


def find_subjects(sentence: Sentence, context: Context) -> list[Subject]:
    """All subjects, the most certain first; an entity may come more than once."""
    definites = list(find_definites(sentence, context))
    found = [
        *_picked(definites),
        *_of_the_day(sentence, context),
        *_of_the_year(sentence, context),
        *_named(sentence, definites, context),
        *_described(sentence, definites, context),
        *_again(definites, sentence, context),
        *_speaking(sentence, context),
    ]
    found += _headed(sentence, context, {subject.name for subject in found})
    found += _by_type(sentence, context, {subject.name for subject in found})
    found += _referred(sentence, context, found)
    found += _implied(sentence, context, {s.name for s in found if s.how != "referred"})
    return found


def _picked(definites: list[Definite]) -> Iterator[Subject]:
    for definite in definites:
        for name in definite.entities:
            how = "picked" if definite.why else "referred"
            how = how if definite.certain else "implied"
            yield Subject(name, ((definite.token,),), how, definite.why)


def _of_the_day(sentence: Sentence, context: Context) -> Iterator[Subject]:
    """What was signed on the day of the news, beside the one whose number the text gives."""
    for value in sentence.values:
        for name in signed_on_the_day(value, sentence, context) if value.kind == "ordinal" else ():
            head = sentence.span(value.start, value.end).root
            yield Subject(name, ((head, head.head),), "picked", "signed on that day")


def _of_the_year(sentence: Sentence, context: Context) -> Iterator[Subject]:
    """ "at the festival in 2018": the one of that year."""
    for name, tokens, why in editions(sentence, context):
        yield Subject(name, (tokens,), "picked", why)


def _speaking(sentence: Sentence, context: Context) -> Iterator[Subject]:
    """ "I took office": the speaker, where the reference knows who that is; "we pay 60 percent":
    the country in whose name somebody speaks who holds or held an office of it."""
    said = tuple(t for t in sentence.tokens if t.lower_ in ("i", "me", "my"))
    if said and context.speaker_entity:
        yield Subject(context.speaker_entity, (said,), "named", "the speaker")
    acting = tuple(t for t in sentence.tokens if t.lower_ == "we" and t.dep_ == "nsubj")
    bodies = [e for name in context.ours if (e := context.names.entity(name))]
    for body in bodies if acting else ():
        if body.type == "country" and len(bodies) == 1:
            yield Subject(body.name, (acting,), "named", "we")


def _named(sentence: Sentence, definites: list[Definite], context: Context) -> Iterator[Subject]:
    picked = [(d.start, d.end) for d in definites if d.why]
    taken_up_by = dislocated(sentence)
    for mention in sentence.mentions:
        # "the twelfth SMA" speaks of the twelfth, not of the series
        if any(start <= mention.start and mention.end <= end for start, end in picked):
            continue
        again = (sentence.doc[i] for i, meant in taken_up_by.items() if meant is mention)
        tokens = (sentence.token(mention), *again)
        is_only = len(mention.entities) == 1 and _YEAR.search(mention.text)
        for name in fitting(mention.entities, sentence, context) or mention.entities:
            if is_only or not is_contradicted(name, sentence, context):
                yield Subject(name, (tokens,), "named", mention.text)


def _described(
    sentence: Sentence, definites: list[Definite], context: Context
) -> Iterator[Subject]:
    picked = {name: (d.token,) for d in definites if d.why for name in d.entities}
    sure = {name: (d.token,) for d in definites if d.why and d.certain for name in d.entities}
    if sentence.words.isdisjoint(WE):
        for name, tokens in sure.items():  # "the tenth accord": of its two sides
            picked |= dict.fromkeys(parties_of(name, context), tokens)
    for description, groups in described(sentence, context, picked):
        # the words (last group) tell what is spoken of; where they stand is no sign of whose
        anchors = tuple(group for group in groups[: len(description.entities)] if group)
        # but for a phrase like a name ("mutual defense treaty")
        named = [t for t in phrase_ends(description, groups[-1], 3) if _is_deal(t, sentence)]
        anchors = (tuple(named),) if named else anchors
        yield Subject(description.subject, anchors or (groups[-1],), "described")


def _is_deal(noun: Token, sentence: Sentence) -> bool:
    """A noun for what is signed, in no name that is known."""
    place = sentence.start + noun.idx
    inside = any(mention.start <= place < mention.end for mention in sentence.mentions)
    return not inside and not types_of(noun.lemma_.lower()).isdisjoint(SIGNED)


def _headed(sentence: Sentence, context: Context, known: set[str]) -> Iterator[Subject]:
    """ "the fund", "this convention": the noun for the sort of what was named before."""
    nouns = {name: sort_nouns(name, context.names) for name in context.recent()}
    said = frozenset().union(*nouns.values())
    for token in () if sentence.words.isdisjoint(said) else sentence.tokens:
        for name in meant_by_sort(token, nouns, nouns, context.names):
            if name not in known and token.pos_ == "NOUN":
                yield Subject(name, ((token,),), "referred", f"the {token.text}")


def _by_type(sentence: Sentence, context: Context, known: set[str]) -> Iterator[Subject]:
    """ "The pact, signed in 1953": the only thing of that type that the sentence before named."""
    before = [e for name in context.just_before() if (e := context.names.entity(name))]
    signed = [e for e in before if e.type in SIGNED]
    if len(signed) != 1 or signed[0].name in known or context.names.members(signed[0].name):
        return
    (one,) = signed
    scope = scope_of(one.name, context)
    if one.part_of or any(is_unknown(token, scope, sentence) for token in sentence.tokens):
        return
    others = {name for m in sentence.mentions for name in m.entities}
    if any((e := context.names.entity(name)) and e.type in SIGNED for name in others):
        return
    for token, (lemma, *_) in zip(sentence.tokens, sentence.forms, strict=True):
        if one.type not in types_of(lemma) or lemma == "one" or is_named(token, sentence):
            continue
        first = left_edge(token)
        is_plain = first.i == token.i - 1 and first.lower_ in ("the", "this")
        if is_plain and not is_contradicted(one.name, sentence, context):
            yield Subject(one.name, ((token,),), "referred", f"the {token.text}")


def _again(definites: list[Definite], sentence: Sentence, context: Context) -> Iterator[Subject]:
    """A name of the sentence that another clause takes up ("…; the bridge", "…, but its")."""
    for name, token in taken_up(sentence, context):
        yield Subject(name, ((token,),), "named", token.text)
    picked = [(d.entities[0], d.token) for d in definites if d.why and len(d.entities) == 1]
    for name, token in picked_up(picked, sentence):
        yield Subject(name, ((token,),), "picked", token.text)


def _referred(sentence: Sentence, context: Context, found: Sequence[Subject]) -> Iterator[Subject]:
    known = {subject.name for subject in found}
    taken = {t.i for s in found if s.how == "picked" for group in s.tokens for t in group}
    again = dislocated(sentence)  # "The Danes, they are at two percent": of nobody before
    pronouns = tuple(
        t
        for t in sentence.tokens
        if t.lower_ in _REFERRING
        and t.pos_ != "SCONJ"
        and t.head.dep_ != "acl:relcl"
        and t.i not in taken
    )
    for name in context.recent():
        entity = context.names.entity(name)
        is_person = entity is not None and entity.type == "person"
        words = tuple(t for t in pronouns if (t.lower_ in _OF_PEOPLE) == is_person)
        if context.of_stranger and any(t.lower_ in ("it", "its") for t in words):
            continue  # "it" is what was just said to be something
        if name not in known and not again:
            yield Subject(name, (words,) if words else (), "referred")


def _implied(sentence: Sentence, context: Context, known: set[str]) -> Iterator[Subject]:
    """What a description would mean if its words were said too: enough to agree with, never
    to contradict ("Seoul paid 920 billion won in 2014")."""
    mentions = [(m, sentence.token(m)) for m in told(sentence, context)]
    named = {name for mention, _ in mentions for name in mention.entities}
    for description in context.names.descriptions():
        if description.subject in known or not description.entities:
            continue
        missing = [group for group in description.entities if named.isdisjoint(group)]
        is_worded = len(missing) < len(description.entities) and speaks_of(description, sentence)
        if named and missing and not is_worded:
            continue
        meant = {name for group in description.entities for name in group}
        tokens = tuple(token for m, token in mentions if not meant.isdisjoint(m.entities))
        yield Subject(description.subject, (tokens,) if tokens else (), "implied")
