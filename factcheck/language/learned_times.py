"""The time of a learned reading: whether the text surely says it, and that of the fact which says
just this figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.evidence import facts_saying
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.pairing import rivals_of
from factcheck.language.publishing import is_of_saying, is_of_source
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.tenses import tense_of
from factcheck.language.times import base_of, is_time
from factcheck.language.trees import clause_of, clauses_above
from factcheck.measures.numerals import significant_digits
from factcheck.measures.values import Value
from factcheck.records import Property

_DAY = len("2024-10-04")
#: "8.9 percent less, and the same again for 2006"
_SAME = re.compile(r"\bthe same(?: again)?(?: for| in)?\s+$", re.IGNORECASE)
#: so many digits are right by no accident
_ENOUGH = 3


def has_own_time(reading: Answered, subjects: Sequence[Subject], sentence: Sentence) -> bool:
    """Whether the one time of a sentence is that of its one such figure, or of figures that stand
    in pairs with names, and in no aside: "Germany, which was at 1.16 in 2014, is to reach 2.69"."""
    when, value = reading.when, reading.value
    times = [
        v
        for v in sentence.values
        if is_time(v)
        and not (is_of_saying(v, sentence) or is_of_source(v, sentence) or base_of(sentence, v))
    ]
    alike = [v for v in sentence.values if v.kind == value.kind]
    own = next((v for v in alike if v.start == value.start), None)
    is_one = len(alike) == 1 or (own is not None and bool(rivals_of(own, sentence, subjects)))
    if not isinstance(when, Value) or len({str(v.value) for v in times}) > 1 or not is_one:
        return False
    if _SAME.search(sentence.raw[: when.start - sentence.start]):
        return False
    head = clause_of(sentence.token(when))
    above = {t.i for t in clauses_above(sentence.token(value))}
    return ".." not in str(when.value) and (not head.dep_.startswith("acl") or head.i in above)


def is_of_all_times(subject: Subject, each: Property, context: Context) -> bool:
    """Whether what is known of a subject by a property holds whenever it is asked for: of how many
    rounds a deal was made."""
    facts = context.names.facts(subject.name, each.name)
    return bool(facts) and all(f.valid.first is None and f.valid.last is None for f in facts)


def at_its_time(reading: Answered, sentence: Sentence, context: Context) -> Iterator[Answered]:
    """A reading of a figure of many digits, or of a day, at the time of the fact that says just
    that: such a figure is right of nothing else."""
    said, day = reading.value, context.asked_on
    if reading.question.time is None and tense_of(sentence.token(said)) == "present":
        return  # "has 37,500 there" speaks of now
    is_day = is_time(said) and len(str(said.value)) == _DAY
    if not is_day and significant_digits(said.value) < _ENOUGH:
        return
    for fact in facts_saying(reading, context):
        first = fact.valid.first
        if is_time(said) or (first and (day is None or first <= day)):
            time = None if is_time(said) else fact.valid
            yield replace(reading, question=replace(reading.question, time=time))
            return
