"""The years that a member of a series covers, as the time of a yearly figure without a date: "the
twelfth accord raises the payment to 1.5 trillion in its first year".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.borders import is_across
from factcheck.language.changes import speaks_of_change
from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.periods import Period

if TYPE_CHECKING:
    from spacy.tokens import Token


def years_told(
    link: Link, token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Period | None:
    """The years of the one member that the clause of a figure speaks of; `None`: it speaks of
    none, or the property is no yearly one, or a member of another topic's.

    `token`: by which the figure hangs. Of "its second year" that year alone.
    """
    each, topics = link.property, _topics(link.subject.name, context)
    if each.per != "year" and not speaks_of_change(each):
        return None
    told = {
        subject.name: years
        for subject in subjects
        if subject.how in ("named", "picked") and (years := context.names.covered(subject.name))
        if topics & _topics(subject.name, context)
        for group in subject.tokens
        if not any(is_across(sentence.doc, t.i, token.i) for t in group)
    }
    if len(told) != 1:
        return None
    (years,) = told.values()
    return _numbered(years, sentence) or years


def _topics(name: str, context: Context) -> set[str]:
    entity = context.names.entity(name)
    return set(entity.topics) if entity else set()


def _numbered(years: Period, sentence: Sentence) -> Period | None:
    """ "in its first year"."""
    number = None
    for value in sentence.values:
        after = sentence.quote(value.end, min(value.end + 6, sentence.start + len(sentence.raw)))
        before = sentence.quote(max(sentence.start, value.start - 4), value.start)
        is_own = before.strip() == "its" and after.strip().startswith("year")
        if value.kind == "ordinal" and is_own:
            number = int(str(value.value))
    if number is None or years.first is None or years.last is None:
        return None
    year = years.first.year + number - 1
    return Period.parse(f"{year:04}") if year <= years.last.year else None
