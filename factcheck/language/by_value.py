"""Loose readings told by the value itself, whatever the words: "1.0389 trillion won" is what was
paid in 2019, and "on Friday" the very day on which a deal that was named took effect.

News has more words for things than wording can list; but so many digits, and days, are seldom
right by chance. Taken only where the facts agree (`agreeing.py`), and only of what is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.loose_times import is_of_saying
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.pairing import rivals_of
from factcheck.language.sentences import Sentence, Term
from factcheck.language.strangers import case_of, is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import base_of, is_time
from factcheck.language.trees import clause_of, depends_on
from factcheck.language.words import words
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Fact, Property, Question

#: so many digits are seldom right by chance, zeros at the end aside
_ENOUGH = 3
#: so many tell a thing even where no word of it is said
_MANY = 4
_OF = ("for", "of", "on")
_DOERS = ("nsubj", "nsubj:pass", "nmod:poss")
_FIGURES = ("amount", "percentage", "number")


def told_by_value(
    value: Value,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    times: Sequence[tuple[Value | Term | None, Period | None]],
) -> Iterator[Answered]:
    """Loose readings of a figure or a day: of every fact that says just this and is spoken of.
    `times`: those that a figure may be of."""
    if value.hedge is not None or not _is_telling(value, sentence):
        return
    facts = context.names.facts_with(value.kind, value.value, value.unit)
    if not facts:
        return
    properties = {each.name: each for each in context.names.properties()}
    spoken = _Spoken(sentence, context)
    told = {
        (fact.subject, fact.property): fact
        for fact in facts
        if spoken.of(fact, properties[fact.property], value)
        and not _has_other_words(value, fact, properties[fact.property], sentence, context)
        and not _is_of_strangers(value, fact, sentence, context)
        and not _is_anothers(value, fact, sentence, subjects, context)
    }
    said = {p.name for hit in sentence.hits for p in hit.properties}
    said |= {p.name for p in context.spoken_before()}
    of_said = [fact for (_, name), fact in told.items() if name in said]
    for fact in of_said or told.values():
        for when, period in times if value.kind in _FIGURES else ((None, None),):
            yield _answered(value, properties[fact.property], fact, when, period, context)


def _is_telling(value: Value, sentence: Sentence) -> bool:
    """A figure of enough digits; a day on which something was, not one that tells when it was
    said or since when."""
    if value.kind in _FIGURES:
        return significant_digits(value.value) >= _ENOUGH
    is_day = value.kind == "date" and is_time(value)
    return is_day and not base_of(sentence, value) and not is_of_saying(value, sentence)


class _Spoken:
    """What a sentence speaks of: the names in it, those of the sentences before, its lemmas."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self._names = {name for mention in sentence.mentions for name in mention.entities}
        self._before = {*context.recent(), *context.ours}
        self._lemmas = sentence.lemmas | context.recent_lemmas(1)
        self._context = context

    def of(self, fact: Fact, each: Property, value: Value) -> bool:
        """Whether the subject of a fact is spoken of: named, or described by what is."""
        near = self._is_named(fact.subject, self._names)
        if value.kind == "date":
            return near or self._is_named(fact.subject, {*self._context.just_before()})
        if not (near or self._is_named(fact.subject, self._names | self._before)):
            return False
        if value.kind == "number" and value.of and not _counts(each, value.of):
            return False
        is_sure = significant_digits(value.value) >= _MANY and value.kind != "number"
        return is_sure or self._has_words(fact.subject, each)

    def _is_named(self, subject: str, names: set[str]) -> bool:
        """Whether a subject is one of some names, or of a series that is, or described by one."""
        entity = self._context.names.entity(subject)
        series = entity.part_of if entity else ()
        if subject in names or any(s in names and _is_series(s, self._context) for s in series):
            return True
        nouns = words("types").get(entity.type or "", ()) if entity else ()
        return any(
            described.subject in (subject, *series)
            and described.entities
            and not names.isdisjoint(described.entities[0])
            and (described.subject == subject or self._says((*described.words, *nouns)))
            for described in self._context.names.descriptions()
        )

    def _says(self, phrases: Sequence[str]) -> bool:
        """Whether all words of one of some phrases stand there: of a series, what it is of."""
        return any(self._lemmas.issuperset(phrase.split()) for phrase in phrases)

    def _has_words(self, subject: str, each: Property) -> bool:
        """Whether a word by which the property or the subject is spoken of stands there."""
        said = {w for p in (*each.nouns, *each.counts) for w in p.split()[-1:]}
        for described in self._context.names.descriptions():
            if described.subject == subject:
                said |= {w for phrase in described.words for w in phrase.split()}
        return not said.isdisjoint(self._lemmas)


def _counts(each: Property, noun: str) -> bool:
    """Whether a property counts what a number is said of: "soldiers", "soldiery"."""
    last = noun.split()[-1].lower()
    return any(last[:4] == count.split()[-1][:4] for count in each.counts)


def _is_series(name: str, context: Context) -> bool:
    """A country or an alliance is no series of things that are spoken of by its name."""
    entity = context.names.entity(name)
    return entity is not None and entity.type in ("agreement", "treaty", "act")


def _is_anothers(
    value: Value, fact: Fact, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> bool:
    """Whether another subject of the property stands nearer to the value."""
    able = [s for s in subjects if fact.property in context.names.properties_of(s.name)]
    named = {s.name for s in able if s.how in ("named", "picked")}
    if named and fact.subject not in named:
        return True
    return fact.subject in rivals_of(value, sentence, able)


def _has_other_words(
    value: Value, fact: Fact, each: Property, sentence: Sentence, context: Context
) -> bool:
    """ "444 billion was labour cost", "the changes took effect on 1 January": the words right by
    it are of another property of the subject, or of another kind of event."""
    if any(each in hit.properties for hit in sentence.hits):
        return False
    token = sentence.token(value)
    near = {token.i, token.head.i, clause_of(token).i, *(c.i for c in token.head.children)}
    said = [p for h in sentence.hits if not near.isdisjoint(range(h.start, h.end))
            for p in h.properties if p.type == each.type]  # fmt: skip
    if value.kind == "date":
        return bool(said) and all(one.kind != each.kind for one in said)
    own = context.names.properties_of(fact.subject)
    return any(one.kind == each.kind and one.name in own for one in said)


def _is_of_strangers(value: Value, fact: Fact, sentence: Sentence, context: Context) -> bool:
    """ "211 billion for the upkeep of rivers", "the club paid": it goes with something, or is
    somebody's act, that nothing is known of."""
    if value.kind == "date" or significant_digits(value.value) >= _MANY:
        return False
    scope, head = scope_of(fact.subject, context), clause_of(sentence.token(value))
    place = sentence.token(value).i
    return any(
        depends_on(token, head) and is_unknown(token, scope, sentence)
        for token in sentence.tokens
        if (token.i > place and token.dep_ in ("obl", "nmod") and case_of(token) in _OF)
        or (token.i < place and token.dep_ in _DOERS)
    )


def _answered(
    value: Value,
    each: Property,
    fact: Fact,
    when: Value | Term | None,
    period: Period | None,
    context: Context,
) -> Answered:
    return Answered(
        value.start,
        value.end,
        Question(fact.subject, each.name, period, context.asked_on),
        each.kind,
        value,
        (
            f"value: {value.text!r} is just what {fact.id} says",
            f"property: {each.name}, told by the value",
            f"subject: {fact.subject}, spoken of",
            f"time: {when.text!r} is {period}" if when else "time: none said",
        ),
        when=when,
        certain=False,
        agrees_only=True,
    )
