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
from factcheck.language.post_words import (
    Post,
    is_meant,
    is_person,
    masked,
    post_of,
    post_pattern,
)
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.spell_links import holder_of
from factcheck.language.subjects import Subject
from factcheck.language.succession_words import ASIDE, patterns
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 110
_NEAR_DATE = 5.0
_AND_THEN = re.compile(r"[,;]\s+(?:and|but|while|then)\b|;")
#: days for which an office stands empty, or is held by somebody acting
_GAP = 90


@dataclass(frozen=True, slots=True)
class _Change:
    """One who came after another, their terms in the office in question, and where the word for
    it stands."""

    later: Mention
    earlier: Mention
    begun: tuple[Fact, ...]
    ended: tuple[Fact, ...]
    at: int
    #: whether the text says which office it is
    is_told: bool
    #: whether the earlier one is spoken of: "Y was succeeded by X"
    is_turned: bool


def find_successions(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about who was before somebody in an office, and since when the later one was."""
    people = [m for m in sentence.mentions if is_person(m.entities, context)]
    for one in (*people, *_referred_to(sentence, context)):
        for other in people:
            if one.end <= other.start < one.end + _FARTHEST:
                for change in _changes(one, other, sentence, context):
                    yield from _answers(change, sentence, context)


def _referred_to(sentence: Sentence, context: Context) -> Iterator[Mention]:
    """ "Her successor, X", "He succeeds X": the only person that the sentence before named."""
    token = sentence.doc[0]
    before = [n for n in context.just_before() if is_person((n,), context)]
    others = context.recent_lemmas(1) & {"he", "she", "his", "her", "him"}
    if token.lower_ in ("he", "she", "his", "her") and len(before) == 1 and not others:
        yield Mention(sentence.start, sentence.start + len(token), token.text, tuple(before))


def _changes(
    one: Mention, other: Mention, sentence: Sentence, context: Context
) -> Iterator[_Change]:
    text = masked(sentence, one.end, other.start, context)
    before = sentence.quote(max(one.start - 40, sentence.start), one.start)
    for number, (pattern, first_is_later) in enumerate(patterns()):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        closed = sentence.quote(other.end, other.end + 1)[:1] in (",", ".", ";", "")
        if one.text.lower() in ("his", "her") and not closed:
            return  # "His successor, X said, …"
        if sentence.quote(other.end, other.end + 2) in ("'s", "’s"):
            return  # "took over from X's friend"
        at = one.end
        if number == len(patterns()) - 1:  # "the successor of Y as … was X"
            led = re.search(r"\bsuccessor\s+(?:of|to)\s+(?:[A-Z][\w.]*\s+)*$", before)
            if led is None:
                continue
            at = one.start - len(before) + led.start() - 1
        else:
            at += found.start("verb")
        if text.startswith(",") and ASIDE.search(sentence.quote(sentence.start, one.start)):
            continue
        later, earlier = (one, other) if first_is_later else (other, one)
        for change in _with_office(later, earlier, at, one, other, sentence, context):
            yield replace(change, is_turned=not first_is_later)
        return


def _with_office(
    later: Mention,
    earlier: Mention,
    at: int,
    one: Mention,
    other: Mention,
    sentence: Sentence,
    context: Context,
) -> Iterator[_Change]:
    """The one office that both held, and that the words between or after the names may mean."""
    after = masked(sentence, other.end, min(other.end + _FARTHEST, sentence.start
                   + len(sentence.raw)), context)  # fmt: skip
    between = masked(sentence, one.end, other.start, context)
    told = _as_office(after, other.end, sentence, context)
    told = told or _as_office(between, one.end, sentence, context)
    held = [_held(mention, told, context) for mention in (later, earlier)]
    both = sorted(held[0].keys() & held[1].keys())
    if len(both) == 1:
        begun, ended = held[0][both[0]], held[1][both[0]]
        is_told = told is not None or _meet(begun, ended)
        yield _Change(later, earlier, begun, ended, at, is_told, False)


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
    verb = sentence.span(change.at, change.at + 1).root
    dates = [
        value
        for value in sentence.values
        if is_time(value) and not base_of(sentence, value) and "/" not in str(value.value)
        and from_event(value, sentence.token(value), verb, sentence) <= _NEAR_DATE
    ]  # fmt: skip
    how = "successor" if change.is_turned else "predecessor"
    if any(_is_of_earlier(value, change) for value in dates):
        if change.later.text.lower() in ("he", "she"):
            return
        yield _neighbour(change, "successor", verb, sentence, context)
        return
    yield _neighbour(change, how, verb, sentence, context)
    fact = change.begun[0]
    each = Property(fact.property, "", "start_date", "date", "")
    hit = Hit(verb.i, verb.i + 1, "verb", (each,))
    subject = Subject(fact.subject, (), "named", change.later.text)
    other = Question(fact.value, fact.property)
    asked = Question(fact.subject, fact.property, None, context.asked_on, "since", other)
    for value in dates:
        doubts = (
            (not change.is_told, "who came when"),
            (_is_of_the_next(value, change, sentence), "the next one's"),
        )
        for answer in event_answers(value, hit, each, subject, sentence, context):
            why = (f"succession: {fact.property}", f"subject: {change.later.text}, named")
            yield replace(answer, question=asked, why=why, when=value, certain=True).unless(*doubts)


def _is_of_the_next(value: Value, change: _Change, sentence: Sentence) -> bool:
    """ "X was succeeded by Y, and he in June 2018 by Z": the day of the change after."""
    end = max(change.later.end, change.earlier.end)
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
    named = change.later if is_after else change.earlier
    (person,) = (change.earlier if is_after else change.later).entities
    fact = change.ended[0] if is_after else change.begun[0]
    body = fact.value if fact.subject == person else fact.subject
    other = Question(body, fact.property)
    asked = Question(person, fact.property, None, context.asked_on, how, other)
    why = (f"{how}: by {verb.text!r}", f"subject: {person}, named")
    value = Value(named.start, named.end, named.text, "entity", named.entities[0])
    at = (sentence.start + verb.idx, sentence.start + verb.idx + len(verb))
    return Answered(named.start, named.end, asked, "party_or_actor", value, why, at=at)
