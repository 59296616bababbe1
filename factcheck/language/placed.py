"""Where something lies, said beside its name: "the X Tunnel in Y", "X, a hill on the island of Y".

By whatever name: of one that the reference does not know it says whether it can be none of those
that it knows (`Names.is_other`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import sort_nouns
from factcheck.language.strange_names import strangers_in
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

#: words of the names of properties that say where something lies
LYING = frozenset(
    ("city", "country", "location", "site", "venue", "town", "state", "place", "island", "region",
     "province", "county", "continent", "village")
)  # fmt: skip
_SORTS = "island|city|town|village|state|province|region|county"
_IN = (
    r"(?:high |deep )?(?:in|on)\s+(?:the\s+(?:[A-Za-z]+\s+)?"
    rf"(?P<sort>{_SORTS})\s+of\s+|(?:the\s+)?(?:far\s+|very\s+)?(?:north|south|east|west|heart|middle|centre)\s+of\s+|the\s+)?"
)
_LIES = (
    r"(?:is|was|lies|lay|stands|stood|sits|sat|rises|towers|perches)"
    r"(?:\s+(?:located|situated|perched|found|set|built))?"
)
#: "X in Y", "X is in Y", "X, a volcano in Y", "X is a park in Y"
_BEHIND = re.compile(
    rf"(?:\s+{_LIES})?(?:,?\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>[a-z]+))?"
    rf"(?:\s+of\s+[\d.,]+\s+\w+)?,?\s+{_IN}"
)
#: "X, a film from Y"
_FROM = re.compile(r",\s+an?\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]+)\s+from\s+(?P<sort>)(?:the\s+)?")
#: "the X eruption on the island of Y", "X crowns the island of Y"
_PART = re.compile(rf"\s+[a-z]+\s+(?:on\s+)?the\s+(?:[A-Za-z]+\s+)?(?P<sort>{_SORTS})\s+of\s+")
#: "Perched at 5,000 metres in Y, X is"
_LYING_THERE = re.compile(
    r"(?:Perched|Situated|Located|Set|Nestled|Standing|Lying|Sitting|High|Built|Based)\b"
    rf"(?:[^,;:]|(?<=\d),(?=\d)){{0,40}}?(?:\s+|^){_IN}$"
)
_IS_PLAIN = re.compile(r"\s+(?:in|on)\s+(?:the\s+)?")
_THEN = re.compile(r",\s+(?:the\s+)?")
#: what moves about, or has offices in many places
_MOVING = frozenset(("person", "company", "organisation", "organization", "firm", "party", "team"))


def find_placed(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by a place beside a name."""
    done = set[str]()
    for subject in subjects:
        entity = context.names.entity(subject.name)
        if subject.how != "named" or entity is None or subject.name in done:
            continue
        done.add(subject.name)
        known = context.names.properties_of(subject.name)
        lying = sorted(p for p in known if LYING.intersection(p.lower().split("_")))
        if not lying or entity.type in _MOVING:
            continue
        for place, sort, is_own in _places(subject.name, sentence, context):
            property = _answered(place, sort, subject.name, lying, context)
            if property is not None:
                answer = _answer(place, subject.name, property, context)
                yield answer.unless((not is_own, "perhaps where something else is"))


def _places(name: str, sentence: Sentence, context: Context) -> Iterator[tuple[Mention, str, bool]]:
    """The places beside a name, each with the sort that is said of it ("island"), and whether it
    may not rather be that of something else ("the twin of the X in Y")."""
    nouns = sort_nouns(name, context.names)
    for own in (m for m in sentence.mentions if name in m.entities):
        for place in (*sentence.mentions, *strangers_in(sentence)):
            if place.start >= own.end:
                between = sentence.quote(own.end, place.start)
                found = _BEHIND.fullmatch(between) or _FROM.fullmatch(between)
                if found and found["noun"] is not None and found["noun"] not in nouns:
                    found = None
                found = found or _PART.fullmatch(between)
            else:
                led = sentence.quote(sentence.start, place.start)
                behind = sentence.quote(place.end, max(own.start, place.end))
                found = _LYING_THERE.fullmatch(led) if _THEN.fullmatch(behind) else None
            if found:
                is_plain = _IS_PLAIN.fullmatch(sentence.quote(own.end, place.start)) is not None
                is_of = sentence.token(own).dep_.startswith("nmod") and is_plain
                yield place, found["sort"] or "", not is_of


def _answered(
    place: Mention, sort: str, subject: str, lying: Sequence[str], context: Context
) -> str | None:
    """The property that a place answers; or one of which it surely is another, if it is none of
    the places that are known of the subject."""
    names = context.names
    for each in lying:
        if any(names.is_answer(name, each) for name in place.entities) and len(lying) == 1:
            return each
    right = [f.property for f in names.facts(subject) if f.value in place.entities]
    right = [p for p in lying if p in right]
    if right:
        return right[0]
    level = "country" if names.homeland(place.text) else sort
    meant = [p for p in lying if level in p.split("_")] if level else []
    if len(meant) == 1 and names.is_other(place.text, subject, meant[0], sort=sort):
        return meant[0]
    others = [p for p in lying if names.is_other(place.text, subject, p)]
    return others[-1] if len(others) == len(lying) else None


def _answer(place: Mention, subject: str, property: str, context: Context) -> Answered:
    name = "|".join(place.entities) or place.text
    value = Value(place.start, place.end, place.text, "entity", name)
    why = (f"place: {place.text!r} beside the name", f"subject: {subject}")
    question = Question(subject, property, None, context.asked_on)
    return Answered(place.start, place.end, question, "party_or_actor", value, why)
