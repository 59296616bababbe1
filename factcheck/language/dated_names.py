"""Dates that stand by a name: "the 1958 Larkham Treaty", "the Larkham Treaty of 3 May 1958".

Such a date tells when it was signed, took effect or was changed; it is wrong where it is none of
these. Members of a series are told apart by their years (`modifiers.py`), and left to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.words import SIGNED
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

_KINDS = ("signing_date", "start_date")
_YEAR = re.compile(r"\b\d{4}\b")
_DETERMINED = re.compile(r"(?:\b(?:the|a|its|their|our|that|this)|['’]s?)\s+$", re.IGNORECASE)


def find_dated_names(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about when something was signed or begun, by the date in its name."""
    for mention in sentence.mentions:
        own = list(_dates_of(mention, context))
        for value in sentence.values if own else ():
            if _is_date(value) and _stands_by(value, mention, sentence):
                for each in own:
                    asked = Question(mention.entities[0], each.name, None, context.asked_on)
                    why = (f"date by the name: {each.name}", f"subject: {mention.text}, named")
                    yield Answered(value.start, value.end, asked, each.kind, value, why)


def _dates_of(mention: Mention, context: Context) -> Iterator[Property]:
    """The dates of the one thing that a name means, if that is no series or member of one."""
    if len(mention.entities) != 1:
        return
    (name,) = mention.entities
    entity = context.names.entity(name)
    if entity and not any(context.names.members(series) for series in entity.part_of):
        yield from dates_of_signed(name, context)


def dates_of_signed(name: str, context: Context) -> Iterator[Property]:
    """The dates by which something signed may be told, if it is no series, and known when it was
    signed."""
    entity = context.names.entity(name)
    if entity is None or entity.type not in SIGNED or context.names.members(name):
        return
    known = context.names.properties_of(name)
    able = [p for p in context.names.properties() if p.name in known and p.type == "date"]
    if any(p.kind == "signing_date" for p in able):
        yield from (p for p in able if p.kind in _KINDS and p.topic in entity.topics)


def _is_date(value: Value) -> bool:
    """Whether it is a year, or a day with its year."""
    size = len(str(value.value))
    is_day = size == len("1958-05-03") and bool(_YEAR.search(value.text))
    return value.kind == "date" and value.hedge is None and (size == len("1958") or is_day)


def _stands_by(value: Value, mention: Mention, sentence: Sentence) -> bool:
    if value.start > mention.start:  # "the Larkham Treaty of 1958"
        return sentence.quote(mention.end, value.start) == " of "
    if sentence.quote(value.end, mention.start) != " ":
        return False
    before = sentence.quote(max(sentence.start, value.start - 8), value.start)
    last = sentence.span(mention.start, mention.end)[-1]
    kinds = [token.pos_ for token in sentence.doc[last.i + 1 : last.i + 3]]
    # "the 1958 treaty anniversary was", but a verb may be taken for a noun
    part = kinds[:1] in (["NOUN"], ["PROPN"]) and kinds[1:] != ["PROPN"]
    return bool(_DETERMINED.search(before)) and not part
