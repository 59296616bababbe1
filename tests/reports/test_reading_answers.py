"""Answers that were written are read back as reports that give the same answers."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from fixed_set import REPORTS
from hostile import hostile_report

from factcheck.records import Unusable
from factcheck.reports import load_format
from factcheck.reports.answer import answer, claim_id
from factcheck.reports.reading import read_answers


def kept(name: str, path: Path) -> Path:
    stream = io.BytesIO()
    load_format(name).write((*REPORTS, hostile_report()), stream)
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_was_written_reads_back_the_same(name: str, tmp_path: Path) -> None:
    read = list(read_answers(kept(name, tmp_path / "a")))
    assert [answer(report) for report in read] == [
        answer(report) for report in (*REPORTS, hostile_report())
    ]
    again = io.BytesIO()
    load_format(name).write(read, again)
    assert again.getvalue() == (tmp_path / "a").read_bytes()


def test_a_claim_keeps_its_id_though_its_question_is_not_kept_whole(tmp_path: Path) -> None:
    read = list(read_answers(kept("jsonl", tmp_path / "a")))
    ids = [claim_id(verdict.claim) for report in REPORTS for verdict in report.verdicts]
    assert [claim_id(v.claim) for r in read[: len(REPORTS)] for v in r.verdicts] == ids


def test_why_nothing_could_be_decided_is_kept(tmp_path: Path) -> None:
    [read, *_] = read_answers(kept("json", tmp_path / "a"))
    assert [verdict.reason for verdict in read.verdicts] == [None, None, None, "unverified_only"]
    assert "reason" not in answer(read)["claims"][0]


def test_one_answer_alone_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    for indent in (None, 2):
        file.write_text(json.dumps(answer(REPORTS[0]), indent=indent), encoding="utf-8")
        [read] = read_answers(file)
        assert answer(read) == answer(REPORTS[0])


def broken(**changed: object) -> str:
    return json.dumps(answer(REPORTS[0]) | changed)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a: no JSON"),
        ("no JSON at all", "a: no JSON"),
        ("[1, 2]", "a: answer 1: no answer of factcheck: 1 is no dict"),
        ('{"text": "x"}', "a:1: no answer of factcheck: 'schema' is missing"),
        (broken(schema="other/2"), "schema 'other/2' is not 'factcheck/1'"),
        (broken(date="yesterday"), "Invalid isoformat string"),
        (broken(claims={}), "{} is no list"),
        (broken(claims=[{"id": 1}]), "is missing"),
        (broken(text=None), "None is no str"),
        ("[NaN]", "NaN is no number"),
        ("[" * 100_000, "no JSON"),
        (json.dumps(answer(REPORTS[0])) + "\n{}", "a:2: no answer of factcheck"),
    ],
)
def test_what_is_no_answer_is_said_in_one_line(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, encoding="utf-8")
    with pytest.raises(Unusable) as error:
        list(read_answers(tmp_path / "a"))
    assert says in str(error.value) and "\n" not in str(error.value)


def test_no_file_and_no_text_are_said(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="No such file"):
        list(read_answers(tmp_path / "missing"))
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Unusable, match="not UTF-8"):
        list(read_answers(tmp_path / "binary"))
