"""Values that tell by themselves of which fact they are, although they are wrong in one respect:
"2.52 trillion won" of what is 1.52 trillion, "signed on 9 February 1968" of the year before.

The counterpart of `by_value.py`, for errors. Loose readings (`agreeing.py`) say nothing where the
facts differ, for the words may be of something else; but a figure of three digits, or a date, that
is like the fact in all but one digit, its magnitude, its currency or its year was meant for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from factcheck.language.agreeing_events import nearest_events
from factcheck.language.by_value import answered_by, best_said, may_be_meant
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, Term
from factcheck.language.spoken import MANY, Spoken
from factcheck.language.strangers import is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of, depends_on
from factcheck.measures.bounds import is_limit
from factcheck.measures.numerals import last_digit, significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.slips import ENOUGH, slip
from factcheck.measures.values import Value
from factcheck.records import Fact, Property

#: of more years than these a figure of three digits is like one or another
_FEW = 3
_MONTH = len("2024-10")
#: on these much begins and ends each year
_EDGES = ("01", "30", "31")
#: of more days than a year has a time tells nothing
_LONG = 400
_NO_TIMES: Sequence[tuple[Value | Term | None, Period | None]] = [(None, None)]
#: a line that is drawn is the figure itself where that is a limit
_LINES = (None, "more than", "at least", "less than", "at most")
#: verbs that tell nothing of what is done
_LIGHT = frozenset(("be", "have", "take", "come", "go", "get", "make", "put", "set", "bring", "do"))
#: how a subject is spoken of for certain
_SURE = ("named", "picked", "described")
#: the year is said, not counted from today
_YEAR = re.compile(r"\d{4}|['’]\d\d\b|\b(?:nineteen|twenty|two thousand)\b", re.IGNORECASE)
#: the same day of another year
_AGAIN = re.compile(
    r"\b(?:anniversar(?:y|ies)|commemorat\w+|celebrat\w+|marked|marks|marking|"
    r"years? (?:ago|later|after|earlier|before|to the day)|birthdays?|again|re-?elect\w*|annual(?:ly)?)\b",
    re.IGNORECASE,
)


def told_by_slip(
    values: Sequence[Value],
    readings: Sequence[Answered],
    times: Mapping[Value, Sequence[tuple[Value | Term | None, Period | None]]],
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """Readings of values that are a slip of the fact: of the loose `readings` those whose value
    is, and of others what is spoken of. `times`: those that a value may be of."""
    may = [value for value in values if _may_slip(value, sentence)]
    if not may:
        return
    spoken = Spoken(sentence, context)
    names = {*spoken.subjects(), *(subject.name for subject in subjects)}
    facts = [f for name in sorted(names) for f in context.names.facts(name) if f.reading]
    for value in may:
        if any(_is_same(value, fact) for fact in facts):  # that may be meant
            continue
        found = [one for one in readings if (one.start, one.end) == (value.start, value.end)]
        found = [one for one in found if _meant(one, context)]
        if not found:
            spoken.told = _told_beside(value, facts, sentence, context)
            like = [f for f in facts if _is_sure(f) and f.reading and slip(value, f.reading)]
            like = [f for f in like if may_be_meant(value, f, spoken, sentence, subjects, context)]
            told = _told(value, like, spoken, sentence, subjects, context)
            whens = [when for when in times.get(value, _NO_TIMES) if _is_short(when[1])]
            found = [
                answered_by(value, fact, spoken.property_of(fact), *when, context)
                for fact in best_said(told, sentence, context)
                for when in whens
            ]
            found = [one for one in found if _meant(one, context)]
            found = found if len({one.question.subject for one in found}) == 1 else []
        for one in found:
            if is_time(value) and not _is_of_its_end(value, spoken.properties[one.question.property]):
                continue
            fact = _meant(one, context)
            assert fact is not None and fact.reading is not None
            why = f"told by the value: what {fact.id} says, but for the {slip(value, fact.reading)}"
            yield replace(one, certain=True, agrees_only=False, slips=True, why=(*one.why, why))


def _is_short(period: Period | None) -> bool:
    return period is None or (period.days or _LONG) < _LONG


def _told(
    value: Value,
    like: Sequence[Fact],
    spoken: Spoken,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> list[Fact]:
    """The facts that a value like them may be meant for, by the words beside it."""
    if value.kind == "date":
        sure = {s.name for s in subjects if s.how in _SURE}
        return [f for f in like if _is_of_day(value, f, f.subject in sure, spoken, sentence)]
    like = [f for f in like if not _has_stranger(value, f, sentence, context)]
    return [f for f in like if f.property in spoken.told] or like


def _told_beside(
    value: Value, facts: Sequence[Fact], sentence: Sentence, context: Context
) -> frozenset[str]:
    """The properties of which other figures like it, here or in the sentence before, are right."""
    alike = [v for v in sentence.values if v.kind == value.kind and v.unit == value.unit]
    right = [v for v in alike if significant_digits(v.value) >= ENOUGH]
    before = [one for one in context.figures if one.value.kind == value.kind]
    said = {fact.property for v in right for fact in facts if _is_same(v, fact)}
    return frozenset(said | {one.question.property for one in before})


def _is_of_day(
    value: Value, fact: Fact, is_named: bool, spoken: Spoken, sentence: Sentence
) -> bool:
    """A day tells by itself of which event it is; a month, or the edge of one, with its words."""
    how = slip(value, fact.reading) if fact.reading else None
    is_telling = len(_day(value)) > _MONTH and _day(value)[-2:] not in _EDGES
    if is_telling and how == "year":
        return True
    is_named = is_named or spoken.describes(fact.subject)
    has_word = _has_its_word(value, spoken.property_of(fact), sentence)
    return has_word and is_named and (is_telling or how == "year")


def _has_its_word(value: Value, each: Property, sentence: Sentence) -> bool:
    """Whether a word for an event stands nearest to a date, or over it: "joined", of joining NATO."""
    if any(each in hit.properties for hit in nearest_events(value, sentence)):
        return True
    verb = clause_of(sentence.token(value)).lemma_.lower()
    return verb not in _LIGHT and verb in {phrase.split()[0] for phrase in each.verbs}


def _has_stranger(value: Value, fact: Fact, sentence: Sentence, context: Context) -> bool:
    """ "Seoul's outlay for the new fighter", "an export fund of 75.86 trillion won": a noun of the
    clause that nothing known goes with."""
    scope, head = scope_of(fact.subject, context), clause_of(sentence.token(value))
    return any(
        depends_on(token, head) and is_unknown(token, scope, sentence, closely=True)
        for token in sentence.tokens
    )


def _may_slip(value: Value, sentence: Sentence) -> bool:
    """A figure of enough digits; a day or month of a year that is said, and no anniversary."""
    if isinstance(value.value, Decimal):
        return value.hedge in _LINES and significant_digits(value.value) >= ENOUGH
    is_date = is_time(value) and value.hedge is None and len(_day(value)) in (_MONTH, _MONTH + 3)
    return is_date and bool(_YEAR.search(value.text)) and not _AGAIN.search(sentence.raw)


def _day(value: Value) -> str:
    """The day or month that a date, or "since" and "until" one, names."""
    return str(value.value).strip("/.")


def _is_of_its_end(value: Value, each: Property) -> bool:
    """ "Since May" tells of a beginning, "until May" of an end."""
    text = str(value.value)
    if text.startswith(".."):
        return each.kind == "end_date"
    return each.kind != "end_date" or not text.endswith("..")


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


def _is_of_about(fact: Fact, day: date | None) -> bool:
    """Whether a fact is of a year around a day."""
    around = Period(day - timedelta(_LONG), day + timedelta(_LONG)) if day else None
    return around is not None and fact.valid.overlaps(around)


def _is_sure(fact: Fact) -> bool:
    is_plain = fact.reading is not None and fact.reading.hedge in (None, "exactly", "about")
    return is_plain and fact.confidence != "unverified" and fact.rank != "deprecated"


def _is_same(value: Value, fact: Fact) -> bool:
    known = fact.reading.value if fact.reading else None
    if isinstance(value.value, Decimal):
        is_figure = isinstance(known, Decimal)
        return is_figure and abs(known - value.value) <= last_digit(value.value) / 2
    said = _day(value)
    return isinstance(known, str) and any(
        part and (part.startswith(said) or (len(part) >= _MONTH and said.startswith(part)))
        for part in known.split("/")
    )
