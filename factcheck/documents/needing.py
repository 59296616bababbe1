"""The libraries that read rich formats are an extra: what to do where one is missing."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from factcheck.records import Unusable


def need(library: str, path: Path) -> Any:  # noqa: ANN401
    """The module `library`; raises `Unusable` naming the extra that brings it."""
    try:
        return importlib.import_module(library)
    except ImportError:
        raise Unusable(
            f"{path}: reading {path.suffix.lower()} files needs more packages: "
            'pip install "factcheck[documents]"'
        ) from None
