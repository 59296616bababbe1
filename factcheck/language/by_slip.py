"""Values that tell by themselves of which fact they are, although they are wrong in one respect:
"2.52 trillion won" of what is 1.52 trillion, "signed on 9 February 1968" of the year before.

The counterpart of `by_value.py`, for errors. Loose readings (`agreeing.py`) say nothing where the
facts differ, for the words may be of something else; but a figure of three digits, or a date, that
is like the fact in all but one digit, its magnitude, its currency or its year was meant for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from factcheck.language.borders import is_set_before
from factcheck.language.by_value import answered_by, best_said, may_be_meant
from factcheck.language.event_answers import is_closed
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, Term
from factcheck.language.slip_ends import slipping_ends
from factcheck.language.slip_words import (
    has_its_word,
    has_stranger,
    is_of_day,
    is_of_its_end,
    is_other_change,
    name_beside,
    named_day,
)
from factcheck.language.spoken import MANY, Spoken
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.measures.bounds import is_limit
from factcheck.measures.numerals import last_digit, significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.reading import is_alike_alone
from factcheck.measures.slips import ENOUGH, is_same_unit, slip
from factcheck.measures.values import Value
from factcheck.records import Fact

_Time = tuple[Value | Term | None, Period | None]
_NO_TIMES: Sequence[_Time] = [(None, None)]
#: of more years than these a figure of three digits is like one or another
_FEW = 3
#: of more days than a year has a time tells nothing
_LONG = 400
_MONTH, _DAY = len("2024-10"), len("2024-10-04")
#: a line that is drawn is the figure itself where that is a limit
_LINES = (None, "more than", "at least", "less than", "at most")
#: the year is said, not counted from today
YEAR_SAID = re.compile(r"\d{4}|['’]\d\d\b|\b(?:nineteen|twenty|two thousand)\b", re.IGNORECASE)
#: the same day of another year
_AGAIN = re.compile(
    r"\b(?:anniversar(?:y|ies)|commemorat\w+|celebrat\w+|mark(?:ed|s|ing)|remember\w*|"
    r"years? (?:ago|later|after|earlier|before|to the day)|birthdays?|again|re-?elect\w*|"
    r"(?:second|third|another) (?:\w+ )?(?:term|stint|spell|time)|"
    r"annual(?:ly)?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Here:
    """The sentence, what it speaks of, and all facts of that."""

    sentence: Sentence
    subjects: Sequence[Subject]
    context: Context
    spoken: Spoken
    facts: Sequence[Fact]
    #: those of the sort of the value that is looked at
    alike: Sequence[Fact] = ()


def told_by_slip(
    values: Sequence[Value],
    readings: Sequence[Answered],
    times: Mapping[Value, Sequence[_Time]],
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """Readings of the values that are a slip of a fact: those of the loose `readings` that ask for
    it; else of what is spoken of. `times`: those that a figure may be of."""
    may = [value for value in values if _may_slip(value, sentence)]
    closed = [value for value in values if is_time(value) and is_closed(value)]
    if not may and not closed:
        return
    spoken = Spoken(sentence, context)
    names = {*spoken.subjects(), *(subject.name for subject in subjects)}
    facts = [f for name in sorted(names) for f in context.names.facts(name) if f.reading]
    here = _Here(sentence, subjects, context, spoken, facts)
    for value in closed:
        yield from map(_told, slipping_ends(value, facts, spoken, context))
    for value in may:
        here.alike = [fact for fact in facts if _is_comparable(value, fact)]
        if any(_is_same(value, fact) for fact in here.alike):  # that may be meant
            continue
        own = [one for one in readings if (one.start, one.end) == (value.start, value.end)]
        found = [one for one in own if _meant(one, context) and not _is_strangers(one, here)]
        for one in found or _unworded(value, times.get(value, _NO_TIMES), here):
            fact = _meant(one, context)
            if fact is None or fact.reading is None or _is_told(fact, value, sentence):
                continue
            how = slip(value, fact.reading)
            if how == "currency" and not is_alike_alone(value):
                continue
            why = (*one.why, f"told by the value: what {fact.id} says, but for the {how}")
            yield _told(replace(one, why=why))


def _told(one: Answered) -> Answered:
    """A reading that its value tells of, wrong as it is."""
    return replace(one.assured(), agrees_only=False, slips=True)


def _unworded(value: Value, times: Sequence[_Time], here: _Here) -> list[Answered]:
    """Readings of a value as what it is like, of one subject that is spoken of."""
    here.spoken.told = _told_beside(value, here)
    like = [f for f in here.alike if f.reading and slip(value, f.reading) and _is_sure(f)]
    found = [
        answered_by(value, fact, here.spoken.property_of(fact), *when, here.context)
        for fact in best_said(_may_be(value, like, here), here.sentence, here.context)
        for when in times
        if when[1] is None or (when[1].days or _LONG) < _LONG or when[1] == fact.valid
    ]
    meant = [(one, fact) for one in found if (fact := _meant(one, here.context))]
    is_one = len({one.question.subject for one, _ in meant}) == 1
    is_one = is_one or len({fact.value for _, fact in meant}) == 1  # "A joined with B in 1950"
    return [one for one, _ in meant] if is_one else []


def _may_slip(value: Value, sentence: Sentence) -> bool:
    """A figure of enough digits; a day or month of a year that is said, and no anniversary."""
    if isinstance(value.value, Decimal):
        return value.hedge in _LINES and significant_digits(value.value) >= ENOUGH
    is_date = is_time(value) and value.hedge is None and len(named_day(value)) in (_MONTH, _DAY)
    if not is_date or not YEAR_SAID.search(value.text) or _AGAIN.search(sentence.raw):
        return False
    place = sentence.span(value.start, value.end).start
    acts = [h.start for h in sentence.hits if any(p.type == "date" for p in h.properties)]
    return not acts or not all(is_set_before(sentence.doc, place, act) for act in acts)


def _is_comparable(value: Value, fact: Fact) -> bool:
    """A figure beside a figure, a day beside a day."""
    known = fact.reading.value if fact.reading else None
    return isinstance(known, Decimal) == isinstance(value.value, Decimal)


def _is_same(value: Value, fact: Fact) -> bool:
    """Whether a fact says just this: then that may be meant."""
    known = fact.reading.value if fact.reading else None
    if isinstance(value.value, Decimal):
        unit = fact.reading.unit if fact.reading else None
        if not isinstance(known, Decimal) or not is_same_unit(value.unit, unit):
            return False
        return abs(known - value.value) <= last_digit(value.value) / 2
    said = named_day(value)
    return isinstance(known, str) and any(
        part and (part.startswith(said) or (len(part) >= _MONTH and said.startswith(part)))
        for part in known.split("/")
    )


def _is_told(fact: Fact, value: Value, sentence: Sentence) -> bool:
    """ "211 billion a year, of which 21.1 billion …": the right figure stands there, too."""
    others = [v for v in sentence.values if v.kind == value.kind and v != value]
    others = [v for v in others if is_time(v) or significant_digits(v.value) >= ENOUGH]
    return any(_is_same(v, fact) for v in others)


def _meant(one: Answered, context: Context) -> Fact | None:
    """The fact that a reading slips from: of just what it asks, and of the time that it names."""
    asked = one.question
    if asked.aggregate is not None or (one.value.hedge and not is_limit(asked.property)):
        return None
    pairs = {(asked.subject, asked.property), context.names.asks(asked.subject, asked.property)}
    facts = [f for pair in sorted(pairs) for f in context.names.facts(*pair) if _is_sure(f)]
    if asked.time is not None:
        facts = [fact for fact in facts if fact.valid.overlaps(asked.time)]
    elif significant_digits(one.value.value) < MANY and len({f.valid for f in facts}) > _FEW:
        facts = [f for f in facts if f.valid.is_open or _is_of_about(f, asked.asked_on)]
    return next((f for f in facts if f.reading and slip(one.value, f.reading)), None)


def _is_sure(fact: Fact) -> bool:
    is_plain = fact.reading is not None and fact.reading.hedge in (None, "exactly", "about")
    return is_plain and fact.confidence != "unverified" and fact.rank != "deprecated"


def _is_of_about(fact: Fact, day: date | None) -> bool:
    """Whether a fact is of a year around a day."""
    around = Period(day - timedelta(_LONG), day + timedelta(_LONG)) if day else None
    return around is not None and fact.valid.overlaps(around)


def _is_strangers(one: Answered, here: _Here) -> bool:
    """Whether a date has no word for its event by it, or the subject of a reading is only implied:
    not even evoked by its series or described, or, of a figure, among strange words."""
    name = one.question.subject
    if is_time(one.value):
        each = here.spoken.properties[one.question.property]
        if not has_its_word(one.value, each, here.sentence):
            return True
    mine = [subject for subject in here.subjects if subject.name == name]
    if any(subject.how != "implied" for subject in mine):
        return False
    if is_time(one.value):
        return not any(s.why for s in mine) and not here.spoken.describes(name)
    return has_stranger(one.value, name, here.sentence, here.context, closely=False)


def _may_be(value: Value, like: Sequence[Fact], here: _Here) -> list[Fact]:
    """The facts that a value like them may be meant for, by the words beside it."""
    spoken, sentence, subjects, context = here.spoken, here.sentence, here.subjects, here.context
    if is_time(value):
        like = [f for f in like if is_of_its_end(value, spoken.property_of(f))]
    else:
        beside = name_beside(value, sentence)
        own = [f for f in like if f.property in spoken.told and f.subject == beside]
        if own:  # one of a row of which others are right
            return own
        like = [f for f in like if not is_other_change(value, spoken.property_of(f), sentence)]
    like = [f for f in like if may_be_meant(value, f, spoken, sentence, subjects, context)]
    if is_time(value):
        sure = {s.name for s in subjects if s.is_said()}
        return [f for f in like if is_of_day(value, f, f.subject in sure, spoken, sentence)]
    is_few = significant_digits(value.value) < MANY
    like = [
        f for f in like if not has_stranger(value, f.subject, sentence, context, closely=is_few)
    ]
    return [f for f in like if f.property in spoken.told] or like


def _told_beside(value: Value, here: _Here) -> frozenset[str]:
    """The properties of which other figures like it, here or in the sentence before, are right."""
    alike = [v for v in here.sentence.values if v.kind == value.kind and v.unit == value.unit]
    right = [v for v in alike if significant_digits(v.value) >= ENOUGH]
    before = [one for one in here.context.figures if one.value.kind == value.kind]
    said = {fact.property for v in right for fact in here.facts if _is_same(v, fact)}
    return frozenset(said | {one.question.property for one in before})
