"""`factcheck explain KIND`: the rule of a kind, as it stands in the kind's own file."""

from __future__ import annotations

import importlib
import importlib.util
import inspect

import click

from factcheck.records import KINDS, Unusable


@click.command("explain")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
def command(kind: str) -> None:
    """Print the rule by which KIND is judged, with examples of what is flagged and what is not."""
    text = rule(kind)
    if text is None:
        raise Unusable(f"{kind}: there is no rule for it yet")
    click.echo(text)


def rule(kind: str) -> str | None:
    """The docstring of the kind's module."""
    name = f"factcheck.checking.kinds.{kind}"
    if importlib.util.find_spec(name) is None:
        return None
    return inspect.cleandoc(importlib.import_module(name).__doc__ or "") or None
