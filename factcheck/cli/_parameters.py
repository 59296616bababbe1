"""Parameters that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(text: str | Date) -> Date:
    """The type of options that take a day in ISO 8601: 2025-04-08."""
    if isinstance(text, Date):
        return text
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return Date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day of the calendar: write it like 2025-04-08"
        raise click.BadParameter(message) from None


def reference_options(command: _F) -> _F:
    """The options that say which facts count."""
    for option in (
        click.option(
            "--known-on", type=day, metavar="DATE", help="Answer as the facts stood on that day."
        ),
        click.option(
            "--reference",
            type=click.Path(path_type=Path),
            metavar="FILE.db",
            help="Use this built reference.",
        ),
        click.option(
            "--topic",
            multiple=True,
            metavar="NAME or FOLDER",
            help="Use only this topic; may be repeated. Default: all that are shipped.",
        ),
    ):
        command = option(command)
    return command
