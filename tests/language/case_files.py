"""The cases of a file in `cases/`, as parameters of a test."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest


def cases(name: str) -> Iterator[object]:
    """Each case of `cases/<name>.toml` with its number and text as its id; what is missed today is
    a strict expected failure, with what is missing."""
    path = Path(__file__).parent / "cases" / f"{name}.toml"
    for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"]):
        missing = case.get("missing")
        marks = [pytest.mark.xfail(strict=True, reason=missing)] if missing else []
        yield pytest.param(case, id=f"{number}: {case['text']}", marks=marks)
