"""What a comparison answers: a question with a second term, and the word that compares."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.all_told import is_all_told
from factcheck.language.making import IMPLIED, Answered
from factcheck.language.memory import Context
from factcheck.language.rivals import acts_instead
from factcheck.language.sentences import Sentence
from factcheck.language.something_else import FOR
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.language.times import NOW, is_time, period_of
from factcheck.language.trees import clause_of, depends_on
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what leads to what is only to be done, or spoken of
_PURPOSE = frozenset(("for", "about", "from", "against", "on", "to", "toward", "towards"))
_AFTERWARDS = frozenset(("then", "afterwards", "thereafter", "subsequently"))
_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))


def comparison(
    first: Token,
    last: Token,
    value: str | Decimal,
    each: Property,
    subject: Subject,
    other: str,
    times: tuple[Period | None, Period | None],
    aggregate: str,
    sentence: Sentence,
    context: Context,
) -> Answered:
    """The answer given by the words from `first` to `last`: `value` ("more", "rise", a factor)
    for `subject` at the first of `times`, against `other` at the second."""
    start = sentence.start + first.idx
    end = sentence.start + last.idx + len(last)
    unit = "times" if isinstance(value, Decimal) else None
    said = Value(
        start, end, sentence.quote(start, end), "comparison", value, unit, hedge=_hedge(first)
    )
    asked = Question(subject.name, each.name, times[0], context.asked_on, aggregate)
    base = Question(other, each.name, times[1], context.asked_on)
    at = (sentence.start + first.idx, sentence.start + first.idx + len(first))
    why = (f"comparison: {value} by {first.text!r}", f"property: {each.name} of {subject.name}")
    asked = replace(asked, other=base)
    is_told = subject.how != "implied" or is_all_told(subject, sentence, context)
    return Answered(start, end, asked, "comparison", said, why, (), at).unless(
        (not is_told, IMPLIED),
        (acts_instead(subject, first, sentence, context), "somebody else acts"),
    )


def _hedge(first: Token) -> str | None:
    """The hedge before a word of comparison: "more than doubled", "nearly tripled"."""
    before = [t.lower_ for t in first.doc[max(first.i - 2, 0) : first.i]]
    if before[-2:] == ["more", "than"]:
        return "more than"
    if before and before[-1] in ("nearly", "almost", "about", "roughly"):
        return "nearly" if before[-1] in ("nearly", "almost") else "about"
    return "at least" if before[-2:] == ["at", "least"] else None


def is_said_of_another(verb: Token, noun: Token) -> bool:
    """ "…, as their economies grew": a clause by the side with a noun of its own; "doubled its
    check for the troops": the check."""
    agents = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    while noun.dep_ in ("amod", "compound"):
        noun = noun.head
    objects = [c.i for c in verb.children if c.dep_ == "obj" and c.pos_ == "NOUN"]
    if case_of(noun) in FOR and (noun.head.i in objects or (objects and noun.head.i == verb.i)):
        return True
    return verb.dep_ == "advcl" and bool(agents) and not depends_on(noun, verb)


def is_year(period: Period) -> bool:
    """Whether a period is one year long."""
    first, last = period.first, period.last
    return bool(first and last and 360 < (last - first).days < 367)


def is_of_now(word: Token, than: Token, sentence: Sentence) -> bool:
    """ "pays less than in 2019", "are paying less today": the present beside a past year."""
    head = clause_of(word)
    finite = [t for t in (head, *head.children) if t.tag_ in _FINITE and t.i < than.i]
    times = [(v, period_of(v)) for v in sentence.values if is_time(v)]
    others = [v for v, period in times if period is None or not is_year(period)]
    is_told = all(v.text.lower() in NOW for v in others)
    return is_told and bool(finite) and all(t.tag_ in ("VBZ", "VBP") for t in finite)


def is_purpose(verb: Token) -> bool:
    """ "funds for reducing the force", "talks about raising it": what may be done, or was to be."""
    led = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
    return verb.tag_ == "VBG" and bool(led & _PURPOSE)


def is_afterwards(verb: Token) -> bool:
    """ "peaked in 1999 and then shrank": at no time that is said."""
    return verb.dep_ == "conj" and any(c.lower_ in _AFTERWARDS for c in verb.children)
