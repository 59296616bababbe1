"""Figures bound to what they are a figure of: value -> property, subject and time.

Every pair of property wording and subject near a value is a reading; the nearest wins, and
others about as near are given too: what one reading does not refute is not refuted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.all_told import is_all_told
from factcheck.language.changes import is_change, is_total, names_change, speaks_of_change
from factcheck.language.earlier_figures import time_before
from factcheck.language.figures_beside import is_beside
from factcheck.language.fitting_kinds import comparable
from factcheck.language.linking import Link, links_of, nearest
from factcheck.language.loose import SOFT, WAS_BEFORE, why_loose
from factcheck.language.loose_times import COMES_FROM, is_of_no_time
from factcheck.language.making import IMPLIED, OTHER_UNIT, SPOKEN_OF, Answered, told
from factcheck.language.member_years import years_told
from factcheck.language.memory import Context
from factcheck.language.narrowing import is_narrowed
from factcheck.language.part_of_sum import is_part_of_known
from factcheck.language.sentences import Sentence, Term
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of, time_for
from factcheck.language.trees import clause_of, sharing_subject
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

FIGURES = ("number", "percentage", "amount", "ordinal", "duration", "range")
#: "began with 62 billion"
_BEGINNING = frozenset(("begin", "start", "open", "launch"))


def find_figures(
    sentence: Sentence, subjects: Sequence[Subject], context: Context, told: Set[int]
) -> Iterator[Answered | tuple[Value, str]]:
    """Answers given by figures; a value that stays unbound with the reason.

    `told`: where the dates begin that are answers of an event, not the time of a figure.
    """
    events = [v for v in sentence.values if v.start in told]
    values = [v for v in sentence.values if v.kind in FIGURES and v.value is not None]
    free = [v for v in sentence.values if is_time(v) and v not in events]
    given: set[str] = set()  # of whom the last amount was told, and of whom for sure
    sure: set[str] = set()
    for value in values:
        token = sentence.token(value)
        if is_beside(value, token, sentence):
            yield value, "ambiguous"
            continue
        links = links_of(value, token, sentence, subjects, context)
        if not links:
            yield value, _why_unbound(value, sentence, subjects)
            continue
        is_of_it = bool(given) and is_change(value, sentence)
        if is_of_it:  # "1.5 trillion won, up 8 percent": of the same
            links = [link for link in links if link.subject.name in given] or links
        if value.kind == "amount":
            given = {link.subject.name for link in links[:1]}
            sure = set()
        alike = [v for v in values if v.kind == value.kind]
        for link in nearest(links):
            head = sentence.doc[link.hit.end - 1]
            when, period = time_for(sentence, token, head, free, alike)
            if when is None and _is_of_event(token, value, events, sentence):
                when, period = events[0], period_of(events[0])
            if when is None and period is None and not free:
                period = years_told(link, token, sentence, subjects, context)
            if isinstance(when, Value) and _is_lasting(value, token, when, sentence):
                when = period = None
            if isinstance(when, Value) and is_of_no_time(link, value, when, sentence, context):
                when = period = None
            answer = _answer(link, links, value, token, when, period, sentence, context)
            if value.kind == "amount" and answer.certain:
                sure.add(link.subject.name)
            elif is_of_it and answer.implied and link.subject.name in sure:
                answer = answer.assured()
            yield answer


def _is_lasting(value: Value, token: Token, when: Value, sentence: Sentence) -> bool:
    """ "It lasts six years and sets the sum for 2026": how long something lasts is of no time that
    another clause tells."""
    first = sentence.span(value.start, value.end).start
    if value.kind != "duration" or not first or token.doc[first - 1].lower_ == "in":
        return False
    return clause_of(token).i != clause_of(sentence.token(when)).i


def _is_of_event(token: Token, value: Value, events: Sequence[Value], sentence: Sentence) -> bool:
    """ "Twelve countries founded it in 1949": a count of the day of the event that it acts in; "it
    began in 1978 with 62 billion": what it began with."""
    if len(events) != 1:
        return False
    clause = clause_of(token)
    is_count = value.kind == "number" and token.dep_.startswith("nsubj")
    begins = clause.lemma_.lower() in _BEGINNING and case_of(token) in ("with", "at")
    return (is_count or begins) and clause.i == clause_of(sentence.token(events[0])).i


