"""`factcheck recheck`: kept claims judged again by the facts as they are now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli._parameters import reference_options


@click.command("recheck")
@click.argument("results", type=click.Path(path_type=Path), metavar="RESULTS.db")
@reference_options
def command(results: Path, **options: Any) -> int:  # noqa: ANN401
    """Judge the claims of a results database again, and list the verdicts that changed.

    Each with the fact that changed it; also where only what is cited or said differs. No text is
    read again and the database stays as it is; `factcheck batch` renews it. The topics are those
    of the batch, unless others are given; folders of your own have to be given again.

    Exit status: 0 nothing changed, 1 something changed, 2 something could not be used.
    """
    from factcheck.batch import read_facts, read_found
    from factcheck.cli._again import Checkers
    from factcheck.replaying import JudgingAgain
    from factcheck.reports.escaping import printable

    claims = changed = verdicts = 0
    with Checkers(options) as checkers:
        again = JudgingAgain(lambda reference: read_facts(results, reference), checkers.of)
        for old, readings in read_found(results):
            claims += len(old.verdicts)
            for change in again.changes(old, readings) if readings else ():
                changed, verdicts = changed + 1, verdicts + change.is_of_verdict
                click.echo(printable(f"{old.document.id}: {change}").encode())
    others = f", {changed - verdicts} only in what is cited or said" if changed > verdicts else ""
    told = f"{results}: {claims} claims judged again, {verdicts} verdicts changed{others}"
    click.echo(printable(told), err=True)
    return int(changed > 0)
