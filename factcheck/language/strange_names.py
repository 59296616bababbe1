"""Names that the reference does not know, as answers: "based in X", "was designed by X Y".

A run of words with capitals that is no known name answers like one, where the reference says that
it can be none of those that it knows (`Names.is_other`). And where something lies, said right
behind its name ("the X Tunnel in Y"), by whatever name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_read
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: words in small letters within a name: "Rio de Janeiro"
_WITHIN = frozenset(("de", "do", "da", "del", "la", "le", "van", "der", "of", "on", "upon", "am"))
_LONGEST = 4
#: no names, at the beginning of a sentence
_OPENING = frozenset(("The", "A", "An", "In", "At", "On", "By", "Its", "Their", "His", "Her"))
#: words of the names of properties that say where something lies
_LYING = frozenset(("city", "country", "location", "site", "venue", "town", "state", "place"))
#: "X in Y", "X is in Y", "X, a volcano in Y", "X is a park in Y"
_BEHIND = re.compile(
    r"(?:\s+(?:is|was|lies|lay|stands|sits))?(?:,?\s+an?\s+(?:\w+\s+)?(?P<noun>\w+))?\s+in\s+(?:the\s+)?"
)
#: what moves about, or has offices in many places
_MOVING = frozenset(("person", "company", "organisation", "organization", "firm", "party", "team"))


def strangers_in(sentence: Sentence) -> list[Mention]:
    """The runs of words with capitals that are part of no known name, value or term."""
    taken = [(m.start, m.end) for m in sentence.mentions]
    taken += [(v.start, v.end) for v in sentence.values]
    taken += [(t.start, t.end) for t in sentence.terms]
    found: list[Mention] = []
    for run in _runs(sentence):
        start = sentence.start + run[0].idx
        end = sentence.start + run[-1].idx + len(run[-1])
        if not any(start < stop and begin < end for begin, stop in taken):
            found.append(Mention(start, end, sentence.quote(start, end), ()))
    return found


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        raw = sentence.raw[token.idx : token.idx + len(token)]
        opens = token.i == 0 and (token.pos_ != "PROPN" or raw in _OPENING)
        named = (raw[:1].isupper() and raw[-1:].isalpha() and not opens) or (run and raw in _WITHIN)
        if named and run and run[-1].text in _WITHIN and is_read(token, sentence):
            yield from _trimmed(run)  # "in Larkham on May 6"
            run = []
        elif named:
            run.append(token)
        else:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].text in _WITHIN:
        run = run[:-1]
    if len(run) <= _LONGEST and any(token.pos_ == "PROPN" for token in run):
        yield run


def find_placed(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by a place right behind a name: "the X Tunnel in Y, opened in 2016"."""
    for subject in subjects:
        if subject.how != "named":
            continue
        entity = context.names.entity(subject.name)
        if entity is None or entity.type in _MOVING:
            continue
        own = [m for m in sentence.mentions if subject.name in m.entities]
        lying = [
            p
            for p in context.names.properties_of(subject.name)
            if _LYING.intersection(p.lower().split("_"))
        ]
        for mention in own if len(lying) == 1 else ():
            for place in (*sentence.mentions, *strangers_in(sentence)):
                between = sentence.quote(mention.end, max(place.start, mention.end))
                found = _BEHIND.fullmatch(between)
                if not found or found["noun"] not in (None, entity.type):
                    continue
                is_answer = any(context.names.is_answer(n, lying[0]) for n in place.entities)
                if is_answer or context.names.is_other(place.text, subject.name, lying[0]):
                    yield _answer(place, subject.name, lying[0], context)


def _answer(place: Mention, subject: str, property: str, context: Context) -> Answered:
    name = "|".join(place.entities) or place.text
    value = Value(place.start, place.end, place.text, "entity", name)
    why = (f"place: {place.text!r} right behind the name", f"subject: {subject}")
    question = Question(subject, property, None, context.asked_on)
    return Answered(place.start, place.end, question, "party_or_actor", value, why)
