"""How sure a learned reading (`learned.py`) must be to contradict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.language.evident import evident
from factcheck.language.making import IMPLIED, SPOKEN_OF, Answered, too_loose
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.measures.values import Value

#: by texts held out in training
SURE = 0.85
#: where it is evident of whom it is, and where the words of the property lead to the same
_OF_EVIDENT, _READ_SO = 0.7, 0.55
#: where the words of the property lead to the same, of what is only spoken of or implied
_READ_OF_SPOKEN = 0.7
#: what leaves nothing in doubt but the subject
_OF_SUBJECT = frozenset((too_loose(IMPLIED), too_loose(SPOKEN_OF)))
#: how likely its property must be then, if nothing names the subject, and if it is evident
_LIKELY, _BY_ITSELF, _LIKELY_OF_EVIDENT = 0.5, 0.8, 0.75


def least_of(
    reading: Answered,
    p: float,
    evidence: Mapping[str, float],
    answers: Sequence[Answered],
    sentence: Sentence,
    context: Context,
) -> float:
    """How sure a reading of a property with probability `p` must be; `answers`: what else is read
    in the sentence."""
    read_so = [*_read_so(reading, answers)]
    if any(not answer.doubts() for answer in read_so):
        least = _LIKELY if evidence["the subject is said"] else _BY_ITSELF
        return _READ_SO if p >= least else SURE
    if read_so and p >= _BY_ITSELF:
        return _READ_OF_SPOKEN
    is_evident = reading.question.subject in evident(sentence, context)
    return _OF_EVIDENT if is_evident and p >= _LIKELY_OF_EVIDENT else SURE


def is_read_then(reading: Answered, answers: Sequence[Answered], sentence: Sentence) -> bool:
    """Whether its wording leads to the same reading at the same time, which a noun of the sentence
    has: "this year's contribution", "the payment for 2021"."""
    when = reading.when
    if not isinstance(when, Value) or not sentence.token(when).dep_.startswith("nmod"):
        return False
    return any(a.question.time == reading.question.time for a in _read_so(reading, answers))


def _read_so(reading: Answered, answers: Sequence[Answered]) -> Iterator[Answered]:
    """The readings by wording that lead to the same, with nothing in doubt but the subject."""
    asked = (reading.question.subject, reading.question.property)
    for answer in answers:
        is_same = (answer.question.subject, answer.question.property) == asked
        is_here = (answer.start, answer.end) == (reading.start, reading.end)
        if is_same and is_here and not set(answer.doubts()) - _OF_SUBJECT:
            yield answer
