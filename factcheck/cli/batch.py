"""`factcheck batch`: folders of documents into a results database."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._parameters import day, reference_options

if TYPE_CHECKING:
    from factcheck.batch import Summary

_PATH = click.Path(path_type=Path)


@click.command("batch")
@click.argument("paths", nargs=-1, type=_PATH, metavar="PATH...")
@click.option("--into", type=_PATH, required=True, metavar="RESULTS.db", help="Keep results here.")
@click.option("--speaker", metavar="NAME", help="Who says it, in all documents.")
@click.option("--date", type=day, metavar="DATE", help="The day it was said: 2025-04-08.")
@reference_options
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="In how many processes to check.",
)
@click.option("--quiet", is_flag=True, help="No progress, no summary.")
def command(
    paths: Sequence[Path],
    into: Path,
    speaker: str | None,
    date: Date | None,
    jobs: int,
    quiet: bool,
    **options: Any,  # noqa: ANN401
) -> int:
    """Check many documents: files, folders, globs in quotes ("talks/**/*.srt").

    Broken off at any moment, the same command goes on where it stopped; files that are
    unchanged are not checked again. A file that cannot be used is an entry with its reason.

    Exit status: 0 nothing flagged, 1 something flagged, 2 something could not be used.
    """
    if not paths:
        raise click.UsageError("nothing to check: name files, folders or globs")
    from factcheck.batch import Settings, find_files, run_batch

    settings = Settings(
        tuple(options["topic"]), options["reference"], options["known_on"], speaker, date
    )
    files = find_files(paths)
    with _progress(len(files), quiet) as tell:
        summary = run_batch(files, into, settings, jobs=jobs, tell=tell)
    _say(summary, into, quiet)
    return 2 if summary.errors else int(summary.flagged > 0)


@contextmanager
def _progress(length: int, quiet: bool) -> Iterator[Callable[[], object]]:
    """A bar with rate and time left at standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(
        length=length,
        label="checking",
        show_pos=True,
        show_eta=True,
        item_show_func=lambda rate: rate,
        file=sys.stderr,
    ) as bar:
        begin = time.monotonic()

        def tell() -> None:
            seconds = max(time.monotonic() - begin, 0.001)
            bar.update(1, f"{(bar.pos + 1) / seconds:.1f} files/s")

        yield tell


def _say(summary: Summary, into: Path, quiet: bool) -> None:
    from factcheck.reports.escaping import printable

    for error in summary.errors:
        click.echo(f"factcheck: {printable(error)}", err=True)
    if quiet:
        return
    told = (
        f"{into}: {summary.files} files ({summary.unchanged} unchanged), "
        f"{summary.documents} documents, {summary.claims} claims, {summary.flagged} flagged, "
        f"{len(summary.errors)} unusable"
    )
    click.echo(printable(told), err=True)
