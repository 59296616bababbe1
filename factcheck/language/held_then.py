"""Who is said to have held an office at a time told around it: "X was president then", "the
chancellor at the time was X", "it was X who was in power when they signed".

A word must point to the time ("then", "that day", "at the time", "still", "when"), and it must be
the one time that is told before in the sentence, behind "when", or in the sentence before. Where
more than one is told, or somebody remembers or a work tells of another, nothing is certain. Read
from the words, so that a wrong tree does no harm; who held which office is a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.language.holding import held_at
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.offices import terms_of
from factcheck.language.post_words import PERSON, masked, offices_of, post_of, post_pattern
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Mention

#: what points to a time that is told
_THEN = r"""(?:then|there|still|back\s+then|at\s+(?:the|that)\s+(?:very\s+)?(?:time|moment|point)
    |in\s+those\s+days
    |that\s+(?:very\s+)?(?:day|week|month|year|spring|summer|autumn|fall|winter|morning|night))\b"""
#: what leads to who was in office when it happened
_LED = re.compile(r"\b(?:when|while|at\s+(?:the|that)\s+time|(?P<with>with))\s+$", re.IGNORECASE)
#: what takes it to another time, or to none
_AWAY = re.compile(
    r"\b(?:before|after|until|till|already|former|once|ago|earlier|later|next|soon|since|if|had"
    r"|would|will|not|never|nor|neither|longer)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[,;:.!?–—]\s+(?:and\s+|but\s+)?|\s(?:and|but)\s")


def find_held_then(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about who held an office at a time to which the sentence points."""
    for mention in sentence.mentions:
        facts = terms_of(mention, context)
        found = _said_of(mention, sentence, context) if facts else None
        if found is None:
            continue
        start, end, told = found
        offices = offices_of(facts, post_of(told, start, sentence, context), context)
        time = _time(told, start, end, mention, sentence, context)
        if len(offices) == 1 and time is not None:
            at = (start + told.start("post"), start + told.end("post"))
            yield held_at(mention, offices[0], time, at, facts, context)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    pointing = rf"(?:\s*,?\s*(?P<then>{_THEN}))?"
    behind = rf"""\s*,?(?:\s+who|\s+(?:he|she))?(?:\s+was)?\s+
        (?P<still>(?:still|then|actually|of\s+course)\s+)*
        (?P<post>{post_pattern()}){pointing}\s*(?=(?P<when>when|while)\b|[,.;:!?–—)]|and\b|$)"""
    before = rf"""\b(?P<post>{post_pattern()})(?:,?\s+(?P<then>{_THEN}))
        \s*,?\s+(?:was\s+)?(?=\s*{PERSON})"""
    return (
        re.compile(behind, re.IGNORECASE | re.VERBOSE),
        re.compile(before, re.IGNORECASE | re.VERBOSE),
    )


def _said_of(
    person: Mention, sentence: Sentence, context: Context
) -> tuple[int, int, re.Match[str]] | None:
    """Where the words stand that say of somebody that he held an office, and the match."""
    behind, before = _patterns()
    last = sentence.start + len(sentence.raw)
    after = behind.match(masked(sentence, person.end, last, context))
    led = _LED.search(sentence.raw[: person.start - sentence.start])
    if after is not None and ("was" in after[0].split() or (led and led["with"])):
        return person.end, person.end + after.end(), after
    text = masked(sentence, sentence.start, person.end, context)
    for found in before.finditer(text):
        if sentence.start + found.end() == person.start:
            return sentence.start, person.end, found
    return None


def _time(
    told: re.Match[str], start: int, end: int, person: Mention, sentence: Sentence, context: Context
) -> Period | None:
    """The time that is meant, if it is certain."""
    groups = told.groupdict()
    points = groups.get("then") or groups.get("still")
    first = min(person.start, start + told.start())
    led = _LED.search(sentence.raw[: first - sentence.start])
    if not (points or led or groups.get("when")) or _AWAY.search(_clause(first, end, sentence)):
        return None
    times = [value for value in sentence.values if is_time(value)]
    behind = [value for value in times if value.start >= end]
    if groups.get("when") and behind:
        return _one(behind)
    here = [value for value in times if value.end <= first]
    if times:
        return _one(here) if len(here) == len(times) and not _recalls(sentence.raw) else None
    return _before(sentence, context) if points else None


def _clause(first: int, end: int, sentence: Sentence) -> str:
    """The words around the match, to the next marks of punctuation."""
    before = sentence.raw[: first - sentence.start]
    ends = [m.end() for m in _CLAUSE_ENDS.finditer(before)]
    after = sentence.raw[end - sentence.start :]
    mark = _CLAUSE_ENDS.search(after)
    stop = mark.start() if mark else len(after)
    return sentence.raw[ends[-1] if ends else 0 : end - sentence.start + stop]


def _before(sentence: Sentence, context: Context) -> Period | None:
    """The one time of the sentence before."""
    text, values = context.told
    start = context.start_before(sentence.start, sentence.passage.start)
    near = [v for v in values if start <= v.start and v.end <= sentence.start and is_time(v)]
    return None if _recalls(text[start : sentence.start]) else _one(near)


def _recalls(text: str) -> bool:
    """Whether somebody remembers, or a work tells of, another time."""
    said = {word.lower() for word in re.findall(r"\w+", text)}
    return not word_set("terms", "recalling").isdisjoint(said)


def _one(values: Sequence[Value]) -> Period | None:
    """The one time that values tell; none where they differ or it has no end."""
    periods = {period_of(value) for value in values}
    only = next(iter(periods)) if len(periods) == 1 else None
    return None if only is None or only.is_open else only
