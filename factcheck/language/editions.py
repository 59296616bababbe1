"""A year beside the name of what comes again every so often: "at X in 2018", "the 2018 jury of X".

What a sentence says of it is said of the member of that year, where the series has one whose name
tells the year ("2018 X Festival", "X 2018").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import sort_nouns, speaks_of_sort
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.words import SIGNED
from factcheck.measures.values import Value
from factcheck.records import Fact, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.language.subjects import Subject

#: how a subject is told that a year picks
EDITION = "the edition of"
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_SAME = re.compile(r"\bthat (?:same )?year\b", re.IGNORECASE)
#: what stands between the name and its year
_BETWEEN = re.compile(r"\s*,?\s*(?:(?:in|of|for)\s+)?", re.IGNORECASE)


def editions(sentence: Sentence, context: Context) -> Iterator[tuple[str, tuple[Token, ...], str]]:
    """(member, the words for it, why) for each year that picks one of a series spoken of."""
    named = {name for mention in sentence.mentions for name in mention.entities}
    years = [(v, year) for v in sentence.values if (year := _year(v, sentence))]
    for series, token, start, end in _series(sentence, context):
        members = members_by_year(series, context)
        if len(members) < 2 or not named.isdisjoint(members.values()):
            continue
        said = {year for _, year in years}
        for value, year in years:
            is_beside = len(said) < 2 or _stands_by(value, start, end, sentence)
            if year not in members or not is_beside:
                continue
            yield members[year], (token, sentence.token(value)), f"{EDITION} {year}"
        if not said and _SAME.search(sentence.raw):
            before = [name for name in context.just_before() if name in members.values()]
            if len(before) == 1:
                yield before[0], (token,), f"{EDITION} that year"


def members_by_year(series: str, context: Context) -> dict[str, str]:
    """The members of a series by the year in their names; none where two have the same."""
    found: dict[str, str] = {}
    entity = context.names.entity(series)
    if (
        entity is None
        or entity.type in SIGNED
        or not all(map(context.names.is_bare, entity.topics))
    ):
        return found  # a topic's own words tell which one is meant
    for member in context.names.members(series):
        years = set(_YEAR.findall(member.name))
        if len(years) != 1:
            continue
        if (year := years.pop()) in found:
            return {}
        found[year] = member.name
    return found


def _series(sentence: Sentence, context: Context) -> Iterator[tuple[str, Token, int, int]]:
    """The series that a sentence names, or takes up by the noun for its sort, with where."""
    done = set[str]()
    for mention in sentence.mentions:
        for name in mention.entities:
            if name not in done and context.names.members(name):
                done.add(name)
                yield name, sentence.token(mention), mention.start, mention.end
    for name in context.recent():
        entity = context.names.entity(name)
        for series in (name, *(entity.part_of if entity else ())):
            if series in done or not context.names.members(series):
                continue
            nouns = sort_nouns(series, context.names)
            for token in sentence.tokens:
                if series not in done and speaks_of_sort(token, nouns):
                    done.add(series)
                    start = sentence.start + token.idx
                    yield series, token, start, start + len(token)


def _year(value: Value, sentence: Sentence) -> str:
    """The one year in which a date lies, that of no comparison."""
    if not is_time(value) or base_of(sentence, value):
        return ""
    period = period_of(value)
    if period is None or period.first is None or period.last is None:
        return ""
    return str(period.first.year) if period.first.year == period.last.year else ""


def _stands_by(value: Value, start: int, end: int, sentence: Sentence) -> bool:
    """ "X in 2018", "2018 X"."""
    first, last = (value.end, start) if value.end <= start else (end, value.start)
    return bool(_BETWEEN.fullmatch(sentence.quote(min(first, last), max(first, last))))


def with_other_years(
    answers: Sequence[Answered],
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> list[Answered]:
    """The answers, but where a name is right of another year than the one beside the series: then
    the year is what is wrong ("X won at Y in 2018", who did in 2019)."""
    picked = {s.name: s for s in subjects if s.why.startswith(f"{EDITION} ")}
    found = []
    for answer in answers:
        subject = picked.get(answer.question.subject)
        is_name = subject is not None and answer.value.kind == "entity"
        other = _right_of_other(answer, context) if is_name else ""
        if not subject or not other:
            found.append(answer)
            continue
        found.append(answer.doubted("so it was in another year"))
        words = {t.i for group in subject.tokens for t in group}
        for value in sentence.values:
            if _year(value, sentence) and sentence.token(value).i in words:
                found += _dated(value, other, answer, context)
    return found


def _right_of_other(answer: Answered, context: Context) -> str:
    """The one member of the series, not the one spoken of, that a name answers for."""
    asked = answer.question
    entity = context.names.entity(asked.subject)
    series = {m.name for s in (entity.part_of if entity else ()) for m in context.names.members(s)}
    right = {name for name in series if any(_says(f, answer) for f in context.names.facts(name))}
    return right.pop() if len(right) == 1 and asked.subject not in right else ""


def _says(fact: Fact, answer: Answered) -> bool:
    return fact.property == answer.question.property and fact.value in str(
        answer.value.value
    ).split("|")


def _dated(value: Value, member: str, answer: Answered, context: Context) -> Iterator[Answered]:
    """The year held against the first date that is known of the member."""
    kinds = {p.name: p.kind for p in context.names.properties() if p.type == "date"}
    dates = [fact for fact in context.names.facts(member) if fact.property in kinds]
    for fact in dates[:1]:
        asked = Question(member, fact.property, None, context.asked_on)
        why = (f"year: {answer.value.text!r} is right of {member}", *answer.why)
        yield Answered(value.start, value.end, asked, kinds[fact.property], value, why)
