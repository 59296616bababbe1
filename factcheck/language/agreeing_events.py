"""Loose readings of dates and of names, taken only where the facts agree (`agreeing.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.event_answers import event_answers
from factcheck.language.event_dates import is_of_its_end
from factcheck.language.event_doubts import is_a_noun
from factcheck.language.excluded import is_excluded
from factcheck.language.making import Answered, agreeing
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.something_else import is_of_something_else
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.trees import distance
from factcheck.language.words import DATED
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Mention, Property

#: how far from the words for its event a date may stand
_FAR = 8.0
#: what says that a title is held no longer
_NO_MORE = frozenset(("former", "then", "ex", "late", "old", "first", "previous", "longtime"))
#: how far from the words for it the name of a place or a company may stand
_NEAR_NAME = 3.0


def dates_agreeing(
    value: Value, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Loose readings of a date: when any event was whose words stand nearest."""
    seen = set[tuple[str, str]]()
    token = sentence.token(value)
    for hit in nearest_events(value, sentence):
        for each in hit.properties:
            if each.type != "date" or not may_be_date(value, each):
                continue
            if is_excluded(each, sentence.doc[hit.start], sentence):
                continue
            for subject in subjects:
                if (subject.name, each.name) in seen:
                    continue
                if each.name not in context.names.properties_of(subject.name):
                    continue
                if is_of_something_else(hit, token, subject, sentence, context):
                    continue
                seen.add((subject.name, each.name))
                for one in event_answers(value, hit, each, subject, sentence, context):
                    yield one.loosely()


def nearest_events(value: Value, sentence: Sentence) -> list[Hit]:
    """The words for an event that stand nearest to a date, in the tree or in the text."""
    token = sentence.token(value)
    away: list[tuple[float, Hit]] = []
    for hit in sentence.hits:
        if _is_of_its_own(hit, sentence):
            continue
        if any(each.type == "date" and each.kind in DATED for each in hit.properties):
            words = sentence.doc[hit.start : hit.end]
            near = min(min(distance(token, t), abs(t.i - token.i) - 1.0) for t in words)
            away.append((near, hit))
    nearest = min((near for near, _ in away), default=0.0)
    return [hit for near, hit in away if near <= min(nearest + 1.0, _FAR)]


def _is_of_its_own(hit: Hit, sentence: Sentence) -> bool:
    """ "A strike began": a noun that only looks like a verb of an event."""
    word = sentence.doc[hit.start]
    is_new = any(c.lower_ in ("a", "an") for c in word.children)
    return hit.form == "verb" and is_new and is_a_noun(word)


def may_be_date(value: Value, each: Property) -> bool:
    """Whether a date can answer when an event was; of "from 2014 to 2018" both ends would have to
    be right."""
    is_closed = "/" in str(value.value) and ".." not in str(value.value)
    return each.kind in DATED and not is_closed and is_of_its_end(value, each)


def names_agreeing(
    mention: Mention, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Loose readings of a name: who signed, led or commanded what; where something has its seat."""
    if len(mention.entities) != 1:
        return
    (name,) = mention.entities
    entity = context.names.entity(name)
    is_person = entity is not None and entity.type == "person"
    token = sentence.token(mention)
    value = Value(mention.start, mention.end, mention.text, "entity", name)
    seen = set[tuple[str, str]]()
    for hit in sentence.hits:
        if not is_person and distance(token, sentence.doc[hit.end - 1]) > _NEAR_NAME:
            continue
        for each in hit.properties:
            if each.type != "entity" or each.kind != "party_or_actor":
                continue
            if not context.names.is_answer(name, each.name):
                continue
            for subject in subjects:
                key = (subject.name, each.name)
                if key in seen or each.name not in context.names.properties_of(subject.name):
                    continue
                seen.add(key)
                time = _of_now(hit, mention, sentence, context)
                yield _named(value, each, subject, time, context)


def _of_now(hit: Hit, mention: Mention, sentence: Sentence, context: Context) -> Period | None:
    """ "The club's president Ada Holt said": a title right before a name is held on that day."""
    title = sentence.doc[hit.start : hit.end]
    name = sentence.span(mention.start, mention.end)
    dated = any(is_time(v) for v in sentence.values)
    if hit.form != "noun" or title.end != name.start or dated or context.asked_on is None:
        return None
    before = {t.lower_ for t in sentence.doc[max(title.start - 3, 0) : title.start]}
    return None if before & _NO_MORE else Period(context.asked_on, context.asked_on)


def _named(
    value: Value, each: Property, subject: Subject, time: Period | None, context: Context
) -> Answered:
    why = (
        f"name: {value.text!r} is {value.value}",
        f"property: {each.name}, loosely",
        f"subject: {subject.name}, {subject.how} {subject.why}".strip(),
    )
    return agreeing(value, subject.name, each, time, why, context)
