"""Where somebody is from, said beside the name: "X of Norway", "Norway's X", "X, a Norwegian".

Only for properties that say so of people, teams and companies (nationality, country), and only by
the names of countries and of their people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

_ASKED = frozenset(("nationality", "citizenship", "country", "home_country", "birth_country"))
_OF = re.compile(r",?\s+(?:of|from)\s+(?:the\s+)?")
_OWNS = re.compile(r"['’]s?\s+(?:own\s+)?(?:\w+\s+){0,2}?", re.IGNORECASE)
#: "the Norwegian X", "the Norwegian painter X", no name between
_BEFORE = re.compile(r"\s+(?:[a-z]+\s+){0,2}")
#: "X, a Norwegian painter", "X is a Norwegian"
_BEHIND = re.compile(r"(?:,|\s+(?:is|was))\s+(?:an?|the)\s+(?:[a-z]+\s+)?")
_CAPITAL = re.compile(r"\b[A-Z]\w+\b")
_PAIR = re.compile(r"[A-Z]\w+\s+[A-Z]\w+\b")


def find_origins(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by a country, or by the word for its people, beside a name."""
    done = set[str]()
    for subject in subjects:
        asked = _ASKED & context.names.properties_of(subject.name)
        if subject.how != "named" or subject.name in done or len(asked) != 1:
            continue
        done.add(subject.name)
        own = [m for m in sentence.mentions if m.entities == (subject.name,)]
        for mention in own:
            for start, end, country in _beside(mention, sentence, context):
                yield from _answer(start, end, country, subject.name, min(asked), sentence, context)


def _beside(
    mention: Mention, sentence: Sentence, context: Context
) -> Iterator[tuple[int, int, str]]:
    """(start, end, country) of what stands beside a name."""
    for first in _CAPITAL.finditer(sentence.raw):
        pair = _PAIR.match(sentence.raw, first.start())
        for text in (pair.group() if pair else "", first.group()):
            start = sentence.start + first.start()
            end = start + len(text)
            country = context.names.homeland(text)
            if country is None or (start < mention.end and mention.start < end):
                continue
            before = sentence.quote(end, mention.start) if end <= mention.start else None
            behind = sentence.quote(mention.end, start) if mention.end <= start else None
            is_people = country.lower() != text.lower()
            patterns = (_BEFORE, _BEHIND) if is_people else (_OWNS, _OF)
            if (before and patterns[0].fullmatch(before)) or (
                behind and patterns[1].fullmatch(behind)
            ):
                yield start, end, country
                break


def _answer(
    start: int,
    end: int,
    country: str,
    subject: str,
    property: str,
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    known = [n for m in context.names.mentions(country) for n in m.entities]
    names = [n for n in (country, *known) if context.names.is_answer(n, property)]
    if not names and not context.names.is_other(country, subject, property):
        return
    quote = sentence.quote(start, end)
    value = Value(start, end, quote, "entity", names[0] if names else country)
    why = (f"origin: {quote!r} beside the name", f"subject: {subject}")
    asked = Question(subject, property, None, context.asked_on)
    yield Answered(start, end, asked, "party_or_actor", value, why)
