"""Certain readings by rule that what was learned outweighs, and so are not held against the text.

A rule sees that the words fit; what else they may be of, it does not know. Where a value is not
right by any fact, what was learned is asked for the same reading: it doubts a value for which no
property of the type is likely, one of which the same subject and property are unlikely by all that
is known (`evidence.py`), and one that is surely of another property ("the civil budget at 438
million and the military one at 2.03 billion").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.language.decisive import standing
from factcheck.language.evidence import is_known, sureness
from factcheck.language.learned import learned_readings
from factcheck.language.learned_sure import SURE
from factcheck.language.likely import guess
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value

_FIGURES = ("number", "amount", "percentage", "range")
#: so unlikely are all properties of a type that a value is of something else; by texts held out
#: one in fifty wrong values is lost by this, and of false alarms one in four; of figures of which
#: it is not said what they count, between the two bounds, three flags were false and one right
_UNLIKELY, _UNLIKELY_FIGURE = 0.05, 0.1
#: what is less sure is likely of something else, unless its property, or one of the same kind and
#: subject, is as likely as not: of the flags by rule that 20 batches of statements and 16 topics
#: had at their first scoring, 8 false ones of 64 are doubted by that and 3 right ones of 218
_UNSURE, _AS_LIKELY_AS_NOT = 0.3, 0.5


def outweighed(
    answers: Iterable[Answered],
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    """The answers, those that what was learned outweighs as uncertain."""
    learned: list[_Learned] | None = None
    for answer in answers:
        value = _open(answer, sentence, context)
        if value is None:
            yield answer
            continue
        if learned is None:
            learned = [*_learned(subjects, sentence, context)]
        is_of_else = _is_of_nothing_alike(answer, value, sentence, context)
        if is_of_else or _is_unsure(answer, learned, context):
            answer = answer.doubted("by the words around it, it is of something else")
        yield answer


def _open(answer: Answered, sentence: Sentence, context: Context) -> Value | None:
    """The value of a certain answer that no fact of the property says; not "zero" of "pays zero"
    nor what is made of several."""
    if not answer.certain or answer.question.aggregate:
        return None
    value = next((v for v in sentence.values if v.start == answer.value.start), None)
    if value is None or value.kind != answer.value.kind or is_known(answer, context):
        return None
    return value


class _Learned(NamedTuple):
    """A learned reading, how likely its property is, how sure it is, and whether it is right or
    will be held against the text."""

    reading: Answered
    p: float
    sure: float
    holds: bool

    @property
    def asked(self) -> tuple[str, str | None]:
        return self.reading.question.subject, self.reading.question.property


def _learned(
    subjects: Sequence[Subject], sentence: Sentence, context: Context
) -> Iterator[_Learned]:
    for reading, p, evidence in learned_readings(sentence, subjects, context, ()):
        sure = sureness(evidence)
        holds = is_known(reading, context) or standing(evidence, sure) is None
        yield _Learned(reading, p, sure, sure >= SURE and holds)


def _is_unsure(answer: Answered, learned: Sequence[_Learned], context: Context) -> bool:
    """Whether its own reading is unsure by all that is known, and another is sure, or none of the
    same kind and subject, or that the same wording asks for, is as likely as not."""
    assert answer.question.property is not None
    asked = (answer.question.subject, answer.question.property)
    alike = {*context.names.asked_alike(*asked)}
    here = [one for one in learned if one.reading.value.start == answer.value.start]
    own = [one for one in here if one.asked == asked]
    if any(one.sure >= _UNSURE or one.p >= _AS_LIKELY_AS_NOT for one in own):
        return False
    others = [one for one in here if one.reading.kind == answer.kind and one.asked != asked]
    if any(one.holds for one in others):
        return True
    if not own or _says_of_what(answer, context):
        return False
    return not any(
        one.sure >= _AS_LIKELY_AS_NOT and (one.asked in alike or one.asked[0] == asked[0])
        for one in others
    )


def _says_of_what(answer: Answered, context: Context) -> bool:
    """Whether the value itself says what it counts or is paid for, as its property has it: "28,500
    soldiers", "3 billion a year"."""
    each = context.names.property(answer.question.property or "")
    if each is None:
        return False
    if each.type == "amount":
        return each.per is not None and answer.value.per == each.per
    return bool(each.counts) and answer.value.of is not None


def _is_of_nothing_alike(
    answer: Answered, value: Value, sentence: Sentence, context: Context
) -> bool:
    """Whether neither the property nor another of its type is likely (`likely.py`)."""
    each = context.names.property(answer.question.property or "")
    if each is None:
        return False
    guessed = guess(value, sentence, context)
    least = _UNLIKELY_FIGURE if value.kind in _FIGURES and value.of is None else _UNLIKELY
    return guessed is not None and all(
        p < least for other, p in guessed.properties if other.type == each.type
    )
