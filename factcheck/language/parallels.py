"""What is not said again: "X held it from 2013 to 2017, Y from 2017 to 2022", "the twelfth was
struck by A, the tenth by B", "Spain spent 1.2 percent, Italy 1.4".

A stretch between commas without a verb, with one subject and one value of the sort that was
answered right before it, answers the same question of its own subject.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.event_answers import end_of, is_closed
from factcheck.language.making import IMPLIED, Answered
from factcheck.language.memory import Context
from factcheck.language.offices import terms_of
from factcheck.language.pairing import INSERTED
from factcheck.language.post_words import is_person
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.bounds import with_bounds
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CUT = re.compile(r"[,;]\s+(?:and\s+|while\s+|but\s+)?|\s+(?:and|while)\s+")
#: words that a stretch may have beside its subject and its value
_LIGHT = frozenset(("the", "a", "an", "by", "in", "at", "on", "from", "for", "since", "with", "to",
                    "of", "'s", "’s", "about", "some", "only", "under", "as", "until", "just",
                    "then", "around", "also", "one", "and"))  # fmt: skip
_CARRIED = ("percentage", "duration", "ordinal")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    span: Span
    inserted: Sequence[tuple[int, int]] = ()

    def words(self, start: int) -> list[Token]:
        """Its words, without what is put in between; `start`: where its sentence begins."""
        return [
            token
            for token in self.span
            if not any(first <= start + token.idx < end for first, end in self.inserted)
        ]

    def has(self, value: Value) -> bool:
        """Whether a value stands in it, and in nothing that is put in between."""
        inserted = any(first <= value.start < end for first, end in self.inserted)
        return self.start <= value.start and value.end <= self.end and not inserted


def with_parallels(
    sentence: Sentence, subjects: Sequence[Subject], answers: Sequence[Answered], context: Context
) -> list[Answered]:
    """The answers, and those that a stretch without a verb gives to the question of the answer
    before; a reading of the stretch by the subject before it gives way."""
    found = list(answers)
    dropped: list[Answered] | None = None
    for stretch, before in _pairs(sentence, answers):
        if before is dropped:
            continue
        asked = {answer.question.subject for answer in before}
        inside = [a for a in found if stretch.start <= a.start < stretch.end]
        if any(answer.question.subject not in asked for answer in inside):
            continue
        made = [_parallel(answer, stretch, sentence, subjects, context) for answer in before]
        own = [answer for answer in made if answer is not None]
        if own:
            found = [*(a for a in found if a not in inside), *own]
        elif any(v.kind == before[0].value.kind and stretch.has(v) for v in sentence.values):
            dropped = before  # what is told in between is not understood
    return found


def _pairs(
    sentence: Sentence, answers: Sequence[Answered]
) -> Iterator[tuple[_Stretch, list[Answered]]]:
    """Each stretch without a verb, with the answers of the last stretch that had any."""
    inserted = [m.span() for m in INSERTED.finditer(sentence.raw)]
    marks = [m for m in _CUT.finditer(sentence.raw)
             if not any(first <= m.start() < end for first, end in inserted)]  # fmt: skip
    cuts = [0, *(m.end() for m in marks), len(sentence.raw)]
    inserted = [(sentence.start + one, sentence.start + other) for one, other in inserted]
    last: list[Answered] = []
    open_since = 0
    for first, end in itertools.pairwise(cuts):
        if not sentence.raw[first:end].strip():  # a cut at the very end
            continue
        start, stop = sentence.start + first, sentence.start + end
        span = sentence.span(start, stop)
        inside = [a for a in answers if start <= a.start < stop]
        stretch = _Stretch(start, stop, span, inserted)
        verbs = any(t.pos_ in ("VERB", "AUX") for t in stretch.words(sentence.start))
        if inside and (verbs or not last):
            last, open_since = inside, first
        elif verbs:
            last = []
        elif last and first > open_since:
            yield stretch, last


def _parallel(
    answer: Answered,
    stretch: _Stretch,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Answered | None:
    found = {
        s.name: s
        for s in subjects
        if s.is_said()
        and any(stretch.start <= sentence.start + t.idx < stretch.end
                for group in s.tokens for t in group)
        and (not answer.question.property
             or answer.question.property in context.names.properties_of(s.name))
    }  # fmt: skip
    asked = answer.question.subject
    same = [s for s in found.values() if is_alike(s.name, asked, context) and s.name != asked]
    if len(same) != 1 or not _is_led(same[0], stretch, sentence):
        return None
    value = _value_in(stretch, answer, same[0], sentence, context)
    if value is None:
        return None
    facts = answer.value_facts
    if value.kind == "entity":
        mention = next(m for m in sentence.mentions
                       if value.start <= m.start and m.end <= value.end)  # fmt: skip
        facts = terms_of(mention, context) if facts else ()
        if bool(facts) != bool(answer.value_facts):
            return None
    question = replace(answer.question, subject=same[0].name)
    at = answer.at or (answer.start, answer.end)
    why = (*answer.why[:1], f"subject: {same[0].name}, said in the same breath")
    why = (*why, *answer.doubts())
    made = replace(
        answer, start=value.start, end=value.end, question=question, value=value, why=why,
        value_facts=facts, at=at, when=value if value.kind in ("date", "period") else answer.when,
    )  # fmt: skip
    return made.unless((same[0].how == "implied", IMPLIED))


def is_alike(one: str, other: str, context: Context) -> bool:
    """Whether two subjects are of the same sort: countries, members of one series, people."""
    mine, theirs = context.names.entity(one), context.names.entity(other)
    if mine is None or theirs is None:
        return False
    return mine.type == theirs.type and mine.part_of == theirs.part_of


def _is_led(subject: Subject, stretch: _Stretch, sentence: Sentence) -> bool:
    """Whether nothing but light words, names and values stands in the stretch."""
    for token in stretch.words(sentence.start):
        place = sentence.start + token.idx
        named = any(m.start <= place < m.end for m in sentence.mentions)
        valued = any(v.start <= place < v.end for v in sentence.values)
        own = any(t.i == token.i for group in subject.tokens for t in group)
        if not (named or valued or own or token.is_punct or token.lower_ in _LIGHT):
            return token.pos_ in ("NOUN", "PROPN") and token.i == stretch.span.end - 1
    return True


def _value_in(
    stretch: _Stretch, answer: Answered, subject: Subject, sentence: Sentence, context: Context
) -> Value | None:
    """The one value of the answer's kind in the stretch; a bare number takes its unit over."""
    model = answer.value
    own = [t for group in subject.tokens for t in group]
    if model.kind == "entity" or answer.value_facts:
        names = [
            m
            for m in sentence.mentions
            if stretch.start <= m.start and m.end <= stretch.end and subject.name not in m.entities
            and not any(m.start <= sentence.start + t.idx < m.end for t in own)
        ]  # fmt: skip
        people = [m for m in names if is_person(m.entities, context)]
        if len(people) != 1 or len(names) != 1:
            return None
        (one,) = people
        term = next((t for t in sentence.terms if t.start <= one.start and one.end <= t.end), None)
        if term is not None and term.role == "during":
            return Value(term.start, term.end, term.text, "entity", term.person or None)
        return Value(one.start, one.end, one.text, "entity", "|".join(one.entities))
    inside = [v for v in filter(stretch.has, sentence.values)
              if not _names_subject(v, own, sentence)]  # fmt: skip
    if len(inside) != 1:
        return None
    (value,) = inside
    if model.kind == "date" and value.kind == "period" and is_closed(value):
        return end_of(value, answer.kind)
    if value.kind == model.kind and (value.unit == model.unit or value.kind in ("date", "period")):
        return value
    if value.kind == "number" and value.unit is None and model.kind in _CARRIED:
        return _carried(value, model)
    return None


def _names_subject(value: Value, own: Sequence[object], sentence: Sentence) -> bool:
    """ "the tenth five": the ordinal tells which one it is."""
    if value.kind != "ordinal":
        return False
    span = sentence.span(value.start, value.end)
    return any(getattr(t, "i", -1) in range(span.start, span.end + 2) for t in own)


def _carried(value: Value, model: Value) -> Value | None:
    if model.kind == "percentage":
        return with_bounds(replace(value, kind="percentage", unit=model.unit))
    whole = isinstance(value.value, Decimal) and value.value == int(value.value)
    unit = str(model.value)[-1:] if model.kind == "duration" else ""
    if whole and unit in ("Y", "M", "D") and re.fullmatch(r"P\d+[YMD]", str(model.value)):
        iso = f"P{int(value.value)}{unit}"  # type: ignore[arg-type]
        return replace(value, kind="duration", value=iso, low=iso, high=iso)
    return None
