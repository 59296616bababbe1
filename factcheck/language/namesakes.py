"""A name that several known things have: "the Treaty of Paris".

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


def doubted_namesakes(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, those about one of several that have the name said as uncertain."""
    shared = _shared(sentence, context)
    earlier = _earlier(sentence, context)
    for answer in answers:
        subject = answer.question.subject
        if answer.certain and subject in earlier:
            answer = answer.doubted("the one before it may be meant")
        is_open = (
            answer.certain and subject in shared and not shared[subject] & _words(sentence.raw)
        )
        yield answer.doubted("several have that name") if is_open else answer


def _earlier(sentence: Sentence, context: Context) -> frozenset[str]:
    """What is only spoken of as the old one: "the old Larkham Ground, which opened in 1923"."""
    old, plain = set[str](), set[str]()
    for mention in sentence.mentions:
        before = sentence.raw[: mention.start - sentence.start]
        (old if _OLD.search(before) else plain).update(mention.entities)
    people = {n for n in old if (e := context.names.entity(n)) and e.type == "person"}
    return frozenset(old - plain - people)


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
