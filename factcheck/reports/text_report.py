"""Text for a person at a terminal: each claim with its phrase marked, and why.

Colour, and the width of the window, only where the stream is a terminal; `NO_COLOR` is
honoured. Anywhere else the same reports give the same bytes.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from factcheck.records import Report, Source, Verdict
from factcheck.reports.answer import fact_text, line_of, shown, source_text
from factcheck.reports.escaping import link, printable
from factcheck.reports.marking import columns, marked, wrapped
from factcheck.reports.wording import (
    COUNTED,
    NOTHING_KNOWN,
    OFF_STANCE,
    counts,
    counts_text,
    decision_text,
    heading,
    reason_text,
    repeated_text,
    said_before_text,
    stance_text,
    summary,
    title,
)

suffix = ".txt"

_WIDTH = 88
_INDENT = "  "
_BELOW = " " * 12
#: facts of a claim, and sources of a fact, that are shown without --explain
_FACTS, _SOURCES = 3, 2
_SIGNS = {"refuted": "✗", "supported": "✓", "not_enough_info": "?"}
_COLOURS = {"refuted": "1;31", "supported": "1;32", "not_enough_info": "1;33"}


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write each report as soon as it is there, with its counts below it; at the end all counts
    together, and what the answers rest on.

    Of several documents of which only what is flagged is wanted, those without are left out.
    """
    paint, width = _at_terminal(stream)
    told, documents, shown_documents = Counter[str](), 0, 0
    last: Report | None = None
    for documents, report in enumerate(reports, 1):  # noqa: B007
        told.update({"not checked": 1} if report.error is not None else counts(report))
        if _is_calm(report):
            last = last or report
            continue
        if last and shown_documents:
            _put(_origin(last, paint, width) if _differ(last, report) else (), stream)
            _put([""], stream)
        _put(_report(report, paint, width), stream)
        shown_documents, last = shown_documents + 1, report
    if last is None:
        return
    if documents > 1:
        _put(_total(told, documents, documents - shown_documents, paint, width), stream)
    elif not shown_documents:
        _put(_report(last, paint, width), stream)
    elif not summary(last)[0]:
        _put([""], stream)
    _put(_origin(last, paint, width), stream)


def _put(lines: Iterable[str], stream: BinaryIO) -> None:
    stream.write("".join(f"{line}\n" for line in lines).encode())
    stream.flush()


def _is_calm(report: Report) -> bool:
    """Whether there is nothing to show, as only what is flagged is wanted."""
    return _only_flagged(report) and report.error is None and not shown(report)


def _differ(one: Report, other: Report) -> bool:
    """Whether two reports rest on other facts or options."""
    return summary(one)[1] != summary(other)[1]


def _only_flagged(report: Report) -> bool:
    return report.options.get("stance") == "flagged"


class _Paint:
    """Puts text into a colour, or leaves it as it is."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def _at_terminal(stream: BinaryIO) -> tuple[_Paint, int]:
    if not stream.isatty():
        return _Paint(False), _WIDTH
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return _Paint(colour), max(48, min(shutil.get_terminal_size().columns, 100))


def _report(report: Report, paint: _Paint, width: int) -> Iterator[str]:
    name = title(report)
    if name:
        yield from (paint(line, "1") for line in wrapped(printable(name), width))
        yield ""
    for verdict in shown(report):
        yield from _verdict(report, verdict, paint, width)
        yield ""
    if report.not_judged and not _only_flagged(report):
        yield paint("Not judged", "1")
        for item in report.not_judged:
            reason = printable(reason_text(item.reason))
            quote = f"{printable(item.quote)}: " if item.quote else ""
            yield from _hung(quote, reason, width, paint)
        yield ""
    if not (report.verdicts or report.not_judged or report.error):
        yield from wrapped(NOTHING_KNOWN, width)
    code = _COLOURS[report.verdict] if report.verdicts else "1"
    words, _ = summary(report)
    code = "1;31" if report.error is not None else code
    yield from (paint(line, code) for line in wrapped(printable(words), width))


def _total(
    told: Mapping[str, int], documents: int, left_out: int, paint: _Paint, width: int
) -> Iterator[str]:
    """The counts of several documents together, in the order of a document's own."""
    inner = {words: told[words] for words in COUNTED if words in told}
    words = f"{documents} documents: {counts_text(inner) or 'nothing to judge'}"
    words += f"; {left_out} with nothing flagged are not shown" if left_out else ""
    code = _COLOURS["refuted" if told["refuted"] else "supported"] if inner else "1"
    yield ""
    yield from (paint(line, code) for line in wrapped(words, width))


