"""Loose readings told by the subject and the value, where a topic has no words of its own: what a
sentence names beside a subject is what the reference says of it, whatever the words.

A spreadsheet has few facts of a subject, and a text more words for them than its columns' names
tell. "X swallowed 130 million euros", "perched above Y, X": taken only where the facts agree, and
where no words beside the value are of another property.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.by_value import has_other_words, is_anothers, is_of_strangers
from factcheck.language.making import Answered, agreeing
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject, is_by_sort
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.language.wording import LIGHT
from factcheck.language.words import word_set
from factcheck.measures.numerals import last_digit, significant_digits
from factcheck.measures.periods import ANY_TIME
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIGURES = ("amount", "percentage", "number")
#: so many digits are seldom right by chance
_TELLING = 3
#: what stands before a figure that is meant as it is
_TEN = 10
_PLAIN = (None, "about")
_MONTH = len("2024-10")
_PLACING = ("in", "on", "at", "of", "from", "over", "above", "near", "off", "to")
_PLACES = ("place", "city", "country", "town", "island", "region", "state", "site")


def told_by_subject(
    sentence: Sentence, subjects: Sequence[Subject], context: Context, free: Sequence[Value]
) -> Iterator[Answered]:
    """Loose readings of `free` values and of names: that they are what is known of a subject."""
    properties: Mapping[tuple[str, str], Property] = {}
    for subject in _spoken_of(subjects):
        facts = [f for f in context.names.facts(subject.name) if context.names.is_bare(f.topic)]
        if facts and not properties:
            properties = {(p.topic, p.name): p for p in context.names.properties()}
        for fact in facts:
            each = properties[fact.topic, fact.property]
            told: Iterable[Value] = (
                _named(fact, each, facts, subject, sentence, context)
                if each.type == "entity"
                else (v for v in free if _is_of(v, fact, each, sentence, subjects, context))
            )
            for value in told:
                yield _answered(value, each, subject, sentence, context)


def _named(
    fact: Fact,
    each: Property,
    facts: Sequence[Fact],
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Iterator[Value]:
    """The names in a sentence that are the value of a fact, as values."""
    for mention in sentence.mentions:
        if _is_told(mention, fact, each, facts, subject, sentence, context):
            yield Value(mention.start, mention.end, mention.text, "entity", fact.value)


def _is_of(
    value: Value,
    fact: Fact,
    each: Property,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> bool:
    """Whether a value says what a fact does, and no words by it are of something else."""
    return (
        _says(value, fact, each, sentence)
        and not has_other_words(value, fact, each, sentence, context)
        and (
            physical_unit(value.of) is not None
            or not is_of_strangers(value, fact, sentence, context)
        )
        and not is_anothers(value, fact, sentence, subjects, context)
    )


def _spoken_of(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """The subjects that the sentence names, or takes up by a word."""
    done = set[str]()
    for subject in subjects:
        is_taken_up = subject.how == "referred" and any(subject.tokens)
        is_said = subject.how in ("named", "picked") or is_taken_up or is_by_sort(subject)
        if is_said and subject.name not in done:
            done.add(subject.name)
            yield subject


def _is_told(
    mention: Mention,
    fact: Fact,
    each: Property,
    facts: Sequence[Fact],
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> bool:
    """Whether a name is the value of a fact and no words beside it are of something else; of
    several persons known of a subject only one with the words for his part."""
    if fact.value not in mention.entities or subject.name in mention.entities:
        return False
    if fact.valid != ANY_TIME:  # "left X", "took over from X": whether it still holds is open
        return False
    token = sentence.token(mention)
    entity = context.names.entity(fact.value)
    kind = entity.type if entity else None
    if kind in _PLACES and _is_moving(token):
        return False
    if any(each in hit.properties for hit in sentence.hits):
        return not _hangs_by_other(token, each, facts, sentence)
    if kind in _PLACES:
        is_there = case_of(token) in _cases(subject, context)
        return is_there and not _hangs_by_other(token, each, facts, sentence)
    others = {
        other.property
        for other in facts
        if other.property != each.name
        and other.reading is None
        and ((e := context.names.entity(other.value)) is None or e.type in (kind, None))
    }
    return not others and not _hangs_by_other(token, each, facts, sentence)


def _cases(subject: Subject, context: Context) -> Sequence[str]:
    """The prepositions by which a place is somebody's or something's."""
    entity = context.names.entity(subject.name)
    is_person = entity is not None and entity.type == "person"
    return ("from", "of") if is_person else _PLACING


def _is_moving(token: Token) -> bool:
    """ "grew up in X", "closed a yard in X": where somebody came or did something."""
    verbs = {token.head.lemma_.lower(), clause_of(token).lemma_.lower()}
    return not verbs.isdisjoint(word_set("events", "elsewhere.verbs"))


def _hangs_by_other(
    token: Token, each: Property, facts: Sequence[Fact], sentence: Sentence
) -> bool:
    """ "died in X" of who was born there: the word that a name hangs by is of something else."""
    own = {fact.property for fact in facts}
    return any(
        each not in hit.properties
        and own.intersection(p.name for p in hit.properties)
        and sentence.doc[hit.start].lemma_.lower() not in LIGHT
        for hit in sentence.hits
        if hit.start <= token.head.i < hit.end
    )


def _says(value: Value, fact: Fact, each: Property, sentence: Sentence) -> bool:
    """Whether a value says just what a fact does."""
    if value.hedge not in _PLAIN or fact.reading is None:
        return False
    if is_time(value) and each.type == "date":
        return _is_the_day(value, fact, sentence)
    known, said = fact.reading.value, value.value
    if value.kind not in _FIGURES or value.kind != fact.reading.kind:
        return False
    if not isinstance(known, Decimal) or not isinstance(said, Decimal):
        return False
    if value.kind == "amount" and value.unit != (fact.reading.unit or each.unit):
        return False
    factor = _factor(value, each)
    if factor is None:
        return False
    half = last_digit(said) / 2 if significant_digits(said) >= _TELLING else Decimal(0)
    is_it = abs(said - known / factor) <= half
    return is_it and (value.kind != "number" or _counts(value, each, sentence))


def _factor(value: Value, each: Property) -> Decimal | None:
    """By what a figure in the unit of the text is multiplied for that of the property."""
    said, own = physical_unit(value.of), physical_unit(each.unit)
    if said is None and own is None:
        return Decimal(1)
    if said is None or own is None or said[0].dimension != own[0].dimension:
        return None
    return said[0].factor / own[0].factor


def _counts(value: Value, each: Property, sentence: Sentence) -> bool:
    """Whether a number has the unit of a property, or counts what its name says, or has so many
    digits that it needs neither."""
    if physical_unit(each.unit) is not None:
        is_large = isinstance(value.value, Decimal) and value.value >= _TEN
        return is_large or significant_digits(value.value) > 1
    if significant_digits(value.value) >= _TELLING:
        return True
    span = sentence.span(value.start, value.end)
    said = {f for t in span.doc[span.start : span.end + 3] if t.pos_ == "NOUN" for f in forms(t)}
    known = {phrase.split()[-1] for phrase in (*each.counts, *each.nouns)}
    return not said.isdisjoint(known)


def _is_the_day(value: Value, fact: Fact, sentence: Sentence) -> bool:
    """The day or month of a fact; a year alone may be right by chance."""
    known, said = str(fact.reading.value if fact.reading else ""), str(value.value).rstrip("/.")
    if base_of(sentence, value) or not (known.startswith(said) or said.startswith(known)):
        return False
    return len(said) >= _MONTH


def _answered(
    value: Value, each: Property, subject: Subject, sentence: Sentence, context: Context
) -> Answered:
    times = [v for v in sentence.values if is_time(v) and v.start != value.start]
    period = period_of(times[0]) if len(times) == 1 and each.type != "date" else None
    why = (
        f"value: {value.text!r} is just what is known",
        f"property: {each.name}, told by subject and value",
        f"subject: {subject.name}, {subject.how} {subject.why}".strip(),
    )
    return agreeing(value, subject.name, each, period, why, context)
