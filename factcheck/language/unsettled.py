"""Figures that a fact gives which is not verified, or was not yet known on the day of saying.

The one who speaks may know it all the same: such a figure is not held against the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.measures.numerals import significant_digits
from factcheck.records import Fact

#: so many digits are seldom alike by chance
_ENOUGH = 3


def unsettled(answers: Iterable[Answered], context: Context) -> Iterator[Answered]:
    """The answers, those that an unverified or later fact gives as uncertain."""
    for answer in answers:
        if answer.certain and any(_gives(fact, answer) for fact in _open(answer, context)):
            answer = answer.doubted("a fact that is not settled fits")
        yield answer


def _open(answer: Answered, context: Context) -> Iterator[Fact]:
    """The facts of what is asked that are not verified, or were known later."""
    asked = answer.question
    if not isinstance(answer.value.value, Decimal):
        return
    if significant_digits(answer.value.value) < _ENOUGH:
        return
    for fact in context.names.facts(asked.subject, asked.property):
        known = fact.known_from
        is_later = bool(context.asked_on and known and known > context.asked_on)
        if fact.confidence == "unverified" or is_later:
            yield fact


def _gives(fact: Fact, answer: Answered) -> bool:
    known, said = fact.reading, answer.value
    return known is not None and (known.value, known.unit) == (said.value, said.unit)
