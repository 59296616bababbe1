"""Answers bound across the border of a clause: they may support, never refute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.language.borders import breaks, is_across, is_told_elsewhere
from factcheck.language.descriptions import described
from factcheck.language.given_up import meant_by_it
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.measures.periods import Period

#: what leads to something else than the value before
_RATHER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}(?:rather than|instead of|unlike|as opposed to)\b", re.I
)
#: a learned reading that is so sure may be of what stands in a clause before: of texts held out
#: two were right and none false
_SURE = 0.9


def doubted(
    answers: Iterable[Answered],
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    """The answers, those bound across the border of a clause as uncertain."""
    if not breaks(sentence.doc) and not _RATHER.search(sentence.raw):
        yield from answers
        return
    for answer in answers:
        crosses = answer.certain and _crosses(answer, subjects, sentence, context)
        if not crosses:
            yield answer
            continue
        yield answer.doubted("across clauses")


def _crosses(
    answer: Answered, subjects: Sequence[Subject], sentence: Sentence, context: Context
) -> bool:
    place = sentence.span(answer.start, answer.end).start
    if answer.at is not None:
        place = sentence.span(*answer.at).start
    asked = answer.question
    if _is_its_own(answer, place, subjects, sentence):
        return False
    meant = [s for s in subjects if s.name == asked.subject and s.how != "implied"]
    words = {d.subject: groups[-1] for d, groups in described(sentence, context) if d.words}
    groups = [
        [g for g in (*s.tokens, words.get(s.name, ()) if s.how == "described" else ()) if g]
        for s in meant
    ]
    told = [
        any(is_told_elsewhere(sentence.doc, place, [t.i for t in group]) for group in each)
        for each in groups
    ]
    own = [t.i for each in groups for group in each for t in group]
    is_sure = answer.sure >= _SURE and min(own, default=place) < place
    if told and all(told) and not is_sure:
        return True
    if own and _is_set_against(answer, min(own), sentence):
        return True
    times = [asked.time, asked.other.time if asked.other else None]
    return any(_is_time_elsewhere(time, place, sentence) for time in times if time is not None)


def _is_set_against(answer: Answered, first: int, sentence: Sentence) -> bool:
    """ "six years rather than the one of the tenth accord": what the subject does not have."""
    end = sentence.span(answer.start, answer.end).end
    return _RATHER.match(sentence.raw, answer.end - sentence.start) is not None and first > end


def _is_its_own(
    answer: Answered, place: int, subjects: Sequence[Subject], sentence: Sentence
) -> bool:
    """ "X opened in May; its architect, Y, stayed away": of the only thing that is named; "X quit,
    and Y succeeded him": two names and the words between them."""
    if answer.question.aggregate in ("predecessor", "successor"):
        return True
    if answer.kind == "status":  # "X signed the pact, and Y ended it"
        said = sentence.span(answer.start, answer.end)
        meant = (s for s in subjects if s.name == answer.question.subject)
        if meant_by_it(said[-1], said[0], meant) is not None:
            return True
    named = {s.name for s in subjects if s.how in ("named", "picked")}
    before = sentence.doc[max(place - 5, 0) : place]
    is_part = answer.kind == "party_or_actor" and any(t.lower_ == "its" for t in before)
    return is_part and named == {answer.question.subject} and len(sentence.mentions) < 3


def _is_time_elsewhere(time: Period, place: int, sentence: Sentence) -> bool:
    periods = [(v, period_of(v)) for v in sentence.values if is_time(v)]
    said = [v for v, period in periods if period is not None and period.contains(time)]
    terms = [t for t in sentence.terms if any(fact.valid == time for fact in t.facts)]
    spans = [(v.start, v.end) for v in said] + [(t.start, t.end) for t in terms]
    starts = [sentence.span(start, end).start for start, end in spans]
    return bool(starts) and all(is_across(sentence.doc, place, start) for start in starts)
