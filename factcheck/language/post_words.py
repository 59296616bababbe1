"""The words of a text for a post, and which office they mean: "in office", "its director",
"commander of the Holt Fleet"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.words import word_set, words
from factcheck.records import Fact, Mention

OFFICE = "office_held"
#: in the masked text a sign of each stands for every letter of a name
BODY, OF_OFFICE, PERSON = "\ue000", "\ue001", "\ue002"


@dataclass(frozen=True, slots=True)
class Post:
    """An office that words speak of: its title in lower case, its own name, or whose it is."""

    title: frozenset[str] = frozenset()
    names: tuple[Mention, ...] = ()
    bodies: tuple[Mention, ...] = ()


def masked(sentence: Sentence, start: int, end: int, context: Context) -> str:
    """A stretch of the sentence with signs for its names, as long as before."""
    text = sentence.quote(start, end)
    for mention in sentence.mentions:
        if start <= mention.start and mention.end <= end:
            at, to = mention.start - start, mention.end - start
            text = text[:at] + _sign(mention, context) * (to - at) + text[to:]
    return text


def _sign(mention: Mention, context: Context) -> str:
    if is_person(mention.entities, context):
        return PERSON
    return OF_OFFICE if "office" in _types(mention.entities, context) else BODY


def is_person(entities: Sequence[str], context: Context) -> bool:
    """Whether a name can only be a person's."""
    return _types(entities, context) == {"person"}


def _types(names: Sequence[str], context: Context) -> set[str | None]:
    return {e.type for name in names if (e := context.names.entity(name))}


@cache
def post_pattern() -> str:
    """The words for a post, with or without its title, as a part of a pattern."""
    nouns = word_set("terms", "held") | word_set("spells", "office.titles")
    nouns |= word_set("spells", "office.nouns")
    noun = "|".join(sorted(map(re.escape, nouns - {"office", "power"}), key=len, reverse=True))
    bodies = "|".join(words("types")["organisation"])
    of_body = rf"(?:\s+(?:of|for|in|at)\s+(?:the\s+)?(?:{BODY}+|(?:{bodies})(?=\s*[,.;])))?"
    return rf"""(?:
        (?:in|at|to)\s+(?:the\s+|that\s+|this\s+)?
            (?P<seat>office|power|post|job|position|role|helm|head|top|command|charge){of_body}
      | (?:as\s+)?(?:the\s+|its\s+|their\s+|an?\s+)?(?:{BODY}+(?:['’]s)?\s+)?
            (?P<title>(?:[a-z]+[\s-]){{0,2}}(?:{noun})){of_body}
      | (?:(?:as|at|in)\s+)?(?:the\s+)?{OF_OFFICE}+
    )"""


def post_of(found: re.Match[str], offset: int, sentence: Sentence, context: Context) -> Post:
    """The post that a match of `post_pattern` speaks of; `offset`: where the text began."""
    start, end = offset + found.start(), offset + found.end()
    inside = [m for m in sentence.mentions if start <= m.start and m.end <= end]
    title = (found["title"] or "").lower().replace("-", " ").split()
    if (found["seat"] or "").lower() == "command":
        title = ["commander"]
    return Post(
        frozenset(title) - {"the", "a", "an", "current", "sitting", "incumbent", "longtime"},
        tuple(m for m in inside if _sign(m, context) == OF_OFFICE),
        tuple(m for m in inside if _sign(m, context) == BODY),
    )


def offices_of(terms: Sequence[Fact], held: Post, context: Context) -> list[str]:
    """Of the offices that somebody held those that the words may mean."""
    meant = [f.value for f in terms if f.property == OFFICE and is_meant(f, held, context)]
    return list(dict.fromkeys(meant))


def is_meant(fact: Fact, held: Post, context: Context) -> bool:
    """Whether the words for a post may mean the one that a fact tells of."""
    office, person = fact.value, fact.subject
    title = set(office.lower().partition(" of ")[0].partition(",")[0].split())
    if fact.property != OFFICE:  # "Harbour Club | club_president | Ada Holt"
        office, person, title = fact.subject, fact.value, set(fact.property.split("_"))
    named = [office in m.entities for m in held.names]
    theirs = [
        office in m.entities or _is_of(person, office, m, context) or _is_in_name(m, office)
        for m in held.bodies
    ]
    vague = held.title <= word_set("spells", "office.nouns") and bool(theirs)
    is_title = held.title == title or (fact.property != OFFICE and held.title <= title)
    return all(named) and all(theirs) and (not held.title or is_title or vague)


def _is_in_name(body: Mention, office: str) -> bool:
    """ "commander in Korea" of the "Commander, Forces Korea"."""
    return {*body.text.lower().split()} <= {*office.lower().replace(",", " ").split()}


def _is_of(person: str, office: str, body: Mention, context: Context) -> bool:
    """Whether an office is one of the body that is named."""
    facts = [f for name in body.entities for f in context.names.relations(person, name)]
    return any(fact.value == office for fact in facts)
