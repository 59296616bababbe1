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

    Each with the fact that changed it. No text is read again and the database stays as it is;
    `factcheck batch` renews it. The topics are those of the batch, unless others are given;
    folders of your own have to be given again.

    Exit status: 0 nothing changed, 1 some verdicts changed, 2 something could not be used.
    """
    from factcheck.batch import read_found
    from factcheck.cli._again import Checkers
    from factcheck.replaying import changed_claims
    from factcheck.reports.escaping import printable

    claims = changed = 0
    with Checkers(options) as checkers:
        for old, readings in read_found(results):
            if not readings:
                continue
            new = checkers.of(old).judge(old.document, readings, old.not_judged)
            told = list(changed_claims(old, new))
            claims, changed = claims + len(old.verdicts), changed + len(told)
            for line in told:
                click.echo(printable(f"{old.document.id}: {line}").encode())
    click.echo(f"{results}: {claims} claims judged again, {changed} changed", err=True)
    return int(changed > 0)
