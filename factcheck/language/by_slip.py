"""Values that tell by themselves of which fact they are, although they are wrong in one respect:
"2.52 trillion won" of what is 1.52 trillion, "signed on 9 February 1968" of the year before.

The counterpart of `by_value.py`, for errors. Loose readings (`agreeing.py`) say nothing where the
facts differ, for the words may be of something else; but a figure of three digits, or a date, that
is like the fact in all but one digit, its magnitude, its currency or its year was meant for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.numerals import last_digit, significant_digits
from factcheck.measures.slips import ENOUGH, slip
from factcheck.measures.values import Value
from factcheck.records import Fact

#: so many digits are no chance, whatever the year
_MANY = 4
#: of more years than these a figure of three digits is like one or another
_FEW = 3
_MONTH = len("2024-10")
#: the year is said, not counted from today
_YEAR = re.compile(r"\d{4}|['’]\d\d\b|\b(?:nineteen|twenty|two thousand)\b", re.IGNORECASE)
#: the same day of another year
_AGAIN = re.compile(
    r"\b(?:anniversar(?:y|ies)|commemorat\w+|celebrat\w+|marked|marks|marking|"
    r"years? (?:ago|later|after|earlier|before|to the day)|birthdays?|again|annual(?:ly)?)\b",
    re.IGNORECASE,
)


def slipped(
    readings: Sequence[Answered],
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """Those loose readings whose value is a slip of the fact, taken for what was meant."""
    spoken = _Spoken(sentence, subjects, context)
    for one in readings:
        fact = _meant(one, context) if _may_slip(one.value, sentence) else None
        if fact is not None and not spoken.says(one.value):
            why = f"told by the value: it is like what {fact.id} says, but for its {_how(one, fact)}"
            yield replace(one, certain=True, agrees_only=False, slips=True, why=(*one.why, why))


def _how(one: Answered, fact: Fact) -> str:
    return (slip(one.value, fact.reading) if fact.reading else None) or "value"


def _may_slip(value: Value, sentence: Sentence) -> bool:
    """A figure of enough digits; a day or month of a year that is said, and no anniversary."""
    if value.hedge is not None:
        return False
    if isinstance(value.value, Decimal):
        return significant_digits(value.value) >= ENOUGH
    is_date = value.kind == "date" and len(str(value.value)) >= _MONTH
    return is_date and bool(_YEAR.search(value.text)) and not _AGAIN.search(sentence.raw)


def _meant(one: Answered, context: Context) -> Fact | None:
    """The fact that a reading slips from: of just what it asks, and of the time that it names."""
    asked = one.question
    if asked.aggregate is not None:
        return None
    pairs = {(asked.subject, asked.property), context.names.asks(asked.subject, asked.property)}
    facts = [f for pair in sorted(pairs) for f in context.names.facts(*pair) if _is_sure(f)]
    if asked.time is not None:
        facts = [fact for fact in facts if fact.valid.overlaps(asked.time)]
    elif significant_digits(one.value.value) < _MANY and len({f.valid for f in facts}) > _FEW:
        facts = [f for f in facts if f.valid.last is None or f.valid.first is None]
    return next((f for f in facts if f.reading and slip(one.value, f.reading)), None)


def _is_sure(fact: Fact) -> bool:
    is_plain = fact.reading is not None and fact.reading.hedge in (None, "exactly")
    return is_plain and fact.confidence != "unverified" and fact.rank != "deprecated"


class _Spoken:
    """All facts of what a sentence, or one shortly before, speaks of."""

    def __init__(
        self, sentence: Sentence, subjects: Sequence[Subject], context: Context
    ) -> None:
        self._names = {name for mention in sentence.mentions for name in mention.entities}
        self._names |= {*context.recent(), *(subject.name for subject in subjects)}
        self._context = context
        self._facts: list[Fact] | None = None

    def says(self, value: Value) -> bool:
        """Whether one of them says just this: then that may be meant."""
        if self._facts is None:
            names = self._context.names
            members = {m.name for name in self._names for m in names.members(name)}
            spoken = sorted(self._names | members)
            self._facts = [fact for name in spoken for fact in names.facts(name)]
        return any(_is_same(value, fact) for fact in self._facts)


def _is_same(value: Value, fact: Fact) -> bool:
    known = fact.reading.value if fact.reading else None
    if isinstance(value.value, Decimal):
        is_figure = isinstance(known, Decimal)
        return is_figure and abs(known - value.value) <= last_digit(value.value) / 2
    said = str(value.value)
    return isinstance(known, str) and any(
        part and (part.startswith(said) or (len(part) >= _MONTH and said.startswith(part)))
        for part in known.split("/")
    )
