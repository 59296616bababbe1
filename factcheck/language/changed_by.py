"""By how much a yearly sum changed: "pays 500 million more", "rose by 79 billion in 2019", "an
increase of 40 billion on the year before".

A sum by which something changed is bound to the property whose change it is, but no figure of it:
it is the difference between two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.descriptions import parties_of
from factcheck.language.making import CHANGED_BY, Answered, too_loose
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.measures.periods import Period
from factcheck.records import Question

#: what makes it no difference between one year and the year before
_LONGER = re.compile(
    r"\b(?:since|over|within|during|past|decades?|ever|from|total|altogether|years|compared|each|every"
    r"|annually|yearly|a\s+year|per\s+year|next|coming|following|second|later)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more|extra|additional|rose|risen|rises?|rising|increased?|grew|grown|grows?|went\s+up"
    r"|up|rais(?:e[sd]?|ing)|add(?:s|ed)?|jump(?:s|ed)?|climb(?:s|ed)?)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:less|fell|fallen|falls?|drop(?:s|ped)?|cuts?|decreased?|went\s+down|down|reduced?"
    r"|lower(?:ed)?|shrank|declined?)\b",
    re.IGNORECASE,
)
_YEAR_DAYS = 366


def find_changed_by(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers given by the sum by which a yearly sum changed."""
    is_more, is_less = _MORE.search(sentence.raw), _LESS.search(sentence.raw)
    if _LONGER.search(sentence.raw) or bool(is_more) == bool(is_less):
        return
    for answer in answers:
        each = context.names.property(answer.question.property or "")
        if each is None or each.type != "amount" or each.per != "year":
            continue
        year = _year(answer, context)
        named = {name for mention in sentence.mentions for name in mention.entities}
        theirs = {answer.question.subject, *parties_of(answer.question.subject, context)}
        if named.isdisjoint(theirs):  # "they pay more": of whoever has been spoken of
            continue
        if set(answer.doubts()) != {too_loose(CHANGED_BY)} or year is None or is_less:
            continue
        question = Question(
            answer.question.subject, each.name, year, context.asked_on, "difference"
        )
        why = (f"change: by {answer.value.text!r}", *answer.why[1:2], f"time: {year}")
        yield replace(answer, question=question, why=why, certain=True, agrees_only=False)


def _year(answer: Answered, context: Context) -> Period | None:
    """The year of the change: the one that is said, or that of the news."""
    time = answer.question.time
    if time is None:
        day = context.asked_on
        return Period.parse(str(day.year)) if day else None
    if time.first is None or time.last is None or (time.last - time.first).days > _YEAR_DAYS:
        return None
    return Period.parse(str(time.last.year))
