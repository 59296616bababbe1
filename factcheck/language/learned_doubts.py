"""What speaks against a learned reading: that by the figure something else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.acted_on import (
    BELONGING,
    GIVEN,
    acts_on_another,
    is_given,
    is_landmark,
    is_of_a_stranger,
    is_of_what_belongs,
)
from factcheck.language.fitting_kinds import own_words
from factcheck.language.learned_clauses import (
    Likely,
    acting_clause,
    counts_some,
    is_of_a_new_one,
    is_to_come,
    may_be_difference,
)
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.something_else import are_others
from factcheck.language.strangers import is_named
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.titles import is_other_office
from factcheck.language.trees import clause_of
from factcheck.language.value_doubts import YEAR, is_of_each, is_since, of_figure, of_time
from factcheck.language.words import word_set
from factcheck.measures.bounds import is_limit
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property

#: how likely a subject that the sentence does not name must be, or a count of nothing
_BEYOND_DOUBT = 0.75
#: "in the older tables", "by its first estimate"
_OTHER_EDITION = re.compile(
    r"\b(?:older?|earlier|previous|former|preliminary|provisional|initial|original|first)\s+"
    r"(?:table|figure|estimate|count|edition|report|release|version|number|projection)s?\b",
    re.IGNORECASE,
)
#: "in the first quarter": a time that is not read
_PART_OF_YEAR = re.compile(
    r"\b(?:first|second|third|fourth|last|this|each) (?:quarter|half)\b", re.I
)
#: "the same as in 2024", "more than in 2020"
_COMPARED = re.compile(r"\b(?:as|than) in (?:\w+ )?$")
#: the kinds of claims about an office
_TERM = ("start_date", "end_date")
#: days; what is told of a year is told of no month
_YEAR_LONG = 360


def doubts(
    value: Value,
    likely: Likely,
    subject: Subject,
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> Iterator[str]:
    """What speaks against a reading. `period`: the time that is said."""
    yield from _of_subject(value, subject, likely, period, sentence, context)
    yield from of_time(value, sentence) if is_time(value) else of_figure(value, likely)
    if is_since(value, sentence) and not subject.is_said():
        yield "since when, of what is not said"
    if is_of_each(value, sentence) and not is_limit(likely.property.name):
        yield "it is said of each"
    if counts_some(value, subject, sentence):
        yield "some of them are counted"
    if _OTHER_EDITION.search(sentence.raw):
        yield "another edition is spoken of"
    if is_of_what_belongs(subject, value, sentence, own_words(likely.property)):
        yield BELONGING
    times = (other.start - sentence.start for other in sentence.values if is_time(other))
    if any(_COMPARED.search(sentence.raw[:start]) for start in times):
        yield "a time is only compared with"
    alike = (other for other in sentence.values if other.kind == value.kind)
    if any(may_be_difference(other, sentence) for other in alike):
        yield "it may be a difference"
    if context.names.says(likely.property.name, value):
        yield "the figure is that of another fact"
    if _is_of_another_named(value, subject, likely.property, sentence, context):
        yield "the figure is that of another that is named"
    if context.names.facts_with(value.kind, value.value, value.unit):
        yield "the figure is that of something else"


def _of_subject(
    value: Value,
    subject: Subject,
    likely: Likely,
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> Iterator[str]:
    """What is open about the subject, and about the facts of it."""
    each = likely.property
    told = [q for q in likely.told if (q.subject, q.property) == (subject.name, each.name)]
    if any(q.time == period or None in (q.time, period) for q in told):
        yield "another figure is told of it"
    if _is_told_otherwise(value, subject.name, each, period, sentence, context):
        yield "another figure is what is known of it"
    beside = (other for group in subject.tokens for t in group for other in t.conjuncts)
    if any(is_named(other, sentence) for other in beside):
        yield "it is said of several"
    facts = context.names.facts(subject.name, each.name)
    is_holder = each.kind in _TERM and bool(context.names.terms(subject.name))
    of_office = [fact.qualifier for fact in facts if fact.qualifier and is_holder]
    if of_office and not any(_is_said(text, sentence) for text in of_office):
        yield "which office is not said"
    titles = (t for t in sentence.tokens if t.lemma_.lower() in word_set("terms", "held"))
    if is_holder and any(is_other_office(t, subject.name, sentence, context) for t in titles):
        yield "another office is said"
    acting = {c.lower_ for c in acting_clause(value, sentence).children if c.dep_ == "nsubj"}
    if is_holder and "i" in acting and subject.name != context.speaker_entity:
        yield "another one is spoken of"  # "I handed it to X, and I'd had it since August"
    if is_holder:  # which one of several offices, and of its terms: `holding.py`
        yield "it is of a term of office"
    if is_to_come(value, sentence, context):
        yield "a time to come is said"
    if _PART_OF_YEAR.search(sentence.raw):
        yield "the facts are of whole years, not of a part of one"
    days = period.days if period else None
    is_brief = value.kind == "amount" and days is not None and days < _YEAR_LONG
    if is_brief and any(_is_yearly(fact.valid) for fact in facts):
        yield "the facts are of whole years"
    if is_given(acting_clause(value, sentence), subject, each):
        yield GIVEN
    if acts_on_another(acting_clause(value, sentence), subject, sentence, context):
        yield "somebody acts on something else"
    if is_of_a_stranger(clause_of(sentence.token(value)), subject, sentence):
        yield "it is of one with another name"
    if is_landmark(subject, sentence):
        yield "it only tells where something else is"
    if subject.is_said() or any(subject.name in m.entities for m in sentence.mentions):
        return
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
    if are_others(acting_clause(value, sentence), subject.name, sentence, context):
        yield "another one is spoken of"  # "Japan pledged 550 billion", of Korea's pledge
    if _is_of_others(subject.name, sentence, context):
        yield "others than its parties are named"


def _is_just_named(subject: Subject, context: Context) -> bool:
    """Whether it is taken up, as the only one of its series in the sentence before."""
    entity = context.names.entity(subject.name)
    before = [e for name in context.just_before() if (e := context.names.entity(name))]
    series = frozenset(entity.part_of) if entity else frozenset()
    alike = {e.name for e in before if series.intersection(e.part_of)}
    return subject.how == "referred" and alike == {subject.name}


def _is_of_another_named(
    value: Value, subject: Subject, each: Property, sentence: Sentence, context: Context
) -> bool:
    """Whether a fact of the property says a figure or a day, or that it was in a year, of another
    subject that the sentence names."""
    named = {name for mention in sentence.mentions for name in mention.entities} - {subject.name}
    known = [fact for name in named for fact in context.names.facts(name, each.name)]
    if is_time(value):
        return any(str(fact.value).startswith(str(value.value)) for fact in known)
    return any(fact.reading is not None and fact.reading.value == value.value for fact in known)


def _is_told_otherwise(
    value: Value,
    subject: str,
    each: Property,
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> bool:
    """Whether another figure of the sentence is just what a fact says of that time."""
    if is_time(value):
        days = {
            str(v.value).split("/")[0]
            for v in sentence.values
            if is_time(v) and v.start != value.start
        }
        facts = context.names.facts(subject, each.name)
        return any(str(fact.value) in days for fact in facts)
    named = {name for mention in sentence.mentions for name in mention.entities} - {subject}
    for other in sentence.values:
        if other == value or other.kind != value.kind:
            continue
        known = context.names.facts_with(other.kind, other.value, other.unit)
        of_it = [fact for fact in known if fact.property == each.name]
        if any(fact.subject in named for fact in of_it):
            continue
        own = (fact.valid for fact in of_it if fact.subject == subject)
        if any(period is None or valid.overlaps(period) for valid in own):
            return True
    return False


def _is_said(qualifier: str, sentence: Sentence) -> bool:
    """Whether most words of an office are said."""
    words = [word for word in re.findall(r"\w+", qualifier.lower()) if word != "of"]
    return sum(word in sentence.lemmas for word in words) * 2 >= len(words)


def _is_yearly(valid: Period) -> bool:
    days = valid.days
    return days is not None and days >= _YEAR_LONG


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
