"""`factcheck replay`: the same texts checked again, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._parameters import reference_options
from factcheck.records import Report, Unusable

if TYPE_CHECKING:
    from factcheck.cli._again import Checkers


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
    from factcheck.replaying import differs_at
    from factcheck.reports.escaping import printable

    with Checkers(options) as checkers:
        replayed = _Replayed(answers, checkers)
        byte = differs_at(answers, replayed.reports())
    same = replayed.count - replayed.differing - replayed.errors
    if replayed.count == same and byte is not None:
        told = f"the same answers in other bytes, from byte {byte} on: rewritten by hand or tool?"
        click.echo(printable(f"{answers}: {told}").encode())
        return 1
    told = f"{answers}: {replayed.count} answers, {same} the same"
    click.echo(printable(told), err=True)
    return 2 if replayed.errors else int(replayed.differing > 0)


class _Replayed:
    """The answers of a file checked again; what differs is printed as they come."""

    def __init__(self, file: Path, checkers: Checkers) -> None:
        self.file, self.checkers = file, checkers
        self.count = self.differing = self.errors = 0

    def reports(self) -> Iterator[Report]:
        from factcheck.replaying import check_again, differences
        from factcheck.reports.escaping import printable
        from factcheck.reports.reading import read_answers

        for old in read_answers(self.file):
            self.count += 1
            name = old.document.id or f"answer {self.count}"
            try:
                new = check_again(old, self.checkers.of(old))
            except Unusable as error:
                self.errors += 1
                click.echo(f"factcheck: {printable(str(error))}", err=True)
                continue
            told = list(differences(old, new))
            self.differing += bool(told)
            for line in told:
                click.echo(printable(f"{name}: {line}").encode())
            yield new
