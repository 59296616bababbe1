"""`factcheck check`: statements and documents in, reports out, exit status as linters have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._inputs import documents
from factcheck.cli._parameters import day, reference_options
from factcheck.cli._writing import (
    excuse_options,
    finished,
    format_name,
    report_options,
    write_reports,
)
from factcheck.records import KINDS, Document, Report, Unusable, Verdict

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.cli._answers import Excuses

#: formats that hold answers and nothing else; they are read line by line at a terminal or by a
#: program, and standard error stands beside them
_ANSWERS_ONLY = ("json", "jsonl", "md", "text")
_KIND = click.Choice(KINDS)


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="[TEXT or FILE or -]...")
@click.option("--speaker", metavar="NAME", help="Who says it.")
@click.option("--date", type=day, metavar="DATE", help="The day it was said: 2025-04-08.")
@reference_options
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Check against this table only: one row a subject.",
)
@click.option("--caption", metavar="TEXT", help="What the table is about.")
@click.option("--key", metavar="COLUMN", help="The column that names the subjects of the table.")
@click.option("--only", type=_KIND, multiple=True, metavar="KIND", help="Check only this kind.")
@click.option("--ignore", type=_KIND, multiple=True, metavar="KIND", help="Leave this kind out.")
@report_options
@excuse_options
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

    An argument with a slash or a known ending (.txt .md .html .pdf .docx .srt .vtt, .json of
    speech-to-text) and no white space is a file, - is standard input, anything else is the text
    itself. Statement lists (.jsonl .csv .xlsx) have the columns id, text, speaker, date.

    Exit status: 0 nothing flagged, 1 something flagged, 2 something could not be used.
    """
    inputs: Sequence[str] = options["inputs"]
    if not inputs:
        raise click.UsageError("nothing to check: give a text in quotes, a file, or -")
    name = format_name(options["format"], options["output"])
    run = _Run(options, name not in _ANSWERS_ONLY)
    write_reports(run.reports(inputs), name, options["output"])
    if run.stopped:
        raise KeyboardInterrupt
    return 2 if run.errors else int(run.flagged)


@dataclass(slots=True)
class _Run:
    """One run of the command, and what came of it."""

    options: dict[str, Any]
    #: whether what could not be used is an entry of the report, and not only said
    tells_errors: bool = False
    flagged: bool = False
    errors: int = 0
    stopped: bool = field(default=False)

    def reports(self, inputs: Sequence[str]) -> Iterator[Report]:
        """Check the inputs in turn; one that cannot be used is said so, and the rest go on.

        Ctrl-C ends the reports early but leaves what is written whole.
        """
        from factcheck.api import Checker
        from factcheck.reports.waivers import is_failing

        options, excuses = self.options, self._excuses()
        with Checker(
            options["topic"],
            reference=options["reference"],
            known_on=options["known_on"],
            table=options["table"],
            caption=options["caption"],
            key=options["key"],
        ) as checker:
            try:
                for document in documents(inputs, speaker=options["speaker"], date=options["date"]):
                    if isinstance(document, Unusable):
                        self.errors += 1
                        click.echo(f"factcheck: {_line(document)}", err=True)
                        if self.tells_errors:
                            yield from finished([self._unusable(document, checker)], options)
                        continue
                    report = self._selected(checker.check(document))
                    [report] = excuses.beside([report]) if excuses else [report]
                    self.flagged |= is_failing(report)
                    yield from finished([report], options)
            except KeyboardInterrupt:
                self.stopped = True

    def _unusable(self, error: Unusable, checker: Checker) -> Report:
        """The entry of an input that could not be used."""
        from factcheck import __version__

        name, lookup = str(error).partition(": ")[0], checker.lookup
        topics, content = tuple(lookup.topics), lookup.hash
        report = Report(Document("", name), (), (), topics, content, __version__, {}, str(error))
        return self._selected(report)

    def _excuses(self) -> Excuses | None:
        waivers, baseline = self.options["waivers"], self.options["baseline"]
        if not waivers and not baseline:
            return None
        from factcheck.cli._answers import Excuses

        return Excuses(waivers, baseline)

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
        chosen["known_on"] = str(self.options["known_on"] or "")
        chosen["explain"] = "yes" if self.options["explain"] else ""
        shown = {name: text for name, text in chosen.items() if text}
        return replace(report, verdicts=verdicts, options={**report.options, **shown})


def _without_trace(verdict: Verdict) -> Verdict:
    if not verdict.trace and not verdict.claim.trace:
        return verdict
    return replace(verdict, trace=(), claim=replace(verdict.claim, trace=()))


def _line(error: Unusable) -> str:
    from factcheck.reports.escaping import printable

    return printable(str(error))
