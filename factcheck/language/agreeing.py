"""Loose readings: what a value near known words may say, taken only where the facts agree.

The other readings are bound closely enough to contradict a text. Here the words of a property and
a subject need only stand in the sentence, or in the one before, wherever in the tree: news binds
its figures over clauses and sentences in more ways than rules can name. If the reference has just
this figure for just that time, that is what was meant; if not, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.agreeing_events import dates_agreeing, names_agreeing
from factcheck.language.by_slip import told_by_slip
from factcheck.language.by_subject import told_by_subject
from factcheck.language.by_value import told_by_value
from factcheck.language.changes import is_change, is_total, is_whole, speaks_of_change
from factcheck.language.companions import companions
from factcheck.language.evoked import evoked
from factcheck.language.excluded import is_excluded
from factcheck.language.figures import FIGURES, signed
from factcheck.language.fitting_kinds import converted, fits, is_small
from factcheck.language.making import Answered, told
from factcheck.language.memory import Context
from factcheck.language.pairing import is_nearer_another, not_beside, rivals_of
from factcheck.language.sentences import Hit, Sentence, Term
from factcheck.language.something_else import is_of_something_else
from factcheck.language.spoken import MANY
from factcheck.language.subjects import Subject
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.told_by import find_told_by
from factcheck.language.told_rows import as_percentage
from factcheck.language.trees import distance
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how near its words a figure of one digit must stand, which fits too much
_NEAR = 5.0
#: a bare number that tells by itself what it counts, in a sentence that says nothing else
_LARGE = 1_000
_SHORT = 10
#: hedges that any small figure fits
FITS_ALL = ("less than", "at most")
#: what stands before the number of all of them
_ALL = ("'s", "’s", "the", "all", "its", "their", "our")
#: a time is meant that is not named
_THEN = re.compile(
    r"\b(?:(?:that|the same|the previous|the preceding|the following) (?:year|month|day|time)|"
    r"then|year (?:before|earlier|later|after))\b",
    re.IGNORECASE,
)
_Time = tuple[Value | Term | None, Period | None]


def find_agreeing(
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    answers: Sequence[Answered],
) -> Iterator[Answered]:
    """Loose readings of the values of which `answers` has no certain one."""
    if "respectively" in sentence.lemmas:  # which is whose is told by their order
        return
    implied = {s.name for s in subjects if s.how == "implied"}
    certain = [a for a in answers if a.certain and a.question.subject not in implied]
    if not any(context.recent()):  # of what nothing named here or before hints at
        subjects = [s for s in subjects if s.how != "implied" or any(s.tokens)]
    subjects = [*subjects, *evoked(sentence, subjects, context)]
    free = [
        v
        for v in sentence.values
        if v.value is not None and not any(a.start < v.end and v.start < a.end for a in certain)
    ]
    taken = [a.when for a in certain if a.when is not None]
    readings: list[Answered] = []
    for value in free:
        if value.kind in FIGURES and value.hedge not in FITS_ALL:
            readings += _of_figure(value, sentence, subjects, context, taken)
        elif (
            is_time(value)
            and not base_of(sentence, value)
            and not _tells_which(value, sentence, subjects)
        ):
            readings += dates_agreeing(value, sentence, subjects, context)
    yield from readings
    for mention in sentence.mentions:
        if not any(a.start < mention.end and mention.start < a.end for a in certain):
            yield from names_agreeing(mention, sentence, subjects, context)
    times = {as_percentage(v): list(_times(v, sentence, taken)) for v in free if v.kind in FIGURES}
    free = [as_percentage(v) for v in free]
    for value in free:
        yield from told_by_value(value, sentence, subjects, context, times.get(value, ()))
    readings += [a for a in answers if not a.certain and significant_digits(a.value.value) >= MANY]
    yield from told_by_slip(free, readings, times, sentence, subjects, context)
    yield from told_by_subject(sentence, subjects, context, free)
    yield from companions(sentence, context, answers)
    yield from find_told_by(sentence, subjects, context, answers)


def _tells_which(value: Value, sentence: Sentence, subjects: Sequence[Subject]) -> bool:
    """ "the Larkham Accord of 2016", "the 2016 deal": the date only tells which one is meant."""
    if any(m.start <= value.start and value.end <= m.end for m in sentence.mentions):
        return True
    picked = [t for s in subjects if s.how == "picked" for group in s.tokens for t in group]
    root = sentence.span(value.start, value.end).root
    return any(t.i == root.head.i or t.i == root.i for t in picked) and root.dep_ != "obl"


def _of_figure(
    value: Value,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    taken: Sequence[Value | Term],
) -> Iterator[Answered]:
    token = sentence.token(value)
    change = is_change(value, sentence) if value.kind == "percentage" else None
    seen = set[tuple[str, str]]()
    for hit, each in _spoken(value, sentence, context):
        if hit is not None and not fits(value, each, hit, sentence):
            continue
        if hit is None and not _may_follow(value, each, sentence):
            continue
        if is_small(value) and not _is_near(token, hit, sentence):
            continue
        if change is not None and change != speaks_of_change(each):
            continue
        is_all = _is_all_of_them(value, hit, sentence)
        if each.type == "ordinal" or (is_excluded(each, token, sentence) and not is_all):
            continue
        able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
        others = rivals_of(value, sentence, able) | not_beside(value, sentence, able)
        for subject in able:
            if (subject.name, each.name) in seen or subject.name in others:
                continue
            if is_nearer_another(value, subject, sentence, context):
                continue
            if hit and is_of_something_else(hit, token, subject, sentence, context):
                continue
            seen.add((subject.name, each.name))
            for when, period in _times(value, sentence, taken):
                if is_all and when is None and context.asked_on:  # all that there are
                    period = Period(context.asked_on, context.asked_on)
                yield _answered(value, token, each, subject, when, period, sentence, context)


def _spoken(
    value: Value, sentence: Sentence, context: Context
) -> Iterator[tuple[Hit | None, Property]]:
    """The properties of which words stand in the sentence; if it has none that the value could be
    of, those of the sentence before."""
    here = [(hit, each) for hit in sentence.hits for each in hit.properties]
    yield from here
    if not any(fits(value, each, hit, sentence) for hit, each in here):
        for each in context.spoken_before():
            yield None, each


def _is_all_of_them(value: Value, hit: Hit | None, sentence: Sentence) -> bool:
    """ "eighteen of NATO's 31 members", "the 32 allies": what their clause says is said of them,
    not of how many they are."""
    if hit is None or hit.form != "count":
        return False
    start = sentence.span(value.start, value.end).start
    before = sentence.doc[max(start - 1, 0) : start].text.lower()
    return before in _ALL or is_whole(value, sentence)


def _may_follow(value: Value, each: Property, sentence: Sentence) -> bool:
    """Whether a figure can be one of a property that only the sentence before speaks of."""
    if value.kind == "number":  # "there are about 28,500"
        bare = value.of is None and isinstance(value.value, Decimal) and value.value >= _LARGE
        return bare and bool(each.counts) and len(sentence.tokens) < _SHORT
    if value.kind not in ("amount", "percentage"):
        return False
    return fits(value, each, Hit(0, 1, "noun", (each,)), sentence)


def _is_near(token: Token, hit: Hit | None, sentence: Sentence) -> bool:
    if hit is None:
        return False
    return min(distance(token, t) for t in sentence.doc[hit.start : hit.end]) <= _NEAR


def _times(value: Value, sentence: Sentence, taken: Sequence[Value | Term]) -> Iterator[_Time]:
    """The times that the sentence names, but those that surely belong to another figure; no time
    where it names none."""
    named: list[Value | Term] = [v for v in sentence.values if is_time(v)]
    named += [t for t in sentence.terms if t.role == "during" and len(t.facts) == 1]
    said = [when for when in named if when not in taken]
    if not said and not _THEN.search(sentence.raw):
        yield None, None
    said = said or named
    for when in said:
        if isinstance(when, Term):
            yield when, when.facts[0].valid
        else:
            yield when, period_of(when)


def _answered(
    value: Value,
    token: Token,
    each: Property,
    subject: Subject,
    when: Value | Term | None,
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> Answered:
    stated, _ = converted(signed(value, token, each), each)
    is_sum = is_total(value, sentence) and each.per == "year"
    return Answered(
        value.start,
        value.end,
        Question(subject.name, each.name, period, context.asked_on, "total" if is_sum else None),
        each.kind,
        stated,
        told(value, f"{each.name}, loosely", str(subject), when, period),
        when=when,
        certain=False,
        agrees_only=True,
    )
