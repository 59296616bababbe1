"""Reports: writes reports in a format. One format a file; imports only measures and records.

A format is a module `<name>_report.py` here with

- `suffix`: how files of the format end (".md")
- `write(reports, stream)`: writes the reports, in their order, to a binary stream; `reports` may
  be a generator, and what can be written before the next one is asked for is written

That is all: the folder is listed, so the new format shows up in `factcheck check --format`, and
the tests ask for its snapshot (`tests/snapshots/`, written by the test run). Text from outside
passes through `escaping.py`; what a report says is put into words in `answer.py`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from typing import BinaryIO, Protocol, cast

from factcheck.records import Report

_ENDING = "_report"


class Format(Protocol):
    """What a module of a report format holds."""

    suffix: str

    def write(self, reports: Iterable[Report], stream: BinaryIO) -> None:
        """Write the reports, in their order."""


def format_names() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order; nothing is imported."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


def load_format(name: str) -> Format:
    """The format of that name (one of `format_names()`)."""
    return cast(Format, importlib.import_module(f"{__name__}.{name}{_ENDING}"))
