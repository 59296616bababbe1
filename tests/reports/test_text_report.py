"""The terminal: colour only there, the phrase marked, the width kept."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from fixed_reports import BEGINNING, CARS, FULL
from fixed_set import REPORTS

from factcheck.reports import text_report
from factcheck.reports.marking import columns, marked, wrapped


class Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


def shown_at(stream: io.BytesIO) -> str:
    text_report.write(REPORTS, stream)
    return stream.getvalue().decode()


def test_colour_only_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1;31m" in shown_at(Terminal())
    assert "\x1b" not in shown_at(io.BytesIO())


@pytest.mark.parametrize(("name", "setting"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_it_is_not_wanted(
    name: str, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, setting)
    assert "\x1b" not in shown_at(Terminal())


@pytest.mark.parametrize("width", [48, 60, 88])
def test_lines_keep_to_the_width(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    for line in shown_at(Terminal()).splitlines():
        assert columns(line) <= width or "https://" in line or "─" in line


@pytest.mark.parametrize("width", [20, 33, 80])
@pytest.mark.parametrize("verdict", FULL.verdicts)
def test_the_underline_lies_below_the_phrase(verdict: object, width: int) -> None:
    claim = verdict.claim  # type: ignore[attr-defined]
    below = ""
    for line, mark in marked(claim, width):
        assert columns(line) <= width
        below += "".join(
            letter for letter, sign in zip(line, mark, strict=False) if sign == "─"
        ) + (" " if mark else "")
    assert re.sub(r"\s+", " ", below).strip() == claim.quote


def test_the_underline_counts_wide_letters_twice() -> None:
    sentence = "東京 has 45,000 cars."
    claim = replace(CARS.claim, sentence=sentence, sentence_start=0, start=7, end=13)
    assert marked(claim, 60) == [(sentence, " " * 9 + "─" * 6)]


def test_a_very_long_sentence_is_shortened_around_the_phrase() -> None:
    long = "word " * 500 + BEGINNING.claim.quote + " word" * 500
    claim = replace(BEGINNING.claim, sentence=long, sentence_start=0, start=2500, end=2516)
    text = " ".join(line for line, _ in marked(claim, 80))
    assert text.startswith("… word") and text.endswith("word …")
    assert BEGINNING.claim.quote in text and len(text) < 600


def test_wrapping_loses_nothing() -> None:
    text = "a bb ccc dddd eeeee a-very-long-word-that-does-not-fit f"
    lines = wrapped(text, 10)
    assert " ".join(lines) == text
    assert [line for line in lines if len(line) > 10] == ["a-very-long-word-that-does-not-fit"]
