"""The records that flow from room to room. All are frozen; nothing here reads or decides.

document -> claims (each a question with an answer) -> facts -> verdicts -> report
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.measures.values import Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    #: vectors of words in their places and of descriptions (`encoder/network.py`)
    Vectors = NDArray[np.float32]

KINDS = (
    "start_date",
    "end_date",
    "signing_date",
    "amount",
    "percentage",
    "count",
    "ordinal",
    "duration",
    "party_or_actor",
    "status",
    "frequency",
    "comparison",
)


class Unusable(Exception):
    """Input that cannot be used. The message is one line: what, where (file:line), what to try."""


# --- what was read -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in its file: line and page count from 1, time is "00:12:31"."""

    line: int | None = None
    page: int | None = None
    time: str | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document with one speaker and one place; offsets into `Document.text`."""

    start: int
    end: int
    speaker: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read. `passages` are in order and do not overlap; text between them
    (speaker labels, time codes) is not checked. No passages: the whole text is one."""

    text: str
    id: str | None = None
    speaker: str | None = None
    date: date | None = None
    passages: tuple[Passage, ...] = ()


# --- what the reference knows ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was seen."""

    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, property, value, with validity, rank, confidence and sources.

    `reading` is `value` read by our own value reader (offsets into `value`); `None` for
    names and free text. A derived fact has `made_from` (ids) and `arithmetic`.
    """

    id: str
    topic: str
    subject: str
    property: str
    value: str
    unit: str | None = None
    reading: Value | None = None
    valid: Period = ANY_TIME
    known_from: date | None = None
    qualifier: str | None = None
    rank: str = "normal"
    confidence: str = "reported"
    sources: tuple[Source, ...] = ()
    note: str | None = None
    made_from: tuple[str, ...] = ()
    arithmetic: str | None = None
    #: how the topic calls the property (`Property.label`), for explanations
    label: str | None = None
    #: the fact as a sentence to print; judging fills it for the facts that a verdict cites
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name: a country, an agreement, a person, a series."""

    name: str
    type: str | None = None
    part_of: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    #: what it is, in a few words: "Larkham shipbuilder"
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text (end exclusive) that names one of `entities`; several: ambiguous."""

    start: int
    end: int
    text: str
    entities: tuple[str, ...]
    #: None for an exact alias, else the spelling that was meant
    spelling_of: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """What a topic says of its subjects, and by which words texts speak of it.

    `nouns`, `verbs`, `adjectives` are lemmas or lemma phrases in lower case
    ("cost-sharing contribution", "chip in").
    """

    name: str
    topic: str
    #: one of `KINDS`
    kind: str
    #: number, ordinal, percentage, amount, date, period, duration, entity, boolean or text
    type: str
    label: str
    unit: str | None = None
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    #: nouns that a bare number of this property counts ("troops", "soldiers")
    counts: tuple[str, ...] = ()
    per: str | None = None
    complete: bool = False
    #: words (lower case) that, in the same clause, make it something else ("per soldier")
    without: tuple[str, ...] = ()
    #: values in words, each with a phrase by which texts say it: ("no", "voluntary")
    says: tuple[tuple[str, str], ...] = ()
    #: words (lemmas or lemma phrases) one of which must stand in a sentence where it `says` a value
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """How texts speak of a subject without naming it.

    Meant when, near by, an entity of **each** group of `entities` is mentioned and one of
    `words` (lemmas, any) stands there, and none of `without`.
    """

    subject: str
    entities: tuple[tuple[str, ...], ...]
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Names(Protocol):
    """What the language room may ask of the reference."""

    def mentions(self, text: str) -> Sequence[Mention]:
        """The known names in `text`, left to right, longest first, not overlapping."""

    def entity(self, name: str) -> Entity | None:
        """The entity of that canonical name."""

    def members(self, series: str) -> Sequence[Entity]:
        """The entities whose `part_of` holds `series`, in order."""

    def covered(self, name: str) -> Period | None:
        """The years that a member of a series covers, where they are known."""

    def properties(self) -> Sequence[Property]:
        """All properties of the loaded topics."""

    def property(self, name: str) -> Property | None:
        """The property of that name (of the first topic that has it)."""

    def properties_of(self, subject: str) -> frozenset[str]:
        """Names of the properties of which there is a fact about `subject`."""

    def types_of_answers(self, property: str) -> frozenset[str]:
        """The types of the entities that are values of a property."""

    def asked_alike(self, subject: str, property: str) -> Sequence[tuple[str, str]]:
        """The pair itself, then all subjects and properties which answer the same wording."""

    def asks(self, subject: str, property: str) -> tuple[str, str]:
        """The pair that stands for all subjects and properties which answer the same wording
        (`same_question` in `topic.toml`); the pair itself where there are no others."""

    def is_answer(self, name: str, property: str) -> bool:
        """Whether the entity `name` is the value of a property, of whatever subject."""

    def is_other(self, name: str, subject: str, property: str, sort: str = "") -> bool:
        """Whether a name that is no entity surely means none of the property's values: a place
        that lies elsewhere, somebody of another name, another company. `sort`: what it is said
        to be ("island", "person", "thing")."""

    def is_bare(self, topic: str) -> bool:
        """Whether the wording of a topic is only what the names of its properties give."""

    def is_nearby(self, name: str, subject: str, property: str) -> bool:
        """Whether a name that is no value of the property is a place in, around or near one."""

    def homeland(self, word: str) -> str | None:
        """The country that a word names, or whose people it does: "Norway", "Norwegian"."""

    def is_qualified(self, subject: str, property: str, name: str) -> bool:
        """Whether a fact of the subject and property has `name` in its qualifier."""

    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]:
        """The facts about a subject, oldest first."""

    def facts_with(
        self, kind: str, said: Decimal | str | None, unit: str | None = None
    ) -> Sequence[Fact]:
        """The facts that say a figure of a kind of value to the last digit that it gives, or that
        very day ("date", ISO 8601); none where too many do."""

    def says(self, property: str, value: Value) -> bool:
        """Whether any fact of a property, of whatever subject and time, says a value: a figure
        within what it may stand for, a date on that day or in that month or year."""

    def known_range(self, property: str) -> tuple[Decimal, Decimal] | None:
        """The smallest and the largest figure that facts of a property give, of whatever subject
        and time; `None` where they give none."""

    def likely_properties(
        self, vector: Vectors, nothing: float
    ) -> Sequence[tuple[Property, float]]:
        """The properties that a value may be of by its vector (`encoder/network.py`), each with
        its probability, the likeliest first. `nothing`: the logit of none."""

    def likely_subjects(self, vector: Vectors, named: Mapping[str, float]) -> Mapping[str, float]:
        """The subjects that it may be of, by name, each with its probability. `named`: those that
        the text names, each with a logit to be added."""

    def relations(self, one: str, other: str | None) -> Sequence[Fact]:
        """The facts with a validity by which one of two entities is a value of the other: a
        membership, an office, an owner; oldest first. `None`: of whatever other."""

    def descriptions(self) -> Sequence[Description]:
        """All descriptions of the loaded topics."""

    def terms(self, person: str) -> Sequence[Fact]:
        """The `office_held` facts of a person, in order of time (`valid` is the term)."""

    def pick(
        self, series: str, how: str, value: str | None = None, on: date | None = None
    ) -> Sequence[Entity]:
        """The members of a series that a definite phrase means, as known at `on`.

        `how`: "ordinal" (value "12"), "first", "latest", "current" (in force on `on`), "next"
        and "previous" (value: a member's name), "signed_in" and "covering" (value: ISO period),
        "lasting" (value: ISO duration), "lately" (agreed in the year before). Empty where none
        or nothing certain.
        """


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, which is a property of the subjects in its rows."""

    #: as written at its head
    header: str
    #: the property's name: letters, digits and underscores, no two alike in a table
    property: str
    #: one of the types of `Property.type`; "text" where the cells are anything else
    type: str
    unit: str | None = None
    #: what the head multiplies all figures with: "revenue ($m)" by a million
    size: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Table:
    """A spreadsheet used as the only reference: one row a subject, a closed world.

    `rows`: a fact for each cell, in the order of `columns` (an empty cell: value ""), whose
    `reading` is its figure or day in the sense of the column. `key`: the index of the column
    that names the subjects, None where no column does.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Fact, ...], ...]
    key: int | None = None


# --- what is claimed ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Condition:
    """What the rows of a table must fit to be meant.

    `relation`: "is", "is not" (the cell is one of `values`, whatever the capitals), "equal",
    "more", "less", "at least", "at most" (its figure or day, against the one in `values`),
    "within" (its day lies in an ISO 8601 period or month "--05"), "empty", "filled", "above",
    "below" (its figure, against that of the column in `values`).
    """

    property: str
    relation: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the reference; topics, derived facts and tables answer it.

    `aggregate`: None asks for the facts themselves. Others are derived when asked:

    - "count": how many members the series `subject` has had (property ""), up to `time`
    - "first", "last": the earliest, latest fact of the property; with property "" the first,
      latest member of the series (value: its name)
    - "total", "mean", "largest", "smallest": over the yearly facts within `time` (None: all)
    - "rank": the place of the fact at `time` among all of its series, largest first
    - "change": per cent change from `other` to this; "ratio": this divided by `other`;
      "difference": this minus `other` (`other`: another time, or another subject)
    - "duration": how long the subject lasts, by its dates
    - "in_force": value "in force" or "ended" on each part of `time`
    - "holder": who held an office when the event of the date property happened, one
      `office_held` fact an office (value: the office, subject: the person)
    - "frequency": value "every year" where the property has a figure for every year
    - "since", "until", "lasting": when a name began to be the value of the property, when it
      ceased, how long it was; "place": which member it became; "founding" and "belongs":
      value "yes" or "no" (`other.subject`: the name); "predecessor", "successor": who held the
      office or led the body `other.subject` right before, after `subject`
    - "apart": how long after the same event of `other` it was
    - "order": by how many years it came after that of `other`, below zero before it
    - "rank_of_group", "rank_of_group_from_below": the place of a cell of a table among those of its
      column, by how many rows have it
    - "rank_among", "rank_among_from_below": the place of the figure among those of all subjects
      of the same type, largest or smallest first
    """

    subject: str
    property: str
    #: the time asked about; None: the time of asking
    time: Period | None = None
    #: date of utterance: only facts known then count
    asked_on: date | None = None
    aggregate: str | None = None
    #: the second term of a difference, ratio or comparison
    other: Question | None = None
    #: of a table: which rows are meant
    where: tuple[Condition, ...] = ()
    #: an entity that a qualifier names ("2016 Games"): only facts with it answer
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Facts that answer a question, newest and preferred first.

    `related`: facts of the same property at other times, of sister subjects or in other
    units, in which a diagnosis looks for where a wrong value belongs. `reason` says why
    there are no facts: no_subject property_unknown time_not_covered unverified_only.
    """

    facts: tuple[Fact, ...] = ()
    related: tuple[Fact, ...] = ()
    reason: str | None = None
    #: the facts are all that there is (a table): what they do not say is not so
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A question with the answer that the text gives.

    `start`/`end`: offsets into the document's text (end exclusive) of the phrase on which
    the claim turns. `value.kind` is a kind of value read from text, or one of

    - "entity": a canonical name ("A|B" where a name leaves two open), for `party_or_actor`
      and for "the latest is the 10th" (`ordinal`)
    - "status": "ended", "in force", "never" (no fact of the property at all), "exists"
    - "frequency": "once", "every year"
    - "comparison": "more", "less", "equal", "rise", "fall", "largest", "smallest"; or a
      Decimal factor with unit "times" ("doubled" is 2)

    A date or period that is an office-holder's term has that term in `value_facts`.
    `negated` turns the claim round: refuted becomes supported.
    """

    start: int
    end: int
    quote: str
    sentence: str
    sentence_start: int
    question: Question
    kind: str
    value: Value
    stance: str = "asserted"
    asserted_by: str | None = None
    negated: bool = False
    #: past, present or future, by the verb
    tense: str | None = None
    #: facts that the value rests on (a term of office)
    value_facts: tuple[Fact, ...] = ()
    place: Place = NOWHERE
    trace: tuple[str, ...] = ()
    #: False where the subject is only implied: enough to support, never to refute
    certain: bool = True
    #: True for a loose reading: it counts where the facts agree with it, else it never was
    agrees_only: bool = False
    #: True for the words that only tell of what something is claimed: they count with that claim
    goes_along: bool = False
    #: True where nothing but the subject is in doubt, which is implied: what else is known of the
    #: sentence may settle it
    implied: bool = False
    #: True where the value, wrong in one respect, tells of which fact it is: it counts where that
    #: fact refutes it, else it never was
    slips: bool = False
    #: True where what stands around the value tells of which fact it is: it counts where that fact
    #: refutes it, else it never was
    learned: bool = False
    #: the id that an answer gave it, where it was read back from one
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A value or an apparent claim without a verdict, with the reason."""

    start: int
    end: int
    quote: str
    reason: str


# --- what is answered --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Match:
    """A claim with what the reference answers."""

    claim: Claim
    answer: Answer


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a claim, beside the verdict.

    `decision`: "accepted", "false-alarm", "waived", or "baseline" (known before).
    """

    decision: str
    why: str | None = None
    by: str | None = None
    #: the last day of a waiver; later it holds no more
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often the same claim was made in all documents of a report, since when, by whom."""

    times: int
    since: date | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """A claim that was checked before, in our own words.

    `date`: when it was made, in ISO 8601 as far as it is known ("2018-03"); `None`: unknown.
    """

    claim: str
    speaker: str | None
    date: str | None
    what_is_true: str
    #: not in answers, so that a check that was read back from one equals the original
    sources: tuple[Source, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one claim: supported, refuted or not_enough_info."""

    claim: Claim
    verdict: str
    explanation: str
    facts: tuple[Fact, ...] = ()
    diagnosis: str | None = None
    #: the phrase that should stand at `claim.start:claim.end`
    correction: str | None = None
    arithmetic: str | None = None
    reason: str | None = None
    trace: tuple[str, ...] = ()
    #: the claim's sentence with only the wrong phrase changed
    corrected_sentence: str | None = None
    decision: Decision | None = None
    #: for a claim that was made more than once; only a report on many documents knows
    repeated: Repeated | None = None
    #: for a refuted claim: checks of the same claim, made on or before the statement's date
    said_before: tuple[EarlierCheck, ...] = ()

    @property
    def is_flagged(self) -> bool:
        """Refuted, and asserted or reported."""
        return self.verdict == "refuted" and self.claim.stance in ("asserted", "reported")

    @property
    def is_excused(self) -> bool:
        """Whether a person decided that it need not count (all but "accepted")."""
        return self.decision is not None and self.decision.decision != "accepted"


@dataclass(frozen=True, slots=True)
class Report:
    """All verdicts on one document."""

    document: Document
    verdicts: tuple[Verdict, ...]
    not_judged: tuple[NotJudged, ...]
    #: names of the topics asked
    topics: tuple[str, ...]
    #: content hash of the reference
    reference_hash: str
    version: str
    options: Mapping[str, str] = field(default_factory=dict)
    #: why the document could not be used; then there are no verdicts
    error: str | None = None

    @property
    def verdict(self) -> str:
        """Refuted if a claim is flagged, else supported if an asserted one is, else neither."""
        if any(verdict.is_flagged for verdict in self.verdicts):
            return "refuted"
        if any(v.verdict == "supported" and v.claim.stance == "asserted" for v in self.verdicts):
            return "supported"
        return "not_enough_info"
