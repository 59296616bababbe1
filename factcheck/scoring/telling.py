"""A score in words: a table of figures, and the rows that went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.records import Verdict
from factcheck.scoring.meeting import Outcome, RowOutcome


def told(score: Mapping[str, Any]) -> Iterator[str]:
    """The figures as lines."""
    yield f"statements right   {_told(score['statements'])}"
    yield f"rows right         {_told(score['rows'])}"
    yield f"  strong rows      {_told(score['strong_rows'])}"
    yield ""
    yield f"{'':<18} {'precision':<20} recall"
    for name in ("refuted", "supported"):
        of_it = score[name]
        yield f"{name:<18} {_told(of_it['precision']):<20} {_told(of_it['recall']):<20}".rstrip()
    yield ""
    yield f"{'by kind':<18} {'refuted precision':<20} {'refuted recall':<20} supported precision"
    for kind, of_kind in score["by_kind"].items():
        cells = [_told(of_kind[name]) for name in of_kind]
        yield f"{kind:<18} {cells[0]:<20} {cells[1]:<20} {cells[2]}".rstrip()
    yield ""
    yield f"kind right         {_told(score['kind_right'])} of the errors found"
    in_place = _told(score["correct_in_correction"])
    yield f"correction right   {_told(score['correction_right'])}, in the correction: {in_place}"
    yield f"false alarms       {score['false_alarms']}"
    yield f"  silent ones      {_told(score['silent_flagged'])} of the statements without rows"
    calm = _told(score["nothing_to_refute_flagged"])
    yield f"  nothing false    {calm} of the statements with nothing to refute"
    yield f"  tempting phrases {_told(score['tempting_flagged'])}"
    yield f"corrected, flagged {_told(score['corrected_flagged'])} of the corrected sentences"
    if score["errors"]:
        yield f"internal errors    {score['errors']}"


def wrong_rows(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Each wrong row and false alarm, with what was answered."""
    for one in outcomes:
        problems = list(_problems(one))
        if problems:
            about = ", ".join(
                str(part) for part in (one.statement.speaker, one.statement.date) if part
            )
            yield f"{one.statement.where}  {about}".rstrip()
            yield f"    {one.statement.text}"
            yield from (f"  {problem}" for problem in problems)


def _problems(one: Outcome) -> Iterator[str]:
    if one.error:
        yield f"ERROR {one.error}"
    for verdict in one.false_alarms:
        yield f"FALSE ALARM {_answer(verdict)}"
    for row in one.rows:
        if not row.is_right:
            yield _wrong(row)
        elif row.verdict == "refuted" and not row.has_right_kind:
            yield f"kind: expected {row.row.kind}, {_answer(row.answer)}"
        elif row.verdict == "refuted" and row.row.correct and row.correct_in is None:
            yield f"correction: expected {row.row.correct!r}, {_answer(row.answer)}"
    for sentence in one.still_flagged:
        yield f"STILL FLAGGED {sentence}"


def _wrong(row: RowOutcome) -> str:
    label = row.row
    expected = " or ".join(sorted(label.right_verdicts))
    kind = f" {label.kind}" if label.kind != "none" else ""
    found = _answer(row.answer) if row.answer else "no answer"
    return f"{label.strength}: {label.quote!r} expected {expected}{kind}; {found}"


def _answer(verdict: Verdict | None) -> str:
    if verdict is None:
        return "no answer"
    claim = verdict.claim
    about = f"{claim.question.subject} | {claim.question.property}"
    corrected = f" -> {verdict.correction}" if verdict.correction else ""
    return (
        f"answered {verdict.verdict} {claim.kind} at {claim.quote!r} ({claim.stance}; {about})"
        f"{corrected}: {verdict.explanation}"
    )


def _told(share: Mapping[str, Any]) -> str:
    if share["share"] is None:
        return f"- ({share['of']}/{share['all']})"
    return f"{share['share']:.1%} ({share['of']}/{share['all']})"
