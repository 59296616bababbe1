"""Who is said to hold an office on the day of the news, by a title before a name: "Holt Fleet
commander Gen. X said", "South Larkhamian President Y met with Z on Monday".

News call who has left an office "former" or "then-", but for a bare "President X" or "Ambassador
X", which some keep for life: so whose office it is must be said, or that it is an acting one. The
day is that of the saying: one that only news of the same days names so, or none, where the text
opens with the sentence or somebody is quoted. Read from the words, so that a wrong tree does no
harm; who held which office is a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from factcheck.language.holding import OFFICE, held_at
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.misnumbered import NEWS
from factcheck.language.offices import terms_of
from factcheck.language.post_words import (
    PERSON,
    Post,
    is_person,
    masked,
    offices_of,
    post_of,
    post_pattern,
)
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.measures.periods import Period
from factcheck.records import Fact, Mention

#: what is gone or to come, right before a title or behind it
_NOT_NOW = re.compile(
    r"(?:\b(?:former|then|ex|late|outgoing|incoming|future|next|past|previous|old|onetime|fellow)"
    r"[\s-]+|-elect\s*)(?:the\s+)?$",
    re.IGNORECASE,
)
#: titles that nobody keeps who has left the office
_LEFT_BEHIND = frozenset(
    map(frozenset, (("prime", "minister"), ("premier",), ("chancellor",), ("secretary", "general")))
)
_QUOTED = re.compile(
    r",?\s*(?:,[^,]{1,60},\s*)?(?:said|says|told|added|warned|announced|testified)\b", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:said|says|added|warned)\s+(?:the\s+)?$", re.IGNORECASE)
#: what tells that another time is spoken of
_THEN = re.compile(
    r"\b(?:recalled|remember|history|anniversary|when|had|in\s+his\s+memoir|in\s+her\s+memoir"
    r"|earlier|previously|ago|last\s+(?:year|month)|served|era|administration|under)\b",
    re.IGNORECASE,
)
#: a text's first sentence begins within so many characters
_LEAD = 60
#: so near the beginning or end of a term words lag behind
_LAG = timedelta(days=10)


def find_titled_now(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about who holds an office on the day of the news."""
    for mention in sentence.mentions:
        facts = terms_of(mention, context) if is_person(mention.entities, context) else ()
        found = _title_of(mention, sentence, context) if facts else None
        if found is None:
            continue
        start, post = found
        offices = offices_of(facts, post, context)
        time = _day(mention, start, sentence, context)
        if len(offices) == 1 and time is not None and not _is_near(offices[0], facts, time):
            yield held_at(mention, offices[0], time, (start, mention.start), facts, context)


@cache
def _pattern() -> re.Pattern[str]:
    rank = r"(?:(?:[A-Z][a-z]{1,3}\.|general|admiral|lieutenant|army|navy|air\s+force)\s+)*"
    pattern = rf"(?P<post>{post_pattern()})\s+{rank}(?={PERSON})"
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _title_of(person: Mention, sentence: Sentence, context: Context) -> tuple[int, Post] | None:
    """Where a title of the present begins that says whose it is, and the post."""
    text = masked(sentence, sentence.start, person.end, context)
    for found in _pattern().finditer(text):
        start = sentence.start + found.start()
        if sentence.start + found.end() != person.start or _NOT_NOW.search(text[: found.start()]):
            continue
        post = post_of(found, sentence.start, sentence, context)
        if post.bodies or post.names or "acting" in post.title or post.title in _LEFT_BEHIND:
            return start, post
    return None


def _day(person: Mention, start: int, sentence: Sentence, context: Context) -> Period | None:
    """The day of the news, if the sentence is of it."""
    if context.asked_on is None or _THEN.search(sentence.raw):
        return None
    times = [value for value in sentence.values if is_time(value)]
    if times:
        periods = {period_of(value) for value in times if NEWS.search(value.text)}
        return periods.pop() if len(periods) == len(times) == 1 else None
    begin, end = start - sentence.start, person.end - sentence.start
    is_quoted = _QUOTED.match(sentence.raw, end) or _SAID.search(sentence.raw[:begin])
    if not is_quoted and (sentence.before.strip() or sentence.start > _LEAD):
        return None
    return Period(context.asked_on, context.asked_on)


def _is_near(office: str, terms: tuple[Fact, ...], time: Period) -> bool:
    """Whether the day is so near a term that whoever writes may be a few days behind."""
    spans = [fact.valid for fact in terms if fact.property == OFFICE and fact.value == office]
    return any(
        edge is not None and time.first is not None and abs(edge - time.first) <= _LAG
        for span in spans
        for edge in (span.first, span.last)
    )
