"""Posts told without a verb: "X, in office since 2013", "Y, commander of the Holt Fleet from 2011
to 2015", "Z, the 44th president". Read from the words between a name and a date or ordinal, so
that a wrong tree does no harm; which posts there are, and who held them, are facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from factcheck.language.event_answers import event_answers
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.offices import terms_of
from factcheck.language.post_words import (
    BODY,
    OFFICE,
    PERSON,
    masked,
    offices_of,
    post_of,
    post_pattern,
)
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.words import words
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Property, Question

_FARTHEST = 100
#: from here on a number by itself counts who held an office
_HIGH = 10
#: "Y the 41st", "Y, counted as the 42nd,": the office is not said again
_NUMBER_ALONE = re.compile(
    rf"(?:\s+of\s+(?:the\s+)?{BODY}+)?,?\s+(?:(?:counted|known|listed)\s+as\s+)?the\s+",
    re.IGNORECASE,
)
_HE = re.compile(r"\s*(?:(?:and|but|so|well),?\s+)?(he|she)\b", re.IGNORECASE)
_ENDS_THERE = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:on|in|from|and)\s", re.IGNORECASE)
_ENDS = {"start_date": "since", "end_date": "until"}


def find_posts(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about since when, until when and as which one somebody holds a post."""
    for mention in (*sentence.mentions, *_who_was_named(sentence, context)):
        terms = terms_of(mention, context)
        if len({fact.subject for fact in terms}) != 1:
            continue
        for value in sentence.values:
            if is_time(value):
                yield from _spell(mention, terms, value, sentence, context)
            elif value.kind == "ordinal":
                yield from _place(mention, terms, value, sentence, context)


