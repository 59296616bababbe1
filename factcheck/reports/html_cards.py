"""What the HTML page shows of a report, as plain data for its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.records import Fact, Report, Verdict
from factcheck.reports.answer import claim_id, fact_text, shown, source_text
from factcheck.reports.escaping import link
from factcheck.reports.marking import sentence_parts
from factcheck.reports.timeline import Bar, timeline
from factcheck.reports.wording import (
    decision_text,
    place_text,
    reason_text,
    repeated_text,
    said_before_text,
    stance_text,
)

#: claims in one fold, and characters of a text that stands open
FOLD, LONG_TEXT = 50, 6_000
VERDICTS = {"refuted": "Refuted", "supported": "Supported", "not_enough_info": "Not enough info"}


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as a card."""

    anchor: str
    verdict: str
    title: str
    kind: str
    diagnosis: str | None
    speaker: str
    #: the stance in words, else the speaker
    who: str
    place: str
    #: the sentence before, in and after the phrase
    sentence: tuple[str, str, str]
    explanation: str
    correction: str | None
    corrected: str | None
    arithmetic: str | None
    reason: str | None
    said_before: str | None
    repeated: str | None
    decision: str | None
    is_excused: bool
    facts: tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]
    timeline: tuple[Bar, ...]
    trace: tuple[str, ...]
    id: str


def cards(report: Report, number: int) -> tuple[Card, ...]:
    """The cards of the `number`-th report."""
    return tuple(
        _card(report, verdict, f"d{number}c{place}")
        for place, verdict in enumerate(shown(report), 1)
    )


def folds(made: tuple[Card, ...]) -> list[tuple[int, tuple[Card, ...]]]:
    """The cards in folds, each with the number of its first."""
    return [(begin + 1, made[begin : begin + FOLD]) for begin in range(0, len(made), FOLD)]


def marked_text(report: Report, made: tuple[Card, ...]) -> Iterator[tuple[str, Card | None]]:
    """The text in pieces; a piece with a card is a phrase on which that claim turns."""
    text, done = report.document.text, 0
    spans = zip(shown(report), made, strict=True)
    for verdict, card in sorted(spans, key=lambda pair: (pair[0].claim.start, -pair[0].claim.end)):
        start, end = verdict.claim.start, verdict.claim.end
        if done <= start < end <= len(text):
            yield text[done:start], None
            yield text[start:end], card
            done = end
    yield text[done:], None


def speaker_of(report: Report, verdict: Verdict) -> str:
    """Who says it, as far as it is known."""
    return verdict.claim.asserted_by or report.document.speaker or ""


def _card(report: Report, verdict: Verdict, anchor: str) -> Card:
    claim = verdict.claim
    return Card(
        anchor=anchor,
        verdict=verdict.verdict,
        title=VERDICTS[verdict.verdict],
        kind=claim.kind,
        diagnosis=verdict.diagnosis and verdict.diagnosis.replace("_", " "),
        speaker=speaker_of(report, verdict),
        who=_capital(stance_text(claim) or speaker_of(report, verdict)),
        place=place_text(report, verdict),
        sentence=sentence_parts(claim),
        explanation=verdict.explanation,
        correction=verdict.correction,
        corrected=verdict.corrected_sentence,
        arithmetic=verdict.arithmetic,
        reason=verdict.reason and reason_text(verdict.reason),
        said_before=said_before_text(verdict),
        repeated=repeated_text(verdict),
        decision=decision_text(verdict.decision),
        is_excused=verdict.is_excused,
        facts=tuple(_facts(verdict.facts)),
        timeline=timeline(report, verdict),
        trace=(*claim.trace, *verdict.trace),
        id=claim_id(claim),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _facts(facts: tuple[Fact, ...]) -> Iterator[tuple[str, tuple[tuple[str, str | None], ...]]]:
    """Each fact once, with its sources: words and address."""
    told: set[str] = set()
    for fact in facts:
        words = fact_text(fact)
        if words not in told:
            told.add(words)
            yield words, tuple((source_text(s), link(s.url)) for s in fact.sources)
