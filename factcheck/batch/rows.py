"""A report as rows of the results database, and the report that rows were made from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.batch.exact import from_json, to_json
from factcheck.records import Claim, Document, Fact, Passage, Place, Report, Verdict
from factcheck.reports.answer import answer, claim_id, line_of

#: rows by table; a claim is called by its number in the document, from 0
Rows = dict[str, list[dict[str, Any]]]


def rows_of(report: Report, readings: Sequence[Claim], told: dict[str, Any]) -> Rows:
    """The rows of one document; `told` holds its columns run, path, number, of_file and hash."""
    verdicts = report.verdicts
    return {
        "documents": [_document(report, readings, told)],
        "passages": [_passage(n, one) for n, one in enumerate(report.document.passages)],
        "claims": [_claim(n, report, verdict.claim) for n, verdict in enumerate(verdicts)],
        "verdicts": [_verdict(n, verdict) for n, verdict in enumerate(verdicts)],
        "facts_used": [
            _fact(n, number, fact)
            for n, verdict in enumerate(verdicts)
            for number, fact in enumerate(verdict.facts)
        ],
    }


def without_traces(report: Report) -> Report:
    """The report as `check` gives it, unless it is asked to explain."""
    verdicts = (replace(v, trace=(), claim=replace(v.claim, trace=())) for v in report.verdicts)
    return replace(report, verdicts=tuple(verdicts))


def document_of(row: dict[str, Any], passages: Sequence[dict[str, Any]]) -> Document:
    """The document of a row of `documents` and its rows of `passages`."""
    return Document(
        row["text"],
        row["name"],
        row["speaker"],
        date.fromisoformat(row["date"]) if row["date"] else None,
        tuple(
            Passage(
                one["start"],
                one["end"],
                one["speaker"],
                Place(one["line"], one["page"], one["time"]),
            )
            for one in passages
        ),
    )


def verdict_of(row: dict[str, Any], facts: Sequence[str]) -> Verdict:
    """The verdict of a row of `verdicts` with the `record` of its claim and of its facts."""
    return Verdict(
        from_json(row["record"]),
        row["verdict"],
        row["explanation"],
        tuple(from_json(fact) for fact in facts),
        row["diagnosis"],
        row["correction"],
        row["arithmetic"],
        row["reason"],
        tuple(json.loads(row["trace"])),
        row["corrected_sentence"],
    )


def _document(report: Report, readings: Sequence[Claim], told: dict[str, Any]) -> dict[str, Any]:
    document = report.document
    judged = [verdict.claim for verdict in report.verdicts]
    kept = tuple(judged.index(one) if one in judged else one for one in readings)
    return {
        **told,
        "name": document.id,
        "text": document.text,
        "speaker": document.speaker,
        "date": document.date.isoformat() if document.date else None,
        "verdict": report.verdict,
        "error": report.error,
        "not_judged": to_json(report.not_judged),
        "readings": to_json(kept),
        "answer": json.dumps(answer(without_traces(report)), ensure_ascii=False),
    }


def _passage(number: int, passage: Passage) -> dict[str, Any]:
    place = passage.place
    return {
        "number": number,
        "start": passage.start,
        "end": passage.end,
        "speaker": passage.speaker,
        "line": place.line,
        "page": place.page,
        "time": place.time,
    }


def _claim(number: int, report: Report, claim: Claim) -> dict[str, Any]:
    question, value = claim.question, claim.value
    return {
        "id": number,
        "claim": claim_id(claim),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "subject": question.subject,
        "property": question.property,
        "value_kind": value.kind,
        "value": None if value.value is None else f"{value.value}",
        "unit": value.unit,
        "about": str(question.time) if question.time else None,
        "kind": claim.kind,
        "stance": claim.stance,
        "asserted_by": claim.asserted_by,
        "negated": int(claim.negated),
        "line": line_of(report, claim),
        "page": claim.place.page,
        "time": claim.place.time,
        "record": to_json(claim),
    }


def _verdict(number: int, verdict: Verdict) -> dict[str, Any]:
    return {
        "claim": number,
        "verdict": verdict.verdict,
        "flagged": int(verdict.is_flagged),
        "diagnosis": verdict.diagnosis,
        "explanation": verdict.explanation,
        "correction": verdict.correction,
        "corrected_sentence": verdict.corrected_sentence,
        "arithmetic": verdict.arithmetic,
        "reason": verdict.reason,
        "trace": json.dumps(verdict.trace, ensure_ascii=False),
    }


def _fact(claim: int, number: int, fact: Fact) -> dict[str, Any]:
    first, last = fact.valid.first, fact.valid.last
    return {
        "claim": claim,
        "number": number,
        "fact": fact.id,
        "topic": fact.topic,
        "subject": fact.subject,
        "property": fact.property,
        "value": fact.value,
        "unit": fact.unit,
        "valid_from": first.isoformat() if first else None,
        "valid_to": last.isoformat() if last else None,
        "text": fact.text,
        "record": to_json(fact),
    }
