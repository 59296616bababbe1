"""Numbers that a series does not have, or not then: "signed the 13th Larkham Accord on Monday",
"what was signed in 2014 was the seventh", "the deal signed in 2005 is the eighth of its kind".

What was signed on a day is certain by that day; the number beside it is the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import distance
from factcheck.measures.values import Value
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: days that only news of the same days names so
NEWS = re.compile(r"^(?:on )?(?:\w+day|today|yesterday)$", re.IGNORECASE)
SIGN = frozenset(("sign", "ink"))
_NEAR = 9.0
#: how far a verb of signing stands before what is signed
_REACH = 24
_DETERMINING = frozenset(("the", "their", "our", "its"))


def numbered_series_of(value: Value, sentence: Sentence, context: Context) -> str | None:
    """The series whose name follows an ordinal ("13th Larkham Accord"), or holds it."""
    for mention in sentence.mentions:
        gap = sentence.quote(value.end, mention.start) if mention.start >= value.end else "?"
        inside = mention.start <= value.start < mention.end
        if not inside and gap.strip(" -"):
            continue
        found = {s for name in mention.entities for s in _series(name, context)}
        if len(found) == 1:
            return found.pop()
    return None


def _series(name: str, context: Context) -> tuple[str, ...]:
    if context.names.members(name):
        return (name,)
    entity = context.names.entity(name)
    return tuple(s for s in entity.part_of if context.names.members(s)) if entity else ()


def signed_then(value: Value, sentence: Sentence, context: Context) -> Iterator[str]:
    """The member signed at the date beside an ordinal that is not its own: one that the series
    does not have, or one of which "what was signed then was the Nth" tells."""
    series = numbered_series_of(value, sentence, context)
    if series is None:
        return
    known = context.names.pick(series, "ordinal", str(value.value), context.asked_on)
    number = sentence.doc[sentence.span(value.start, value.end).start]
    if not _is_signed(number):
        return
    if not any(map(is_time, sentence.values)) and _signs_now(number):
        yield from _signed_today(series, context)
    yield from signed_on_the_day(value, sentence, context)
    if known and not _is_told_what(number):
        return
    yield from _signed_at_a_date(series, value, sentence, context)


def signed_on_the_day(value: Value, sentence: Sentence, context: Context) -> Iterator[str]:
    """ "signed the Nth accord on Monday", in the news: the day is certain, and the member signed
    on it is meant, whatever number it is given."""
    series = numbered_series_of(value, sentence, context)
    number = sentence.doc[sentence.span(value.start, value.end).start]
    for when in sentence.values:
        if series is None or not NEWS.search(when.text) or not _is_signed(number):
            continue
        found = context.names.pick(series, "signed_in", str(when.value), context.asked_on)
        if len(found) == 1:
            yield found[0].name


def find_signed_lasting(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """ "signed the five-year Larkham Accord in January 2006": how long the one signed then is."""
    for value in sentence.values:
        if value.kind != "duration":
            continue
        series = numbered_series_of(value, sentence, context)
        first = sentence.doc[sentence.span(value.start, value.end).start]
        if series is None or not _is_signed(first):
            continue
        found = set(_signed_at_a_date(series, value, sentence, context))
        name = found.pop() if len(found) == 1 else ""
        if "duration" in context.names.properties_of(name):
            asked = Question(name, "duration", None, context.asked_on)
            why = (f"duration of {name}, signed then",)
            yield Answered(value.start, value.end, asked, "duration", value, why)


def _signed_at_a_date(
    series: str, value: Value, sentence: Sentence, context: Context
) -> Iterator[str]:
    token = sentence.token(value)
    for when in sentence.values:
        period = period_of(when) if is_time(when) else None
        if period is None or period.is_open or distance(sentence.token(when), token) > _NEAR:
            continue
        found = context.names.pick(series, "signed_in", str(period), context.asked_on)
        if len(found) == 1:
            yield found[0].name


def _signed_today(series: str, context: Context) -> Iterator[str]:
    """The member signed on the day of utterance or on the day before."""
    day = context.asked_on
    for each in () if day is None else (day, day - timedelta(days=1)):
        found = context.names.pick(series, "signed_in", each.isoformat(), day)
        if len(found) == 1:
            yield found[0].name
            return


def _signs_now(number: Token) -> bool:
    """ "Seoul, Washington sign 10th accord": a headline, which tells what has just been done."""
    before = number.doc[: number.i]
    verbs = [t for t in before if SIGN.intersection(forms(t))]
    led = number.nbor(-1).lower_ if number.i else ""
    if not verbs or verbs[-1].lower_ not in ("sign", "signs", "ink", "inks") or led == "the":
        return False
    return not any(t.tag_ == "MD" or t.lower_ == "to" for t in before)


def _is_signed(number: Token) -> bool:
    """Whether the verb nearest before a number is one of signing, or of being what was signed."""
    for token in reversed(list(number.doc[max(number.i - _REACH, 0) : number.i])):
        if token.text in (";", ":"):
            return False
        if SIGN.intersection(forms(token)):
            return True
        is_verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound")
        if is_verb and token.lemma_.lower() != "be":
            return False
    return False


def _is_told_what(number: Token) -> bool:
    """ "What was signed in 2014 was the Nth"."""
    before = number.doc[max(number.i - _REACH, 0) : number.i]
    whats = [t for t in before if t.lower_ == "what"]
    return bool(whats) and is_said_to_be(whats[-1], number)


def is_said_to_be(noun: Token, number: Token) -> bool:
    """ "The deal that they signed then to share the cost is the Nth": but for a clause of signing
    right after the noun nothing is said of it than "is the", whatever the tree says."""
    between = number.doc[noun.i + 1 : number.i]
    if len(between) < 2 or len(between) > _REACH or between[-1].lower_ not in _DETERMINING:
        return False
    if between[-2].lower_ not in ("is", "was", "became"):
        return False
    verbs = [
        t
        for t in between[:-2]
        if t.pos_ in ("VERB", "AUX") and t.lemma_.lower() not in ("be", "have")
        if t.i and t.nbor(-1).lower_ != "to"
    ]
    clean = not any(t.text in (";", ":") or t.lower_ in ("but", "while") for t in between)
    return clean and len(verbs) == 1 and bool(SIGN.intersection(forms(verbs[0])))
