"""Members of a series that a text may mean without saying which: "the pact was signed on Monday".

Only loose readings (`agreeing.py`) take them: the series must be spoken of by its type and by its
parties, and the member be one that a writer would leave unnamed: the latest, the one in force,
the next, or the one of a date that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.plainness import is_plain
from factcheck.language.sentences import Sentence
from factcheck.language.something_else import is_other_thing
from factcheck.language.strangers import Scope, is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.language.words import words
from factcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token


def evoked(sentence: Sentence, subjects: Sequence[Subject], context: Context) -> list[Subject]:
    """The members of all series that the sentence may speak of, once each."""
    found: dict[str, Subject] = {}
    for series in _series(sentence, subjects, context):
        nouns = _nouns(series, sentence, context)
        for name in _members(series, sentence, context) if nouns else ():
            found.setdefault(name, Subject(name, (nouns,), "implied", "one of its series"))
    return list(found.values())


def _nouns(series: str, sentence: Sentence, context: Context) -> tuple[Token, ...]:
    """The nouns that may mean one of a series: plain ones, and of nothing else."""
    entity = context.names.entity(series)
    wanted = words("types").get(entity.type or "", ()) if entity else ()
    parties = {p for d in context.names.descriptions() if d.subject == series
               for group in d.entities for p in group}  # fmt: skip
    said = {w for d in context.names.descriptions() if d.subject == series for w in d.words}
    is_named = any(parties.intersection(mention.entities) for mention in sentence.mentions)
    is_told = is_named and bool(said & sentence.lemmas)
    return tuple(
        token
        for token in sentence.tokens
        if token.lemma_.lower() in wanted
        and (is_told or (is_named and _is_definite(token)) or _is_taken_up(token))
        and is_plain(token, (series,), sentence, context)
        and not is_other_thing(token, (series,), sentence, context)
        and not _is_strangers(token, scope_of(series, context), sentence)
    )


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") for c in noun.children if c.dep_ == "det")


def _is_taken_up(noun: Token) -> bool:
    """ "the pact was signed", "under that deal", after a sentence that named the parties."""
    return _is_definite(noun) and noun.dep_ in ("nsubj", "nsubj:pass", "obj", "obl")


def _is_strangers(noun: Token, scope: Scope, sentence: Sentence) -> bool:
    """ "a strike about the agreement", "the two clubs agreed on a deal": the words of something
    else stand over it, or do it."""
    if noun.dep_ in ("nmod", "nmod:poss") and is_unknown(noun.head, scope, sentence):
        return True
    doers = (c for c in clause_of(noun).children if c.dep_ in ("nsubj", "nsubj:pass"))
    return any(is_unknown(d, scope, sentence) and d.pos_ == "NOUN" for d in doers if d != noun)


def _series(sentence: Sentence, subjects: Sequence[Subject], context: Context) -> Iterator[str]:
    """The series whose parties are all named here or shortly before; else the only one of which
    some are. A series of which the sentence names a member speaks of that."""
    spoken = {name for mention in sentence.mentions for name in mention.entities}
    spoken |= {*context.ours, *context.recent()}
    told = {subject.name for subject in subjects if subject.how in ("named", "picked")}
    some, whole = dict[str, None](), dict[str, None]()
    for description in context.names.descriptions():
        series = description.subject
        if not description.entities:
            continue
        groups = [bool(spoken.intersection(group)) for group in description.entities]
        members = {entity.name for entity in context.names.members(series)} if any(groups) else ()
        if not members or not told.isdisjoint(members):
            continue
        some[series] = None
        if all(groups):
            whole[series] = None
    yield from whole or (some if len(some) == 1 else ())


def dated_members(series: str, sentence: Sentence, context: Context) -> list[str]:
    """Those of a series that were signed on a date of the sentence, or cover it."""
    dated: list[Entity] = []
    for value in sentence.values:
        period = period_of(value) if is_time(value) else None
        if period is not None and not period.is_open:
            signed = context.names.pick(series, "signed_in", str(period), context.asked_on)
            dated += signed
            if not signed or "sign" not in sentence.lemmas:
                dated += context.names.pick(series, "covering", str(period), context.asked_on)
    return [entity.name for entity in dated]


def _members(series: str, sentence: Sentence, context: Context) -> Iterator[str]:
    """Those of the dates in the sentence; where there are none of these, the latest, the one in
    force, and those beside them."""
    asked_on, dated = context.asked_on, dated_members(series, sentence, context)
    yield from dated
    for how in () if dated else ("latest", "current"):
        for entity in context.names.pick(series, how, None, asked_on):
            yield entity.name
            for near in ("next", "previous"):
                yield from (e.name for e in context.names.pick(series, near, entity.name, asked_on))
