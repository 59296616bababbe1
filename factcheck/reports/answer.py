"""The answer as plain data: the object that the JSON formats print, and facts in words.

The order of the keys is that of the design and part of the contract.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Claim, Decision, EarlierCheck, Fact, Report, Source, Verdict

SCHEMA = "factcheck/1"


def answer(report: Report) -> dict[str, Any]:
    """One report as the object of `docs/answer.schema.json`."""
    document = report.document
    said: dict[str, Any] = {
        "schema": SCHEMA,
        "id": document.id,
        "text": document.text,
        "speaker": document.speaker,
        "date": document.date.isoformat() if document.date else None,
        "verdict": report.verdict,
        "reference": {"topics": list(report.topics), "hash": report.reference_hash},
        "version": report.version,
        "claims": [_claim(report, verdict) for verdict in shown(report)],
        "not_judged": [
            {"start": item.start, "end": item.end, "quote": item.quote, "reason": item.reason}
            for item in report.not_judged
        ],
    }
    if options := chosen_options(report):
        said["options"] = options
    if report.error is not None:
        said["error"] = report.error
    return said


def chosen_options(report: Report) -> dict[str, str]:
    """The options that the answer depends on, as far as they are not the usual ones."""
    usual = {("stance", "all")}
    return {
        name: text for name, text in sorted(report.options.items()) if (name, text) not in usual
    }


def shown(report: Report) -> tuple[Verdict, ...]:
    """The verdicts that the option `stance` wants shown: all, or only the flagged ones."""
    if report.options.get("stance") == "flagged":
        return tuple(verdict for verdict in report.verdicts if verdict.is_flagged)
    return report.verdicts


def claim_id(claim: Claim) -> str:
    """12 hexadecimal digits made from what the claim says, so that repeated claims meet.

    Subject, property (with what is derived from it and what it is compared with), value, time,
    and whether it is denied.
    A claim that was read back from an answer keeps the id it has there.
    """
    if claim.id:
        return claim.id
    question = claim.question
    said: list[object] = [
        question.subject,
        question.property,
        question.aggregate,
        [claim.value.kind, _plain(claim.value.value), claim.value.unit],
        str(question.time) if question.time else None,
        claim.negated,
    ]
    if other := question.other:  # "more than Japan" is not "more than Germany"
        said.append([other.subject, other.property, other.aggregate, str(other.time or "")])
    if question.where:
        said.append([[one.property, one.relation, *one.values] for one in question.where])
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]


def line_of(report: Report, claim: Claim) -> int | None:
    """The line of the file in which the claim's phrase begins, counted from 1.

    A passage knows the line in which it begins. Where the text is the file's own (not a row
    of a list), the lines within the passage count on.
    """
    line, text = claim.place.line, report.document.text
    begin = max((p.start for p in report.document.passages if p.start <= claim.start), default=0)
    if line is None or line != text.count("\n", 0, begin) + 1:
        return line
    return text.count("\n", 0, claim.start) + 1


def fact_text(fact: Fact) -> str:
    """A fact in words: its sentence, or subject, property, value, and when it holds."""
    if fact.text:
        return fact.text
    words = f"{fact.subject}: {fact.property.replace('_', ' ')} {value_text(fact)}"
    held = when(fact.valid)
    if held and held not in words:
        words += f" ({held})"
    return words if fact.confidence != "unverified" else f"{words} [unverified]"


def value_text(fact: Fact) -> str:
    """A fact's value with its unit, large figures in words: "1.5192 trillion KRW"."""
    value = fact.value
    number = fact.reading.value if fact.reading else None
    if isinstance(number, Decimal) and value.lstrip("-").replace(".", "", 1).isdigit():
        value = _rounded(number) if fact.unit not in ("year", "date") else value
    if fact.unit == "percent":
        return f"{value}%"
    return f"{value} {fact.unit}" if fact.unit and fact.unit not in ("date", "year") else value


def when(period: Period) -> str:
    """A period for a reader: "2024", "2019 to 2021", "from 2025-01-20", or nothing."""
    first, slash, last = str(period).partition("/")
    if not slash:
        return "" if first == ".." else first
    if (first, last) == ("..", ".."):
        return ""
    if last == "..":
        return f"from {first}"
    return f"until {last}" if first == ".." else f"{first} to {last}"


def source_text(source: Source) -> str:
    """A source in words: title, publisher, date, where in it."""
    parts = (source.title, source.publisher, source.date, source.locator)
    return ", ".join(part for part in parts if part)


def _rounded(number: Decimal) -> str:
    for name, size in (("trillion", 12), ("billion", 9), ("million", 6)):
        if abs(number) >= Decimal(10) ** size:
            return f"{(number / Decimal(10) ** size).normalize():f} {name}"
    return f"{number:,f}"


def _claim(report: Report, verdict: Verdict) -> dict[str, Any]:
    claim, place = verdict.claim, verdict.claim.place
    said = {
        "id": claim_id(claim),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "subject": claim.question.subject,
        "property": claim.question.property,
        "value": _value(claim.value),
        "time": str(claim.question.time) if claim.question.time else None,
        "kind": claim.kind,
        "verdict": verdict.verdict,
        "diagnosis": verdict.diagnosis,
        "stance": claim.stance,
        "asserted_by": claim.asserted_by,
        "explanation": verdict.explanation,
        "arithmetic": verdict.arithmetic,
        "correction": verdict.correction,
        "corrected_sentence": verdict.corrected_sentence,
        "facts": [_fact(fact) for fact in verdict.facts],
        "place": {"line": line_of(report, claim), "page": place.page, "time": place.time},
        "trace": [*claim.trace, *verdict.trace],
    }
    if verdict.reason:
        said["reason"] = verdict.reason
    if verdict.decision:
        said["decision"] = _decision(verdict.decision)
    if again := verdict.repeated:
        since = again.since.isoformat() if again.since else None
        said["repeated"] = {"times": again.times, "since": since, "by": list(again.by)}
    if verdict.said_before:
        said["said_before"] = [_earlier(one) for one in verdict.said_before]
    return said


def _value(value: Value) -> dict[str, Any]:
    return {"kind": value.kind, "value": _plain(value.value), "unit": value.unit}


def _earlier(check: EarlierCheck) -> dict[str, str | None]:
    return {
        "speaker": check.speaker,
        "date": check.date,
        "claim": check.claim,
        "what_is_true": check.what_is_true,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "decision": decision.decision,
        "why": decision.why,
        "by": decision.by,
        "until": decision.until.isoformat() if decision.until else None,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    first, last = fact.valid.first, fact.valid.last
    return {
        "id": fact.id,
        "text": fact_text(fact),
        "subject": fact.subject,
        "property": fact.property,
        "value": fact.value,
        "unit": fact.unit,
        "valid_from": first.isoformat() if first else None,
        "valid_to": last.isoformat() if last else None,
        "sources": [
            {
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date,
                "url": source.url,
                "locator": source.locator,
            }
            for source in fact.sources
        ],
    }


def _plain(value: Decimal | str | None) -> int | float | str | None:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
