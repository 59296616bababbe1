"""HTML: one self-contained page to read, filter, print and send on; it needs no scripts.

The reports go to a temporary file as they come, since the summary and the filters stand above
them; so the memory needed does not grow with their number.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.records import Report
from factcheck.reports.answer import shown
from factcheck.reports.escaping import visible
from factcheck.reports.html_cards import (
    LONG_TEXT,
    VERDICTS,
    cards,
    folds,
    marked_text,
)
from factcheck.reports.html_filters import Filters
from factcheck.reports.stamping import stamp
from factcheck.reports.wording import NOTHING_KNOWN, options_text, reason_text, summary, title

if TYPE_CHECKING:
    from jinja2 import Environment

suffix = ".html"

#: documents that are listed, claims up to which all is open
_LISTED, _ALL_OPEN = 500, 60
#: sources of a fact that stand open
_SOURCES = 3


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write all reports as one page."""
    environment = templates()
    page = _Page()
    document = environment.get_template("document.html")
    with tempfile.TemporaryFile() as body:
        for number, report in enumerate(reports, 1):
            body.write(document.render(page.document(report, number)).encode())
        top = environment.get_template("top.html").render(page.top())
        stream.write(top.encode())
        body.seek(0)
        shutil.copyfileobj(body, stream)
    stream.write(environment.get_template("end.html").render(page.top()).encode())


def section(report: Report, environment: Environment, **more: object) -> str:
    """One report as a part of a page that somebody else frames; `more` is for its templates."""
    shown_there = _Page().document(report, 1) | more
    return environment.get_template("document.html").render(shown_there)


def templates(*packages: str) -> Environment:
    """The templates of this format, all escaping; those of `packages` stand before them."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*packages, "factcheck.reports")]),
        autoescape=True,
        finalize=_inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@dataclass(slots=True)
class _Page:
    """What is counted while the documents are written, for the head of the page."""

    first: Report | None = None
    claims: int = 0
    documents: list[dict[str, Any]] = field(default_factory=list)
    filters: Filters = field(default_factory=Filters)
    counts: Counter[str] = field(default_factory=Counter)

    def document(self, report: Report, number: int) -> dict[str, Any]:
        """Count a report, and give what its part of the page shows."""
        self.first = self.first or report
        made = cards(report, number)
        is_open = self.claims < _ALL_OPEN
        self._count(report)
        name = title(report) or f"Statement {number}"
        words, _ = summary(report)
        if number <= _LISTED:
            self.documents.append({"number": number, "name": name, "summary": words,
                                   "error": report.error, "verdict": report.verdict})  # fmt: skip
        return {
            "number": number,
            "name": name,
            "summary": words,
            "report": report,
            "open": is_open,
            "text": list(marked_text(report, made)) if report.document.text else [],
            "text_open": is_open and len(report.document.text) <= LONG_TEXT,
            "folds": folds(made),
            "classes": self.filters.classes_of_all(made),
            "classes_of": self.filters.classes,
            "classes_of_fold": self.filters.classes_of_all,
            "not_judged": [(item.quote, reason_text(item.reason)) for item in report.not_judged],
            "nothing": NOTHING_KNOWN,
            "verdict_titles": VERDICTS,
            "sources_shown": _SOURCES,
        }

    def top(self) -> dict[str, Any]:
        """What stands above the documents."""
        first = self.first
        verdicts = self.filters.verdicts
        return {
            "first": first,
            "title": title(first) if first and self.counts["documents"] == 1 else "",
            "documents": self.documents,
            "counts": self.counts,
            "verdicts": [(v, VERDICTS[v], verdicts[v]) for v in VERDICTS if verdicts[v]],
            "groups": self.filters.groups(),
            "rules": self.filters.rules(),
            "options": options_text(first) if first else "",
            "stamp": stamp(first),
        }

    def _count(self, report: Report) -> None:
        self.counts["documents"] += 1
        self.counts["errors"] += report.error is not None
        self.counts["not_judged"] += len(report.not_judged)
        self.filters.count(report)
        for verdict in shown(report):
            self.claims += 1
            self.counts["flagged"] += verdict.is_flagged
            self.counts["decided"] += verdict.decision is not None


def _inert(value: Any) -> Any:  # noqa: ANN401
    """Text with control and direction characters made visible; line ends and mark-up stay."""
    if type(value) is not str:
        return value
    return "\n".join(visible(line.replace("\t", " ")) for line in value.splitlines()) + (
        "\n" if value.endswith("\n") else ""
    )
