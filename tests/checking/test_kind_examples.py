"""The examples in each kind's docstring, run through the whole program on their own facts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.checking.judging import explain, list_kinds

_HEADINGS = ("Given", "Flagged", "Left alone", "Not yet seen")
_WHEN = re.compile(r"(.*) in (\d{4})$")


def sections(kind: str) -> dict[str, list[str]]:
    """The lines under each heading of a kind's docstring."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in explain(kind).splitlines():
        if line in _HEADINGS:
            current = found.setdefault(line, [])
        elif line.startswith("    ") and current is not None:
            current.append(line.strip())
        elif line.strip():
            current = None
    return found


def write_topic(folder: Path, given: list[str]) -> Path:
    """A topic of the facts `subject | property | value`, "in 2019" giving the time."""
    folder.mkdir()
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "subject", "property", "value", "valid_from", "valid_to"])
        for number, line in enumerate(given):
            subject, name, value, *rest = (part.strip() for part in line.split("|"))
            when = rest[0] if rest else ""
            dated = _WHEN.fullmatch(value)
            if dated and not when:
                value, when = dated[1], dated[2]
            first, _, last = when.partition("/")
            last = "" if last == ".." else last or first
            writer.writerow([f"f{number}", subject, name, value, first, last])
    return folder


def examples() -> Iterator[object]:
    """(kind, heading, sentence) for each example; what is missed today is a strict xfail."""
    for kind in list_kinds():
        found = sections(kind)
        for heading in _HEADINGS[1:]:
            for sentence in found.get(heading, []):
                marks = [pytest.mark.xfail(strict=True)] if heading == "Not yet seen" else []
                yield pytest.param(kind, heading, sentence, marks=marks, id=f"{kind}: {sentence}")


@pytest.mark.parametrize(("kind", "heading", "sentence"), list(examples()))
def test_example(kind: str, heading: str, sentence: str, tmp_path: Path) -> None:
    """Flagged sentences are flagged with the kind, the others are left alone."""
    topic = write_topic(tmp_path / "examples", sections(kind)["Given"])
    report = check(sentence, topics=[str(topic)])
    flagged = [verdict.claim.kind for verdict in report.verdicts if verdict.is_flagged]
    assert flagged == ([] if heading == "Left alone" else [kind])


@pytest.mark.parametrize("kind", list_kinds())
def test_kind_shows_both(kind: str) -> None:
    """Every kind says what it flags and, at least as often, what it leaves alone."""
    found = sections(kind)
    assert found["Flagged"] and len(found["Left alone"]) >= 2
