"""Certain readings that are improbable by what is known, and so are not held against the text.

Who says "this week" knows what happened this week; nobody tells a term of four years in minutes;
among several figures, one that is right at another time has only been given the wrong time, and one
whose currency is not said is right if it is in any; and the day of something that the sentence
speaks of is of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.language.acted_on import DONE, is_of_what_is_done
from factcheck.language.by_slip import YEAR_SAID
from factcheck.language.evidence import is_known
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.times import DAY, is_time
from factcheck.measures.numerals import significant_digits
from factcheck.measures.reading import is_alike_alone
from factcheck.records import Fact

_YEAR = re.compile(r"\d{4}")
#: years; what is said to be as recent is nothing older
_RECENT = 2
#: what leads to what something was to be, or is elsewhere
_AGAINST = re.compile(r"\b(?:against|compared (?:to|with)|instead of|not) (?:the |an? )?$", re.I)
#: "one more year"
_LONGER = re.compile(r"\b(?:more|another|further|additional|extra)\b", re.IGNORECASE)
#: a length of minutes, hours, or fewer than a hundred days
_SHORT = re.compile(r"PT.*|P\d\d?D")
#: days; a term so long is not told by such
_LONG = 500
#: digits that no two figures have alike by accident; decimals have them sooner
_ENOUGH, _DECIMALS = 3, 2
#: characters; a time that stands so near behind a figure is its own
_BESIDE = 12
_FIGURES = ("number", "amount", "percentage")


def improbable(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, the improbable ones as uncertain."""
    answers = [*answers]
    for answer in answers:
        why = next(_why(answer, sentence, context), None) if answer.certain else None
        if answer.certain and not why and _is_set_against(answer, answers, sentence, context):
            why = "it is what the right figure is set against"
        yield answer.doubted(why) if why else answer


def _why(answer: Answered, sentence: Sentence, context: Context) -> Iterator[str]:
    if is_time(answer.value) and _is_of_other_days(answer, context):
        yield "what is so recent is another event"
    if is_time(answer.value) and _is_another_known(answer, sentence, context):
        yield "another day is what is known of it"
    if is_of_what_is_done(answer.question.subject, answer.question.property, sentence):
        yield DONE
    if answer.value.kind == "duration" and _is_too_short(answer, context):
        yield "so short a time is that of something else"
    if answer.value.kind == "duration" and _LONGER.search(answer.value.text):
        yield "it is how much longer"
    if answer.value.kind in _FIGURES and _is_of_another_time(answer, sentence, context):
        yield "the figure is right at another time"
    if answer.value.kind == "amount" and _is_of_no_currency(answer, context):
        yield "its currency is not said"
    if answer.value.kind == "date" and _is_of_another(answer, sentence, context):
        yield "it is the day of something else that is spoken of"


def _is_set_against(
    answer: Answered, answers: Sequence[Answered], sentence: Sentence, context: Context
) -> bool:
    """ "at a cost of 866 million against the 77 million once promised"."""
    before = sentence.raw[: max(answer.start - sentence.start, 0)]
    if _AGAINST.search(before) is None or is_known(answer, context):
        return False
    ahead = (a for a in answers if a.certain and a.start < answer.start)
    alike = (a for a in ahead if a.question == answer.question and a.value.kind in _FIGURES)
    return any(is_known(a, context) for a in alike)


def _is_another_known(answer: Answered, sentence: Sentence, context: Context) -> bool:
    """ "X had resigned in March and left on 21 April": when the term ended is said, too."""
    days = {str(v.value) for v in sentence.values if is_time(v) and v.start != answer.value.start}
    days = {day for day in days if DAY.fullmatch(day)}
    if answer.kind not in ("start_date", "end_date") or not days or is_known(answer, context):
        return False
    facts = context.names.facts(answer.question.subject, answer.question.property)
    ends = [f.valid.first if answer.kind == "start_date" else f.valid.last for f in facts]
    known = {f.value for f in facts if f.reading} | {end.isoformat() for end in ends if end}
    return not days.isdisjoint(known)


def _is_of_other_days(answer: Answered, context: Context) -> bool:
    """ "We moved in this year", of a move long ago; "the plan agreed on runs to 2035"."""
    own, now = _YEAR.search(str(answer.value.value)), context.asked_on
    if own is None or now is None:
        return False
    year = int(own[0])
    facts = context.names.facts(answer.question.subject, answer.question.property)
    told = (f"{fact.value} {fact.valid.first} {fact.valid.last}" for fact in facts)
    known = {int(year) for text in told for year in _YEAR.findall(text)}
    if not known:
        return False
    if YEAR_SAID.search(answer.value.text) or abs(year - now.year) > 1:
        return answer.kind != "end_date" and year > now.year >= max(known)
    return all(abs(year - other) > _RECENT for other in known)


def _is_too_short(answer: Answered, context: Context) -> bool:
    """ "The president, at a meeting of 44 minutes": no term of office."""
    facts = context.names.facts(answer.question.subject, answer.question.property)
    known = [fact.valid.days for fact in facts if fact.reading is None]
    is_long = bool(known) and all(days is None or days > _LONG for days in known)
    return is_long and bool(_SHORT.fullmatch(str(answer.value.value)))


def _is_of_another_time(answer: Answered, sentence: Sentence, context: Context) -> bool:
    alike = [value for value in sentence.values if value.kind == answer.value.kind]
    least = _DECIMALS if "." in answer.value.text else _ENOUGH
    if len(alike) < 2 or significant_digits(answer.value.value) < least:
        return False
    if answer.when is not None and 0 <= answer.when.start - answer.end < _BESIDE:
        return False  # "836.1 billion in 2011 and 812.5 billion in 2012"
    return answer.question.aggregate is None and is_known(answer, context)


def _is_of_no_currency(answer: Answered, context: Context) -> bool:
    """ "150 million dollars then, 1.4 trillion now", where 1.4 trillion is right in another."""
    if is_alike_alone(answer.value) or not is_known(answer, context):
        return False
    facts = context.names.facts(answer.question.subject, answer.question.property)
    return all(fact.unit != answer.value.unit for fact in facts if _says(fact, answer))


def _is_of_another(answer: Answered, sentence: Sentence, context: Context) -> bool:
    """ "The treaty of 1 October 1953, two months after the armistice": not that of the armistice,
    but of what has the day and is named, or most of whose words are said."""
    asked = answer.question
    facts = context.names.facts_with("date", answer.value.value)
    others = {fact.subject for fact in facts} - {asked.subject}
    if any(fact.subject == asked.subject for fact in facts):
        return False
    named = {name for mention in sentence.mentions for name in mention.entities}
    return any(name in named or _is_said(name, sentence) for name in others)


def _says(fact: Fact, answer: Answered) -> bool:
    return fact.reading is not None and fact.reading.value == answer.value.value


def _is_said(name: str, sentence: Sentence) -> bool:
    own = {word.lower() for word in re.findall(r"[^\W\d_]{4,}", name)}
    return bool(own) and len(own & sentence.lemmas) * 2 >= len(own)
