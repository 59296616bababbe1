"""How long after one event of something another one was: "took effect on Wednesday, a month after
parliament had ratified it", "opened six years after it was begun".

The other event stands right behind "after" or "before", told of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import DAY, is_time
from factcheck.measures.bounds import with_bounds
from factcheck.measures.values import Value
from factcheck.records import Property, Question

_LINK = re.compile(r"\s+(?P<link>after|before)\s+")
_ONE = re.compile(r"\ban?\s+(?P<unit>day|week|month|year)(?=\s+(?:after|before)\s)", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:less|more|fewer|longer|shorter)\s+than\s+$|\b(?:within|under|over|half|quarter\s+of)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,;:.!?–—(]|\s(?:and|but|while|when)\s")
#: what makes the other event another's
_OTHERS = re.compile(
    r"\b(?:previous|earlier|last|first|predecessor|another|other|original|old|former|similar|next"
    r"|not|never|would|will|could)\b",
    re.IGNORECASE,
)
#: as far as the date of the one event is from the time between both
_NEAR = 60


def find_intervals(
    sentence: Sentence, subjects: Sequence[Subject], answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers given by the time between two events of one subject."""
    lengths = [value for value in sentence.values if value.kind == "duration"]
    for value in (*lengths, *_single(sentence, lengths)):
        link = _LINK.match(sentence.raw, value.end - sentence.start)
        if link is None:
            continue
        end = _ENDS.search(sentence.raw, link.end())
        last = end.start() if end else len(sentence.raw)
        if _OTHERS.search(sentence.raw, link.end(), last):
            continue
        span = (sentence.start + link.end(), sentence.start + last)
        for subject, first in _main(value, subjects, answers, sentence, context):
            second = _other(subject, first, span, sentence, context)
            pair_known = second is not None and all(
                _is_dated(subject, each, value, context) for each in (first, second)
            )
            if second is not None and pair_known:
                pair = (first.name, second.name) if link["link"] == "after" else (
                    second.name, first.name)  # fmt: skip
                yield _answer(value, subject, pair, context)
                break


def _single(sentence: Sentence, lengths: Sequence[Value]) -> Iterator[Value]:
    """ "a month after", which elsewhere tells no length."""
    for found in _ONE.finditer(sentence.raw):
        start, end = (sentence.start + place for place in found.span())
        is_hedged = _HEDGED.search(sentence.raw[: found.start()])
        if not is_hedged and not any(v.start < end and start < v.end for v in lengths):
            length = f"P1{found['unit'][0].upper()}"
            yield with_bounds(Value(start, end, found[0], "duration", length))


def _main(
    value: Value,
    subjects: Sequence[Subject],
    answers: Sequence[Answered],
    sentence: Sentence,
    context: Context,
) -> Iterator[tuple[str, Property]]:
    """Of what the event before the time between both is told, and which one it is: by its date, or,
    where it has none, of the only one that is named."""
    before = [hit for hit in sentence.hits if _place(hit, sentence) < value.start]
    verbs = [hit for hit in before if hit.form == "verb"]
    events = [[p for p in hit.properties if p.type == "date"] for hit in (*before, *verbs)]
    nearest = next(filter(None, reversed(events)), [])
    dated = {
        a.question.property: a.question.subject
        for a in answers
        if a.certain and is_time(a.value) and 0 <= value.start - a.value.end < _NEAR
    }
    named = {s.name for s in subjects if s.how in ("named", "picked")}
    for each in nearest:
        able = [n for n in named if each.name in context.names.properties_of(n)]
        if each.name in dated:
            yield dated[each.name], each
        elif len(able) == 1 and not dated:
            yield able[0], each


def _is_dated(subject: str, each: Property, value: Value, context: Context) -> bool:
    """Whether an event is known as precisely as a time is told."""
    facts = context.names.facts(subject, each.name)
    in_years = str(value.value).endswith("Y")
    return bool(facts) and all(in_years or DAY.fullmatch(fact.value) for fact in facts)


def _other(
    subject: str, first: Property, span: tuple[int, int], sentence: Sentence, context: Context
) -> Property | None:
    """The other event, by the words in a span of the document; `None` where it may be of somebody
    else."""
    own = context.names.properties_of(subject)
    inside = [hit for hit in sentence.hits if span[0] <= _place(hit, sentence) < span[1]]
    told = [
        each
        for hit in inside
        if hit.form in ("verb", "noun")
        for each in hit.properties
        if each.type == "date" and each.name in own and each.name != first.name
    ]
    if not told:
        return None
    here = [m for m in sentence.mentions if span[0] <= m.start < span[1]]
    theirs = {name for m in here for name in m.entities if name != subject}
    if any(told[0].name in context.names.properties_of(name) for name in theirs):
        return None
    return told[0]


def _place(hit: Hit, sentence: Sentence) -> int:
    return sentence.start + sentence.doc[hit.start].idx


def _answer(value: Value, subject: str, pair: tuple[str, str], context: Context) -> Answered:
    later, earlier = pair
    base = Question(subject, earlier, None, context.asked_on)
    asked = Question(subject, later, None, context.asked_on, "apart", base)
    why = (f"interval: {value.text!r} from {earlier} to {later}", f"subject: {subject}")
    return Answered(value.start, value.end, asked, "duration", value, why)
