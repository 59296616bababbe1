"""Somebody in office who is said to have ended a deal that is told by its other side alone: "we
had a deal with Holt, and then X cancelled it", "X let the Holt agreement lapse".

Which agreement of the two sides is meant stays open, so that all of them are asked: what none of
them bears out is wrong whichever is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.given_up import given_up
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.plainness import is_plain
from factcheck.language.sentences import Sentence, forms
from factcheck.language.standing import IN_FORCE
from factcheck.language.statuses import agents_of, begun, status_of, whole_of
from factcheck.language.subjects import Subject
from factcheck.language.unreal import is_done
from factcheck.language.words import agreement_nouns, word_set
from factcheck.records import Fact

if TYPE_CHECKING:
    from spacy.tokens import Token

_IT = frozenset(("it", "that", "this", "them"))
_HE = frozenset(("he", "she"))
_OBJECTS = ("obj", "nsubj:pass")
#: what is said of a deal as a whole: "the whole thing"
_WHOLE = frozenset(("thing", "everything"))


def find_ended_deals(
    sentence: Sentence, context: Context, answers: Sequence[Answered]
) -> Iterator[Answered]:
    """Answers about whether any agreement between the sides was ended by the one who acts."""
    taken = {a.at for a in answers if a.kind == "status" and a.at}
    for verb in sentence.tokens:
        place = (sentence.start + verb.idx, sentence.start + verb.idx + len(verb))
        ended, last = _what_ended(verb)
        if ended is None or place in taken or not _is_deal(ended, verb, sentence, context):
            continue
        if _is_with_others(sentence):
            continue
        terms = _terms_of(verb, sentence, context)
        end = max(place[1], *(sentence.start + t.idx + len(t) for t in (ended, last or ended)))
        for name in _between(terms, sentence, context):
            if ended.pos_ == "NOUN" and not is_plain(ended, (name,), sentence, context):
                continue
            subject = Subject(name, ((ended,),), "described", "by its sides")
            yield status_of(
                place[0], end, subject, "ended", whole_of(terms), context, terms, verb, sentence
            )


def _what_ended(verb: Token) -> tuple[Token | None, Token | None]:
    """The word for what is ended, if the verb says that it was done, and the last word for that."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None, None
    if is_done(verb) and (told := given_up(verb)) is not None:
        return told
    return _ended_by(verb), None


def _ended_by(verb: Token) -> Token | None:
    if word_set("events", "run_out.verbs").intersection(forms(verb)) and verb.head.lemma_ == "let":
        told = [c for c in (*verb.children, *verb.head.children) if c.dep_ in ("nsubj", "obj")]
        return next((c for c in told if verb.head.i < c.i < verb.i), None)
    if not word_set("events", "ended.verbs").intersection(forms(verb)) or not is_done(verb):
        return None
    return next((c for c in verb.children if c.dep_ in _OBJECTS), None)


def _is_deal(ended: Token, verb: Token, sentence: Sentence, context: Context) -> bool:
    """Whether it is a deal or what was paid under one, or "it" where such a word stands before;
    what is paid for must be protection, if it is said."""
    deals = agreement_nouns()
    paid = word_set("events", "paying.verbs")
    if ended.lemma_.lower() in deals:
        return not any(_is_strange(token, sentence) for token in ended.subtree)
    if ended.lower_ not in _IT | _WHOLE:
        return False
    before = {form for token in ended.doc[: verb.i] for form in forms(token)}
    said = before | context.recent_lemmas(1)
    if said & deals:
        return True
    protected = (said | context.recent_lemmas()) & word_set("events", "protected.words")
    return bool(said & paid) and ("for" not in said or bool(protected))


def _is_with_others(sentence: Sentence) -> bool:
    """ "ended the deal with the contractor": with somebody who is not known."""
    for token in sentence.doc:
        partners = [c for c in token.children if c.dep_ == "case" and c.lower_ == "with"]
        place = sentence.start + token.idx
        if (
            partners
            and token.pos_ in ("NOUN", "PROPN")
            and not any(m.start <= place < m.end for m in sentence.mentions)
        ):
            return True
    return False


def _is_strange(token: Token, sentence: Sentence) -> bool:
    """A name that is not known: "the Larkham deal"."""
    place = sentence.start + token.idx
    return token.pos_ == "PROPN" and not any(m.start <= place < m.end for m in sentence.mentions)


def _terms_of(verb: Token, sentence: Sentence, context: Context) -> tuple[Fact, ...]:
    """The terms of who ended it; of "he" those of the office-holder named last before."""
    told = [c for c in verb.children if c.dep_ == "nsubj"]
    known = {sentence.token(mention).i for mention in sentence.mentions}
    known |= {sentence.token(term).i for term in sentence.terms}
    is_he = bool(told) and told[0].lower_ in _HE
    is_i = bool(told) and told[0].lower_ == "i" and context.speaker_entity is not None
    is_who = bool(told) and told[0].lower_ in ("who", "that")
    if told and not (is_he or is_i or is_who) and told[0].i not in known:
        return ()  # "I" of nobody known, "the court"
    terms = () if is_he else agents_of(verb, sentence, context)
    if terms or (told and not is_he):
        return terms
    here = [m for m in sentence.mentions if m.end <= sentence.start + verb.idx]
    named = [name for mention in reversed(here) for name in mention.entities]
    for name in (*named, *context.just_before()):
        held = begun(context.names.terms(name), context)
        if held:
            return held if name != context.speaker_entity else ()
    return ()


def _between(terms: Sequence[Fact], sentence: Sentence, context: Context) -> Iterator[str]:
    """What can end of which one side is that of who acts, and the other is named; none where a
    third country is."""
    offices = [context.names.entity(term.value) for term in terms]
    own = {body for office in offices if office for body in office.part_of}
    named = {name for mention in sentence.mentions for name in mention.entities}
    spoken = named | set(context.recent())
    done = set[str]()
    others = {name for name in spoken - own if _is_country(name, context)}
    if len(others) != 1 or not own:
        return
    for description in context.names.descriptions():
        groups = description.entities
        if len(groups) < 2 or description.subject in done:
            continue
        fits = all(own & {*group} or others & {*group} for group in groups)
        both = any(others & {*group} for group in groups)
        if fits and both and _is_agreement(description.subject, context):
            done.add(description.subject)
            yield description.subject


def _is_agreement(name: str, context: Context) -> bool:
    entity = context.names.entity(name)
    if entity is None or entity.type not in ("agreement", "treaty", "pact"):
        return False
    known = context.names.properties_of(name)
    in_force = any(
        each.name in known and IN_FORCE.intersection(each.verbs)
        for each in context.names.properties()
    )
    return bool(context.names.members(name)) or in_force


def _is_country(name: str, context: Context) -> bool:
    entity = context.names.entity(name)
    return entity is not None and entity.type == "country"
