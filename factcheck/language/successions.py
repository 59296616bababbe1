"""Who came before in an office, and when the next one took over: "X succeeded Y as head of Z in
May 2016", "Y was followed by X", "Y handed over to X", "X, the successor of Y".

Two names of people who held the same office, and the words between them; the office, where it is
said, must be the one that both held. Who held it before or after is derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.language.event_answers import event_answers
from factcheck.language.event_dates import from_event
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.post_words import Post, is_meant, masked, post_of, post_pattern
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.spell_links import holder_of
from factcheck.language.subjects import Subject
from factcheck.language.succession_names import FARTHEST, Following, followings
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR_DATE = 5.0
#: but for "and that was in May"
_AND_THEN = re.compile(
    r"[,;]\s+(?:and|but|while|then)\b(?!\s+(?:that|this)(?:['’]s|\s+was)\s+(?:in|on)\b)|;"
)
_THAT_WAS = re.compile(r",?\s+(?:and\s+)?(?:that|this)(?:['’]s|\s+was)\s+(?:back\s+)?(?:in|on)\s+")
#: days for which an office stands empty, or is held by somebody acting
_GAP = 90


@dataclass(frozen=True, slots=True)
class _Change:
    """One who came after another, and their terms in the office in question: none of somebody who
    never held it."""

    two: Following
    begun: tuple[Fact, ...]
    ended: tuple[Fact, ...]
    #: whether the text says which office it is
    is_told: bool


def find_successions(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about who was before somebody in an office, and since when the later one was."""
    for following in followings(sentence, context):
        for change in _with_office(following, sentence, context):
            yield from _answers(change, sentence, context)


def _with_office(two: Following, sentence: Sentence, context: Context) -> Iterator[_Change]:
    """The one office that both held, and that the words between or after the names may mean; or
    the one meant that only one of them ever held."""
    one, other = two.one, two.other
    end = min(other.end + FARTHEST, sentence.start + len(sentence.raw))
    told = _as_office(masked(sentence, other.end, end, context), other.end, sentence, context)
    between = masked(sentence, one.end, other.start, context)
    told = told or _as_office(between, one.end, sentence, context)
    begun, ended = (_held(mention, told, context) for mention in (two.later, two.earlier))
    both = sorted(begun.keys() & ended.keys())
    if len(both) == 1:
        first, last = begun[both[0]], ended[both[0]]
        yield _Change(two, first, last, told is not None or _meet(first, last))
        return
    spoken = list(context.spoken_before())
    if two.at > other.end:  # "X was governor until Y took over from him"
        spoken += [each for hit in sentence.hits for each in hit.properties]
    said = {each.name for each in spoken}
    meant = [key for key in (*begun, *ended) if told is not None or key[0] in said]
    if len(meant) == 1 and not both:
        (key,) = meant
        strange = two.earlier if key in begun else two.later
        if _is_other(strange, *key, context):
            yield _Change(two, begun.get(key, ()), ended.get(key, ()), False)


def _is_other(name: Mention, property: str, body: str, context: Context) -> bool:
    """Whether somebody surely never held an office."""
    if name.entities:
        return len(name.entities) == 1
    return context.names.is_other(name.text, body, property)


def _meet(begun: Sequence[Fact], ended: Sequence[Fact]) -> bool:
    """Whether one followed the other there: then that office is meant, said or not."""
    firsts = {fact.valid.first for fact in begun if fact.valid.first}
    lasts = {fact.valid.last for fact in ended if fact.valid.last}
    return any(0 <= (first - last).days < _GAP for first in firsts for last in lasts)


def _held(
    mention: Mention, told: Post | None, context: Context
) -> dict[tuple[str, str], tuple[Fact, ...]]:
    """The terms of somebody in each office that may be meant, by property and office or body."""
    if len(mention.entities) != 1:
        return {}
    (person,) = mention.entities
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in context.names.relations(person, None):
        words = set(fact.property.split("_"))
        if holder_of(fact) != person or word_set("spells", "member.names") & words:
            continue
        if told is None or is_meant(fact, told, context):
            body = fact.value if fact.subject == person else fact.subject
            found.setdefault((fact.property, body), []).append(fact)
    return {key: tuple(facts) for key, facts in found.items()}


