"""Which answer meets which labelled row, and whether it is right (design, section 8).

An answer meets a row if their spans overlap, or if it is of the same kind in the same sentence
and meets no other row. A row without an answer counts as not_enough_info. A flagged claim that
meets no refuted row, or that lies on a tempting phrase, is a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.records import Report, Verdict
from factcheck.scoring.labels import Row, Statement


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What came of one row. `verdict` is the answer's, not_enough_info without one."""

    row: Row
    answer: Verdict | None
    verdict: str
    #: where `correct` was found: "correction", "explanation"; None for nowhere
    correct_in: str | None = None

    @property
    def is_right(self) -> bool:
        """Whether the verdict is one that counts as right."""
        return self.verdict in self.row.right_verdicts

    @property
    def has_right_kind(self) -> bool:
        """Whether the answer is of the kind that is labelled."""
        return self.answer is not None and self.answer.claim.kind == self.row.kind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one statement."""

    statement: Statement
    rows: tuple[RowOutcome, ...]
    flagged: tuple[Verdict, ...]
    false_alarms: tuple[Verdict, ...]
    #: answers "supported" that meet a row, and those of them that are right there
    supported: tuple[Verdict, ...] = ()
    supported_rightly: tuple[Verdict, ...] = ()
    #: phrases of `must_not_flag` that were flagged
    tempted: tuple[str, ...] = ()
    #: corrected sentences that were checked again, and those flagged still
    corrected: tuple[str, ...] = ()
    still_flagged: tuple[str, ...] = ()
    #: an error inside the program, which is a defect
    error: str | None = None

    @property
    def is_right(self) -> bool:
        """Whether all rows are right and nothing else is flagged."""
        return not self.error and not self.false_alarms and all(r.is_right for r in self.rows)

    @property
    def fails(self) -> bool:
        """Whether a strong row is wrong, or there is a false alarm or an error."""
        strong = (r for r in self.rows if r.row.strength == "strong")
        return bool(self.error or self.false_alarms) or not all(r.is_right for r in strong)


def score_statement(statement: Statement, report: Report) -> Outcome:
    """Hold the answers of a report against the labels."""
    meets = _meetings(statement, report.verdicts)
    rows = tuple(
        _row_outcome(row, statement, [v for v, met in meets if row in met])
        for row in statement.expected
    )
    flagged = tuple(v for v in report.verdicts if v.is_flagged)
    may_be_flagged = [v for v, met in meets if any("refuted" in row.right_verdicts for row in met)]
    supported = [(v, met) for v, met in meets if effective(v) == "supported" and met]
    return Outcome(
        statement,
        rows,
        flagged,
        tuple(v for v in flagged if v not in may_be_flagged),
        tuple(v for v, _ in supported),
        tuple(v for v, met in supported if any("supported" in r.right_verdicts for r in met)),
        tuple(
            phrase
            for phrase in statement.must_not_flag
            if any(overlap(v, phrase, statement.text) for v in flagged if v not in may_be_flagged)
        ),
    )


def effective(verdict: Verdict) -> str:
    """The verdict as a reader takes it: what is reported as false is neither way."""
    if verdict.claim.stance == "reported_as_false":
        return "not_enough_info"
    return verdict.verdict


def overlap(verdict: Verdict, quote: str, text: str) -> int:
    """How many characters the claim's phrase and a quote (wherever it stands) share."""
    claim = verdict.claim
    return max(
        (min(claim.end, end) - max(claim.start, start) for start, end in spans(quote, text)),
        default=0,
    )


def spans(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """All places of a quote in a text."""
    start = text.find(quote)
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + 1)


def _meetings(
    statement: Statement, verdicts: Sequence[Verdict]
) -> list[tuple[Verdict, tuple[Row, ...]]]:
    """Each answer with the rows it meets."""
    text, meetings = statement.text, []
    for verdict in verdicts:
        met = tuple(r for r in statement.expected if overlap(verdict, r.quote, text) > 0)
        tempted = any(overlap(verdict, phrase, text) > 0 for phrase in statement.must_not_flag)
        if not met and not tempted:
            met = tuple(r for r in statement.expected if _same_aspect(verdict, r, text))
        meetings.append((verdict, met))
    return meetings


def _same_aspect(verdict: Verdict, row: Row, text: str) -> bool:
    claim = verdict.claim
    sentence_end = claim.sentence_start + len(claim.sentence)
    return row.kind == claim.kind and any(
        claim.sentence_start <= start and end <= sentence_end
        for start, end in spans(row.quote, text)
    )


def _row_outcome(row: Row, statement: Statement, answers: Sequence[Verdict]) -> RowOutcome:
    """Of several answers the one that serves the row best."""
    if not answers:
        return RowOutcome(row, None, "not_enough_info")
    best = max(
        answers,
        key=lambda v: (
            effective(v) in row.right_verdicts,
            effective(v) == row.verdict,
            v.claim.kind == row.kind,
            overlap(v, row.quote, statement.text),
            -v.claim.start,
        ),
    )
    return RowOutcome(row, best, effective(best), _correct_in(row, best))


def _correct_in(row: Row, answer: Verdict) -> str | None:
    wanted = [text.casefold() for text in (row.correct, *row.correct_alt) if text]
    places = {"correction": answer.correction, "explanation": answer.explanation}
    for name, text in places.items():
        if text and any(words in text.casefold() for words in wanted):
            return name
    return None
