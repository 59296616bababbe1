"""What a document has spoken of so far: for "it", "they", "the deal", "that figure".

Kept small on purpose: a reference that is not certain from the last sentences stays silent.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from factcheck.language.wording import Wording
from factcheck.measures.values import Value
from factcheck.records import Names, Property

#: how many sentences back a pronoun or definite phrase may reach
REACH = 3
#: characters before a sentence in which the one before it begins
_FAR_BACK = 400
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’')]*\s")
#: words of a sentence that leads nowhere else: "It's okay.", "They love it."
SHORT = 5
#: "Larkham is the capital of the north", "No, the Larkham line isn't the Tube"
_WHAT_IS = re.compile(
    r"\s*(?:[^,.;:]{1,40},\s+)?(?P<name>(?:[Tt]he\s+)?"
    r"(?!(?:There|Here|It|This|That|He|She|What|Who|The|An?)\b)"
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:[a-z]+\s+)?)(?:is|was|isn['’]t|wasn['’]t)\s+(?:not\s+)?(?:the|an?)\s"
)


def is_short(text: str) -> bool:
    """Whether a sentence as written has so few words that it leads nowhere else."""
    return len(text.split()) <= SHORT


def is_of_stranger(text: str, names: Names) -> bool:
    """Whether a sentence as written says what something is, or is not, that is not known."""
    said = _WHAT_IS.match(text)
    return said is not None and not any(
        mention.start < said.end("name") and said.start("name") < mention.end
        for mention in names.mentions(text)
    )


@dataclass(frozen=True, slots=True)
class Remembered:
    """One earlier sentence: the entities named in it, first first, and its lemmas."""

    entities: tuple[str, ...]
    lemmas: frozenset[str]
    #: the properties of which it has words
    properties: tuple[Property, ...] = ()


@dataclass(slots=True)
class Context:
    """What a sentence is read in: the reference's names and wording, and what came before."""

    names: Names
    wording: Wording
    asked_on: date | None
    #: who is speaking: the name shown, and the canonical name where the reference knows it
    speaker: str | None = None
    speaker_entity: str | None = None
    #: the entities that "we" and "our" mean: what the speaker's offices are part of
    ours: tuple[str, ...] = ()
    #: the text of the document, and the values of the passage being read
    told: tuple[str, Sequence[Value]] = ("", ())
    #: what was worked out for the sentence being read, by name; emptied for the next
    scratch: dict[str, Any] = field(default_factory=dict)
    #: what goes with each subject (`strangers.py`), worked out once
    scopes: dict[str, Any] = field(default_factory=dict)
    #: the figures that the sentence before told for sure (`making.Answered`)
    figures: tuple[Any, ...] = ()
    #: how many did something, as the sentence before tells (`so_many_did.py`)
    counts: tuple[Any, ...] = ()
    #: which figures the sentence before asks for (`asked.py`)
    asked: tuple[Any, ...] = ()
    #: whether the sentence before said what something is that is not known: "Larkham is a city"
    of_stranger: bool = False
    memory: deque[Remembered] = field(default_factory=lambda: deque(maxlen=REACH))

    def enter(self, speaker: str | None) -> None:
        """Take the speaker of a passage: who "I" is, and what "we" means."""
        if speaker == self.speaker:
            return
        self.speaker, self.speaker_entity, self.ours = speaker, None, ()
        for mention in self.names.mentions(speaker or ""):
            for name in mention.entities:
                terms = self.names.terms(name)
                if terms:
                    self.speaker_entity = name
                    offices = [self.names.entity(term.value) for term in terms]
                    self.ours = tuple(dict.fromkeys(p for o in offices if o for p in o.part_of))
                    return

    def remember(
        self,
        entities: tuple[str, ...],
        lemmas: frozenset[str],
        properties: tuple[Property, ...] = (),
        short: bool = False,
        is_name: bool = False,
    ) -> None:
        """Put a sentence that has been read behind us; a short one that names nothing goes with
        the one before, and one that does nothing but name says what that was about."""
        self.scratch.clear()
        self.of_stranger = False
        if self.memory and (is_name or (short and not entities)):
            last = self.memory.pop()
            lemmas, properties = last.lemmas | lemmas, properties or last.properties
            entities = entities or last.entities
        self.memory.append(Remembered(entities, lemmas, properties))

    def skip(self, text: str) -> None:
        """A stretch that says nothing known: what came before moves away, unless it is short."""
        self.figures, self.counts = (), ()
        self.of_stranger = is_of_stranger(text, self.names)
        if not is_short(text):
            self.asked = ()
        if not is_short(text) or not self.memory:
            self.memory.append(Remembered((), frozenset()))

    def recent(self) -> Iterator[str]:
        """Entities of the last sentences, the most recent sentence first, without repeats."""
        seen = set()
        for past in reversed(self.memory):
            for name in past.entities:
                if name not in seen:
                    seen.add(name)
                    yield name

    def just_before(self) -> tuple[str, ...]:
        """The entities of the sentence before."""
        return self.memory[-1].entities if self.memory else ()

    def spoken_before(self) -> tuple[Property, ...]:
        """The properties of which the sentence before has words."""
        return self.memory[-1].properties if self.memory else ()

    def said_lately(self, words: Iterable[str]) -> bool:
        """Whether one of `words` is a lemma of the last two sentences."""
        return not all(past.lemmas.isdisjoint(words) for past in list(self.memory)[-2:])

    def is_elsewhere(self, each: Property, subject: str) -> bool:
        """Whether a property is another topic's, where the subject's own topics have one of that
        name with words of its own."""
        if "topics" not in self.scopes:
            named: dict[str, set[str]] = {}
            for other in self.names.properties():
                named.setdefault(other.name, set()).add(other.topic)
            self.scopes["topics"] = named
        entity = self.names.entity(subject)
        own = self.scopes["topics"][each.name].intersection(entity.topics if entity else ())
        return bool(own) and each.topic not in own

    def start_before(self, place: int, least: int) -> int:
        """Where the sentence before the one that begins at `place` does; not before `least`."""
        text, _ = self.told
        start = max(least, place - _FAR_BACK)
        ends = [found.end() for found in _SENTENCE_ENDS.finditer(text, start, place)]
        return ends[-2] if len(ends) > 1 else start

    def recent_lemmas(self, sentences: int = 2) -> frozenset[str]:
        """The lemmas of the last `sentences` sentences."""
        return frozenset().union(*(past.lemmas for past in list(self.memory)[-sentences:]))
