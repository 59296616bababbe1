"""Posts told without a verb: "X, in office since 2013", "Y, commander of the Holt Fleet from 2011
to 2015", "Z, the 44th president". Read from the words between a name and a date or ordinal, so
that a wrong tree does no harm; which posts there are, and who held them, are facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.language.event_answers import event_answers
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.offices import terms_of
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.words import word_set, words
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Property, Question

OFFICE = "office_held"
#: in the masked text a sign of each stands for every letter of a name
BODY, OF_OFFICE, PERSON = "\ue000", "\ue001", "\ue002"
_FARTHEST = 100
_ENDS = {"start_date": "since", "end_date": "until"}


@dataclass(frozen=True, slots=True)
class Post:
    """An office that words speak of: its title in lower case, its own name, or whose it is."""

    title: frozenset[str] = frozenset()
    names: tuple[Mention, ...] = ()
    bodies: tuple[Mention, ...] = ()


def find_posts(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about since when, until when and as which one somebody holds a post."""
    for mention in sentence.mentions:
        terms = terms_of(mention, context)
        if len({fact.subject for fact in terms}) != 1:
            continue
        for value in sentence.values:
            if is_time(value) and "/" in str(value.value):
                yield from _spell(mention, terms, value, sentence, context)
            elif value.kind == "ordinal":
                yield from _place(mention, terms, value, sentence, context)


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
    kinds = {e.type for name in mention.entities if (e := context.names.entity(name))}
    return OF_OFFICE if "office" in kinds else BODY


def is_person(entities: Sequence[str], context: Context) -> bool:
    """Whether a name can only be a person's."""
    kinds = {e.type for name in entities if (e := context.names.entity(name))}
    return kinds == {"person"}


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
      | (?:(?:as|at)\s+)?(?:the\s+)?{OF_OFFICE}+
    )"""


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        rf"""[,\s]*(?:who\s+)?(?:(?:has|have|had)\s+(?:been|served)\s+|is\s+|was\s+|served\s+)?
        (?:back\s+|again\s+|still\s+|himself\s+|herself\s+)*
        {post_pattern()},?\s*(?:since|from|until|till|between)?\s*""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _ranked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    bodies = "|".join(words("types")["organisation"])
    before = re.compile(
        rf"""(?:[^.;:?!{PERSON}]{{0,110}}
              (?:(?:from|succeeded|replaced|succeeding|replacing)\s+{PERSON}+[^.;:?!{PERSON}]*)?
              \b(?:became|becomes|become|as|to\s+be)
            | (?:\s+of\s+{BODY}+)?(?:,\s[^,.;:?!{PERSON}]{{2,110}},)?[,\s]*(?:who\s+)?
              (?:is|was|(?:has|had)\s+been)|\s*,)
        \s+(?:the|its|their|(?:the\s+)?{BODY}+['’]s|the\s+(?:{bodies})['’]s)
        \s+(?:\w+(?:st|nd|rd|th)\s+and\s+)?""",
        re.IGNORECASE | re.VERBOSE,
    )
    after = re.compile(
        rf"""(?:\s+and\s+(?:the\s+)?\w+(?:st|nd|rd|th))?\s+{post_pattern()}(?:\s+in\s+(?:{BODY}+['’]s|its|the\s+\w+['’]s)\s+history)?
        (?=\s*(?:[,.;:)—–-]|$)|\s+since\s|\s+on\s+(?:the\s+)?(?:\d|\w+day\b)|\s+from\s+\d{{4}})""",
        re.IGNORECASE | re.VERBOSE,
    )
    return before, after


def _spell(
    person: Mention, terms: Sequence[Fact], value: Value, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    if not 0 < value.start - person.end < _FARTHEST:
        return
    between = masked(sentence, person.end, value.start, context)
    found = _since().fullmatch(between)
    if found is None:
        return
    held = post_of(found, person.end, sentence, context)
    offices = offices_of(terms, held, context)
    if len(offices) != 1:
        return
    place = sentence.token(value).i
    for kind, aggregate in _ENDS.items():
        text = str(value.value)
        if text.endswith("/..") and kind == "end_date":
            continue
        if text.startswith("../") and kind == "start_date":
            continue
        each = Property(OFFICE, "", kind, "date", "")
        hit = Hit(place, place + 1, "noun", (each,))
        subject = Subject(terms[0].subject, (), "named", person.text)
        asked = asked_of(terms[0].subject, offices[0], aggregate, context)
        for answer in event_answers(value, hit, each, subject, sentence, context):
            told = (f"post: {offices[0]}, {aggregate}", f"subject: {subject.name}, named")
            why = (*told, *answer.doubts())
            yield replace(answer, question=asked, why=why, when=value)


def _place(
    person: Mention, terms: Sequence[Fact], value: Value, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """ "X became the 14th director of Y", "X, a lawyer, was the …", "the 44th president, X"."""
    after = masked(sentence, value.end, min(value.end + _FARTHEST, sentence.start
                   + len(sentence.raw)), context)  # fmt: skip
    before, behind = _ranked()
    if person.end <= value.start:
        said = masked(sentence, sentence.start, person.start, context)
        if re.search(r"\b(?:from|succeed\w*|replac\w*)\s+(?:[A-Z][\w.]*\s+)*$", said):
            return  # "X took over from Y as the 14th": X is
        found = behind.match(after)
        led = before.fullmatch(masked(sentence, person.end, value.start, context))
        if found is None or led is None:
            return
    else:
        found = re.match(rf"\s+{post_pattern()},?\s+(?={PERSON})", after, re.VERBOSE | re.I)
        if found is None or value.end + found.end() != person.start:
            return
    held = post_of(found, value.end, sentence, context)
    offices = offices_of(terms, held, context)
    if len(offices) == 1 and (held.title or held.names):
        asked = asked_of(terms[0].subject, offices[0], "place", context)
        why = (f"post: place among those in {offices[0]}", f"subject: {terms[0].subject}, named")
        yield Answered(value.start, value.end, asked, "ordinal", value, why)


def asked_of(person: str, office: str, aggregate: str, context: Context) -> Question:
    """The question of a person's time in an office."""
    other = Question(office, OFFICE)
    return Question(person, OFFICE, None, context.asked_on, aggregate, other)


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
