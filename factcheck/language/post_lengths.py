"""How long somebody held a post, told without a verb or past an aside: "X, director of Y for ten
years", "Z, a quiet man, was in that job ten years".

Read from the words between the name and the length, as in `posts.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factcheck.language.learned_clauses import may_be_difference
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.post_words import PERSON, is_meant, is_person, masked, post_of, post_pattern
from factcheck.language.sentences import Sentence
from factcheck.language.spell_links import holder_of
from factcheck.language.until_then import UNTIL_THEN, is_until_then
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Question

_FARTHEST = 100
#: what is told besides between a name and what is said of it
_ASIDE = re.compile(
    rf",\s(?!(?:and|but|while|whereas|so|or)\b)[^.;:?!{PERSON}]{{2,80}},", re.IGNORECASE
)


def find_post_lengths(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about how long somebody held a post."""
    lengths = [value for value in sentence.values if value.kind == "duration"]
    lengths = [value for value in lengths if not may_be_difference(value, sentence)]
    for mention in sentence.mentions if lengths else ():
        for value in lengths:
            yield from _length(mention, value, sentence, context)


@cache
def _for() -> re.Pattern[str]:
    return re.compile(
        rf"""[,\s]*(?:who\s+|he\s+|she\s+)?
        (?P<verb>(?:(?:has|have|had)\s+(?:been|served|stayed|remained)
          |was|served|stayed|remained)\s+)?
        (?:{post_pattern()}
          |(?P<held>held|had)\s+(?:that|this|the)\s+(?:post|job|position|role|office))
        ,?\s+(?P<for>for\s+)?""",
        re.IGNORECASE | re.VERBOSE,
    )


def _length(
    person: Mention, value: Value, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """ "X, director of Y for ten years", "X, a quiet man, was in that job ten years"."""
    if not 0 < value.start - person.end < _FARTHEST or not is_person(person.entities, context):
        return
    between = masked(sentence, person.end, value.start, context)
    aside = _ASIDE.match(between)
    found = _for().fullmatch(between, aside.end() if aside else 0) or _for().fullmatch(between)
    if found is None or not (found["for"] or found["seat"] or found["held"]):
        return
    held = post_of(found, person.end, sentence, context)
    meant = [fact for fact in _posts(person, context) if is_meant(fact, held, context)]
    if len({(fact.subject, fact.property, fact.value) for fact in meant}) == 1:
        first, name = meant[0], person.entities[0]
        asked = Question(first.subject, first.property, None, context.asked_on, "lasting")
        asked = replace(asked, other=Question(first.value, first.property))
        why = (f"post: how long {first.property}", f"subject: {name}, named {person.text}")
        made = Answered(value.start, value.end, asked, "duration", value, why)
        is_open = is_until_then(
            value, sentence.token(value), meant, context.asked_on,
            verbless=not (found["verb"] or found["held"]),
        )  # fmt: skip
        yield made.doubted(UNTIL_THEN) if is_open else made


def _posts(person: Mention, context: Context) -> list[Fact]:
    """The facts by which somebody, if there is one of that name, holds a post for a while."""
    facts = context.names.relations(person.entities[0], None)
    one = len(person.entities) == 1
    return [fact for fact in facts if one and holder_of(fact) == person.entities[0]]
