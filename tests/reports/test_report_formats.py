"""Every format: a snapshot of the whole output, the same bytes twice, nothing active through."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from fixed_reports import BEGINNING, FULL, SILENT
from fixed_set import REPORTS
from hostile import HOSTILE, hostile_report
from reading_back import read_back

from factcheck.records import Report
from factcheck.reports import format_names, load_format
from factcheck.reports.answer import answer, claim_id
from factcheck.reports.escaping import link

ROOT = Path(__file__).parents[2]
BINARY = ("docx", "pdf", "xlsx")
SNAPSHOTS = ROOT / "tests" / "snapshots"


def written(name: str, reports: Iterable[Report]) -> bytes:
    stream = io.BytesIO()
    load_format(name).write(reports, stream)
    return stream.getvalue()


def test_the_formats_of_this_folder_are_listed() -> None:
    assert format_names() == (
        "claimreview", "csv", "docx", "github", "html", "json", "jsonl", "junit", "md", "pdf",
        "sarif", "text", "xlsx",
    )  # fmt: skip


@pytest.mark.parametrize("name", format_names())
def test_whole_output(name: str) -> None:
    """A missing snapshot is written, and the test fails once so that it is read."""
    ending = ".txt" if name in BINARY else load_format(name).suffix
    snapshot = SNAPSHOTS / f"fixed_reports.{name}{ending}"
    output = read_back(name, written(name, REPORTS)).encode()
    if not snapshot.exists() or os.environ.get("WRITE_SNAPSHOTS"):
        SNAPSHOTS.mkdir(exist_ok=True)
        snapshot.write_bytes(output)
        pytest.fail(f"{snapshot} was written: read it, then run again")
    assert output.decode().splitlines() == snapshot.read_bytes().decode().splitlines()


@pytest.mark.parametrize("name", format_names())
def test_same_bytes_twice_and_from_a_generator(name: str) -> None:
    assert written(name, REPORTS) == written(name, (report for report in REPORTS))


@pytest.mark.parametrize("name", format_names())
def test_nothing_active_comes_through(name: str) -> None:
    output = read_back(name, written(name, [hostile_report()]))
    assert "red" in output
    for character in "\x1b\x9b\x00\u202e\u2066\ud800":
        assert character not in output
    if name == "md":
        assert "\\<script\\>" in output and "<script>" not in output
        assert not re.search(r"(?<!\\)\]\(", output)


def test_json_reads_back_what_was_hostile() -> None:
    [read] = json.loads(written("json", [hostile_report()]))
    assert read["text"] == HOSTILE
    assert read["claims"][0]["facts"][0]["subject"] == HOSTILE


def test_no_reports_are_still_a_json_array() -> None:
    assert json.loads(written("json", [])) == []
    assert written("jsonl", []) == b""


def test_the_array_is_closed_when_the_input_breaks_off() -> None:
    def broken() -> Iterable[Report]:
        yield FULL
        raise KeyboardInterrupt

    stream = io.BytesIO()
    with pytest.raises(KeyboardInterrupt):
        load_format("json").write(broken(), stream)
    assert len(json.loads(stream.getvalue())) == 1


def test_answers_fit_the_published_schema() -> None:
    schema = json.loads((ROOT / "docs" / "answer.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    checker.check_schema(schema)
    for report in (*REPORTS, hostile_report()):
        checker.validate(answer(report))
    wrong = answer(FULL) | {"verdict": "maybe"}
    assert not checker.is_valid(wrong)


def test_keys_stand_in_the_order_of_the_design() -> None:
    read = json.loads(written("jsonl", [FULL]))
    assert list(read) == [
        "schema", "id", "text", "speaker", "date", "verdict", "reference", "version", "claims",
        "not_judged",
    ]  # fmt: skip
    assert list(read["claims"][0]) == [
        "id", "start", "end", "quote", "sentence", "subject", "property", "value", "time", "kind",
        "verdict", "diagnosis", "stance", "asserted_by", "explanation", "arithmetic", "correction",
        "corrected_sentence", "facts", "place", "trace",
    ]  # fmt: skip
    assert list(read["claims"][0]["facts"][0]) == [
        "id", "text", "subject", "property", "value", "unit", "valid_from", "valid_to", "sources",
    ]  # fmt: skip


def test_offsets_cut_the_quote_and_lines_are_those_of_the_phrase() -> None:
    read = answer(FULL)
    for claim in read["claims"]:
        assert read["text"][claim["start"] : claim["end"]] == claim["quote"]
    assert [claim["place"]["line"] for claim in read["claims"]] == [1, 1, 2, None]


def test_whole_numbers_have_no_point() -> None:
    values = [claim["value"]["value"] for claim in answer(FULL)["claims"]]
    assert values == ["2017-01-20/2021-01-20", 1500000000, 45000, 8.5]
    assert [type(value) for value in values] == [str, int, int, float]


def test_the_same_claim_in_other_words_has_the_same_id() -> None:
    claim = BEGINNING.claim
    moved = replace(claim, start=9, end=25, sentence="Other words.", asserted_by="Bo Birch")
    assert claim_id(moved) == claim_id(claim)
    assert claim_id(replace(claim, negated=True)) != claim_id(claim)


def test_only_flagged_claims_are_shown_where_that_is_wanted() -> None:
    flagged = replace(FULL, options={"stance": "flagged"})
    assert [claim["verdict"] for claim in answer(flagged)["claims"]] == ["refuted", "refuted"]
    calm = replace(SILENT, verdicts=(FULL.verdicts[1],), options={"stance": "flagged"})
    assert answer(calm)["claims"] == [] and answer(calm)["verdict"] == "supported"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/ javascript:x", False),
        ("https://example.org/\x1b[31m", False),
        ('https://example.org/"onclick="x', False),
        (None, False),
    ],
)
def test_links_are_http_only(url: str | None, kept: bool) -> None:
    assert link(url) == (url if kept else None)
