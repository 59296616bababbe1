"""Markdown, for an editor to paste: a heading a document, a section a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factcheck.records import Fact, Report, Source, Verdict
from factcheck.reports.answer import fact_text, shown, source_text
from factcheck.reports.escaping import link, markdown
from factcheck.reports.marking import sentence_parts
from factcheck.reports.wording import (
    NOTHING_KNOWN,
    decision_text,
    heading,
    place_text,
    reason_text,
    repeated_text,
    said_before_text,
    stance_text,
    summary,
    title,
)

suffix = ".md"


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write each report as soon as it is there."""
    for number, report in enumerate(reports):
        text = "\n".join(_report(report))
        stream.write(("\n" if number else "").encode() + text.encode() + b"\n")
        stream.flush()


def _report(report: Report) -> Iterator[str]:
    words, origin = summary(report)
    yield f"# {markdown(title(report) or 'Statement')}"
    yield ""
    if words:
        yield f"**{markdown(words)}**"
        yield ""
    for verdict in shown(report):
        yield from _verdict(report, verdict)
    if report.not_judged:
        yield "## Not judged"
        yield ""
        for item in report.not_judged:
            quote = f"“{markdown(item.quote)}”: " if item.quote else ""
            yield f"- {quote}{markdown(reason_text(item.reason))}"
        yield ""
    if not (report.verdicts or report.not_judged or report.error):
        yield NOTHING_KNOWN
        yield ""
    yield f"*{markdown(origin)}*"


def _verdict(report: Report, verdict: Verdict) -> Iterator[str]:
    head, about = heading(verdict)
    yield f"## {head.capitalize()}: {markdown(about)}"
    yield ""
    before, phrase, after = (markdown(part) for part in sentence_parts(verdict.claim))
    if phrase.strip():
        yield f"> {before}**{phrase.strip()}**{after}"
        yield ""
    yield markdown(verdict.explanation)
    yield ""
    reason = verdict.reason and reason_text(verdict.reason)
    for label, text in (
        ("Stance", stance_text(verdict.claim)),
        ("Not decided", reason),
        ("Arithmetic", verdict.arithmetic),
        ("Correction", verdict.correction),
        ("Corrected", verdict.corrected_sentence),
        ("Place", place_text(report, verdict)),
        ("Said before", said_before_text(verdict)),
        ("Repeated", repeated_text(verdict)),
        ("Decision", decision_text(verdict.decision)),
    ):
        if text:
            yield f"- {label}: {markdown(text)}"
    yield from _facts(verdict.facts)
    for step in (*verdict.claim.trace, *verdict.trace):
        yield f"- Trace: {markdown(step)}"
    yield ""


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield f"- Fact: {markdown(fact_text(fact))}"
        for source in fact.sources:
            yield f"  - {_source(source)}"


def _source(source: Source) -> str:
    words = markdown(source_text(source))
    address = link(source.url)
    if not address:
        return words
    for letter, code in (("(", "%28"), (")", "%29"), ("[", "%5B"), ("]", "%5D"), ("*", "%2A")):
        address = address.replace(letter, code)
    return f"[{words}]({address})"
