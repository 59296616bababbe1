"""Answers that were kept: files of `check --format json` or `jsonl`, and results databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from factcheck.cli._clock import today
from factcheck.records import Report


def kept_reports(path: Path, *, traces: bool = False) -> Iterator[Report]:
    """The reports of a file, with the decisions kept there. Raises `Unusable` if it has none.

    `traces`: of a database, with how each claim was read and judged.
    """
    from factcheck.decisions import is_database, kept
    from factcheck.reports.waivers import by_claim, decided

    if not is_database(path):
        from factcheck.reports.reading import read_answers

        yield from read_answers(path)
        return
    from factcheck.batch import read_reports

    decisions = [one for one in kept(path) if not one.is_over(today())]
    index = by_claim(decisions)
    for report in read_reports(path, traces=traces):
        yield decided(report, index)


class Excuses:
    """Waivers and a baseline, put beside the claims of reports.

    An expired waiver excuses nothing, and is said at standard error.
    """

    def __init__(self, waivers: Path | None, baseline: Path | None) -> None:
        from factcheck.reports.waivers import by_claim, known_before, read_waivers

        self.names = {"waivers": waivers, "baseline": baseline}
        given = read_waivers(waivers) if waivers else ()
        over = [one for one in given if one.decision.until and one.is_over(today())]
        for one in over:
            _say(f"{waivers}: the waiver of {one.claim} ended on {one.decision.until}: renew it")
        before = known_before(kept_reports(baseline), baseline.name) if baseline else ()
        self.index = by_claim((*(one for one in given if one not in over), *before))

    def beside(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports, with what excuses their claims."""
        from factcheck.reports.waivers import decided

        told = {name: path.name for name, path in self.names.items() if path}
        for report in reports:
            with_them = decided(report, self.index)
            yield replace(with_them, options={**report.options, **told}) if told else with_them


def _say(message: str) -> None:
    from factcheck.reports.escaping import printable

    click.echo(f"factcheck: {printable(message)}", err=True)
