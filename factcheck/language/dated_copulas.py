"""A date that something signed is said to be of: "the first accord was in 1995", "our treaty with
Larkham is from 1963", "the law dates back to 1977".

Such a date tells when it was signed, agreed or took effect; it is wrong where it is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.dated_names import dates_of_signed
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.measures.values import Value
from factcheck.records import Question

#: between the noun for what was signed and the date
_WAS = re.compile(
    r"(?:\s+(?:with|of|between)\s[^.,;:]{1,40}?)?\s+"
    r"(?:(?:was|is)\s+(?:(?:back|only|just|already|way|all\s+the\s+way)\s+)*(?:in|on|from|of)\s+(?:the\s+)?"
    r"|(?:dates|dated|goes)\s+(?:(?:all\s+the\s+way|only)\s+)?(?:back\s+)?(?:from|to)\s+(?:the\s+)?)",
    re.IGNORECASE,
)
#: how a subject is spoken of that is certain
_SAID = ("named", "picked", "described")


def find_dated_copulas(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about when something was signed or began, by a date that it "is from"."""
    for value in sentence.values:
        period = period_of(value) if is_time(value) else None
        if period is None or period.is_open or value.hedge is not None:
            continue
        for subject in subjects:
            if subject.how in _SAID and _is_said_of(value, subject, sentence):
                for each in dates_of_signed(subject.name, context):
                    asked = Question(subject.name, each.name, None, context.asked_on)
                    why = (f"date that it is of: {each.name}", f"subject: {subject}")
                    yield Answered(value.start, value.end, asked, each.kind, value, why)


def _is_said_of(value: Value, subject: Subject, sentence: Sentence) -> bool:
    """Whether nothing but "was in" stands between the last word for a subject and a date."""
    for group in subject.tokens:
        for word in group:
            end = sentence.start + word.idx + len(word)
            if end < value.start and _WAS.fullmatch(sentence.quote(end, value.start)):
                return True
    return False
