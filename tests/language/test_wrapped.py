"""A text says the same whether its lines are wrapped or not."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.measures.plain import unwrapped
from factcheck.records import Document
from factcheck.scoring import Statement, read_statements

CLAIMS = Path(__file__).parents[2] / "claims"
#: every so many-th statement of the corpus
STEP = 24
STATEMENTS = [one for file in sorted(CLAIMS.glob("fresh-*.toml")) for one in read_statements(file)][
    ::STEP
]


def wrapped(text: str, width: int) -> str:
    """The text in lines of at most `width` characters, as long as it was."""
    lines = text.split("\n")
    told = {"break_on_hyphens": False, "break_long_words": False}
    return "\n".join(textwrap.fill(line, width, **told) for line in lines)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [48, 72])
@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.id)
def test_wrapped_lines_say_the_same(statement: Statement, width: int, checker: Checker) -> None:
    text = " ".join(statement.text.split())
    lines = wrapped(text, width)
    assert len(lines) == len(text)
    told = []
    for each in (text, lines):
        report = checker.check(Document(each, speaker=statement.speaker, date=statement.date))
        for verdict in report.verdicts:
            assert verdict.claim.quote == each[verdict.claim.start : verdict.claim.end]
        told.append(
            [(v.claim.start, v.claim.end, v.claim.kind, v.verdict) for v in report.verdicts]
        )
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", "one\ntwo"),
        (f"{'word ' * 8}word\nlonger than that\n", f"{'word ' * 8}word longer than that\n"),
        (f"A headline\n{'word ' * 8}word", f"A headline\n{'word ' * 8}word"),
        (f"{'word ' * 8}word\n- an item", f"{'word ' * 8}word\n- an item"),
        (f"{'word ' * 8}word\nSPEAKER: well", f"{'word ' * 8}word\nSPEAKER: well"),
        (f"{'word ' * 8}word\n\nanother", f"{'word ' * 8}word\n\nanother"),
        ("28\u00a0500\u202ftroops", "28 500 troops"),
        ("", ""),
    ],
    ids=range(8),
)
def test_only_lines_that_were_full_are_joined(text: str, expected: str) -> None:
    assert unwrapped(text) == expected
