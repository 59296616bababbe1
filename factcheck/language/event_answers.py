"""What a date, period or term of office answers about an event: when it was, or under whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.language.acted_on import is_of_antecedent
from factcheck.language.borders import is_across, is_set_before
from factcheck.language.event_doubts import (
    acts_apart,
    dates_a_noun,
    is_counted_from,
    is_listed,
    is_of_verb_before,
    is_said_twice,
    is_signed_besides,
)
from factcheck.language.event_subjects import dates_another
from factcheck.language.evident import is_only_implied
from factcheck.language.making import IMPLIED, Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, Term
from factcheck.language.subjects import Subject
from factcheck.language.titles import is_of_other_term
from factcheck.measures.bounds import date_bounds
from factcheck.measures.reading import read_values
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM = re.compile(r"(?:from|between|since|for)\s+", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|until|till|through|and)\s+|(?<=\d)\s*[-–—/]\s*(?=\D*\d)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
#: events of their own, by whose date something else is placed
_EVENTS = frozenset(("founding", "foundation", "creation", "establishment", "birth", "inception"))
#: a part of a year or of a month
PART = re.compile(r"(?:the )?(?:spring|summer|autumn|fall|winter|early|mid|late)\b", re.IGNORECASE)
_OF_MONTH = re.compile(r"(?:the )?(?:end|beginning|start|middle) of [A-Z]")
_NUMBER = re.compile(r"\d")


def event_answers(
    when: Value | Term,
    hit: Hit,
    each: Property,
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    """The claim that `when` makes about the event `each` of `subject`; two for a period whose
    two ends are said."""
    tells_which = isinstance(when, Value) and subject.why == f"signed_in {when.value}"
    if tells_which and each.kind != "signing_date":
        return  # "the agreement of 2014 ran for five years"
    place = sentence.span(when.start, when.end)
    if isinstance(when, Term) and place.start <= hit.start < place.end:
        return  # "when X became president": whose term it is, not when somebody else's began
    if is_set_before(sentence.doc, place.start, hit.start):
        return
    words = sentence.doc[hit.start : hit.end]
    why = (
        f"event: {each.name} by {hit.form} {words.text!r}",
        f"subject: {subject.name}, {subject.how} {subject.why}".strip(),
    )
    question = Question(subject.name, each.name, None, context.asked_on)
    # "signed in 2021": picked only because the date is that of its signing
    found = _doubts(when, hit, each, subject, sentence, context)
    doubt = next((one for one in found if one[0]), (False, ""))
    if isinstance(when, Value) and each.kind in ("start_date", "end_date") and is_closed(when):
        told = end_of(when, each.kind)
        made = Answered(told.start, told.end, question, each.kind, told, why)
        yield made.unless(doubt)
        return
    if isinstance(when, Value):
        is_other = dates_a_noun(when, hit, subject, sentence) or is_listed(when, sentence)
        is_other = is_other or is_of_verb_before(when, hit, sentence)
        value = as_event_date(when, each)
        loose = when.text.lower().endswith(("later", "earlier", "after", "before"))
        made = Answered(when.start, when.end, question, each.kind, value, why)
        yield made.unless(doubt, (is_other, "the date of a noun"), (loose, "counted from a date"))
        return
    start, end = when.start, when.end
    if _is_actor(when, each):
        entity = Value(start, end, when.text, "entity", when.person or None)
        question = replace(question, aggregate="holder")
        made = Answered(start, end, question, "party_or_actor", entity, why, when.facts)
        yield made.unless(doubt)
        return
    if when.role in ("during", "before", "after", "since", "holder"):
        period = Value(start, end, when.text, "period", _period_text(when) or None)
        made = Answered(start, end, question, each.kind, period, why, when.facts)
        yield made.unless(doubt)


def _doubts(
    when: Value | Term,
    hit: Hit,
    each: Property,
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Iterator[tuple[bool, str]]:
    """What may make the event another one, and why."""
    place = sentence.span(when.start, when.end)
    yield is_only_implied(subject, sentence, context), IMPLIED
    yield subject.why.startswith("signed in "), "picked by the date alone"
    yield is_across(sentence.doc, hit.start, place.start), "across clauses"
    yield acts_apart(hit, subject, sentence), "somebody else acts"
    yield is_said_twice(subject, sentence), "which of the two"
    yield is_signed_besides(hit, each, sentence), "something else is signed"
    yield is_of_antecedent(hit, subject, sentence), "said of another noun"
    yield is_counted_from(when, hit, sentence), "another date is counted from it"
    if hit.form == "verb":
        verb = sentence.doc[hit.start]
        yield _is_of_another_event(place.root), "when something else was"
        yield dates_another(subject, sentence.token(when), verb), "said of something else"
        is_object = place.start == verb.i + 1 and verb.tag_ in ("VB", "VBP", "VBZ")
        yield is_object and _YEAR.fullmatch(when.text) is not None, "the year is what is dealt with"
    yield is_of_other_term(subject.name, sentence, context), "of another term"


def _is_of_another_event(when: Token) -> bool:
    """ "was invoked once since the founding in 1949": the date hangs by a noun of another event."""
    return when.dep_.startswith("nmod") and when.head.lower_ in _EVENTS


def is_closed(when: Value) -> bool:
    """ "from 2026 to 2030", "2014-18", "30 April 2016 to November 2018": a period whose two ends
    are both said."""
    return "/" in str(when.value) and ".." not in str(when.value) and _ends(when.text) is not None


def _ends(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the two ends of a period stand in its text, each with a year."""
    found = _TO.search(text)
    if found is None:
        return None
    start = lead.end() if (lead := _FROM.match(text)) else 0
    if not _YEAR.search(text[start : found.start()]) or not _NUMBER.search(text[found.end() :]):
        return None
    return (start, found.start()), (found.end(), len(text))


