"""Terms of office: "under X", "during the X administration", "my first term", "when X was
president", "before X took office". Found by pattern around the names of people who held an
office, so that a wrong tree does no harm; the first person is the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from factcheck.language.sentences import Term
from factcheck.language.words import words
from factcheck.measures.periods import Period
from factcheck.records import Fact, Mention, Names

#: stands for a name in the masked text: one character of the private use area a name
_MASK = 0xE000
_MASKED = re.compile(r"[\uE000-\uF8FF]")
#: "when I took office", but not "when I was in office"
_COMING = re.compile(
    r"(?:when|once|as\s+soon\s+as)\s(?!.*\b(?:was|were|is|held)\b(?!\s+(?:sworn|inaug)))", re.I
)
_ABOUT = timedelta(days=330)
#: without a name or one of these there is no term
_PERSONAL = re.compile(r"\b(?:i|me|my|our|his|her)\b", re.IGNORECASE)


def find_terms(
    text: str,
    mentions: Sequence[Mention],
    names: Names,
    speaker: str | None,
    recent: Sequence[str],
    on: date | None,
) -> tuple[Term, ...]:
    """The terms of office in `text` (offsets into it), left to right.

    `speaker` is the canonical name behind "my"; `recent` are the names that "his" and "her"
    may mean; `on` tells which terms are past or present. A term of somebody who is not known
    has no facts.
    """
    if _MASKED.search(text):
        return ()
    people = [(m, person) for m in mentions for person in _holders(m, names)]
    if not people and not _PERSONAL.search(text):
        return ()
    masked, owners = _mask(text, people)
    others = [p for p in recent if names.terms(p)]
    found = []
    for match in _pattern().finditer(masked):
        role = next(role for role, part in match.groupdict().items() if part)
        name = _MASKED.search(match.group())
        if name:
            candidates = owners[name.group()]
        elif re.search(r"\b(?:his|her)\b", match.group(), re.IGNORECASE):
            before = [person for m, person in people if m.end <= match.start()]
            candidates = (before or others)[:1] if len({*(before or others)}) == 1 else []
        else:
            candidates = [speaker] if speaker else []
        quote = text[match.start() : match.end()]
        facts = tuple(fact for p in candidates for fact in _chosen(quote, names.terms(p), on))
        person = "|".join(dict.fromkeys(fact.subject for fact in facts))
        role = role.rstrip("12345678")
        if facts or not name:
            found.append(Term(match.start(), match.end(), quote, person, facts, role))
    return tuple(found)


def time_of(term: Term) -> Period | None:
    """The time of the only term that is meant; "when I took office" means about that day."""
    if len(term.facts) != 1:
        return None
    valid = term.facts[0].valid
    if valid.first is None or not _COMING.match(term.text):
        return valid
    return Period(valid.first - _ABOUT, valid.first + _ABOUT)


def _holders(mention: Mention, names: Names) -> Iterator[str]:
    return (person for person in mention.entities if names.terms(person))


def _mask(text: str, people: list[tuple[Mention, str]]) -> tuple[str, dict[str, list[str]]]:
    owners: dict[str, list[str]] = {}
    masked = text
    for index, start in enumerate(sorted({m.start for m, _ in people})):
        mention = next(m for m, _ in people if m.start == start)
        sign = chr(_MASK + index)
        owners[sign] = [person for m, person in people if m.start == start]
        masked = masked[:start] + sign * (mention.end - mention.start) + masked[mention.end :]
    return masked, owners


@cache
def _pattern() -> re.Pattern[str]:
    listed = words("terms")
    noun = "|".join(sorted(map(re.escape, listed["nouns"]), key=len, reverse=True))
    title = "|".join(sorted(map(re.escape, listed["titles"]), key=len, reverse=True))
    office = "|".join(sorted(map(re.escape, listed["offices"]), key=len, reverse=True))
    who = rf"(?:the\s+)?(?:(?:{title})\s+)*[\uE000-\uF8FF]+"
    nth = r"(?:(?:very\s+)?(?:first|second|third|fourth|last|previous|current|own|entire)\s+)?"
    whose = rf"(?:{who}(?:['’]s?)?|my|our|his|her)"
    during = r"(?:during|in|throughout|over|within|under|from|of)"
    return re.compile(
        rf"""
          (?P<before>before\s+(?:{who}|i)\s+(?:took|came|entered|assumed|was|became|got)
              \s+(?:(?:to|into|in)\s+)?(?:(?:the|this)\s+)?(?:{office}|office|power|elected))
        | (?P<before2>(?:before|until|till)\s+(?:{who}|i)\s+(?:came|got|arrived)
              \s+(?:in|along)\b(?!\s+(?:to|the|a)\b))
        | (?P<during7>when\s+(?:{who}|i)\s+(?:came|got)\s+in\b(?!\s+(?:the|a)\b))
        | (?P<since>(?:since|after)\s+(?:{who}|i)\s+(?:had\s+)?
              (?:took|taken|came|come|entered|assumed|became|become|returned|got)
              \s+(?:back\s+)?(?:(?:to|into|in)\s+)?(?:(?:the|this)\s+)?
              (?:{office}|office|power|white\s+house)\b)
        | (?P<during6>(?:when|once|as\s+soon\s+as)\s+(?:{who}|i)\s+
              (?:took|came|entered|assumed|became|returned|got)
              \s+(?:back\s+)?(?:(?:to|into|in)\s+)?(?:(?:the|this)\s+)?
              (?:{office}|office|power|white\s+house)\b)
        | (?P<during8>(?:when|once|as\s+soon\s+as)\s+(?:{who}|i)\s+(?:was|got)\s+
              (?:sworn\s+in|inaugurated)\b(?!\s+(?:as|to)\b))
        | (?P<after>after\s+(?:{who}|i)\s+(?:left|departed)\s+(?:the\s+)?(?:{office}|office|power))
        | (?P<during1>(?:when|while)\s+(?:{who}|i)\s+(?:was|were|'s|is|held)\s+(?:[\w.]+\s+){{0,2}}
              (?:{office}))
        | (?P<during2>{during}\s+(?:the\s+)?{whose}\s+{nth}(?:{noun})\b)
        | (?P<during3>\bunder\s+(?:{who}|me\b|my\s+(?:watch|leadership)))
        | (?P<during4>{during}\s+the\s+(?:{noun})\s+of\s+{who})
        | (?P<during5>[\uE000-\uF8FF]+-era)
        | (?P<actor1>the\s+(?:administration|government|presidency)\s+of\s+{who})
        | (?P<actor2>(?<!\w)(?:{whose})\s+{nth}(?:administration|government)\b)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _chosen(phrase: str, terms: Sequence[Fact], on: date | None) -> Sequence[Fact]:
    phrase = phrase.lower()
    begun = [t for t in terms if on is None or t.valid.first is None or t.valid.first <= on]
    if not begun:
        return ()
    if re.search(r"\bfirst\b", phrase):
        return begun[:1]
    if re.search(r"\b(?:returned|back)\b", phrase):
        return begun[1:][-1:]
    if re.search(r"\bsecond\b", phrase):
        return begun[1:2]
    if re.search(r"\bcurrent\b", phrase):
        return begun[-1:]
    if re.search(r"\b(?:last|previous)\b", phrase):
        return [t for t in begun if on is None or (t.valid.last and t.valid.last < on)][-1:]
    return begun
