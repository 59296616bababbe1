"""What the answering of questions may ask of the facts, and the settings of a topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from factcheck.measures.periods import Period
from factcheck.records import Entity, Fact, Property

#: best first; unverified facts never refute
CONFIDENCES = ("official", "reported", "unverified")
#: the fields of a property's wording that are lists of words
WORD_ROLES = ("nouns", "verbs", "adjectives", "counts", "without", "near")
#: how the id of a derived fact begins
DERIVED = "derived:"


@dataclass(frozen=True, slots=True)
class Asked:
    """A subject and a property. With an empty property: every property of the subject."""

    subject: str
    property: str


@dataclass(frozen=True, slots=True)
class SameQuestion:
    """What answers the same wording as `ask`; `answers` may hold `ask` itself."""

    ask: Asked
    answers: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How the facts of a subject and property are computed when asked for (`computing/`)."""

    how: str
    subject: str
    property: str
    #: what they are made of
    of: tuple[Asked, ...]
    #: of a count: the least figure that a member must have
    at_least: Decimal | None = None
    #: of a growth: the years that it holds for
    within: Period | None = None
    #: that of the way to compute, where no source says that the figures come about like that
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """What `topic.toml` says of a topic as a whole."""

    name: str
    title: str
    #: up to when its facts are known; `None` where it does not say
    as_of: date | None = None
    #: month and day, "10-01"
    fiscal_year_begins: str = "01-01"
    #: series (`part_of`) of which no member is missing
    complete: frozenset[str] = frozenset()
    #: properties of which no year is missing
    complete_properties: frozenset[str] = frozenset()
    #: by property: how long an open-ended figure stays good, ISO 8601 ("P2Y")
    good_for: Mapping[str, str] = field(default_factory=dict)
    same_question: tuple[SameQuestion, ...] = ()
    derived: tuple[Derivation, ...] = ()
    licence: str | None = None
    version: str | None = None
    requires: tuple[str, ...] = ()
    #: whether it gives words of a property
    worded: bool = False


class FactTable(Protocol):
    """Facts as they stood on one day of recording. The answering of questions builds on it."""

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        """Facts about `subject`, oldest first, as recorded on `known_on` (or today's files).

        Superseded ones are left out; deprecated ones are there (`rank`).
        """

    def members(self, series: str) -> Sequence[Entity]:
        """The entities whose `part_of` holds `series`, in the order of the topic's file."""

    def entity(self, name: str) -> Entity | None:
        """The entity of that canonical name."""

    def property(self, name: str) -> Property | None:
        """The property of that name (of the first topic that has it)."""

    def properties_of(self, subject: str) -> frozenset[str]:
        """Names of the properties of which there is a fact about `subject`."""

    def subjects_of(self, property: str) -> Sequence[str]:
        """Names of the subjects of which there is a fact of `property`, in order of name."""

    def settings(self, topic: str) -> TopicSettings:
        """The settings of a loaded topic. Raises `KeyError` for another name."""
