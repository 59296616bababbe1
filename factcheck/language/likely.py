"""What a value is likely of, by the words around it: the network compares its vector with those of
the properties and subjects of the reference, and with the names in the text (`factcheck/encoder`).

A sentence is encoded once, with what stands before it, when the first of its values is asked for;
each value is compared once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import cast

from factcheck.encoder.marking import REACH, Marked, marked
from factcheck.encoder.network import Encoded, encode
from factcheck.language.evident import evident
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strange_names import strangers_in
from factcheck.measures.values import Value
from factcheck.records import Mention, Names, Property

#: by this name the encoded sentence stands in the context's scratch
_NAME = "encoded"
#: what it adds to the logit of a subject that it is evident
_EVIDENT = 5.0


@dataclass(frozen=True, slots=True)
class Guess:
    """The properties and the subjects that a value may be of, each with its probability, the
    likeliest first."""

    properties: Sequence[tuple[Property, float]]
    subjects: Mapping[str, float]

    def subjects_of(self, property: str, names: Names) -> Mapping[str, float]:
        """The subjects that have facts of a property: one of them, if it is of this property."""
        able = {n: p for n, p in self.subjects.items() if property in names.properties_of(n)}
        total = sum(able.values())
        return {name: p / total for name, p in able.items()}


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence and what stands before it: where that begins in the document, the names in it
    and what the network sees, by offsets from there."""

    offset: int
    mentions: tuple[Mention, ...]
    seen: Marked

    def place(self, start: int, end: int) -> int | None:
        """The token at which what stands there in the document is marked."""
        return self.seen.places.get((start - self.offset, end - self.offset))


def guess(value: Value | Mention, sentence: Sentence, context: Context) -> Guess | None:
    """What a value or name of the sentence being read may be of; `None` where it stands in a name
    or too far behind to be seen."""
    if _NAME not in context.scratch:
        seen = window(sentence, context.names)
        context.scratch[_NAME] = seen, encode(seen.seen.tokens), {}
    near, found, guessed = context.scratch[_NAME]
    at = near.place(value.start, value.end)
    if at is None:
        return None
    if at not in guessed:
        guessed[at] = Guess(
            context.names.likely_properties(found.property[at], float(found.nothing[at])),
            context.names.likely_subjects(
                found.subject[at],
                {**dict.fromkeys(evident(sentence, context), _EVIDENT), **_named(at, near, found)},
            ),
        )
    return cast(Guess, guessed[at])


def window(sentence: Sentence, names: Names) -> Window:
    """A sentence as the network sees it, with what stands before it."""
    before = _whole_words(sentence.before)
    at, offset = len(before), sentence.start - len(before)
    values = [
        replace(v, start=v.start - offset, end=v.end - offset)
        for v in sentence.values
        if v.value is not None
    ]
    named = [
        replace(m, start=m.start - offset, end=m.end - offset)
        for m in (*sentence.mentions, *strangers_in(sentence))
    ]
    mentions = (*names.mentions(before), *named)
    return Window(offset, mentions, marked(before + sentence.raw, at, values, mentions))


def _whole_words(before: str) -> str:
    """What stands before a sentence, without a word that may be cut."""
    return before.partition(" ")[2] if len(before) >= REACH else before


def _named(at: int, near: Window, found: Encoded) -> dict[str, float]:
    """What the names near by add to the logits of what they may name."""
    sums: dict[str, float] = {}
    for mention in near.mentions:
        place = near.seen.places.get((mention.start, mention.end))
        if place is not None:
            logit = float(found.asking[at] @ found.answering[place])
            for name in mention.entities:
                sums[name] = sums.get(name, 0.0) + exp(logit)
    return {name: log(total) for name, total in sums.items()}
