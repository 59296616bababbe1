"""JUnit XML, for what shows test results: a suite a document, a case a claim.

A flagged claim fails; one that was excused, or could not be decided, is skipped; a document that
could not be used is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from factcheck.records import Report, Verdict
from factcheck.reports.answer import claim_id, fact_text, line_of, shown, source_text
from factcheck.reports.escaping import printable
from factcheck.reports.stamping import stamp
from factcheck.reports.wording import (
    decision_text,
    error_text,
    heading,
    options_text,
    reason_text,
    repeated_text,
    said_before_text,
    stance_text,
)

suffix = ".xml"


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write each suite as soon as its report is there."""
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n')
    for number, report in enumerate(reports, 1):
        stream.write("\n".join(_suite(report, number)).encode() + b"\n")
        stream.flush()
    stream.write(b"</testsuites>\n")


def _suite(report: Report, number: int) -> Iterator[str]:
    verdicts = shown(report)
    cases = [(verdict, _outcome(verdict)) for verdict in verdicts]
    counts = {
        "tests": len(cases) + (report.error is not None),
        "failures": sum(outcome == "failure" for _, outcome in cases),
        "errors": int(report.error is not None),
        "skipped": sum(outcome == "skipped" for _, outcome in cases),
        "time": 0,
    }
    name = report.document.id or f"statement {number}"
    made = stamp(report)
    when = _attributes(timestamp=made.removesuffix("Z")) if made else ""
    yield f"<testsuite{_attributes(name=name, **counts)}{when}>"
    yield from _properties(report)
    if report.error is not None:
        yield f"<testcase{_attributes(classname=name, name='read', time=0)}>"
        yield f"<error{_attributes(message=error_text(report), type='not checked')}/></testcase>"
    for verdict, outcome in cases:
        yield from _case(report, name, verdict, outcome)
    yield "</testsuite>"


def _properties(report: Report) -> Iterator[str]:
    yield "<properties>"
    told = {
        "version": report.version,
        "reference": report.reference_hash,
        "topics": ", ".join(report.topics),
        "options": options_text(report),
    }
    for name, text in told.items():
        yield f"<property{_attributes(name=name, value=text)}/>"
    yield "</properties>"


def _case(report: Report, suite: str, verdict: Verdict, outcome: str | None) -> Iterator[str]:
    claim = verdict.claim
    line = line_of(report, claim)
    what = f"{claim.kind.replace('_', ' ')}: {claim.quote or claim.question.subject}"
    name = f"{what} (line {line}, {claim_id(claim)})" if line else f"{what} ({claim_id(claim)})"
    yield f"<testcase{_attributes(classname=suite, name=name, time=0)}>"
    text = escape("\n".join(printable(part) for part in _told(verdict)))
    about = heading(verdict)[1].replace("_", " ")
    if outcome == "failure":
        message = _attributes(message=verdict.explanation, type=about)
        yield f"<failure{message}>{text}</failure>"
    elif outcome == "skipped":
        why = decision_text(verdict.decision) or verdict.explanation
        yield f"<skipped{_attributes(message=why)}/>"
        yield f"<system-out>{text}</system-out>"
    else:
        yield f"<system-out>{text}</system-out>"
    yield "</testcase>"


def _outcome(verdict: Verdict) -> str | None:
    if verdict.is_flagged:
        return "skipped" if verdict.is_excused else "failure"
    return "skipped" if verdict.verdict == "not_enough_info" else None


def _told(verdict: Verdict) -> Iterator[str]:
    for label, text in (
        ("Sentence", verdict.claim.sentence),
        ("Verdict", verdict.verdict.replace("_", " ")),
        ("Why", verdict.explanation),
        ("Stance", stance_text(verdict.claim)),
        ("Not decided", verdict.reason and reason_text(verdict.reason)),
        ("Arithmetic", verdict.arithmetic),
        ("Correction", verdict.correction),
        ("Corrected", verdict.corrected_sentence),
        ("Said before", said_before_text(verdict)),
        ("Repeated", repeated_text(verdict)),
        ("Decision", decision_text(verdict.decision)),
    ):
        if text:
            yield f"{label}: {text}"
    for fact in verdict.facts:
        yield f"Fact: {fact_text(fact)}"
        yield from (f"Source: {source_text(source)}" for source in fact.sources)


def _attributes(**values: str | int) -> str:
    pairs = ((name, printable(str(text))) for name, text in values.items())
    return "".join(f" {name}={quoteattr(text)}" for name, text in pairs)
