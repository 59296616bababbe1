"""How many it was at another time, in few words: "23 allies met the mark. In 2014, three did."

What is counted, and by what, is what the count before told; the verb only stands for its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.evidence import is_known
from factcheck.language.gate import DID
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.measures.values import Value

_BEFORE = re.compile(r"(?:^|,|\b(?:only|just|but|and|when|then|years?|ago))\s*$", re.IGNORECASE)


def find_so_many_did(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers to the question of the count before, of the time that is named now."""
    times = [v for v in sentence.values if is_time(v)]
    period = period_of(times[0]) if len(times) == 1 else None
    acting = any(sentence.token(m).dep_.startswith("nsubj") for m in sentence.mentions)
    if period is None or period.is_open or acting:
        return
    for value in sentence.values:
        earlier = [a for a in answers if a.end <= value.start and is_count(a, context)]
        models = earlier or context.counts
        if models and _stands_so(value, sentence):
            model = min(models, key=lambda a: a.start)  # "23 of the 32 allies"
            asked = replace(model.question, time=period)
            why = (*model.why[:1], f"subject: {asked.subject}, of which so many did then")
            yield Answered(value.start, value.end, asked, model.kind, value, why, when=times[0])


def is_count(answer: Answered, context: Context) -> bool:
    """Whether it is told for sure, or just as it is known, how many did something."""
    each = context.names.property(answer.question.property or "")
    counts = answer.kind == "count" and each is not None and bool(each.counts)
    is_plain = answer.question.aggregate is None and not answer.negated
    return counts and is_plain and (answer.certain or is_known(answer, context))


def _stands_so(value: Value, sentence: Sentence) -> bool:
    """A bare number with nothing but "did" behind it."""
    start, end = value.start - sentence.start, value.end - sentence.start
    is_number = value.kind == "number" and value.unit is None and value.of is None
    told = _BEFORE.search(sentence.raw[:start]) and DID.match(sentence.raw, end)
    return is_number and told is not None
