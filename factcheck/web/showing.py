"""The page as HTML: the form, the answer by the templates of the HTML report, the examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.records import NOWHERE, Report
from factcheck.reports import format_names
from factcheck.reports.answer import fact_text
from factcheck.reports.html_cards import VERDICTS
from factcheck.reports.html_report import section, templates
from factcheck.reports.wording import summary
from factcheck.web.asking import MOST_TEXT, Asked
from factcheck.web.browsing import facts_path, topic_path
from factcheck.web.charting import chart_of
from factcheck.web.checking import About, Checked
from factcheck.web.settings import PREFIX

if TYPE_CHECKING:
    from jinja2 import Environment

#: formats that are offered, in this order
_OFFERED = ("html", "docx", "pdf", "md", "csv", "xlsx", "json")
#: what the whole text comes to, in words
_WHOLE = {
    "refuted": "Something here is refuted",
    "supported": "Supported",
    "not_enough_info": "Not enough info for a verdict",
}
#: reasons for which the page has other words than a terminal
_REASONS = {"no_date": "it depends on the day it was said: give that above, under “When”"}


def page(
    address: Callable[[str], str],
    asked: Asked,
    about: About | None,
    *,
    checked: Checked | None = None,
    error: str = "",
    browse: tuple[tuple[str, str], ...] = (),
) -> str:
    """The page. `address` makes a path of ours one that a link may hold; `browse`: links to
    databases, each with its name; `error`: what is wrong with what was asked."""
    return _templates().get_template("page.html").render(
        asked=asked,
        about=about,
        error=error,
        browse=browse,
        action=address(PREFIX),
        static=address(f"{PREFIX}/static"),
        most=MOST_TEXT,
        answer=_answer(checked, address) if checked else None,
        covers=_covers(about, address) if about else (),
        formats=[name for name in _OFFERED if name in format_names()],
    )  # fmt: skip


def _covers(about: About, address: Callable[[str], str]) -> list[tuple[str, str]]:
    """The titles of the topics, each with where its facts are listed."""
    return [(address(topic_path(name)), title) for name, title in about.topics]


def _answer(checked: Checked, address: Callable[[str], str]) -> dict[str, object]:
    report = _in_words_of_the_page(checked.report)
    charts = {
        f"d1c{place}": chart_of(series) if series else None
        for place, series in enumerate(checked.series, 1)
    }
    words, origin = summary(report)
    counts = Counter(verdict.verdict for verdict in report.verdicts)
    return {
        "verdict": report.verdict,
        "title": _WHOLE[report.verdict] if report.verdicts else "Nothing was judged",
        "summary": words,
        "origin": origin,
        "verdicts": [
            (name, VERDICTS[name].lower(), counts[name]) for name in VERDICTS if counts[name]
        ],
        "html": section(
            report,
            _templates(),
            charts=charts,
            addresses=_addresses(report, address),
        ),
    }


def _in_words_of_the_page(report: Report) -> Report:
    is_one_line = "\n" not in report.document.text.strip()
    verdicts = (
        replace(
            verdict,
            reason=_REASONS.get(verdict.reason or "", verdict.reason),
            # "line 1" says nothing there
            claim=replace(verdict.claim, place=NOWHERE) if is_one_line else verdict.claim,
        )
        for verdict in report.verdicts
    )
    others = (
        replace(item, reason=_REASONS.get(item.reason, item.reason)) for item in report.not_judged
    )
    return replace(report, verdicts=tuple(verdicts), not_judged=tuple(others))


def _addresses(report: Report, address: Callable[[str], str]) -> dict[str, str]:
    """Where the row of each fact is shown."""
    found: dict[str, str] = {}
    for verdict in report.verdicts:
        for fact in verdict.facts:
            path = facts_path(fact.topic, fact.id, fact.made_from)
            found.setdefault(fact_text(fact), address(path))
    return found


@cache
def _templates() -> Environment:
    return templates("factcheck.web")
