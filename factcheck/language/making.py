"""Making a claim of an answer and the question it answers; or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from factcheck.language.borders import is_denied_elsewhere
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, Term
from factcheck.language.stance import stance_of
from factcheck.language.tenses import is_shifted, tense_of
from factcheck.language.trees import anchor
from factcheck.language.words import word_set
from factcheck.measures.bounds import is_limit
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Claim, Fact, Mention, NotJudged, Property, Question

#: why a reading may not contradict of which the text only implies the subject
IMPLIED = "of what is only implied"
CHANGED_BY = "what something changed by"
SPOKEN_OF = "of what was spoken of before"
#: and of which the figure has another unit
OTHER_UNIT = "in another unit"
_Placed = TypeVar("_Placed", Value, Mention, Term)

#: the kinds of claims that a figure makes
_FIGURES = ("amount", "percentage", "count")
#: by what a limit is told, now and in the past
_PAST_LIMITING = frozenset(("could", "might"))
_LIMITING = frozenset(("may", "must", "shall", "can")) | _PAST_LIMITING
#: what makes "could" one of a case that is only supposed
_SUPPOSING = frozenset(("if", "unless", "suppose", "supposing"))


@dataclass(slots=True)
class Findings:
    """What was found in a document: claims, and values or apparent claims without one."""

    claims: list[Claim] = field(default_factory=list)
    not_judged: list[NotJudged] = field(default_factory=list)


def as_written(found: Findings, text: str) -> Findings:
    """The same with the quotations as `text` has them, line breaks and all."""
    claims = [
        replace(
            claim,
            quote=text[claim.start : claim.end],
            sentence=text[claim.sentence_start : claim.sentence_start + len(claim.sentence)],
        )
        for claim in found.claims
    ]
    others = [replace(one, quote=text[one.start : one.end]) for one in found.not_judged]
    return Findings(claims, others)


def shifted(found: _Placed, by: int) -> _Placed:
    """The same `by` characters later."""
    return replace(found, start=found.start + by, end=found.end + by)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that the text gives to a question, before its stance is known.

    `start`/`end`: offsets in the document of the phrase on which the claim turns.
    """

    start: int
    end: int
    question: Question
    kind: str
    value: Value
    why: tuple[str, ...] = ()
    value_facts: tuple[Fact, ...] = ()
    #: where to look for the verb, negation and stance, if not at the phrase itself
    at: tuple[int, int] | None = None
    negated: bool | None = None
    #: the value or term that says when, which is judged with the claim
    when: Value | Term | None = None
    #: whether the subject is certain enough to contradict the text
    certain: bool = True
    #: a loose reading (`agreeing.py`)
    agrees_only: bool = False
    #: right only along with another claim of the sentence (`told_by.py`)
    goes_along: bool = False
    #: nothing but the subject is in doubt
    implied: bool = False
    #: a value that is wrong in one respect tells of which fact it is (`by_slip.py`)
    slips: bool = False
    #: what stands around it tells of which fact it is (`learned.py`)
    learned: bool = False
    #: how sure that is (`evidence.py`)
    sure: float = 0.0

    def doubted(self, why: str) -> Answered:
        """The same as an uncertain reading."""
        return replace(self, certain=False, why=(*self.why, too_loose(why)))

    def unless(self, *doubts: tuple[bool, str]) -> Answered:
        """The same, uncertain for the first of some doubts that there is."""
        why = next((why for is_so, why in doubts if is_so), None)
        return self.doubted(why) if why else self

    def doubts(self) -> tuple[str, ...]:
        """What its trace says against it."""
        return tuple(why for why in self.why if why.startswith(too_loose("")))

    def assured(self) -> Answered:
        """The same as a certain reading."""
        doubts = self.doubts()
        return replace(self, certain=True, why=tuple(w for w in self.why if w not in doubts))

    def loosely(self) -> Answered:
        """The same as a loose reading."""
        return replace(self, certain=False, agrees_only=True)


def too_loose(why: str) -> str:
    """What the trace says of a reading that may not contradict."""
    return f"bound too loosely to contradict: {why}"


def told(
    value: Value, property: str, subject: str, when: Value | Term | None, period: Period | None
) -> tuple[str, ...]:
    """The trace of a figure's reading: how each part of its question was found."""
    return (
        f"value: {value.text!r} is {value.kind} {value.value} {value.unit or ''}".strip(),
        f"property: {property}",
        f"subject: {subject}".strip(),
        f"time: {when.text!r} is {period}" if when else "time: none said",
    )


def _aims(name: str, context: Context) -> frozenset[str]:
    """The words for aims ("target", "pledge") where a property is one itself: then what is
    aimed at is a fact."""
    if is_limit(name):  # "may not exceed 4 percent" is the limit itself
        return _LIMITING
    wants = word_set("stance", "demand_nouns")
    for each in context.names.properties():
        if each.name == name:
            own = {word for noun in each.nouns for word in noun.split()} & wants
            asks = {verb.split()[0] for verb in each.verbs} & word_set("stance", "demand")
            if each.type == "date" and asks - word_set("stance", "committing"):
                return frozenset(own | asks)  # "asked to join in May": when it did is a fact
            return frozenset(own | word_set("stance", "committing")) if own else frozenset()
    return frozenset()


def agreeing(
    value: Value,
    subject: str,
    each: Property,
    time: Period | None,
    why: tuple[str, ...],
    context: Context,
) -> Answered:
    """A reading of a value as what a property of a subject was at a time, which counts only where
    the facts agree with it."""
    question = Question(subject, each.name, time, context.asked_on)
    return Answered(
        value.start, value.end, question, each.kind, value, why, certain=False, agrees_only=True
    )


def is_empty_denial(claim: Claim, answered: Answered) -> bool:
    """A denied reading that is not certain: nearly everything known agrees with it."""
    if claim.agrees_only or answered.slips or answered.learned:
        return True
    is_limited = is_limit(claim.question.property)  # "may not exceed 4 percent"
    return not claim.certain and claim.kind in _FIGURES and not is_limited


def make(answered: Answered, sentence: Sentence, context: Context) -> Claim | NotJudged:
    """The claim, or a `NotJudged` with the reason why the text does not claim it."""
    span = sentence.span(*(answered.at or (answered.start, answered.end)))
    token = anchor(span)
    aims = _aims(answered.question.property, context)
    if not _SUPPOSING.isdisjoint(sentence.words):
        aims -= _PAST_LIMITING
    stance = stance_of(span, token, aims)
    quote = sentence.quote(answered.start, answered.end)
    if stance.reason is not None:
        return NotJudged(answered.start, answered.end, quote, stance.reason)
    text = sentence.text
    certain = answered.certain and not stance.tentative
    denied = stance.negated if answered.negated is None else answered.negated
    return Claim(
        answered.start,
        answered.end,
        quote,
        text,
        sentence.start + sentence.raw.index(text),
        answered.question,
        answered.kind,
        answered.value,
        stance.stance,
        stance.by or context.speaker,
        denied,
        "present" if answered.question.time is None and is_shifted(token) else tense_of(token),
        answered.value_facts,
        sentence.passage.place,
        trace=(*answered.why, f"stance: {stance.stance} {stance.why}".strip()),
        certain=certain and not (denied and is_denied_elsewhere(sentence.doc, span.start)),
        agrees_only=answered.agrees_only or stance.tentative,
        goes_along=answered.goes_along,
        implied=answered.implied and not stance.tentative,
        slips=answered.slips and certain,
        learned=answered.learned and certain,
    )
