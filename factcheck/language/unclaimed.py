"""What did not become a claim, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered, Findings
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.covering import Covered
from factcheck.measures.values import Value
from factcheck.records import NotJudged


def unused_dates(
    sentence: Sentence, subjects: Sequence[Subject], answers: Sequence[Answered]
) -> Iterator[NotJudged]:
    """Dates and terms of office that neither answer anything nor say when."""
    used = {answered.when for answered in answers if answered.when}
    reason = "property_unknown" if subjects else "no_subject"
    for value in sentence.values:
        if value.kind in ("date", "period") and value not in used:
            yield unjudged(value, reason)
    for term in sentence.terms:
        if term not in used:
            yield NotJudged(term.start, term.end, term.text, reason)


def unjudged(value: Value, reason: str) -> NotJudged:
    """A value that is not judged, with what is wrong with the value itself, if anything."""
    return NotJudged(value.start, value.end, value.text, value.note or reason)


def supposed(answered: Answered, sentence: Sentence) -> NotJudged:
    """What is put too openly to be contradicted, and is listed where the facts do not agree."""
    quote = sentence.quote(answered.start, answered.end)
    return NotJudged(answered.start, answered.end, quote, "hypothetical")


def uncovered(found: Findings) -> list[NotJudged]:
    """What was not judged, without what a claim covers, in order and once each."""
    claimed = Covered((claim.start, claim.end) for claim in found.claims if not claim.agrees_only)
    kept = {
        (one.start, one.end, one.reason): one
        for one in found.not_judged
        if not claimed.touches(one.start, one.end)
    }
    return [kept[key] for key in sorted(kept)]
