"""The reports as a memo: blocks in order, for the formats that a word processor or printer takes.

All texts are printable, on one line; links are http or https.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.records import Report, Verdict
from factcheck.reports.answer import claim_id, fact_text, shown, source_text
from factcheck.reports.escaping import link, printable
from factcheck.reports.marking import sentence_parts
from factcheck.reports.stamping import stamp
from factcheck.reports.wording import (
    NOTHING_KNOWN,
    decision_text,
    heading,
    origin_text,
    place_text,
    reason_text,
    repeated_text,
    said_before_text,
    stance_text,
    summary,
    title,
)

#: flagged claims listed on the first page, at most; characters around a phrase there
_GLANCE, _GLANCE_AROUND = 40, 70
#: facts of a claim, and sources of a fact, in a memo; the HTML page has them all
_FACTS, _SOURCES = 4, 3
GLANCE_HEAD = ("Who and where", "What was said", "Should be", "Decision")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner: plain, strong, marked as the phrase, or a link."""

    text: str
    manner: str = "plain"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or (`style` "glance") a table.

    `style`: title lead document claim who quote text label fact source small error.
    """

    style: str
    runs: tuple[Run, ...] = ()
    verdict: str | None = None
    #: rows of cells
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return "".join(run.text for run in self.runs)


def memo(reports: Sequence[Report]) -> Iterator[Block]:
    """The blocks of a memo about these reports."""
    if len(reports) == 1:
        yield _block("title", f"Fact-check: {title(reports[0]) or 'a statement'}")
    else:
        yield _block("title", f"Fact-check of {len(reports)} documents")
    yield _block("lead", _lead(reports))
    if rows := _glance(reports):
        yield Block("glance", rows=rows)
    for number, report in enumerate(reports, 1):
        yield from _document(report, number if len(reports) > 1 else 0)
    yield _block("document", "How this was checked")
    for origin in dict.fromkeys(origin_text(report) for report in reports):
        yield _block("small", origin)
    yield _block(
        "small",
        "Refuted: the claim fits none of the facts that answer it. Supported: it fits one of them, "
        "at the precision it is stated in. What was not judged is neither.",
    )
    if made := stamp(reports[0] if reports else None):
        yield _block("small", f"Made {made}")


def _lead(reports: Sequence[Report]) -> str:
    verdicts = [verdict for report in reports for verdict in shown(report)]
    flagged = sum(verdict.is_flagged for verdict in verdicts)
    excused = sum(verdict.is_flagged and verdict.is_excused for verdict in verdicts)
    unusable = sum(report.error is not None for report in reports)
    told = f"{_counted(flagged, 'claim')} flagged of {len(verdicts)} judged."
    told += f" {excused} of them set aside by an editor." if excused else ""
    return f"{told} {_counted(unusable, 'document')} could not be checked." if unusable else told


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _glance(reports: Sequence[Report]) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    rows = [
        _glance_row(report, verdict)
        for report in reports
        for verdict in report.verdicts
        if verdict.is_flagged
    ]
    more = len(rows) - _GLANCE
    rest = [((Run(f"and {more} more below"),), (), (), ())] if more > 0 else []
    wanted = 4 if any(row[3] for row in rows) else 3
    return tuple(row[:wanted] for row in rows[:_GLANCE] + rest)


def _glance_row(report: Report, verdict: Verdict) -> tuple[tuple[Run, ...], ...]:
    claim, decision = verdict.claim, verdict.decision
    who = claim.asserted_by or report.document.speaker
    where = (who, report.document.id, place_text(report, verdict))
    before, phrase, after = sentence_parts(claim, _GLANCE_AROUND)
    said = (Run(before), Run(phrase, "strong"), Run(after))
    cells = (
        (Run(", ".join(part for part in where if part) or "the statement"),),
        said if phrase else (Run(claim.kind.replace("_", " ")),),
        (Run(verdict.correction or ""),),
        (Run(decision.decision.replace("-", " ") if decision else ""),),
    )
    return tuple(
        tuple(replace(run, text=printable(run.text)) for run in cell if run.text) for cell in cells
    )


def _document(report: Report, number: int) -> Iterator[Block]:
    words, _ = summary(report)
    name = title(report) or (f"Statement {number}" if number else "")
    if number:
        yield _block("document", name)
    if report.error is not None:
        yield _block("error", words)
        return
    if words and number:
        yield _block("who", f"{words}.")
    for verdict in shown(report):
        yield from _claim(report, verdict)
    if report.not_judged:
        yield _block("claim", "Not judged")
        for item in report.not_judged:
            quoted = f"“{item.quote}”: " if item.quote else ""
            yield _block("fact", f"{quoted}{reason_text(item.reason)}")
    if not report.verdicts and not report.not_judged:
        yield _block("text", NOTHING_KNOWN)


def _claim(report: Report, verdict: Verdict) -> Iterator[Block]:
    claim = verdict.claim
    head, about = heading(verdict)
    words = f"{head.capitalize()}: {about.replace('_', ' ')}"
    yield Block("claim", (Run(printable(words)),), verdict.verdict)
    who = stance_text(claim) or claim.asserted_by or report.document.speaker
    where = [who and who[:1].upper() + who[1:], place_text(report, verdict)]
    if any(where):
        yield _block("who", ", ".join(part for part in where if part))
    before, phrase, after = (printable(part) for part in sentence_parts(claim))
    if phrase:
        runs = (Run(before), Run(phrase, "marked"), Run(after))
        yield Block("quote", tuple(run for run in runs if run.text), verdict.verdict)
    yield _block("text", verdict.explanation)
    for label, text in (
        ("Correction", verdict.correction),
        ("Corrected", verdict.corrected_sentence),
        ("Not decided", verdict.reason and reason_text(verdict.reason)),
        ("Arithmetic", verdict.arithmetic),
        ("Said before", said_before_text(verdict)),
        ("Repeated", repeated_text(verdict)),
        ("Decision", decision_text(verdict.decision)),
    ):
        if text:
            yield Block("label", (Run(f"{label}: ", "strong"), Run(printable(text))))
    yield from _facts(verdict)
    for step in (*claim.trace, *verdict.trace):
        yield _block("small", f"Trace: {step}")
    yield _block("small", f"Claim {claim_id(claim)}")


def _facts(verdict: Verdict) -> Iterator[Block]:
    """Each fact once, with its first sources; of what the explanation tells only the sources."""
    by_words = {fact_text(fact): fact for fact in reversed(verdict.facts)}
    told = list(reversed(by_words.items()))
    for words, fact in told[:_FACTS]:
        if words not in verdict.explanation:
            yield _block("fact", words)
        for source in fact.sources[:_SOURCES]:
            address = link(source.url)
            manner = "link" if address else "plain"
            yield Block("source", (Run(printable(source_text(source)), manner, address),))
        if more := len(fact.sources[_SOURCES:]):
            yield _block("source", f"and {_counted(more, 'source')} more")
    if more := len(told[_FACTS:]):
        yield _block("fact", f"and {_counted(more, 'fact')} more")


def _block(style: str, text: str) -> Block:
    return Block(style, (Run(printable(text)),))