def _who_was_named(sentence: Sentence, context: Context) -> Iterator[Mention]:
    """ "He's the twelfth director": the only one in an office whom the sentence before named."""
    found = _HE.match(sentence.raw)
    held = [name for name in dict.fromkeys(context.just_before()) if context.names.terms(name)]
    if found is not None and len(held) == 1:
        start, end = (sentence.start + found.start(1), sentence.start + found.end(1))
        yield Mention(start, end, found[1], (held[0],))


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:,\s+(?:the|a|an)\s+(?:(?!of\b|to\b|for\b|from\b|with\b|and\b)[\w-]+\s+){{1,4}}(?=who\s))?
        [,\s]*(?:who\s+)?(?:(?:(?:has|have|had)\s+)?
            (?:been|served|been\s+serving|stood\s+in|stands\s+in|been\s+standing\s+in|acted)\s+
            |is\s+|was\s+)?
        (?:back\s+|again\s+|still\s+|himself\s+|herself\s+)*
        {post_pattern()},?\s*(?:since|from|until|till|between)?\s*""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _time_in_it() -> re.Pattern[str]:
    """ "X's spell as director of Y came to an end in"."""
    return re.compile(
        rf"""['’]s?\s+(?:\w+\s+)?(?:spell|stint|time|tenure|reign|run|term|years|rule)\s+as\s+(?:the\s+)?
        {post_pattern()}\s+
        (?:(?P<ended>came\s+to\s+an\s+end|ended|was\s+over|ran\s+out)|(?P<begun>began|started))
        \s+(?:only\s+|just\s+)?(?:in|on)?\s*""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _ranked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    bodies = "|".join(words("types")["organisation"])
    before = re.compile(
        rf"""(?:[^.;:?!{PERSON}]{{0,110}}
              (?:(?:from|succeeded|replaced|succeeding|replacing)\s+{PERSON}+[^.;:?!{PERSON}]*)?
              \b(?:became|becomes|become|as|to\s+be)
            | (?:\s+of\s+{BODY}+)?(?:,\s[^,.;:?!{PERSON}]{{2,110}},)?[,\s]*
              (?:(?:who\s+)?(?:is|was|(?:has|had)\s+been)|['’]s|you(?:['’]re|\s+are|\s+were))|\s*,)
        \s+(?:the|its|their|(?:the\s+)?{BODY}+['’]s|the\s+(?:{bodies})['’]s)
        \s+(?:\w+(?:st|nd|rd|th)\s+and\s+)?""",
        re.IGNORECASE | re.VERBOSE,
    )
    after = re.compile(
        rf"""(?:\s+and\s+(?:the\s+)?\w+(?:st|nd|rd|th))?\s+{post_pattern()}(?:\s+in\s+(?:{BODY}+['’]s|its|the\s+\w+['’]s)\s+history)?
        (?=\s*(?:[,.;:)—–-]|$)|\s+since\s|\s+on\s+(?:the\s+)?(?:\d|\w+day\b)|\s+from\s+\d{{4}}
          |\s+(?:that\s+)?(?:the\s+)?{BODY}+\s+(?:has|had)\s+(?:ever\s+)?had\b)""",
        re.IGNORECASE | re.VERBOSE,
    )
    return before, after


def _spell(
    person: Mention, terms: Sequence[Fact], value: Value, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    if not 0 < value.start - person.end < _FARTHEST:
        return
    between = masked(sentence, person.end, value.start, context)
    pattern = _since() if "/" in str(value.value) else _time_in_it()
    found = pattern.fullmatch(between)
    held = post_of(found, person.end, sentence, context) if found else None
    offices = offices_of(terms, held, context) if held else []
    if len(offices) != 1:
        return
    place = sentence.token(value).i
    told = found.groupdict() if found else {}
    for kind, aggregate in _ENDS.items():
        text = str(value.value)
        if told.get("begun" if kind == "end_date" else "ended"):
            continue
        if text.endswith("/..") and kind == "end_date":
            continue
        if text.startswith("../") and kind == "start_date":
            continue
        each = Property(OFFICE, "", kind, "date", "")
        hit = Hit(place, place + 1, "noun", (each,))
        subject = Subject(terms[0].subject, (), "named", person.text)
        asked = asked_of(terms[0].subject, offices[0], aggregate, context)
        for answer in event_answers(value, hit, each, subject, sentence, context):
            said = (f"post: {offices[0]}, {aggregate}", f"subject: {subject.name}, named")
            why = (*said, *answer.doubts())
            yield replace(answer, question=asked, why=why, when=value)


def _place(
    person: Mention, terms: Sequence[Fact], value: Value, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """ "X became the 14th director of Y", "X, a lawyer, was the …", "the 44th president, X"."""
    last = min(value.end + _FARTHEST, sentence.start + len(sentence.raw))
    after = masked(sentence, value.end, last, context)
    before, behind = _ranked()
    if person.end <= value.start:
        said = masked(sentence, sentence.start, person.start, context)
        if re.search(r"\b(?:from|succeed\w*|replac\w*)\s+(?:[A-Z][\w.]*\s+)*$", said):
            return  # "X took over from Y as the 14th": X is
        found = behind.match(after)
        between = masked(sentence, person.end, value.start, context)
        if _NUMBER_ALONE.fullmatch(between) and _ENDS_THERE.match(after):
            yield from _alone(person, terms, value, sentence, context)
            return
        led = before.fullmatch(between)
        if found is None or led is None:
            return
    else:
        found = re.match(rf"\s+{post_pattern()},?\s+(?={PERSON})", after, re.VERBOSE | re.I)
        if found is None or value.end + found.end() != person.start:
            return
    held = post_of(found, value.end, sentence, context)
    offices = offices_of(terms, held, context)
    if len(offices) == 1 and (held.title or held.names):
        yield _placed(terms[0].subject, offices[0], value, context)


def _alone(
    person: Mention, terms: Sequence[Fact], value: Value, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """ "X became the 40th president in 1981, Y the 41st in 1989", "Z, counted as the 42nd, …": the
    office of which the text has just spoken."""
    said = sentence.lemmas | context.recent_lemmas()
    offices = {f.value for f in terms if f.property == OFFICE}
    titles = {o: o.lower().partition(" of ")[0].partition(",")[0].split() for o in offices}
    spoken = [o for o in offices if said.issuperset(titles[o])]
    if len(spoken) == 1 and int(str(value.value)) >= _HIGH:
        yield _placed(terms[0].subject, spoken[0], value, context)


def _placed(person: str, office: str, value: Value, context: Context) -> Answered:
    asked = asked_of(person, office, "place", context)
    why = (f"post: place among those in {office}", f"subject: {person}, named")
    return Answered(value.start, value.end, asked, "ordinal", value, why)


def asked_of(person: str, office: str, aggregate: str, context: Context) -> Question:
    """The question of a person's time in an office."""
    other = Question(office, OFFICE)
    return Question(person, OFFICE, None, context.asked_on, aggregate, other)
