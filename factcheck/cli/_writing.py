"""Options of the commands that write reports, and the writing itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.records import Report, Unusable
from factcheck.reports import format_names, load_format

_F = TypeVar("_F", bound=Callable[..., Any])
#: formats that no terminal can show
_BINARY = ("docx", "pdf", "xlsx")
_PATH = click.Path(path_type=Path)


def report_options(command: _F) -> _F:
    """The options that say which report is written, and what is in it."""
    for option in (
        click.option("--redact", is_flag=True, help="Leave text, quotes and corrections out."),
        click.option("--stamp", is_flag=True, help="Say when the report was made."),
        click.option("--output", type=_PATH, help="Write to this file instead."),
        click.option(
            "--format", type=click.Choice(format_names()), help="Default: text, or by --output."
        ),
    ):
        command = option(command)
    return command


def excuse_options(command: _F) -> _F:
    """The options that name what need not be flagged again."""
    for option in (
        click.option(
            "--baseline",
            type=_PATH,
            metavar="ANSWER.json",
            help="Only new flags count; this is old.",
        ),
        click.option(
            "--waivers", type=_PATH, metavar="FILE.toml", help="Claims that an editor has waived."
        ),
    ):
        command = option(command)
    return command


def finished(reports: Iterable[Report], options: dict[str, Any]) -> Iterator[Report]:
    """The reports as the options want them: stamped, or without what was said."""
    told: dict[str, str] = {}
    if options["stamp"]:
        from factcheck.cli._clock import now

        told["stamp"] = now().strftime("%Y-%m-%dT%H:%M:%SZ")
    for report in reports:
        if told:
            report = replace(report, options={**report.options, **told})
        if options["redact"]:
            from factcheck.reports.redacting import redacted

            report = redacted(report)
        yield report


def format_name(form: str | None, output: Path | None) -> str:
    """The format that is asked for, by name or by the ending of the output; else text."""
    if form or output is None or str(output) == "-":
        return form or "text"
    return _format_by_ending(output)


def write_reports(reports: Iterable[Report], form: str | None, output: Path | None) -> None:
    """Write to standard output, or to a file that appears when it is whole."""
    name = format_name(form, output)
    if output is None or str(output) == "-":
        if name in _BINARY and sys.stdout.isatty():
            raise Unusable(f"{name} is nothing to read at a terminal: give --output FILE.{name}")
        load_format(name).write(reports, sys.stdout.buffer)
        return
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
    for name in format_names():
        if load_format(name).suffix == output.suffix.lower():
            return name
    raise Unusable(
        f"{output}: the ending names no format: give --format, one of {', '.join(format_names())}"
    )
