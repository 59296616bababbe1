"""Parts of a sum that stands beside them: "of the 350 billion, 150 billion is for ships".

What the whole is of is not said; but where it is, to the digit, what is known of one thing, a
smaller sum with the word for a part of that is of the same.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.slip_words import has_stranger
from factcheck.measures.numerals import significant_digits
from factcheck.measures.slips import is_same_unit
from factcheck.measures.values import Value

#: digits of a sum that are seldom right by chance, with its magnitude
_ENOUGH = 2


def is_part_of_known(link: Link, value: Value, sentence: Sentence, context: Context) -> bool:
    """Whether a larger sum before `value` is just what is known of the subject of `link` under
    another property."""
    if value.kind != "amount" or link.hit.form != "noun" or not isinstance(value.value, Decimal):
        return False
    wholes = [
        other.value
        for other in sentence.values
        if other.kind == "amount"
        and is_same_unit(other.unit, value.unit)
        and other.hedge is None
        and other.end < value.start
        and isinstance(other.value, Decimal)
        and other.value > value.value
        and significant_digits(other.value) >= _ENOUGH
    ]
    noun = sentence.doc[link.hit.end - 1]
    place = sentence.start + noun.idx
    is_behind = value.end < place and not any(value.end < v.start < place for v in sentence.values)
    if not wholes or noun.dep_ == "compound" or not is_behind:
        return False
    if has_stranger(value, link.subject.name, sentence, context, closely=False):
        return False
    return any(
        fact.reading is not None
        and fact.property != link.property.name
        and is_same_unit(value.unit, fact.reading.unit)
        and fact.reading.value in wholes
        for fact in context.names.facts(link.subject.name)
    )
