"""Annotations for GitHub Actions: a workflow command a flagged claim, shown beside the line.

What was excused (waived, a false alarm, known before) is a notice, all else an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factcheck.records import Report, Verdict
from factcheck.reports.answer import line_of
from factcheck.reports.escaping import printable
from factcheck.reports.wording import decision_text, error_text, heading, summary

suffix = ".github"


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write each report's commands as soon as it is there, and a line of summary."""
    for report in reports:
        lines = [*_commands(report), f"factcheck: {printable(': '.join(_told(report)))}"]
        stream.write("\n".join(lines).encode() + b"\n")
        stream.flush()


def _told(report: Report) -> Iterator[str]:
    words, origin = summary(report)
    yield report.document.id or "statement"
    yield words or "nothing to judge"
    yield origin


def _commands(report: Report) -> Iterator[str]:
    file = {"file": report.document.id} if report.document.id else {}
    if report.error is not None:
        yield _command("error", file | {"title": "factcheck: not checked"}, error_text(report))
    for verdict in report.verdicts:
        if verdict.is_flagged:
            level = "notice" if verdict.is_excused else "error"
            about = heading(verdict)[1].replace("_", " ")
            yield _command(
                level, file | _region(report, verdict) | {"title": about}, _message(verdict)
            )


def _region(report: Report, verdict: Verdict) -> dict[str, str]:
    line = line_of(report, verdict.claim)
    return {} if line is None or not report.document.id else {"line": str(line)}


def _message(verdict: Verdict) -> str:
    claim = verdict.claim
    parts = [f"“{claim.quote}”: " if claim.quote else "", verdict.explanation]
    parts += [f" Correction: “{verdict.correction}”."] if verdict.correction else []
    parts += [f" Said by {claim.asserted_by}."] if claim.stance == "reported" else []
    decided = decision_text(verdict.decision)
    return "".join([*parts, f" Decision: {decided}" if decided else ""])


def _command(level: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    return f"::{level} {told}::{_data(message)}"


def _data(text: str) -> str:
    """Text of one line in which nothing ends the command or begins another."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
