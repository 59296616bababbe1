"""What speaks against a learned reading: that by the figure something else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.acted_on import (
    BELONGING,
    DONE,
    GIVEN,
    acts_on_another,
    is_given,
    is_landmark,
    is_of_a_stranger,
    is_of_what_belongs,
    is_of_what_is_done,
)
from factcheck.language.fitting_kinds import own_words
from factcheck.language.learned_clauses import (
    Likely,
    acting_clause,
    counts_some,
    is_to_come,
    may_be_difference,
)
from factcheck.language.memory import Context
from factcheck.language.parts import is_of_its_own
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_named
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.titles import is_other_office
from factcheck.language.trees import clause_of
from factcheck.language.unsaid_doubts import doubts_of_unsaid
from factcheck.language.value_doubts import is_of_each, is_since, of_figure, of_time
from factcheck.language.words import word_set
from factcheck.measures.bounds import is_limit
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property

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


#: of more than any subject that is not named
_OF_ALL = frozenset(("global", "globally", "worldwide"))


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
    yield from of_time(value, sentence) if is_time(value) else of_figure(value, likely, sentence)
    if is_since(value, sentence) and not subject.is_said():
        yield "since when, of what is not said"
    if is_of_each(value, sentence) and not is_limit(likely.property.name):
        yield "it is said of each"
    if not subject.is_said() and not sentence.words.isdisjoint(_OF_ALL):
        yield "it is of one with another name"
    is_part = is_of_its_own(value, likely.property, sentence)
    if is_part or counts_some(value, subject, sentence):
        yield "some of them are counted"
    if _OTHER_EDITION.search(sentence.raw):
        yield "another edition is spoken of"
    if is_of_what_belongs(subject, value, sentence, own_words(likely.property)):
        yield BELONGING
    if is_of_what_is_done(subject.name, likely.property.name, sentence):
        yield DONE
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
    yield from doubts_of_unsaid(value, likely, subject, sentence, context)


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
