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
from factcheck.language.nothing_taken_up import taken_up
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.something_else import is_of_something_else
from factcheck.language.strangers import case_of, is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import is_shifted, is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 5.0
#: what something is paid for
_ENDS = ("nmod", "obl")
_NOTHING = frozenset(("nothing", "zero", "nil", "zilch", "nada"))
_UNTIL = re.compile(r"\b(?:until|till) $", re.IGNORECASE)
_COINS = frozenset(("cent", "penny", "dime", "nickel", "dollar", "won", "yen", "euro", "thing"))
_DENYING = frozenset(("not", "n't", "n’t", "never", "without"))
_STOP = frozenset(("stop", "cease", "quit", "discontinue"))


def find_nothing(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about whether a yearly amount is given at all."""
    # "if we left, they would pay nothing", "we have heard, and I quote, that they pay nothing"
    is_open = not sentence.words.isdisjoint(("if", "unless", "quote"))
    for hit in () if is_open else sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or not _is_verb(verb):
            continue
        said = _said(verb) or _said_until(verb, sentence)
        if said is None:
            continue
        status, first, last = said
        for each, subject in _readings(hit, verb, sentence, subjects, context):
            yield from _answer(status, first, last, verb, each, subject, sentence, context)


def _said(verb: Token) -> tuple[str, Token, Token] | None:
    """What is said of the payment ("nothing" or "exists"), and the words that say so."""
    doc = verb.doc
    after = doc[verb.i + 1 : verb.i + 6]
    for token in after:
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";"):
            break
        if token.lower_ in _NOTHING and token.i - verb.i < 4 and not _is_counting(token):
            return "nothing", token, token
        if token.lower_ in ("anything", *_COINS) and _is_denied(verb) and _is_bare(token):
            return "nothing", _denial(verb), token
    before = doc[max(verb.i - 3, 0) : verb.i]
    if verb.tag_ == "VBG" and verb.i and doc[verb.i - 1].pos_ == "VERB":
        led = doc[verb.i - 1]
        if _STOP.intersection(forms(led)) and led.tag_ in ("VBD", "VBN"):
            return "nothing", led, verb
        if led.lemma_.lower() == "keep" and led.tag_ in ("VBZ", "VBP"):
            return "exists", led, verb
    if [t.lower_ for t in before[-2:]] == ["no", "longer"] and verb.tag_ != "VBD":
        return "nothing", before[-2], verb
    words = [t.lower_ for t in before]
    if "still" in words and verb.tag_ in ("VBZ", "VBP", "VBG") and not _is_denied(verb):
        return "exists", before[words.index("still")], verb
    if words[-2:] in (["continues", "to"], ["continue", "to"]):
        return "exists", before[-2], verb
    return None


def _said_until(verb: Token, sentence: Sentence) -> tuple[str, Token, Token] | None:
    """ "did not pay for it until 1998": nothing was paid before."""
    if not _is_denied(verb) or any(c.dep_ in ("obj", "xcomp") for c in verb.children):
        return None
    if not any(is_time(v) and str(v.value).startswith("../") for v in sentence.values):
        return None
    return "nothing", _denial(verb), verb


def _is_verb(word: Token) -> bool:
    """Whether it is a verb, by the tree or by "no longer" before it."""
    before = [t.lower_ for t in word.doc[max(word.i - 2, 0) : word.i]]
    return word.pos_ == "VERB" or before == ["no", "longer"]


def _is_counting(token: Token) -> bool:
    """ "nothing but", "zero percent", "nothing like": something after all."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else "."
    return following in ("but", "like", "less", "more", "near", "percent", "%", "of", "other")


def _is_bare(token: Token) -> bool:
    """ "a cent", "one dime", "anything": no more than that."""
    if token.lower_ == "anything":
        return not _is_counting(token)
    return token.i > 0 and token.nbor(-1).lower_ in ("a", "one", "single")


def _is_denied(verb: Token) -> bool:
    return any(c.lower_ in _DENYING for c in verb.children)


def _denial(verb: Token) -> Token:
    """The first word of the denial, its auxiliary included: "does not"."""
    found = [c for c in verb.children if c.lower_ in _DENYING or c.dep_ == "aux"]
    return min(found, key=lambda token: token.i)


def _readings(
    hit: Hit, verb: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[tuple[Property, Subject]]:
    """The yearly amount and its subject that the verb speaks of, if it is certain."""
    able = [each for each in hit.properties if each.type == "amount" and each.per == "year"]
    for each in able:
        for subject in subjects:
            if subject.how not in ("named", "described"):
                continue
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
    is_now = verb.tag_ not in ("VBD", "VBN") or first.i < verb.i or is_shifted(verb)
    time = period_of(own[0]) if len(own) == 1 else None
    if time and time.first and time.is_open and status == "nothing" and first.i < verb.i:
        time = None  # "since January X has no longer paid": nor does it now
    if len(own) > 1 or (time is None and not is_now) or (time and time.is_open):
        return
    value = Value(start, end, sentence.quote(start, end), "status", status)
    # "were paying nothing": whenever that was, by the first figure that there is
    is_past = any(c.tag_ == "VBD" for c in verb.children) and time is None
    how = "first" if is_past else None
    asked = Question(subject.name, each.name, time, context.asked_on, how)
    yield Answered(start, end, asked, "status", value, why, (), at, negated=False)


def _until(
    dates: Sequence[Value],
    subject: Subject,
    why: tuple[str, ...],
    at: tuple[int, int],
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    """ "paid nothing until 2019": it began in 2019."""
    begins = [
        each.name
        for each in context.names.properties()
        if each.type == "date" and each.kind == "start_date" and "begin" in each.verbs
    ]
    own = sorted(context.names.properties_of(subject.name).intersection(begins))
    if len(own) != 1 or len(dates) != 1:
        return
    (date,) = dates
    text = str(date.value).removeprefix("../")
    low = f"{text}-01-01" if len(text) == 4 else date.high
    before = sentence.quote(max(sentence.start, date.start - 6), date.start)
    led = _UNTIL.search(before)  # "until 2019" is what is wrong
    start = date.start - len(led.group()) if led else date.start
    said = sentence.quote(start, date.end)
    value = Value(start, date.end, said, "date", text, low=low, high=date.high)
    asked = Question(subject.name, own[0], None, context.asked_on)
    yield Answered(
        start, date.end, asked, "start_date", value, why, (), at, negated=False, when=date
    )
