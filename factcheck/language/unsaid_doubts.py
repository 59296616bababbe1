"""What speaks against a learned reading whose subject the sentence does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.evident import evident
from factcheck.language.learned_clauses import Likely, acting_clause, is_of_a_new_one
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.something_else import are_others
from factcheck.language.subjects import Subject
from factcheck.language.value_doubts import YEAR
from factcheck.measures.values import Value

#: how likely a subject that the sentence does not name must be
_BEYOND_DOUBT = 0.75
#: "the second one this year, the first was in May"
_ONE_OF_TWO = frozenset(("first", "second", "third", "other", "others", "former", "latter"))


def doubts_of_unsaid(
    value: Value, likely: Likely, subject: Subject, sentence: Sentence, context: Context
) -> Iterator[str]:
    """What is open about a subject that only what came before, or what is told, speaks of."""
    if subject.name not in evident(sentence, context):
        yield from _of_unsure(value, likely, subject, sentence, context)
    clause = acting_clause(value, sentence)
    is_first = any(c.dep_ == "nsubj" and c.lower_ in _ONE_OF_TWO for c in clause.children)
    if is_first or are_others(clause, subject.name, sentence, context):
        yield "another one is spoken of"  # "Japan pledged 550 billion", of Korea's pledge
    if _is_of_others(subject.name, sentence, context):
        yield "others than its parties are named"


def _of_unsure(
    value: Value, likely: Likely, subject: Subject, sentence: Sentence, context: Context
) -> Iterator[str]:
    """Whether it may be another one, or another of its series."""
    if is_of_a_new_one(value, sentence):
        yield "it is of one that is brought up as new"
    if likely.subjects.get(subject.name, 0.0) < _BEYOND_DOUBT:
        yield "the subject is only implied"
    own, said = (set(re.findall(r"\d+", text)) for text in (subject.name, sentence.raw))
    said |= {str(other.value) for other in sentence.values if other.kind == "ordinal"}
    entity = context.names.entity(subject.name)
    is_member = entity and any(len(context.names.members(s)) > 1 for s in entity.part_of)
    if is_member and not (own and own <= said) and not _is_just_named(subject, context):
        yield "which one of its series is not said"
    if not own <= said:
        yield "its number is not said"
    # "the 2024 election" is not that of 2026
    if any(map(YEAR.fullmatch, own - said)) and any(map(YEAR.fullmatch, said)):
        yield "which one of its series is not said"
    if subject.how == "learned" and not _is_hinted(subject.name, sentence):
        yield "no word of its name is said"
        agents = [c.i for c in acting_clause(value, sentence).children if c.dep_ == "nsubj"]
        if any(sentence.token(mention).i in agents for mention in sentence.mentions):
            yield "another one is spoken of"


def _is_just_named(subject: Subject, context: Context) -> bool:
    """Whether it is taken up, as the only one of its series in the sentence before."""
    entity = context.names.entity(subject.name)
    before = [e for name in context.just_before() if (e := context.names.entity(name))]
    series = frozenset(entity.part_of) if entity else frozenset()
    alike = {e.name for e in before if series.intersection(e.part_of)}
    return subject.how == "referred" and alike == {subject.name}


def _is_hinted(name: str, sentence: Sentence) -> bool:
    """Whether the last of the words with a capital in a name, or a later one, is said."""
    words = re.findall(r"[\w']+", name)
    last = max((i for i, word in enumerate(words) if word[:1].isupper()), default=0)
    return any(word.lower() in sentence.lemmas for word in words[last:])


def _is_of_others(name: str, sentence: Sentence, context: Context) -> bool:
    """Whether the sentence names none of a described subject's parties, but parties of another."""
    own, all_parties = set[str](), set[str]()
    for description in context.names.descriptions():
        parties = {party for group in description.entities for party in group}
        all_parties |= parties
        if description.subject == name:
            own |= parties
    named = {n for m in sentence.mentions for n in m.entities} & all_parties
    return bool(own) and bool(named) and named.isdisjoint(own)
