"""Values read by what stands around them, as learned from statements (`surroundings.py`).

The wording of a topic lists the words by which texts speak of a property; nobody can list them
all. For a value of which no closer reading is certain, the reference tells which properties and
subjects it is likely of (`learned.csv`). Such a reading agrees with the text where the facts do;
it contradicts it only where everything else is beyond doubt (`learned_doubts.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.agreeing import FITS_ALL
from factcheck.language.changes import is_total
from factcheck.language.evoked import evoked
from factcheck.language.figures import FIGURES, signed
from factcheck.language.fitting_kinds import converted, may_be_of
from factcheck.language.learned_clauses import (
    counts_others,
    goes_with_strangers,
    may_be_difference,
)
from factcheck.language.learned_doubts import Learned, doubts
from factcheck.language.making import Answered, told, too_loose
from factcheck.language.memory import Context
from factcheck.language.pairing import not_beside, rivals_of
from factcheck.language.publishing import is_day_of_saying, is_of_saying
from factcheck.language.sentences import Sentence, Term
from factcheck.language.spoken import MANY
from factcheck.language.subjects import Subject
from factcheck.language.surroundings import surroundings
from factcheck.language.times import base_of, is_time, time_for
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: a property less likely than this is not worth a reading
_MAYBE = 0.2
#: a subject that nobody named counts as spoken of from here on
_TOLD = 0.5


def find_learned(
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    answers: Sequence[Answered],
) -> Iterator[Answered]:
    """Readings of the values of which `answers` has no certain one."""
    certain = [a for a in answers if a.certain]
    times = {a.when for a in certain}
    questions = [a.question for a in certain]
    able: list[Subject] | None = None
    for value in sentence.values:
        if not _is_open(value, certain) or _tells_something_else(value, sentence):
            continue
        cues = surroundings(value, sentence, context)
        likely = context.names.likely_properties(cues)
        likely = [(each, p) for each, p in likely if p >= _MAYBE]
        fitting = [(e, p) for e, p in likely if may_be_of(value, e)]
        fitting = [(e, p) for e, p in fitting if not counts_others(value, e, sentence)]
        if not fitting:
            continue
        whose = context.names.likely_subjects(cues)
        if able is None:
            able = [*subjects, *evoked(sentence, subjects, context)]
        for each, p in fitting:
            p = p if each == likely[0][0] else 0.0
            found = Learned(each, p, whose, value in times, questions)
            yield from _readings(value, found, able, sentence, context)


def _is_open(value: Value, certain: Sequence[Answered]) -> bool:
    if value.value is None or value.hedge in FITS_ALL:
        return False
    if value.kind not in FIGURES and not is_time(value):
        return False
    return not any(a.start < value.end and value.start < a.end for a in certain)


def _tells_something_else(value: Value, sentence: Sentence) -> bool:
    """What something changed by; a date from which another is counted, or that says when something
    was told; "until 2021", which many an end fits."""
    if may_be_difference(value, sentence):
        return True
    if value.kind in FIGURES:
        return False
    return (
        ".." in str(value.value)
        or bool(base_of(sentence, value))
        or is_of_saying(value, sentence)
        or is_day_of_saying(value, sentence)
    )


def _readings(
    value: Value,
    learned: Learned,
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    each, token = learned.property, sentence.token(value)
    able = _subjects(value, learned, subjects, sentence, context)
    stated, is_own_unit = value, True
    when: Value | Term | None = None
    period: Period | None = None
    if value.kind in FIGURES:
        stated, is_own_unit = converted(signed(value, token), each)
        when, period = _time(value, token, sentence)
    best = _best(able, learned)
    doubt = next(doubts(value, learned, best, period, sentence, context), None)
    doubt = doubt if is_own_unit else "it is told in another unit"
    is_sum = value.kind in FIGURES and is_total(value, sentence) and each.per == "year"
    said, doubted = f"{each.name}, learned, {learned.p:.2f}", (too_loose(doubt),) if doubt else ()
    for subject in able:
        is_strange = goes_with_strangers(value, subject, sentence, context)
        if is_strange and significant_digits(value.value) < MANY:
            continue
        reading = Answered(
            value.start,
            value.end,
            Question(
                subject.name, each.name, period, context.asked_on, "total" if is_sum else None
            ),
            each.kind,
            stated,
            (*told(value, said, str(subject), when, period), *doubted),
            when=when,
            certain=False,
            agrees_only=True,
        )
        yield reading
        if doubt is None and subject in best and not is_strange:
            yield replace(reading, certain=True, agrees_only=False, learned=True)


def _time(
    value: Value, token: Token, sentence: Sentence
) -> tuple[Value | Term | None, Period | None]:
    times = [v for v in sentence.values if is_time(v)]
    alike = [v for v in sentence.values if v.kind == value.kind]
    return time_for(sentence, token, token.head, times, alike)


def _subjects(
    value: Value,
    learned: Learned,
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> list[Subject]:
    """The subjects that the value may be of, once each: those spoken of, and the likely ones."""
    name = learned.property.name
    able = [s for s in subjects if name in context.names.properties_of(s.name)]
    others = rivals_of(value, sentence, able) | not_beside(value, sentence, able)
    found: dict[str, Subject] = {}
    for subject in able:
        if subject.name not in others:
            found.setdefault(subject.name, subject)
    for known, p in learned.subjects.items():
        if p >= _TOLD and name in context.names.properties_of(known):
            found.setdefault(known, Subject(known, (), "learned", f"{p:.2f}"))
    return list(found.values())


def _best(able: Sequence[Subject], learned: Learned) -> list[Subject]:
    """Those that the value is of: what the sentence names, before what is only likely."""
    best = [s for s in able if s.is_said() or learned.subjects.get(s.name, 0.0) >= _TOLD]
    if len(best) > 1:
        likely = [s for s in best if learned.subjects.get(s.name, 0.0) >= _TOLD]
        best = likely or best
    return best or list(able)
