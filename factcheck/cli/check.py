"""`factcheck check`: statements and documents in, reports out, exit status as linters have it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from factcheck.cli._inputs import documents
from factcheck.cli._parameters import day, reference_options
from factcheck.records import KINDS, Report, Unusable, Verdict
from factcheck.reports import format_names

_KIND = click.Choice(KINDS)


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="[TEXT or FILE or -]...")
@click.option("--speaker", metavar="NAME", help="Who says it.")
@click.option("--date", type=day, metavar="DATE", help="The day it was said: 2025-04-08.")
@reference_options
@click.option("--only", type=_KIND, multiple=True, metavar="KIND", help="Check only this kind.")
@click.option("--ignore", type=_KIND, multiple=True, metavar="KIND", help="Leave this kind out.")
@click.option("--format", type=click.Choice(format_names()), help="Default: text, or by --output.")
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead.")
@click.option("--explain", is_flag=True, help="Print how each claim was read and judged.")
@click.option(
    "--stance",
    type=click.Choice(["flagged", "all"]),
    default="all",
    show_default=True,
    help="Which claims to show.",
)
def command(**options: Any) -> int:  # noqa: ANN401
    """Check statements and documents.

    An argument with a slash or a known ending (.txt .md .jsonl .csv) and no white space is a
    file, - is standard input, anything else is the text itself. Statement lists have the
    columns id, text, speaker, date.

    Exit status: 0 nothing flagged, 1 something flagged, 2 something could not be used.
    """
    inputs: Sequence[str] = options["inputs"]
    if not inputs:
        raise click.UsageError("nothing to check: give a text in quotes, a file, or -")
    run = _Run(options)
    _write(run.reports(inputs), options["format"], options["output"])
    if run.stopped:
        raise KeyboardInterrupt
    return 2 if run.errors else int(run.flagged)


@dataclass(slots=True)
class _Run:
    """One run of the command, and what came of it."""

    options: dict[str, Any]
    flagged: bool = False
    errors: int = 0
    stopped: bool = field(default=False)

    def reports(self, inputs: Sequence[str]) -> Iterator[Report]:
        """Check the inputs in turn; one that cannot be used is said so, and the rest go on.

        Ctrl-C ends the reports early but leaves what is written whole.
        """
        from factcheck.api import Checker

        options = self.options
        with Checker(
            options["topic"], reference=options["reference"], known_on=options["known_on"]
        ) as checker:
            try:
                for document in documents(inputs, speaker=options["speaker"], date=options["date"]):
                    if isinstance(document, Unusable):
                        self.errors += 1
                        click.echo(f"factcheck: {_line(document)}", err=True)
                        continue
                    report = self._selected(checker.check(document))
                    self.flagged |= report.verdict == "refuted"
                    yield report
            except KeyboardInterrupt:
                self.stopped = True

    def _selected(self, report: Report) -> Report:
        """Only the kinds wanted, the traces only if asked for."""
        only, ignore = self.options["only"], self.options["ignore"]
        verdicts = tuple(
            verdict if self.options["explain"] else _without_trace(verdict)
            for verdict in report.verdicts
            if (not only or verdict.claim.kind in only) and verdict.claim.kind not in ignore
        )
        chosen = {"only": ",".join(only), "ignore": ",".join(ignore)}
        chosen["stance"] = self.options["stance"]
        shown = {name: text for name, text in chosen.items() if text}
        return replace(report, verdicts=verdicts, options={**report.options, **shown})


def _without_trace(verdict: Verdict) -> Verdict:
    if not verdict.trace and not verdict.claim.trace:
        return verdict
    return replace(verdict, trace=(), claim=replace(verdict.claim, trace=()))


def _line(error: Unusable) -> str:
    from factcheck.reports.escaping import printable

    return printable(str(error))


def _write(reports: Iterator[Report], form: str | None, output: Path | None) -> None:
    """Write to standard output, or to a file that appears when it is whole."""
    from factcheck.reports import load_format

    if output is None or str(output) == "-":
        load_format(form or "text").write(reports, sys.stdout.buffer)
        return
    name = form or _format_by_ending(output)
    if not output.parent.is_dir():
        raise Unusable(f"{output}: there is no folder {output.parent}: make it first")
    unfinished = output.with_name(f".{output.name}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            load_format(name).write(reports, stream)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


def _format_by_ending(output: Path) -> str:
    from factcheck.reports import load_format

    for name in format_names():
        if load_format(name).suffix == output.suffix.lower():
            return name
    raise Unusable(
        f"{output}: the ending names no format: give --format, one of {', '.join(format_names())}"
    )
