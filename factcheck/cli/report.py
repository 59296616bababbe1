"""`factcheck report`: answers that were kept become a report in any format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from factcheck.cli._writing import excuse_options, finished, report_options, write_reports
from factcheck.records import Report, Unusable

_RATINGS = ("rating_refuted", "rating_supported", "scale", "publisher", "page")


@click.command("report")
@click.argument(
    "answers",
    nargs=-1,
    type=click.Path(path_type=Path),
    metavar="RESULTS.db or ANSWER.json...",
)
@report_options
@excuse_options
@click.option("--only-flagged", is_flag=True, help="Show only what is flagged.")
@click.option("--explain", is_flag=True, help="With all sources, and how each claim was read.")
@click.option("--publisher", metavar="NAME", help="For claimreview: the house.")
@click.option("--page", metavar="URL", help="For claimreview: where the review is published.")
@click.option("--scale", metavar="'1 5'", help="For claimreview: the worst and the best rating.")
@click.option("--rating-refuted", metavar="'1 False'", help="For claimreview: number and words.")
@click.option("--rating-supported", metavar="'5 True'", help="For claimreview: number and words.")
def command(**options: Any) -> int:  # noqa: ANN401
    """Write a report about answers: of a results database, or of check's json or jsonl output."""
    answers: Sequence[Path] = options["answers"]
    if not answers:
        raise click.UsageError("nothing to report on: name a results database or an answer")
    _look_at_ratings(options)
    write_reports(
        finished(_reports(answers, options), options), options["format"], options["output"]
    )
    return 0


def _reports(answers: Sequence[Path], options: dict[str, Any]) -> Iterator[Report]:
    from factcheck.cli._answers import Excuses, kept_reports
    from factcheck.reports.repeating import count_repeats, with_repeats

    repeats = count_repeats(report for path in answers for report in kept_reports(path))
    told = {name: options[name] for name in _RATINGS if options[name]}
    if options["only_flagged"]:
        told["stance"] = "flagged"
    if options["explain"]:
        told["explain"] = "yes"
    excuses = Excuses(options["waivers"], options["baseline"])
    for path in answers:
        for report in excuses.beside(kept_reports(path, traces=options["explain"])):
            report = with_repeats(report, repeats)
            yield replace(report, options={**report.options, **told}) if told else report


def _look_at_ratings(options: dict[str, Any]) -> None:
    for name in ("rating_refuted", "rating_supported", "scale"):
        given = options[name]
        number, _, words = (given or "1 x").partition(" ")
        numbers = (number, words) if name == "scale" and given else (number,)
        if not words or not all(part.replace(".", "", 1).isdigit() for part in numbers):
            option = name.replace("_", "-")
            raise Unusable(f"--{option} {given!r}: write a number, a blank, and what follows it")