def _origin(report: Report, paint: _Paint, width: int) -> Iterator[str]:
    yield from (paint(line, "2") for line in wrapped(printable(summary(report)[1]), width))


def _verdict(report: Report, verdict: Verdict, paint: _Paint, width: int) -> Iterator[str]:
    claim = verdict.claim
    code = "2" if claim.stance in OFF_STANCE else _COLOURS[verdict.verdict]
    yield from _heading(report, verdict, paint, width, code)
    for line, mark in marked(claim, width - 4):
        yield _INDENT * 2 + line
        if mark:
            yield _INDENT * 2 + paint(mark.rstrip(), code)
    yield from _hung("", printable(verdict.explanation), width, paint)
    reason = verdict.reason and reason_text(verdict.reason)
    for label, text in (
        ("Stance", stance_text(claim)),
        ("Not decided", reason),
        ("Arithmetic", verdict.arithmetic),
        ("Correction", verdict.correction),
        ("Corrected", verdict.corrected_sentence),
        ("Said before", said_before_text(verdict)),
        ("Repeated", repeated_text(verdict)),
        ("Decision", decision_text(verdict.decision)),
    ):
        if text:
            strong = "1" if label == "Correction" else None
            yield from _hung(f"{label:<12}", printable(text), width, paint, strong)
    trace = (*claim.trace, *verdict.trace)
    yield from _facts(verdict, paint, width, whole=bool(trace) or "explain" in report.options)
    for step in trace:
        yield from _hung("Trace       ", printable(step), width, paint)


def _heading(
    report: Report, verdict: Verdict, paint: _Paint, width: int, code: str
) -> Iterator[str]:
    """Verdict, kind, diagnosis, place; the place on a line of its own where there is no room."""
    head, about = heading(verdict)
    lead, about = f"{_SIGNS[verdict.verdict]} {head}", f": {printable(about)}"
    where = _where(report, verdict)
    fits = columns(f"{lead}{about}{where}") <= width
    yield paint(lead, code) + about + (paint(where, "2") if fits else "")
    if not fits:
        yield paint(where, "2")


def _facts(verdict: Verdict, paint: _Paint, width: int, whole: bool) -> Iterator[str]:
    """The facts with their sources: the first few, or the whole of them.

    A fact that the explanation has told already shows only its sources.
    """
    facts = verdict.facts
    shown_facts = facts if whole else facts[:_FACTS]
    told: set[str] = set()
    left = 0
    for fact in shown_facts:
        if fact_text(fact) not in verdict.explanation:
            yield from _hung("Fact        ", printable(fact_text(fact)), width, paint)
        new = [source for source in fact.sources if source.id not in told]
        for source in new if whole else new[:_SOURCES]:
            told.add(source.id)
            yield from _source(source, paint, width)
        left += 0 if whole else len(new[_SOURCES:])
    more = [_counted(len(facts) - _FACTS, "fact")] if len(facts) > len(shown_facts) else []
    more += [_counted(left, "source")] if left else []
    if more:
        yield from _hung(_BELOW, f"and {' and '.join(more)} more, with --explain", width, paint)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _source(source: Source, paint: _Paint, width: int) -> Iterator[str]:
    label = "Source      "
    words = wrapped(printable(source_text(source)), width - len(_INDENT) - len(label) - 2)
    line = words[0].rstrip(",") + (" …" if len(words) > 1 else "")
    yield f"{_INDENT}{paint(label + line, '2')}"
    if address := link(source.url):
        yield f"{_INDENT}{_BELOW}{paint(address, '4;2')}"


def _hung(
    label: str, text: str, width: int, paint: _Paint, code: str | None = None
) -> Iterator[str]:
    """`text` after a label, its further lines set in below the first."""
    lines = wrapped(text, width - len(_INDENT) - columns(label)) or [""]
    lead = label
    for line in lines:
        yield f"{_INDENT}{paint(lead, '2')}{paint(line, code) if code else line}"
        lead = " " * columns(label)


def _where(report: Report, verdict: Verdict) -> str:
    claim = verdict.claim
    parts = []
    line = line_of(report, claim)
    if line is not None and (report.document.id or line > 1):
        parts.append(f"line {line}")
    if claim.place.page is not None:
        parts.append(f"page {claim.place.page}")
    if claim.place.time:
        parts.append(printable(claim.place.time))
    return f"  {', '.join(parts)}" if parts else ""
