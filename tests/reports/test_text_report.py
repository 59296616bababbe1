"""The terminal: colour only there, the phrase marked, the width kept."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from fixed_reports import BEGINNING, CARS, FULL
from fixed_set import CALM, REPORTS

from factcheck.records import Report
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


def lines_of(*reports: Report) -> list[str]:
    stream = io.BytesIO()
    text_report.write(reports, stream)
    return stream.getvalue().decode().splitlines()


def test_several_documents_end_with_all_counts_and_one_origin() -> None:
    lines = lines_of(*(replace(report, options={}, topics=("bridges",)) for report in REPORTS))
    assert lines[-3] == (
        "6 documents: 12 refuted, 3 supported, 1 not enough info, 1 reported as false, 3 not"
    )
    assert lines[-2] == "judged, 2 set aside, 1 not checked"
    assert [line for line in lines if line.startswith("factcheck ")] == lines[-1:]
    assert not any(one == other == "" for one, other in pairwise(lines))


def test_other_facts_or_options_are_told_where_they_change() -> None:
    lines = lines_of(FULL, replace(FULL, reference_hash="f" * 16), FULL)
    told = [line for line in lines if line.startswith("factcheck ")]
    assert len(told) == 3 and "ffffffffffff" in told[1] and told[0] == told[2]


def test_of_several_documents_only_those_with_flags_are_shown_if_that_is_wanted() -> None:
    flagged, calm = (replace(one, options={"stance": "flagged"}) for one in (FULL, CALM))
    lines = lines_of(calm, flagged, calm)
    assert lines[0] == "speech.txt, Ann Alder, 2025-04-08"
    assert "Not judged" not in lines and not any("calm.txt" in line for line in lines)
    assert lines[-2] == "3 documents: 2 refuted, 1 not judged; 2 with nothing flagged are not shown"
    assert lines_of(calm)[0].startswith("calm.txt") and "Nothing flagged" in lines_of(calm)


def test_explained_reports_have_all_sources() -> None:
    facts = tuple(replace(BEGINNING.facts[0], id=f"f{n}", value=f"19{n:02}") for n in range(9))
    claim = replace(BEGINNING.claim, trace=())
    report = replace(FULL, verdicts=(replace(BEGINNING, claim=claim, facts=facts, trace=()),))
    assert any("and 6 facts more, with --explain" in line for line in lines_of(report))
    explained = lines_of(replace(report, options={"explain": "yes"}))
    assert sum(line.startswith("  Fact ") for line in explained) == 9
