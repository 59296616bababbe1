"""The gate loses no verdict: with everything read, the same claims come out the same.

A sample of `claims/seen-*.toml` is compared here. `python tests/language/test_gate.py`
compares all statements of `claims/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.language import stretches
from factcheck.records import Document, Report
from factcheck.scoring.labels import Statement, read_statements

CLAIMS = Path(__file__).parents[2] / "claims"
#: every so many statements are compared
_STEP = 7
#: statements with a verdict that the gate loses today (all of `claims/` compared)
_LOST = (
    "fc010", "sd052", "sk036", "sk037", "sk041", "sk086", "sk102", "sk107", "sp026", "st043",
    "tw055", "vs074",
)  # fmt: skip
#: silent statements that would be supported by mistake, were it not for the gate
_SPARED = ("qt015", "qt027", "qt034", "qt046", "qt130")


def statements(pattern: str) -> Iterator[Statement]:
    for path in sorted(CLAIMS.glob(pattern)):
        yield from read_statements(path)


def verdicts(report: Report) -> dict[tuple[int, int, str, str], str]:
    """The verdicts that say something, by what they are about."""
    return {
        (v.claim.start, v.claim.end, v.claim.kind, v.claim.question.property): v.verdict
        for v in report.verdicts
        if v.verdict != "not_enough_info"
    }


def checked(statement: Statement, checker: Checker) -> Report:
    document = Document(statement.text, speaker=statement.speaker, date=statement.date)
    return checker.check(document)


def lost(found: list[Statement], patch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """(statement, verdict) for what only comes out when everything passes the gate."""
    missing: list[tuple[str, object]] = []
    with Checker() as checker:
        gated = [verdicts(checked(one, checker)) for one in found]
        patch.setattr(stretches, "passes", lambda *_, **__: True)
        patch.setattr(stretches, "is_promising", lambda *_, **__: True)
        for one, through in zip(found, gated, strict=True):
            everything = verdicts(checked(one, checker))
            missing += [(one.id, item) for item in everything.items() - through.items()]
    return missing


def test_gate_loses_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = list(statements("seen-*.toml"))[::_STEP]
    assert len(sample) > 100
    sample = [one for one in sample if one.id not in (*_LOST, *_SPARED)]
    assert lost(sample, monkeypatch) == []


@pytest.mark.parametrize("id", _LOST)
@pytest.mark.xfail(strict=True, reason="the gate turns the sentence away")
def test_gate_loses_these_today(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (statement,) = (one for one in statements("*.toml") if one.id == id)
    assert lost([statement], monkeypatch) == []


def test_the_comparison_sees_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a gate that lets nothing through, verdicts are lost, and that is noticed."""
    sample = [s for s in statements("seen-sma-dates.toml") if s.expected][:5]
    real = stretches.passes
    monkeypatch.setattr(stretches, "passes", lambda *_, **__: False)
    assert lost(sample, monkeypatch)
    assert real is not stretches.passes


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as everything:
        every = list(statements("*.toml"))
        print(len(every), "statements", lost(every, everything))
