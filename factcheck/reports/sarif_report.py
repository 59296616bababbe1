"""SARIF 2.1.0, for code scanning and editors: a result a flagged claim, with its correction.

Texts are plain: braces are doubled and brackets escaped, so that no viewer makes a link of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO
from urllib.parse import quote

from factcheck.records import KINDS, Fact, Report, Verdict
from factcheck.reports.answer import chosen_options, claim_id, fact_text, line_of, source_text
from factcheck.reports.escaping import json_safe, link, printable
from factcheck.reports.stamping import first_and_all, stamp
from factcheck.reports.wording import (
    decision_text,
    error_text,
    repeated_text,
    said_before_text,
)

suffix = ".sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_WHAT = "The text gives another {} than the reference."


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write all reports as one run."""
    first, reports = first_and_all(reports)
    artifacts: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for index, report in enumerate(reports):
        artifacts.append(_artifact(report, index))
        if report.error is not None:
            notes.append(_note(report, index))
        results += (_result(report, v, index) for v in report.verdicts if v.is_flagged)
    run: dict[str, Any] = {
        "tool": {"driver": _driver(first)},
        "invocations": [_invocation(first, notes)],
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "results": results,
    }
    if first:
        run["properties"] = {
            "reference": {"topics": list(first.topics), "hash": first.reference_hash},
            "options": chosen_options(first),
        }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.write(json_safe(json.dumps(log, ensure_ascii=False, indent=1)).encode() + b"\n")


def _driver(first: Report | None) -> dict[str, Any]:
    rules = [
        {
            "id": kind,
            "shortDescription": {"text": _WHAT.format(kind.replace("_", " "))},
            "defaultConfiguration": {"level": "error"},
        }
        for kind in KINDS
    ]
    version = {"version": first.version} if first else {}
    return {"name": "factcheck", **version, "rules": rules}


def _invocation(first: Report | None, notes: list[dict[str, Any]]) -> dict[str, Any]:
    made = stamp(first)
    when = {"endTimeUtc": made} if made else {}
    return {"executionSuccessful": not notes, **when, "toolExecutionNotifications": notes}


def _artifact(report: Report, index: int) -> dict[str, Any]:
    """What was read; of a pasted text, which is no file, also the text itself."""
    document = report.document
    where = {"location": {"uri": _uri_of(report, index)}}
    pasted = not document.id and document.text
    return where | {"contents": {"text": document.text}} if pasted else where


def _note(report: Report, index: int) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": _where(report, index)}}
    return {"level": "error", "message": _message(error_text(report)), "locations": [place]}


def _result(report: Report, verdict: Verdict, index: int) -> dict[str, Any]:
    claim = verdict.claim
    said = f"“{claim.quote}”: {verdict.explanation}" if claim.quote else verdict.explanation
    said += f" Correction: “{verdict.correction}”." if verdict.correction else ""
    result: dict[str, Any] = {
        "ruleId": claim.kind,
        "ruleIndex": KINDS.index(claim.kind),
        "level": "error",
        "message": _message(said),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _where(report, index),
                    "region": _region(report, verdict),
                }
            }
        ],
        "partialFingerprints": {"factcheckClaim/v1": claim_id(claim)},
        "properties": _properties(verdict),
    }
    if "baseline" in report.options:
        known = verdict.decision is not None and verdict.decision.decision == "baseline"
        result["baselineState"] = "unchanged" if known else "new"
    if verdict.is_excused:
        why = printable(decision_text(verdict.decision) or "")
        result["suppressions"] = [{"kind": "external", "justification": why}]
    if verdict.correction and "charOffset" in (region := _region(report, verdict)):
        result["fixes"] = [_fix(report, region, verdict.correction, index)]
    return result


def _where(report: Report, index: int) -> dict[str, Any]:
    return {"uri": _uri_of(report, index), "index": index}


def _region(report: Report, verdict: Verdict) -> dict[str, Any]:
    """Lines and columns where the text is the file's own, else the line alone."""
    claim, text = verdict.claim, report.document.text
    line = line_of(report, claim)
    if text[claim.start : claim.end] != claim.quote or not claim.quote:
        return {"startLine": line or 1}
    own = line is None or line == text.count("\n", 0, claim.start) + 1
    if not own or claim.place.page is not None or claim.place.time is not None:
        return {"startLine": line or 1, "snippet": {"text": claim.quote}}
    begin = text.rfind("\n", 0, claim.start) + 1
    end = text.rfind("\n", 0, claim.end) + 1
    return {
        "startLine": text.count("\n", 0, claim.start) + 1,
        "startColumn": claim.start - begin + 1,
        "endLine": text.count("\n", 0, claim.end) + 1,
        "endColumn": claim.end - end + 1,
        "charOffset": claim.start,
        "charLength": claim.end - claim.start,
        "snippet": {"text": claim.quote},
    }


def _fix(report: Report, region: dict[str, Any], correction: str, index: int) -> dict[str, Any]:
    deleted = {name: number for name, number in region.items() if name != "snippet"}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": correction}}
    where = _where(report, index)
    return {"artifactChanges": [{"artifactLocation": where, "replacements": [replacement]}]}


def _properties(verdict: Verdict) -> dict[str, Any]:
    claim = verdict.claim
    told = {
        "subject": claim.question.subject,
        "property": claim.question.property,
        "diagnosis": verdict.diagnosis,
        "stance": claim.stance,
        "assertedBy": claim.asserted_by,
        "arithmetic": verdict.arithmetic,
        "saidBefore": said_before_text(verdict),
        "repeated": repeated_text(verdict),
        "time": claim.place.time,
        "page": claim.place.page,
        "facts": [_fact(fact) for fact in verdict.facts],
    }
    return {name: value for name, value in told.items() if value is not None}


def _fact(fact: Fact) -> dict[str, Any]:
    sources = [
        {"text": source_text(source)} | ({"url": address} if (address := link(source.url)) else {})
        for source in fact.sources
    ]
    return {"id": fact.id, "text": fact_text(fact), "sources": sources}


def _message(text: str) -> dict[str, str]:
    plain = printable(text).replace("{", "{{").replace("}", "}}").replace("\\", "\\\\")
    return {"text": plain.replace("[", "\\[").replace("]", "\\]")}


def _uri_of(report: Report, index: int) -> str:
    """The document's path; a pasted text has a name instead, as viewers want one."""
    return _uri(report.document.id) if report.document.id else f"statement-{index + 1}"


def _uri(path: str) -> str:
    """A path as a relative URI: no scheme, no host, nothing that leaves its folder unseen."""
    parts = (quote(part, safe="", errors="replace") for part in path.replace("\\", "/").split("/"))
    return "/".join(parts).lstrip("/") or "document"
