"""Batches end to end: verdicts and places in all formats, bad files, what is not done again."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner, Result
from folder_of_talks import EXPECTED, RIGHT, TOPIC, WRONG, make_folder

from factcheck.api import Checker
from factcheck.batch import read_found, read_reports
from factcheck.batch.results import opened
from factcheck.cli import main
from factcheck.documents import read
from factcheck.records import Document, Unusable
from factcheck.reports.answer import answer

TABLES = ("runs", "documents", "passages", "claims", "verdicts", "facts_used")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))


def batch(*arguments: str) -> Result:
    given = ["batch", "--topic", str(TOPIC), "--into", "r.db", *arguments]
    return CliRunner().invoke(main, given)


def ask(query: str, database: str = "r.db") -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def everything(database: str = "r.db") -> dict[str, list[tuple[Any, ...]]]:
    return {table: ask(f"SELECT * FROM {table} ORDER BY 1, 2", database) for table in TABLES}


def test_all_formats_with_verdicts_and_places() -> None:
    make_folder(Path("talks"))
    result = batch("talks")
    assert result.exit_code == 1, result.stderr
    found = ask(
        "SELECT substr(path, 7), verdicts.verdict, line, page, time, asserted_by FROM claims"
        " JOIN documents ON documents.id = document JOIN verdicts ON verdicts.claim = claims.id"
        " ORDER BY claims.id"
    )
    assert found == EXPECTED
    assert result.stdout == ""
    assert result.stderr == (
        "r.db: 11 files (0 unchanged), 13 documents, 12 claims, 8 flagged, 0 unusable\n"
    )
    assert ask("SELECT date FROM documents WHERE path LIKE '%k.txt'") == [("2025-04-08",)]
    searched = "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH '\"alma bridge\" AND 1963'"
    assert ask(searched) == [(8,)]
    assert ask("PRAGMA integrity_check") == [("ok",)] and not ask("PRAGMA foreign_key_check")


def test_reports_read_back_equal_those_that_check_makes() -> None:
    make_folder(Path("talks"))
    batch("talks", "--known-on", "2030-01-01", "--quiet")
    with Checker([str(TOPIC)]) as checker:
        files = sorted(Path("talks").rglob("*"))
        made = [
            checker.check(one)
            for file in files
            if file.is_file() and file.suffix != ".odt" and not file.name.startswith(".")
            for one in read(file)
        ]
        kept = list(read_reports(Path("r.db"), traces=True))
        assert [(r.document, r.verdicts, r.not_judged) for r in kept] == [
            (r.document, r.verdicts, r.not_judged) for r in made
        ]
        assert all(r.options == {"known_on": "2030-01-01"} for r in kept)
        for report, readings in read_found(Path("r.db")):
            again = checker.judge(report.document, readings, report.not_judged)
            assert again.verdicts == report.verdicts
    plain = [answer(report) for report in read_reports(Path("r.db"))]
    answers = [json.loads(text) for (text,) in ask("SELECT answer FROM documents ORDER BY id")]
    assert [a["claims"] for a in answers] == [a["claims"] for a in plain]
    result = CliRunner().invoke(main, ["report", "r.db", "--format", "jsonl"])
    reported = [json.loads(line) for line in result.stdout.splitlines()]
    for claim in (claim for one in reported for claim in one["claims"]):
        claim.pop("repeated", None)  # how often it was made is told of many documents
    assert reported == plain


def test_a_bad_file_is_an_entry_and_the_rest_go_on() -> None:
    folder = Path("talks")
    folder.mkdir()
    (folder / "a.pdf").write_text("no PDF", encoding="utf-8")
    (folder / "b\n.jsonl").write_text('{"text": 1}', encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\x00\x01")
    (folder / "d.txt").write_text(WRONG, encoding="utf-8")
    (folder / "e.jsonl").write_text('{"text": "half a letter \\ud800"}', encoding="utf-8")
    result = batch("talks", "gone.txt")
    assert result.exit_code == 2
    errors = [text for (text,) in ask("SELECT error FROM documents ORDER BY id")]
    assert [bool(text) for text in errors] == [True, True, True, False, False, True]
    assert "damaged" in errors[0] and "a binary file" in errors[2] and "no such" in errors[5]
    assert result.stderr.count("\n") == 5 and "Traceback" not in result.stderr
    assert ask("SELECT sum(flagged) FROM verdicts") == [(1,)]
    assert [bool(report.error) for report in read_reports(Path("r.db"))] == [
        bool(text) for text in errors
    ]
    (folder / "c.txt").write_text(RIGHT, encoding="utf-8")
    batch("talks", "--quiet")
    assert ask("SELECT error FROM documents WHERE path = 'talks/c.txt'") == [(None,)]


def test_a_defect_on_one_document_is_an_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(self: Checker, document: Document) -> NoReturn:
        raise ZeroDivisionError(f"on {document.id}")

    Path("a.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.setattr(Checker, "find", find)
    assert batch("a.txt").exit_code == 2
    assert "internal error, ZeroDivisionError: on a.txt" in ask("SELECT error FROM documents")[0][0]


def test_a_document_that_takes_too_long_is_an_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(self: Checker, document: Document) -> NoReturn:
        while True:
            try:
                sum(range(1000))
            except Exception:  # what a library may do
                continue

    Path("a.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.setattr("factcheck.batch.checking.SECONDS", 0.1)
    monkeypatch.setattr(Checker, "find", find)
    result = batch("a.txt")
    assert result.exit_code == 2
    assert "a.txt: takes over 0.1 seconds to check: split it" in result.stderr


def test_unchanged_files_are_left_and_changed_ones_replaced() -> None:
    make_folder(Path("talks"))
    batch("talks")
    before = everything()
    assert "11 files (11 unchanged)" in batch("talks").stderr
    assert everything() == before
    (Path("talks") / "a.txt").write_text(f"Remarks\n\nTHE MAYOR: Well. {RIGHT}", encoding="utf-8")
    assert "11 files (10 unchanged)" in batch("talks").stderr
    changed = everything()
    assert changed != before and changed["documents"][1:] == before["documents"][1:]
    Path("r.db").rename("old.db")
    batch("talks")
    assert everything() == changed
    (Path("talks") / "h.jsonl").write_text(json.dumps({"text": RIGHT}), encoding="utf-8")
    batch("talks")
    assert ask("SELECT number, of_file FROM documents WHERE path = 'talks/h.jsonl'") == [(1, 1)]
    assert ask("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'alma'") == [(11,)]


def test_other_facts_or_options_check_again() -> None:
    make_folder(Path("talks"))
    batch("talks/*.txt", "talks/j")
    shutil.copytree(TOPIC, "bridges")
    facts = Path("bridges/facts.csv")
    facts.write_text(facts.read_text("utf-8").replace("1961-08-13,,", "1963-01-02,,", 1), "utf-8")
    result = CliRunner().invoke(
        main, ["batch", "--topic", "bridges", "--into", "r.db", "talks/*.txt", "talks/j"]
    )
    assert "3 files (0 unchanged)" in result.stderr
    assert ask("SELECT count(*) FROM runs") == [(2,)]
    assert ask("SELECT count(*) FROM documents") == [(3,)]


def test_paths_that_mean_nothing_and_a_foreign_database() -> None:
    Path("empty").mkdir()
    for given, says in (("empty", "no files in it"), ("*.srt", "no files in it")):
        result = batch(given)
        assert result.exit_code == 2 and says in result.stderr
    Path("a.txt").write_text(RIGHT, encoding="utf-8")
    Path("r.db").write_text("no database, but much longer than a header" * 9, encoding="utf-8")
    assert "no results database" in batch("a.txt").stderr
    Path("r.db").unlink()
    with closing(sqlite3.connect("r.db")) as connection:
        connection.execute("CREATE TABLE t (a)")
    assert "no results database" in batch("a.txt").stderr
    assert ask("SELECT name FROM sqlite_master") == [("t",)]
    with pytest.raises(Unusable, match="no results database"):
        list(read_reports(Path("gone.db")))
    assert not Path("gone.db").exists()
    result = CliRunner().invoke(main, ["batch", "a.txt", "--into", "no/r.db"])
    assert result.exit_code == 2 and "is its folder there" in result.stderr


def test_two_runs_at_once_say_so_and_the_lock_goes() -> None:
    Path("a.txt").write_text(RIGHT, encoding="utf-8")
    with opened(Path("r.db")):
        result = batch("a.txt")
        assert result.exit_code == 2
        assert "another batch is writing to it: wait" in result.stderr
    assert batch("a.txt").exit_code == 0
    assert batch("a.txt", "--quiet").stderr == ""
