"""A kept answer checked again: from its file if that is still there, else from its own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.records import Document, Report, Unusable, Verdict
from factcheck.reports.answer import claim_id
from factcheck.reports.redacting import is_redacted

if TYPE_CHECKING:
    from factcheck.api import Checker


def check_again(old: Report, checker: Checker) -> Report:
    """The report on the same text as it is now.

    A file that the answer names and that is still there is read again; else the text of the
    answer is. Places that only the file could tell are then those of the old report. Raises
    `Unusable` for an answer without its text.
    """
    name = old.document.id or "answer"
    if old.error:
        raise Unusable(f"{name}: could not be checked then either: {old.error}")
    if is_redacted(old) or not old.document.text.strip():
        raise Unusable(f"{name}: its text was left out: replay an answer that was not redacted")
    document = _from_file(old.document) or _from_text(old.document)
    new = _chosen(checker.check(document), old.options)
    return replace(_placed(new, old), options=old.options)


def _from_file(old: Document) -> Document | None:
    """The document of the file that its id names, if it is still there."""
    from factcheck.documents import read, readers

    path = Path(old.id or "")
    try:
        if path.suffix.lower() not in readers() or not path.is_file():
            return None
    except (OSError, ValueError):
        return None
    found = read(path)
    if len(found) != 1 or found[0].id != old.id:
        return None
    return replace(found[0], speaker=old.speaker, date=old.date)


def _from_text(old: Document) -> Document:
    from factcheck.documents.turns import document

    return document(old.text, id=old.id, speaker=old.speaker, date=old.date)


def _chosen(report: Report, options: Mapping[str, str]) -> Report:
    """Only the kinds that were wanted, and traces only if they were asked for."""
    only, ignore = (options.get(name, "").split(",") for name in ("only", "ignore"))
    verdicts = tuple(
        verdict if options.get("explain") else _without_trace(verdict)
        for verdict in report.verdicts
        if (only == [""] or verdict.claim.kind in only) and verdict.claim.kind not in ignore
    )
    return replace(report, verdicts=verdicts)


def _without_trace(verdict: Verdict) -> Verdict:
    return replace(verdict, trace=(), claim=replace(verdict.claim, trace=()))


def _placed(new: Report, old: Report) -> Report:
    """Claims at the same phrase keep what only the old report can tell: place, decision,
    how often it was made."""
    known = {(v.claim.start, v.claim.end, claim_id(v.claim)): v for v in old.verdicts}
    verdicts = list[Verdict]()
    for verdict in new.verdicts:
        claim = verdict.claim
        same = known.get((claim.start, claim.end, claim_id(claim)))
        if same is not None:
            claim = replace(claim, place=same.claim.place)
            verdict = replace(verdict, claim=claim, decision=same.decision, repeated=same.repeated)
        verdicts.append(verdict)
    return replace(new, verdicts=tuple(verdicts))


def known_on(report: Report) -> date | None:
    """The day whose facts the report was judged by, if one was asked for."""
    text = report.options.get("known_on")
    return date.fromisoformat(text) if text else None
