"""`factcheck replay`: the same texts checked again, and what differs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli._parameters import reference_options
from factcheck.records import Unusable


@click.command("replay")
@click.argument("answers", type=click.Path(path_type=Path), metavar="ANSWER.json")
@reference_options
def command(answers: Path, **options: Any) -> int:  # noqa: ANN401
    """Check again what `check --format json` or `jsonl` answered, and say what differs.

    The topics are those that the answer names, unless others are given; folders of your own
    have to be given again.

    Exit status: 0 the same bytes, 1 something differs, 2 something could not be used.
    """
    from factcheck.cli._again import Checkers
    from factcheck.replaying import check_again, differences
    from factcheck.reports.escaping import printable
    from factcheck.reports.reading import read_answers

    count = differing = errors = 0
    with Checkers(options) as checkers:
        for count, old in enumerate(read_answers(answers), 1):
            name = old.document.id or f"answer {count}"
            try:
                told = list(differences(old, check_again(old, checkers.of(old))))
            except Unusable as error:
                errors += 1
                click.echo(f"factcheck: {printable(str(error))}", err=True)
                continue
            differing += bool(told)
            for line in told:
                click.echo(printable(f"{name}: {line}").encode())
    same = count - differing - errors
    click.echo(f"{answers}: {count} answers, {same} the same", err=True)
    return 2 if errors else int(differing > 0)
