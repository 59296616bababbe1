"""A question for a figure and its answer in the next sentence or turn: "How many are there in X? –
About 28,500, Senator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.inflection import bare
from factcheck.language.linking import Link, links_of, nearest
from factcheck.language.making import Answered
from factcheck.language.memory import Context, is_short
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKS = re.compile(r"\bhow (?:many|much)\b[^?]*\?", re.IGNORECASE)
_KINDS = {"many": "number", "much": "amount"}
#: words of an answer that says hardly more than the figure
_LONGEST = 10
_SURE = ("named", "described", "picked")


def asks_figure(text: str) -> bool:
    """Whether a piece of raw text asks how many or how much."""
    return _ASKS.search(text) is not None


def is_brief(text: str) -> bool:
    """Whether a piece of raw text may be the answer."""
    return len(text.split()) <= _LONGEST


def asked(sentence: Sentence, subjects: Sequence[Subject], context: Context) -> tuple[Link, ...]:
    """What a sentence asks for; what was asked before goes on over a few words ("Thank you.")."""
    word = _wanted(sentence)
    if word is None:
        return context.asked if is_short(sentence.raw) and not sentence.values else ()
    start = sentence.start + word.nbor(-1).idx
    end = sentence.start + word.idx + len(word)
    of = word.head.text if word.head.pos_ == "NOUN" and word.head.i > word.i else None
    kind, unit = _KINDS[word.lower_], None if of else "USD"
    value = Value(start, end, sentence.quote(start, end), kind, Decimal(0), unit, of)
    links = links_of(value, word, sentence, subjects, context)
    return tuple(link for link in nearest(links) if link.subject.how in _SURE)


def _wanted(sentence: Sentence) -> Token | None:
    unreal = word_set("stance", "hypothetical") | word_set("stance", "demand")
    if not asks_figure(sentence.raw) or sentence.lemmas & unreal:
        return None
    led = (t for t in sentence.tokens if t.i and t.nbor(-1).lower_ == "how")
    return next((t for t in led if t.lower_ in _KINDS), None)


def find_answered(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """The figure of a sentence that says little else, as the answer to what was asked before."""
    if not context.asked or not is_brief(sentence.raw) or "?" in sentence.raw:
        return
    kinds = {"number" if link.property.type == "number" else "amount" for link in context.asked}
    figures = [v for v in sentence.values if v.kind in ("number", "amount", "percentage")]
    if len(figures) != 1 or figures[0].kind not in kinds or figures[0].value is None:
        return
    (value,) = figures
    if sentence.mentions and any(a.start == value.start and a.certain for a in answers):
        return
    counted = value.of.split()[-1].lower() if value.of else None
    for link in context.asked:
        if counted is not None and link.property.counts and not _is_counted(counted, link):
            continue
        subject, each = link.subject.name, link.property
        yield Answered(
            value.start,
            value.end,
            Question(subject, each.name, None, context.asked_on),
            each.kind,
            value,
            (f"property: {each.name}, as asked before", f"subject: {subject}, as asked before"),
        )


def _is_counted(noun: str, link: Link) -> bool:
    """ "How many troops? – We have 300 tanks": another thing."""
    return not {*bare(noun)}.isdisjoint(link.property.counts)
