"""`factcheck decide`: an editor's decision, kept beside the verdict."""

from __future__ import annotations

import json
from datetime import date as Date
from pathlib import Path

import click

from factcheck.cli._clock import today
from factcheck.cli._parameters import day
from factcheck.records import Decision, Unusable

#: as in `factcheck.reports.waivers`, which is imported when it is needed
_DECISIONS = ("accepted", "false-alarm", "waived")


@click.command("decide")
@click.argument("results", type=click.Path(path_type=Path), metavar="RESULTS.db")
@click.argument("claim", required=False)
@click.argument("decision", required=False, type=click.Choice(_DECISIONS))
@click.option("--why", metavar="TEXT", help="The reason; wanted.")
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option("--until", type=day, metavar="DATE", help="The last day on which it holds.")
@click.option("--document", metavar="ID", help="Only where this document makes the claim.")
@click.option(
    "--as-claims",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help="Write all false alarms as labelled statements.",
)
def command(
    results: Path,
    claim: str | None,
    decision: str | None,
    why: str | None,
    by: str | None,
    until: Date | None,
    document: str | None,
    as_claims: Path | None,
) -> int:
    """Keep a decision on CLAIM (its id, as every report prints it), or list the decisions."""
    if claim and not decision:
        raise click.UsageError(f"decide what? one of {', '.join(_DECISIONS)}")
    if claim and decision:
        if not why or not why.strip():
            raise click.UsageError("say --why, for whoever reads it later")
        _keep(results, claim, Decision(decision, why.strip(), by, until), document)
    elif not as_claims:
        _list(results)
    if as_claims:
        _write_claims(results, as_claims)
    return 0


def _keep(results: Path, claim: str, decision: Decision, document: str | None) -> None:
    from factcheck.cli._answers import kept_reports
    from factcheck.decisions import is_database, keep
    from factcheck.reports.answer import claim_id
    from factcheck.reports.waivers import Waiver

    if not is_database(results):
        raise Unusable(f"{results}: no results database: make one with factcheck batch --into")
    known = (
        claim_id(verdict.claim) == claim
        for report in kept_reports(results)
        for verdict in report.verdicts
        if document in (None, report.document.id)
    )
    if not any(known):
        raise Unusable(f"{results}: no claim {claim} in it: copy the id from a report")
    keep(results, Waiver(claim, decision, document), today())


def _list(results: Path) -> None:
    from factcheck.decisions import kept
    from factcheck.reports.escaping import printable
    from factcheck.reports.wording import decision_text

    for one in kept(results):
        where = f" in {one.document}" if one.document else ""
        click.echo(printable(f"{one.claim}{where}: {decision_text(one.decision)}"))


def _write_claims(results: Path, file: Path) -> None:
    from factcheck.cli._answers import kept_reports
    from factcheck.decisions import as_claims

    if not file.parent.is_dir():
        raise Unusable(f"{file}: there is no folder {file.parent}: make it first")
    lines = [json.dumps(one, ensure_ascii=False) for one in as_claims(kept_reports(results))]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    noun = "statement" if len(lines) == 1 else "statements"
    click.echo(f"{len(lines)} labelled {noun} in {file}", err=True)
