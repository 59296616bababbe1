"""Claims as rows of a table, for the formats that a spreadsheet opens: one row a claim."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.records import Fact, Report, Verdict
from factcheck.reports.answer import claim_id, fact_text, line_of, shown, source_text
from factcheck.reports.escaping import link, printable
from factcheck.reports.wording import (
    error_text,
    options_text,
    reason_text,
    repeated_text,
    said_before_text,
    stance_text,
)

Cell = str | int | None

COLUMNS = (
    "document", "line", "page", "time", "speaker", "date", "said by", "verdict", "kind",
    "diagnosis", "stance", "quote", "correction", "explanation", "sentence", "corrected sentence",
    "arithmetic", "not decided", "subject", "property", "facts", "sources", "links",
    "said before", "repeated", "decision", "why", "decided by", "until",
    "claim", "start", "end", "version", "reference", "options",
)  # fmt: skip
#: stands as the verdict in the one row of a document that could not be used
UNUSABLE = "not checked"


def rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """A row for each claim that is shown; for a document that could not be used, one with why."""
    if report.error is not None:
        said: dict[str, Cell] = {"verdict": UNUSABLE, "explanation": error_text(report)}
        yield _row(said | _of_document(report))
    for verdict in shown(report):
        yield _row(_of_document(report) | _of_claim(report, verdict))


def _row(said: dict[str, Cell]) -> tuple[Cell, ...]:
    cells = (said.get(column) for column in COLUMNS)
    return tuple(printable(cell) if isinstance(cell, str) else cell for cell in cells)


def _of_document(report: Report) -> dict[str, Cell]:
    document = report.document
    return {
        "document": document.id,
        "speaker": document.speaker,
        "date": document.date.isoformat() if document.date else None,
        "version": report.version,
        "reference": report.reference_hash,
        "options": options_text(report) or None,
    }


def _of_claim(report: Report, verdict: Verdict) -> dict[str, Cell]:
    claim, decision = verdict.claim, verdict.decision
    return {
        "line": line_of(report, claim),
        "page": claim.place.page,
        "time": claim.place.time,
        "said by": claim.asserted_by,
        "verdict": verdict.verdict.replace("_", " "),
        "kind": claim.kind,
        "diagnosis": verdict.diagnosis,
        "stance": stance_text(claim) or claim.stance,
        "quote": claim.quote,
        "correction": verdict.correction,
        "explanation": verdict.explanation,
        "sentence": claim.sentence,
        "corrected sentence": verdict.corrected_sentence,
        "arithmetic": verdict.arithmetic,
        "not decided": verdict.reason and reason_text(verdict.reason),
        "subject": claim.question.subject,
        "property": claim.question.property,
        "facts": "; ".join(fact_text(fact) for fact in verdict.facts) or None,
        "sources": "; ".join(_sources(verdict.facts)) or None,
        "links": " ".join(_links(verdict.facts)) or None,
        "said before": said_before_text(verdict),
        "repeated": repeated_text(verdict),
        "decision": decision.decision if decision else None,
        "why": decision.why if decision else None,
        "decided by": decision.by if decision else None,
        "until": decision.until.isoformat() if decision and decision.until else None,
        "claim": claim_id(claim),
        "start": claim.start,
        "end": claim.end,
    }


def _sources(facts: tuple[Fact, ...]) -> list[str]:
    return list(dict.fromkeys(source_text(s) for fact in facts for s in fact.sources))


def _links(facts: tuple[Fact, ...]) -> list[str]:
    found = (link(source.url) for fact in facts for source in fact.sources)
    return list(dict.fromkeys(address for address in found if address))