def _as_office(text: str, offset: int, sentence: Sentence, context: Context) -> Post | None:
    """The post in "as head of Z", "at the head of Z", "in the office of …"."""
    lead = re.compile(
        rf"(?:^|(?<=\s))(?=(?:as|at|in)\s){post_pattern()}", re.IGNORECASE | re.VERBOSE
    )
    for found in lead.finditer(text):
        if ";" in text[: found.start()] or "," in text[: found.start()]:
            return None
        return post_of(found, offset, sentence, context)
    return None


def _answers(change: _Change, sentence: Sentence, context: Context) -> Iterator[Answered]:
    two = change.two
    verb = sentence.span(two.at, two.at + 1).root
    if not (change.begun and change.ended):
        how = "predecessor" if change.begun else "successor"
        yield _neighbour(change, how, verb, sentence, context)
        return
    dates = [
        value
        for value in sentence.values
        if is_time(value) and not base_of(sentence, value) and "/" not in str(value.value)
        and (
            from_event(value, sentence.token(value), verb, sentence) <= _NEAR_DATE
            or _THAT_WAS.fullmatch(sentence.quote(max(two.later.end, two.earlier.end), value.start))
        )
    ]  # fmt: skip
    if any(_is_of_earlier(value, change) for value in dates):
        if two.later.text.lower() in ("he", "she", "his", "her"):
            return
        yield _neighbour(change, "successor", verb, sentence, context)
        return
    how = "successor" if two.is_turned else "predecessor"
    yield _neighbour(change, how, verb, sentence, context)
    fact = change.begun[0]
    each = Property(fact.property, "", "start_date", "date", "")
    hit = Hit(verb.i, verb.i + 1, "verb", (each,))
    subject = Subject(fact.subject, (), "named", two.later.text)
    other = Question(fact.value, fact.property)
    asked = Question(fact.subject, fact.property, None, context.asked_on, "since", other)
    follows = _meet(change.begun, change.ended)
    for value in dates:
        doubts = (
            (not change.is_told or (two.is_turned and not follows), "who came when"),
            (_is_of_the_next(value, two, sentence), "the next one's"),
        )
        for answer in event_answers(value, hit, each, subject, sentence, context):
            why = (f"succession: {fact.property}", f"subject: {two.later.text}, named")
            yield replace(answer, question=asked, why=why, when=value, certain=True).unless(*doubts)


def _is_of_the_next(value: Value, two: Following, sentence: Sentence) -> bool:
    """ "X was succeeded by Y, and he in June 2018 by Z": the day of the change after."""
    end = max(two.later.end, two.earlier.end)
    return bool(_AND_THEN.search(sentence.quote(end, max(end, value.start))))


def _is_of_earlier(value: Value, change: _Change) -> bool:
    """Whether a date is that of the end of the earlier one's term, not of the later one's
    beginning: then it is the later one who is wrong."""
    when = period_of(value)
    if when is None:
        return False
    firsts = [fact.valid.first for fact in change.begun]
    lasts = [fact.valid.last for fact in change.ended]
    begins = any(day and when.contains(Period(day, day)) for day in firsts)
    return not begins and any(day and when.contains(Period(day, day)) for day in lasts)


def _neighbour(
    change: _Change, how: str, verb: Token, sentence: Sentence, context: Context
) -> Answered:
    """Who is said to have been the one right before the later one ("predecessor"), or right
    after the earlier one ("successor")."""
    is_after = how == "successor"
    later, earlier = change.two.later, change.two.earlier
    named, (person,) = (later, earlier.entities) if is_after else (earlier, later.entities)
    fact = change.ended[0] if is_after else change.begun[0]
    body = fact.value if fact.subject == person else fact.subject
    other = Question(body, fact.property)
    asked = Question(person, fact.property, None, context.asked_on, how, other)
    why = (f"{how}: by {verb.text!r}", f"subject: {person}, named")
    value = Value(named.start, named.end, named.text, "entity", (*named.entities, named.text)[0])
    at = (sentence.start + verb.idx, sentence.start + verb.idx + len(verb))
    return Answered(named.start, named.end, asked, "party_or_actor", value, why, at=at)
