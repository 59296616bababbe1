"""How long before or after another the same thing was: "X was opened five years before Y", "Ten
years after Y, X was founded".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.two_subjects import sides
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATER = {"after": True, "later": True, "before": False, "earlier": False}
#: what may stand between "after" and the name
_SMALL = frozenset(("the", "than", "that", "of", "its", "first", "original"))
_DONE = frozenset(("did", "was", "had"))


def find_apart(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by the time between the same event of two subjects."""
    named = [s for s in subjects if s.how in ("named", "picked")]
    for value in sentence.values:
        if value.kind != "duration":
            continue
        place = sentence.span(value.start, value.end)
        link = next(iter(sentence.doc[place.end : place.end + 1]), None)
        if link is None or link.lower_ not in _LATER or not leads_to_name(link, sentence):
            continue
        for each in _events(place.start, sentence):
            pair = _pair(each, place.start, link, named, sentence, context)
            if pair is not None:
                one, other = pair if _LATER[link.lower_] else pair[::-1]
                yield _answer(value, each, one, other, context)
                break


def leads_to_name(link: Token, sentence: Sentence) -> bool:
    """Whether a name follows right behind, and no verb of its own behind it."""
    doc = link.doc
    start = link.i + 1
    while start < len(doc) and (
        doc[start].lower_ in _SMALL
        or (doc[start].pos_ == "NOUN" and doc[start - 1].lower_ == "its")  # "its neighbour Y"
    ):
        start += 1
    for mention in sentence.mentions:
        span = sentence.span(mention.start, mention.end)
        if not span.start <= start < span.end:
            continue
        rest = [t for t in doc[span.end : span.end + 3] if t.lower_ not in ("'s", "’s")]
        rest = rest[1:] if rest and rest[0].lower_ in _DONE else rest
        return not rest or rest[0].is_punct or rest[0].lower_ in ("and", "in")
    return False


def _events(place: int, sentence: Sentence) -> list[Property]:
    """The date properties spoken of, those of words before the duration first."""
    hits = sorted(sentence.hits, key=lambda hit: (hit.start > place, abs(hit.start - place)))
    return [
        each for hit in hits if _is_event(hit) for each in hit.properties if each.type == "date"
    ]


def _is_event(hit: Hit) -> bool:
    return hit.form in ("verb", "noun", "adjective")


def _pair(
    each: Property,
    place: int,
    link: Token,
    named: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> tuple[Subject, Subject] | None:
    """Of whom the event is told, and the one it is set beside; "Ten years after Y, X …" too."""
    pair = sides(each, link, named, context)
    if pair is not None or place > 1:
        return pair
    able = [s for s in named if each.name in context.names.properties_of(s.name)]
    order = sorted({min(t.i for g in s.tokens for t in g): s for s in able}.items())
    if len(order) != 2 or "," not in sentence.doc[order[0][0] : order[1][0]].text:
        return None
    return order[1][1], order[0][1]


def _answer(
    value: Value, each: Property, one: Subject, other: Subject, context: Context
) -> Answered:
    base = Question(other.name, each.name, None, context.asked_on)
    asked = Question(one.name, each.name, None, context.asked_on, "apart", base)
    why = (f"apart: {value.text!r}", f"property: {each.name} of {one.name} and {other.name}")
    in_years = str(value.value).endswith("Y")  # a date may be no more than a year
    made = Answered(value.start, value.end, asked, "duration", value, why)
    return made.unless((not in_years, "told to the month"))