def end_of(when: Value, kind: str) -> Value:
    """The end of a period (`is_closed`) that a beginning or an end asks for."""
    ends = _ends(when.text)
    assert ends is not None
    first, _, last = str(when.value).partition("/")
    said, place = (first, ends[0]) if kind == "start_date" else (last, ends[1])
    start, end = when.start + place[0], when.start + place[1]
    said = said.removeprefix("FY")
    low, high = date_bounds(said)
    return Value(start, end, when.text[place[0] : place[1]], "date", said, low=low, high=high)


def _is_actor(when: Term, each: Property) -> bool:
    """Sign or conclude under an office-holder asks who; begin or end under one asks when."""
    if when.role in ("actor", "holder"):
        begins = each.kind == "start_date" and {"begin", "start"} & {*each.verbs}
        return when.role == "actor" or not begins
    return when.role == "during" and each.kind == "signing_date"


def as_event_date(when: Value, each: Property) -> Value:
    """ "since 1991" says that it began in 1991; "until 2018" that it ended then."""
    text = str(when.value)
    since = each.kind == "start_date" and text.endswith("/..")
    until = each.kind == "end_date" and text.startswith("../")
    if since or until:
        day = text[:-3] if since else text[3:]
        if since and _OF_MONTH.match(when.text):
            day = day[: len("2024-10")]
        low, high = (when.low, None) if since else (None, when.high)
        span = _span_of(when, low or high)
        return span or replace(when, kind="date", value=day, low=low, high=high)
    if each.kind in ("start_date", "signing_date") and text.startswith("../"):
        day = text[3:]  # "not until 2014": in 2014
        first = day + {4: "-01-01", 7: "-01"}.get(len(day), "")
        return replace(when, kind="date", value=day, low=first, high=when.high)
    return when


def _span_of(when: Value, near: object) -> Value | None:
    """The time that "the spring of 2009" or "late March" is by itself; none for a day, a month or
    a year. `near`: a day in it."""
    if not isinstance(near, str) or not PART.match(when.text):
        return None
    found = read_values(when.text, date.fromisoformat(near))
    spans = [v for v in found if v.kind == "period" and (v.start, v.end) == (0, len(when.text))]
    if len(spans) != 1 or "/" not in str(spans[0].value):
        return None
    return replace(spans[0], start=when.start, end=when.end)


def _period_text(term: Term) -> str:
    def one(fact_index: int) -> str:
        valid = term.facts[fact_index].valid
        first = valid.first.isoformat() if valid.first else ".."
        last = valid.last.isoformat() if valid.last else ".."
        if term.role == "before":
            return f"../{first}"
        if term.role == "after":
            return f"{last}/.."
        return f"{first}/.." if term.role == "since" else f"{first}/{last}"

    return "|".join(one(index) for index in range(len(term.facts)))
