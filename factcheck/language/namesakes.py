"""A name that several things have: "the Treaty of Paris", "the second Larkham Ground".

What is said of it may be of each of them, or of one more that is not known. So it may agree with
what is known of one, and contradicts only where a word tells which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence

_OLD = re.compile(r"\b(?:old|original|former|previous)\s+$", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:second|third|fourth|2nd|3rd|4th)\s+$", re.IGNORECASE)
#: a person's, by first and last name: "Ada Holt's Larkham Ground"
_OWNER = re.compile(r"(?:^|[^\w'’])([A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+)['’]s?\s+$")
#: what begins the names of places of two words
_PLACES = frozenset(
    ("New", "San", "Los", "Las", "Hong", "Saint", "South", "North", "West", "East", "Great",
     "Saudi", "Tel", "Abu", "Buenos", "Rio", "Cape")
)  # fmt: skip


def doubted_namesakes(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, those about one of several that have the name said as uncertain."""
    shared = _shared(sentence, context)
    earlier = _only_as(_OLD, sentence, context)
    for answer in doubted_others(answers, sentence, context):
        subject = answer.question.subject
        if answer.certain and subject in earlier:
            answer = answer.doubted("the one before it may be meant")
        is_open = (
            answer.certain and subject in shared and not shared[subject] & _words(sentence.raw)
        )
        yield answer.doubted("several have that name") if is_open else answer


def doubted_others(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, uncertain those about what is only spoken of as the second of the name, or as
    somebody's; who that is may be what is wrong."""
    another = _only_as(_ANOTHER, sentence, context)
    owned = _owned(sentence, context)
    for answer in answers:
        subject = answer.question.subject
        if answer.certain and subject in another:
            yield answer.doubted("another one of the name is meant")
        elif answer.certain and subject in owned and answer.kind != "party_or_actor":
            yield answer.doubted("somebody's of that name may be meant")
        else:
            yield answer


def _only_as(words: re.Pattern[str], sentence: Sentence, context: Context) -> frozenset[str]:
    """What is only spoken of with some words before: "the old Larkham Ground, which opened in
    1923", "the second Larkham Ground"; no person, and no series, of which it is a member."""
    told, plain = set[str](), set[str]()
    for mention in sentence.mentions:
        before = sentence.raw[: mention.start - sentence.start]
        (told if words.search(before) else plain).update(mention.entities)
    people = {n for n in told if (e := context.names.entity(n)) and e.type == "person"}
    series = {n for n in told if context.names.members(n)}
    return frozenset(told - plain - people - series)


def _owned(sentence: Sentence, context: Context) -> frozenset[str]:
    """What is only spoken of as that of a person of whom nothing is known: "Ada Holt's Larkham
    Ground is a comedy"."""
    owned, plain = set[str](), set[str]()
    known = [(m.start, m.end) for m in sentence.mentions]
    for mention in sentence.mentions:
        owner = _OWNER.search(sentence.raw[: mention.start - sentence.start])
        start, end = (sentence.start + n for n in owner.span(1)) if owner else (0, 0)
        is_known = any(first < end and start < last for first, last in known)
        is_place = owner is not None and owner[1].split()[0] in _PLACES
        strange = owner is not None and not is_known and not is_place
        for name in mention.entities:
            is_his = strange and owner is not None and not _is_told(owner[1], name, context)
            (owned if is_his else plain).add(name)
    return frozenset(owned - plain)


def _is_told(owner: str, name: str, context: Context) -> bool:
    """Whether somebody is the answer to something that is known of a thing."""
    last = owner.split()[-1]
    return any(last in str(fact.value) for fact in context.names.facts(name))


def _shared(sentence: Sentence, context: Context) -> dict[str, frozenset[str]]:
    """The subjects of which only a name is said that another of their type has, each with the
    words of its full name that the other's does not have."""
    alone = {m.entities[0] for m in sentence.mentions if len(m.entities) == 1}
    found: dict[str, frozenset[str]] = {}
    for mention in sentence.mentions:
        for name in mention.entities if len(mention.entities) > 1 else ():
            entity = context.names.entity(name)
            others = [e for n in mention.entities if n != name and (e := context.names.entity(n))]
            alike = [e.name for e in others if entity and entity.type and e.type == entity.type]
            if alike and name not in alone:
                found[name] = _words(name) - frozenset().union(*map(_words, alike))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