def _is_sure(link: Link, value: Value, sentence: Sentence, context: Context) -> bool:
    """A subject is sure if the sentence says it; one taken up from before, only by a pronoun of
    the same clause and from the sentence just before."""
    if link.subject.how == "implied":
        is_told = link.hit.form != "adjective"  # "8 percent higher": what is, is not said
        if is_told and is_all_told(link.subject, sentence, context, value):
            return True
        return is_part_of_known(link, value, sentence, context)
    if link.subject.how != "referred":
        return True
    head = sentence.doc[link.hit.end - 1]
    tokens = [t for group in link.subject.tokens for t in group]
    subject_of = {head.i, *(verb.i for verb in sharing_subject(clause_of(head)))}
    clause = clause_of(sentence.token(value)).i
    taken_up = any(
        (t.dep_.startswith("nsubj") and t.head.i in subject_of)
        or (t.dep_ == "nmod:poss" and t.head.i == head.i)
        or (case_of(t) == "under" and clause_of(t).i == clause)  # "under it A pays …"
        for t in tokens
    )
    return taken_up and link.subject.name in context.just_before()


def _answer(
    best: Link,
    links: Sequence[Link],
    value: Value,
    token: Token,
    when: Value | Term | None,
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> Answered:
    name = best.subject.name
    facts = context.names.facts(name, best.property.name)
    own = signed(value, token, best.property)
    stated, is_own_unit = comparable(own, best.property, facts)
    is_narrow = is_narrowed(value, best.property, best.hit, name, sentence, context)
    is_else_sure = is_own_unit and not is_narrow
    is_sure = is_else_sure and _is_sure(best, value, sentence, context)
    loose = why_loose(best, links, value, token, when, sentence, context)
    if loose in SOFT and is_all_told(best.subject, sentence, context, value):
        loose = None
    if loose in (WAS_BEFORE, COMES_FROM):
        then = time_before(value, when, sentence, context.asked_on)
        if then is not None:
            period, is_said = then
            loose = None if is_said else loose
    words = f"{best.hit.form} {sentence.doc[best.hit.start : best.hit.end].text!r}"
    made = Answered(
        value.start,
        value.end,
        Question(
            best.subject.name,
            best.property.name,
            period,
            context.asked_on,
            "total" if is_total(value, sentence) and best.property.per == "year" else None,
            within=None if _is_dated(value, when, sentence) else _event_of(best, sentence, context),
        ),
        best.property.kind,
        stated,
        told(value, f"{best.property.name} by {words}", str(best.subject), when, period),
        when=when,
        implied=is_else_sure and best.subject.how == "implied" and loose is None,
    )
    return made.unless(
        (loose is not None, loose or ""),
        (not is_own_unit, OTHER_UNIT),
        (is_narrow, "of a part, or of something narrower"),
        (not is_sure and best.subject.how == "referred", SPOKEN_OF),
        (not is_sure, IMPLIED),
    )


def _is_dated(value: Value, when: Value | Term | None, sentence: Sentence) -> bool:
    """ "at the Games, up from 202 in 2019": the date right behind a figure tells its event."""
    if when is None:
        return False
    end = sentence.span(value.start, value.end).end
    return 0 <= sentence.span(when.start, when.end).start - end < 4


def _event_of(link: Link, sentence: Sentence, context: Context) -> str | None:
    """An event (a field, a place) that the sentence names, if figures of the property are told
    apart by it: "won 29 medals at the Larkham Games"."""
    found = {
        name
        for mention in sentence.mentions
        for name in mention.entities
        if name != link.subject.name
        and context.names.is_qualified(link.subject.name, link.property.name, name)
    }
    return found.pop() if len(found) == 1 else None


def signed(value: Value, token: Token, each: Property) -> Value:
    """A per cent change that is said to be a fall is below zero; but no share, which fell."""
    if not (names_change(each) or speaks_of_change(each)):
        return value
    falls = word_set("events", "fall.verbs")
    near = (token.head, clause_of(token), *token.children)
    if value.kind != "percentage" or not isinstance(value.value, Decimal):
        return value
    before = [t.lower_ for t in token.doc[max(token.i - 5, 0) : token.i]]
    if {"to", "from", "at"}.intersection(before[-3:]):  # "fell to 5 percent": no change itself
        return value
    if value.value <= 0 or not any(t.lemma_.lower() in falls for t in near):
        return value
    low, high = value.low, value.high
    return replace(
        value,
        value=-value.value,
        low=-high if isinstance(high, Decimal) else None,
        high=-low if isinstance(low, Decimal) else None,
    )


def _why_unbound(value: Value, sentence: Sentence, subjects: Sequence[Subject]) -> str:
    if value.note == "no_date":
        return "no_date"
    return "property_unknown" if subjects else "no_subject"
