"""Loose readings told by the value itself, whatever the words: "1.0389 trillion won" is what was
paid in 2019, and "on Friday" the very day on which a deal that was named took effect.

News has more words for things than wording can list; but so many digits, and days, are seldom
right by chance. Taken only where the facts agree (`agreeing.py`), and only of what is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.making import Answered, agreeing
from factcheck.language.memory import Context
from factcheck.language.pairing import rivals_of
from factcheck.language.publishing import is_of_saying
from factcheck.language.sentences import Sentence, Term
from factcheck.language.spoken import MANY, Spoken
from factcheck.language.strangers import case_of, is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import base_of, is_time
from factcheck.language.trees import antecedent, clause_of, depends_on
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Fact, Property

#: so many digits are seldom right by chance, zeros at the end aside
_ENOUGH = 3
_OF = ("for", "of", "on")
_DOERS = ("nsubj", "nsubj:pass", "nmod:poss")
FIGURES = ("amount", "percentage", "number")


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
    spoken = Spoken(sentence, context)
    told = [f for f in facts if may_be_meant(value, f, spoken, sentence, subjects, context)]
    for fact in best_said(told, sentence, context):
        for when, period in times if value.kind in FIGURES else ((None, None),):
            yield answered_by(value, fact, spoken.property_of(fact), when, period, context)


def may_be_meant(
    value: Value,
    fact: Fact,
    spoken: Spoken,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> bool:
    """Whether a value may be meant for a fact: it is of something spoken of, and no words by it
    say that it is of something else."""
    each = spoken.property_of(fact)
    return (
        spoken.of(fact, each, value)
        and not has_other_words(value, fact, each, sentence, context)
        and not is_of_strangers(value, fact, sentence, context)
        and not is_anothers(value, fact, sentence, subjects, context)
    )


def best_said(told: Sequence[Fact], sentence: Sentence, context: Context) -> Sequence[Fact]:
    """One fact for each subject and property; those of which words are said, if there are any."""
    one_each = {(fact.subject, fact.property): fact for fact in told}
    said = {p.name for hit in sentence.hits for p in hit.properties}
    said |= {p.name for p in context.spoken_before()}
    of_said = [fact for (_, name), fact in one_each.items() if name in said]
    return of_said or list(one_each.values())


def _is_telling(value: Value, sentence: Sentence) -> bool:
    """A figure of enough digits; a day on which something was, not one that tells when it was
    said or since when."""
    if value.kind in FIGURES:
        return significant_digits(value.value) >= _ENOUGH
    is_day = value.kind == "date" and is_time(value)
    return is_day and not base_of(sentence, value) and not is_of_saying(value, sentence)


def is_anothers(
    value: Value, fact: Fact, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> bool:
    """Whether another subject of the property stands nearer to the value."""
    able = [s for s in subjects if fact.property in context.names.properties_of(s.name)]
    named = {s.name for s in able if s.how in ("named", "picked")}
    if named and fact.subject not in named:
        return True
    return fact.subject in rivals_of(value, sentence, able)


def has_other_words(
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
    return any(
        one.kind == each.kind and one.name in own and _may_have_unit(value, one) for one in said
    )


def _may_have_unit(value: Value, each: Property) -> bool:
    """Whether a figure in its unit may be one of a property: megawatts are no terawatt hours."""
    said, own = physical_unit(value.of), physical_unit(each.unit)
    return said is None or own is None or said[0].dimension == own[0].dimension


def is_of_strangers(value: Value, fact: Fact, sentence: Sentence, context: Context) -> bool:
    """ "211 billion for the upkeep of rivers", "the club paid": it goes with something, or is
    somebody's act, that nothing is known of."""
    if value.kind == "date" or significant_digits(value.value) >= MANY:
        return False
    scope, head = scope_of(fact.subject, context), clause_of(sentence.token(value))
    place = sentence.token(value).i
    noun = antecedent(head)
    if noun is not None and is_unknown(noun, scope, sentence):
        return True
    return any(
        depends_on(token, head) and is_unknown(token, scope, sentence)
        for token in sentence.tokens
        if (token.i > place and token.dep_ in ("obl", "nmod") and case_of(token) in _OF)
        or (token.i < place and token.dep_ in _DOERS)
    )


def answered_by(
    value: Value,
    fact: Fact,
    each: Property,
    when: Value | Term | None,
    period: Period | None,
    context: Context,
) -> Answered:
    """The loose reading of a value as what a fact says."""
    why = (
        f"value: {value.text!r} is just what {fact.id} says",
        f"property: {each.name}, told by the value",
        f"subject: {fact.subject}, spoken of",
        f"time: {when.text!r} is {period}" if when else "time: none said",
    )
    return replace(agreeing(value, fact.subject, each, period, why, context), when=when)
