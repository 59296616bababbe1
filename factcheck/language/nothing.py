"""Nothing at all, no longer, still: "X pays nothing for Y", "has stopped paying", "still pays".

Whether a yearly amount is given at all, now or in a year that is named; "paid nothing until 2019"
says when it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.naught import is_verb, said_of, said_until, used_to_be
from factcheck.language.payers import beginning_of, owing, taken_up, who_pays
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.something_else import is_of_something_else
from factcheck.language.statuses import whole_of
from factcheck.language.strangers import case_of, is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.tenses import is_shifted
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 5.0
#: what something is paid for
_ENDS = ("nmod", "obl")
_UNTIL = re.compile(r"\b(?:until|till) $", re.IGNORECASE)


def find_nothing(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about whether a yearly amount is given at all."""
    # "if we left, they would pay nothing", "we have heard, and I quote, that they pay nothing"
    is_open = not sentence.words.isdisjoint(("if", "unless", "quote"))
    for hit in () if is_open else sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or not is_verb(verb) or _is_whenever(verb):
            continue
        said = said_of(verb) or said_until(verb, sentence)
        if said is None:
            continue
        status, first, last = said
        for each, subject in _readings(hit, verb, sentence, subjects, context):
            yield from _answer(status, first, last, verb, each, subject, sentence, context)
    naught = None if is_open else used_to_be(sentence)
    if naught is None:
        return
    for each, subject in _spoken_of(context):
        yield from _answer("nothing", naught, naught, naught, each, subject, sentence, context)


def _is_whenever(verb: Token) -> bool:
    """ "When they're late, they don't pay": what somebody does each time, not what is."""
    return any(
        clause.dep_ == "advcl"
        and any(c.lower_ in ("when", "whenever") for c in clause.children)
        and any(t.tag_ in ("VBP", "VBZ") for t in (clause, *clause.children))
        for clause in verb.children
    )


def _spoken_of(context: Context) -> Iterator[tuple[Property, Subject]]:
    """The one yearly amount that the sentence before speaks of, for "it used to be zero"."""
    able = [each for each in context.spoken_before() if each.type == "amount" and each.per]
    known = {
        name: (each, Subject(name, (), "described", "it"))
        for name in context.recent()
        for each in able
        if each.name in context.names.properties_of(name)
    }
    found = known or owing(set(context.recent()), able, context)
    if len(found) == 1:
        yield from found.values()


