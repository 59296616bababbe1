"""`factcheck kinds`: what is checked."""

from __future__ import annotations

import click

from factcheck.records import KINDS


@click.command("kinds")
def command() -> None:
    """List the kinds of error that are looked for, a line each."""
    from factcheck.cli.explain import rule

    width = max(map(len, KINDS))
    for kind in KINDS:
        first = (rule(kind) or "no rule yet").partition("\n")[0]
        _, _, says = first.partition(": ")
        click.echo(f"{kind:<{width}}  {says or first}")
