"""How sure a learned reading (`learned.py`) must be to contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.language.evident import evident
from factcheck.language.making import IMPLIED, SPOKEN_OF, Answered, too_loose
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_read
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

#: by texts held out in training
SURE = 0.8
#: of a subject that is said, by whose words a value does not hang
_SAID_APART = 0.85
#: where it is evident of whom it is, and where the words of the property lead to the same
_OF_EVIDENT, _READ_SO = 0.7, 0.55
#: where the words of the property lead to the same, of what is only spoken of or implied
_READ_OF_SPOKEN = 0.7
#: what leaves nothing in doubt but the subject
_OF_SUBJECT = frozenset((too_loose(IMPLIED), too_loose(SPOKEN_OF)))
#: where its property is beyond doubt and it is a length of whole years, which are weighed like all
#: lengths of time, most of which are nothing's: of texts held out five were right and none false
_NO_DOUBT, _IN_YEARS, _YEARS = 0.95, 0.5, re.compile(r"P\d+Y")
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
    if p >= _NO_DOUBT and _YEARS.fullmatch(str(reading.value.value)):
        return _IN_YEARS
    read_so = [*_read_so(reading, answers)]
    if any(not answer.doubts() for answer in read_so):
        least = _LIKELY if evidence["the subject is said"] else _BY_ITSELF
        return _READ_SO if p >= least else SURE
    if read_so and p >= _BY_ITSELF:
        return _READ_OF_SPOKEN
    if p >= _LIKELY_OF_EVIDENT and reading.question.subject in evident(sentence, context):
        return _OF_EVIDENT
    is_apart = evidence["the subject is said"] and not evidence["it is the subject's own"]
    return _SAID_APART if is_apart else SURE


def is_read_then(reading: Answered, answers: Sequence[Answered], sentence: Sentence) -> bool:
    """Whether its wording leads to the same reading at the same time, which a noun of the sentence
    has: "this year's contribution", "the payment for 2021"."""
    when = reading.when
    if not isinstance(when, Value) or ".." in str(when.value):
        return False
    if not _is_of_noun(sentence.token(when), sentence):
        return False
    return any(a.question.time == reading.question.time for a in _read_so(reading, answers))


def _is_of_noun(when: Token, sentence: Sentence) -> bool:
    """Whether a time hangs by a noun, and by no figure ("the 50.2 trillion of 2020")."""
    noun = when.head
    return when.dep_.startswith("nmod") and noun.pos_ == "NOUN" and not is_read(noun, sentence)


def _read_so(reading: Answered, answers: Sequence[Answered]) -> Iterator[Answered]:
    """The readings by wording that lead to the same, with nothing in doubt but the subject."""
    asked = (reading.question.subject, reading.question.property)
    for answer in answers:
        is_same = (answer.question.subject, answer.question.property) == asked
        is_here = (answer.start, answer.end) == (reading.start, reading.end)
        if is_same and is_here and not set(answer.doubts()) - _OF_SUBJECT:
            yield answer
