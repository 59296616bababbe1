"""The figures of a score: shares with their counts, as plain data in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from factcheck.api import Checker
from factcheck.documents.turns import document
from factcheck.records import KINDS, Document, Unusable
from factcheck.scoring.labels import Statement
from factcheck.scoring.meeting import Outcome, RowOutcome, score_statement


def outcome(statement: Statement, checker: Checker) -> Outcome:
    """Check one statement, and each corrected sentence again, and hold it against its labels."""
    try:
        report = checker.check(_document(statement.text, statement))
        scored = score_statement(statement, report)
        corrected = _corrected(scored)
        still = [text for text in corrected if _is_flagged(text, scored, checker)]
    except Unusable:
        raise
    except Exception as error:
        # a defect in one statement must not hide how all the others fare
        lost = tuple(RowOutcome(row, None, "not_enough_info") for row in statement.expected)
        return Outcome(statement, lost, (), (), error=f"{type(error).__name__}: {error}")
    return replace(scored, corrected=corrected, still_flagged=tuple(still))


def score(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """All figures of these outcomes; a share is `{"share", "of", "all"}`, null over nothing."""
    rows = [row for one in outcomes for row in one.rows]
    refuted = [r for r in rows if r.row.verdict == "refuted"]
    found = [r for r in refuted if r.verdict == "refuted"]
    supported = [r for r in rows if r.row.verdict == "supported"]
    to_correct = [r for r in found if r.row.correct]
    flagged = [v for one in outcomes for v in one.flagged]
    false = [v for one in outcomes for v in one.false_alarms]
    silent = [one for one in outcomes if not one.statement.expected]
    calm = [one for one in outcomes if not any(_may_refute(r) for r in one.rows)]
    answered = sum(len(one.supported) for one in outcomes)
    tempting = sum(len(one.statement.must_not_flag) for one in outcomes)
    corrected = sum(len(one.corrected) for one in outcomes)
    return {
        "statements": share(one.is_right for one in outcomes),
        "rows": share(r.is_right for r in rows),
        "strong_rows": share(r.is_right for r in rows if r.row.strength == "strong"),
        "refuted": {
            "precision": _share(len(flagged) - len(false), len(flagged)),
            "recall": _share(len(found), len(refuted)),
        },
        "supported": {
            "precision": _share(sum(len(one.supported_rightly) for one in outcomes), answered),
            "recall": share(r.verdict == "supported" for r in supported),
        },
        "by_kind": {kind: _of_kind(kind, outcomes) for kind in KINDS},
        "kind_right": share(r.has_right_kind for r in found),
        "correction_right": share(r.correct_in is not None for r in to_correct),
        "correct_in_correction": share(r.correct_in == "correction" for r in to_correct),
        "false_alarms": len(false),
        "silent_flagged": share(bool(one.flagged) for one in silent),
        "nothing_to_refute_flagged": share(bool(one.flagged) for one in calm),
        "tempting_flagged": _share(sum(len(one.tempted) for one in outcomes), tempting),
        "corrected_flagged": _share(sum(len(o.still_flagged) for o in outcomes), corrected),
        "errors": sum(one.error is not None for one in outcomes),
    }


def share(marks: Iterable[bool]) -> dict[str, Any]:
    """How many of these are true."""
    counted = list(marks)
    return _share(sum(counted), len(counted))


def _share(part: int, whole: int) -> dict[str, Any]:
    return {"share": round(part / whole, 4) if whole else None, "of": part, "all": whole}


def _of_kind(kind: str, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    flagged = [v for one in outcomes for v in one.flagged if v.claim.kind == kind]
    false = [v for one in outcomes for v in one.false_alarms if v.claim.kind == kind]
    rows = [r for one in outcomes for r in one.rows if r.row.kind == kind]
    supported = [v for one in outcomes for v in one.supported if v.claim.kind == kind]
    rightly = [v for one in outcomes for v in one.supported_rightly if v.claim.kind == kind]
    return {
        "refuted_precision": _share(len(flagged) - len(false), len(flagged)),
        "refuted_recall": share(r.verdict == "refuted" for r in rows),
        "supported_precision": _share(len(rightly), len(supported)),
    }


def _may_refute(outcome: RowOutcome) -> bool:
    return "refuted" in outcome.row.right_verdicts


def _document(text: str, statement: Statement) -> Document:
    """Read as `check` reads a pasted text."""
    return document(text, speaker=statement.speaker, date=statement.date)


def _corrected(scored: Outcome) -> tuple[str, ...]:
    return tuple(v.corrected_sentence for v in scored.flagged if v.corrected_sentence)


def _is_flagged(sentence: str, scored: Outcome, checker: Checker) -> bool:
    """Whether a corrected sentence is flagged for more than its other, uncorrected errors."""
    statement = scored.statement
    report = checker.check(_document(sentence, statement))
    known = {v.claim.quote for v in scored.flagged if v.corrected_sentence != sentence}
    return any(v.is_flagged and v.claim.quote not in known for v in report.verdicts)