def _readings(
    hit: Hit, verb: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[tuple[Property, Subject]]:
    """The yearly amount and its subject that the verb speaks of, if it is certain."""
    able = [each for each in hit.properties if each.type == "amount" and each.per == "year"]
    theirs = owing(_payers(verb, sentence), able, context)
    told = [s for s in subjects if s.how in ("named", "described")]
    owed = [s for s in told if context.names.properties_of(s.name) & {e.name for e in able}]
    if theirs and any(s.name not in theirs for s in owed):
        return  # "A pays nothing for the troops in B": not what either pays
    for each in able:
        for subject in told:
            if each.name not in context.names.properties_of(subject.name):
                continue
            if subject.away_from(verb) > _NEAR:
                continue
            if is_of_something_else(hit, verb, subject, sentence, context):
                continue
            scope = scope_of(subject.name, context)
            objects = [c for c in verb.children if c.dep_ in ("obj", "xcomp", "advmod")]
            ends = [c for one in (verb, *objects) for c in one.children if case_of(c) is not None]
            if any(is_unknown(end, scope, sentence) for end in ends if end.dep_ in _ENDS):
                continue
            yield each, subject
            return
    implied = taken_up(verb, able, sentence, context)
    if implied is not None:
        yield implied


def _payers(verb: Token, sentence: Sentence) -> set[str]:
    """Who is named as the one that pays."""
    payer = who_pays(verb)
    if payer is None:
        return set()
    own = (m for m in sentence.mentions if payer in sentence.span(m.start, m.end))
    return {name for mention in own for name in mention.entities}


def _answer(
    status: str,
    first: Token,
    last: Token,
    verb: Token,
    each: Property,
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    own = [v for v in sentence.values if is_time(v)]
    own = [v for v in own if clause_of(sentence.token(v)).i == clause_of(verb).i]
    why = (f"{status}: {each.name} by {verb.text!r}", f"subject: {subject.name}, {subject.how}")
    start, end = sentence.start + first.idx, sentence.start + last.idx + len(last)
    at = (sentence.start + verb.idx, sentence.start + verb.idx + len(verb))
    if any(str(v.value).startswith("../") for v in own):
        if status == "nothing":
            yield from _until(own, subject, why, at, sentence, context)
        return
    time = period_of(own[0]) if len(own) == 1 else _time_in_office(sentence)
    is_before = not own and _is_before(verb, sentence)
    is_now = verb.tag_ not in ("VBD", "VBN") or first.i < verb.i or is_shifted(verb) or is_before
    if _has(verb) and not sentence.words.isdisjoint(("yet", "far")):
        return  # "has paid nothing so far"
    is_since = status == "nothing" and (own or not time) and _is_of_all_since(verb, own, sentence)
    if time and time.first and time.is_open and status == "nothing" and first.i < verb.i:
        time = None  # "since January X has no longer paid": nor does it now
    time, is_now = (None, True) if is_since else (time, is_now)
    if len(own) > 1 or (time is None and not is_now) or (time and time.is_open):
        return
    value = Value(start, end, sentence.quote(start, end), "status", status)
    # "were paying nothing": whenever that was, by the first figure that there is
    is_past = not is_since and (is_before or any(c.tag_ == "VBD" for c in verb.children))
    how = "first" if is_past and time is None else None
    asked = Question(subject.name, each.name, time, context.asked_on, how)
    yield Answered(start, end, asked, "status", value, why, (), at, negated=False)


def _is_of_all_since(verb: Token, times: Sequence[Value], sentence: Sentence) -> bool:
    """ "has paid nothing since 2021": nor does it now; but not "this year"."""
    is_whole = sentence.words.isdisjoint(("this", "today", "now"))
    return _has(verb) and is_whole and all(str(v.value).endswith("/..") for v in times)


def _has(verb: Token) -> bool:
    return any(c.tag_ in ("VBZ", "VBP") and c.dep_ == "aux" for c in verb.children)


def _time_in_office(sentence: Sentence) -> Period | None:
    """ "paid nothing under Holt": the time of the only term that is named."""
    if len(sentence.terms) != 1 or sentence.terms[0].role not in ("during", "actor", "holder"):
        return None
    return whole_of(sentence.terms[0].facts)


def _is_before(verb: Token, sentence: Sentence) -> bool:
    """ "paid nothing before I came", "used to pay nothing": at any time before."""
    told = (c for c in verb.children if c.dep_ in ("advcl", "obl", "advmod"))
    before = any(c.lower_ == "before" for one in told for c in (one, *one.children))
    used = verb.head.lemma_.lower() == "use" and verb.dep_ == "xcomp"
    return before or used or "before" in {term.role for term in sentence.terms}


def _until(
    dates: Sequence[Value],
    subject: Subject,
    why: tuple[str, ...],
    at: tuple[int, int],
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    """ "paid nothing until 2019": it began in 2019."""
    began = beginning_of(subject.name, context)
    if began is None or len(dates) != 1:
        return
    (date,) = dates
    text = str(date.value).removeprefix("../")
    low = f"{text}-01-01" if len(text) == 4 else date.high
    before = sentence.quote(max(sentence.start, date.start - 6), date.start)
    led = _UNTIL.search(before)  # "until 2019" is what is wrong
    start = date.start - len(led.group()) if led else date.start
    said = sentence.quote(start, date.end)
    value = Value(start, date.end, said, "date", text, low=low, high=date.high)
    asked = Question(subject.name, began, None, context.asked_on)
    yield Answered(
        start, date.end, asked, "start_date", value, why, (), at, negated=False, when=date
    )
