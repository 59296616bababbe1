"""The same sum in another currency: "1.06 trillion won ($9.3 million)", "188 won, or $2".

It is of what the sum before it is of. Where this is not certain, no more is the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.sentences import Sentence
from factcheck.measures.values import Value

_LEADS = re.compile(
    r"\s*(?:\(|[—–-]+\s*or\s|,?\s+or\s)\s*(?:(?:about|around|roughly|some|nearly|almost|approximately"
    r"|equivalent\s+to|or)\s+)*",
    re.IGNORECASE,
)
_WHY = "of the sum that it converts"


def doubted_conversions(answers: Sequence[Answered], sentence: Sentence) -> Iterator[Answered]:
    """The answers, with a doubt of each by a sum that only says in another currency what no certain
    answer is given by."""
    for answer in answers:
        first = _converted(answer.value, sentence) if answer.certain else None
        asked = answer.question
        if first is not None and not any(
            other.certain
            and (other.start, other.end) == (first.start, first.end)
            and (other.question.subject, other.question.property) == (asked.subject, asked.property)
            for other in answers
        ):
            yield answer.doubted(_WHY)
        else:
            yield answer


def _converted(value: Value, sentence: Sentence) -> Value | None:
    """The sum right before a value, in another currency."""
    if value.kind != "amount":
        return None
    for other in sentence.values:
        is_sum = other.kind == "amount" and other.unit != value.unit
        between = sentence.quote(other.end, value.start) if other.end <= value.start else "?"
        if is_sum and _LEADS.fullmatch(between):
            return other
    return None
