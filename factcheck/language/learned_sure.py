"""How sure a learned reading (`learned.py`) must be to contradict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.evident import evident
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence

#: by texts held out in training
SURE = 0.8
#: where it is evident of whom it is, and where the words of the property lead to the same
_OF_EVIDENT, _READ_SO = 0.7, 0.55
#: how likely its property must be then, and if nothing names the subject
_LIKELY, _BY_ITSELF = 0.5, 0.8


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
    if _is_read_so(reading, answers):
        least = _LIKELY if evidence["the subject is said"] else _BY_ITSELF
        return _READ_SO if p >= least else SURE
    is_evident = reading.question.subject in evident(sentence, context)
    return _OF_EVIDENT if is_evident and p >= _BY_ITSELF else SURE


def _is_read_so(reading: Answered, answers: Sequence[Answered]) -> bool:
    """Whether its wording leads to the same reading, with nothing in doubt but the subject."""
    asked = (reading.question.subject, reading.question.property)
    return any(
        (a.question.subject, a.question.property) == asked
        and (a.start, a.end) == (reading.start, reading.end)
        and not a.doubts()
        for a in answers
    )
