"""Statements about tables: the labelled ones of `claims/tables`, hostile and strange files."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.api import Checker, check
from factcheck.cli.check import command
from factcheck.records import Document, Unusable

TABLES = Path(__file__).parents[2] / "claims" / "tables"
WILDCATS = TABLES / "wildcats-1951.csv"


def outcomes(pattern: str) -> dict[str, Counter[str]]:
    """By tag how many statements are right, wrong and silent."""
    found: dict[str, Counter[str]] = {"simple": Counter(), "complex": Counter()}
    for file in sorted(TABLES.glob(pattern)):
        labels = tomllib.loads(file.read_text(encoding="utf-8"))
        with Checker(table=file.with_name(labels["table"]), caption=labels["caption"]) as checker:
            for one in labels["statement"]:
                verdict = checker.check(Document(one["text"])).verdict
                silent = verdict == "not_enough_info"
                told = "silent" if silent else "right" if verdict == one["verdict"] else "wrong"
                found[one["tags"][0]][told] += 1
    return found


def test_half_of_the_statements_are_false() -> None:
    labels = [tomllib.loads(file.read_text(encoding="utf-8")) for file in TABLES.glob("*.toml")]
    verdicts = Counter(one["verdict"] for table in labels for one in table["statement"])
    assert verdicts["supported"] + verdicts["refuted"] == 10 * len(labels)
    assert abs(verdicts["supported"] - verdicts["refuted"]) < 0.06 * verdicts.total()


@pytest.mark.parametrize(
    ("tag", "precision", "coverage"), [("simple", 0.95, 0.80), ("complex", 0.75, 0.40)]
)
def test_what_is_decided_is_right(tag: str, precision: float, coverage: float) -> None:
    counts = outcomes("[!h]*.toml")[tag]
    decided = counts["right"] + counts["wrong"]
    assert counts["right"] / decided >= precision
    assert decided / counts.total() >= coverage


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("the wildcats scored 35 points in the game against villanova", "supported"),
        ("there were 4 games in october", "supported"),
        ("there were 3 games in october", "refuted"),
        ("is it hot in the kitchen", "not_enough_info"),
    ],
)
def test_a_statement(said: str, verdict: str) -> None:
    assert check(said, table=WILDCATS, caption="1951 football").verdict == verdict


def test_the_answer_names_rows_and_shows_the_arithmetic() -> None:
    report = check("there were 3 games in october", table=WILDCATS)
    assert "georgia tech" in report.verdicts[0].explanation
    assert report.verdicts[0].arithmetic and report.verdicts[0].correction == "4"


def test_the_command() -> None:
    said = "the wildcats scored 31 points when they played against villanova"
    given = [said, "--table", str(WILDCATS), "--caption", "football"]
    result = CliRunner().invoke(command, given, standalone_mode=False)
    assert "line 7, column 'wildcats points'" in result.output


@pytest.mark.parametrize("mark", [",", ";", "\t", "|", "#"])
def test_delimiters(mark: str, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(f"city{mark}height\nOslo{mark}12\nRome{mark}30\n", encoding="utf-8-sig")
    assert check("the height of oslo is 12", table=file).verdict == "supported"


def test_hostile_cells_come_through_without_control_characters(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("city,height\n=cmd()\x1b[2J|x,12\nRome\u202e,30\n", encoding="utf-8")
    with Checker(table=file) as checker:
        report = checker.check(Document("the height of rome is 31"))
    assert report.verdict == "refuted"
    assert "\u202e" not in report.verdicts[0].explanation


@pytest.mark.parametrize(
    "content", [b"", b"one line", b"PK\x03\x04", b"a,b\n" + b"1,2\n" * 150_000, b"a" * 6_000_000]
)
def test_what_is_no_table_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(content)
    with pytest.raises(Unusable, match=r"t\.csv"):
        check("a is 1", table=file)


def test_a_workbook_is_a_table_too(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book, file = openpyxl.Workbook(), tmp_path / "t.xlsx"
    for row in (("city", "2023", None), (None, "goals", "points"), ("Oslo", 3, 40), (None,) * 3,
                ("Rome", 5, 41)):  # fmt: skip
        book.active.append(row)
    book.active.merge_cells("B1:C1")
    book.save(file)
    report = check("rome has 44 points", table=file)
    assert report.verdict == "refuted"
    assert "line 5, column '2023 points'" in report.verdicts[0].explanation


def test_json_is_a_table_too(tmp_path: Path) -> None:
    file = tmp_path / "t.json"
    file.write_text('[{"city": "Oslo", "height": 12}, {"city": "Rome", "height": 30}]')
    assert check("the height of rome is 31", table=file).verdict == "refuted"


def test_what_a_workbook_loses_refuses_it(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book, file = openpyxl.Workbook(), tmp_path / "t.xlsx"
    for row in (("city", "goals", "points"), ("Oslo", 3, 40), ("Rome", "#REF!", 41)):
        book.active.append(row)
    book.save(file)
    with pytest.raises(Unusable, match=r"t\.xlsx: row 3, column B"):
        check("rome has 44 points", table=file)


def test_a_gigabyte_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "big.csv"
    with file.open("wb") as stream:
        stream.truncate(1_000_000_000)
    with pytest.raises(Unusable, match=r"big\.csv: 1000 MB"):
        check("a is 1", table=file)


def test_two_rows_of_one_name_are_both_asked(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("city,height\nOslo,12\n,\nOslo,13\nRome,30\n", encoding="latin-1")
    assert check("the height of oslo is 13", table=file).verdict == "supported"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("all of the games were played in october", "refuted"),
        ("most of the games were wins", "supported"),
        ("every game was a loss", "refuted"),
        ("the wildcats played villanova once", "supported"),
        ("the average number of wildcats points was 26.45", "refuted"),
        ("the first game was very exciting", "not_enough_info"),
    ],
)
def test_what_is_said_of_several_rows(said: str, verdict: str) -> None:
    assert check(said, table=WILDCATS, caption="1951 football").verdict == verdict


CUPS = "team,cups,won,lost\nholt,4,9,2\nlarkham,2,6,6\nbrant,2,5,8\nember,0,3,11\ntotal,8,23,27\n"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("holt and larkham combined won 15 games", "supported"),
        ("holt and larkham combined won 14 games", "refuted"),
        ("the average number of cups is 2", "supported"),
        ("holt has twice as many cups as larkham", "supported"),
        ("larkham has twice as many cups as holt", "refuted"),
        ("both larkham and brant have 2 cups", "supported"),
        ("both holt and brant have 2 cups", "refuted"),
        ("holt is the only team with 4 cups", "supported"),
        ("larkham is the only team with 2 cups", "refuted"),
        ("brant lost more games than it won", "supported"),
        ("ember did not win any cups", "supported"),
        ("larkham did not win any cups", "refuted"),
        ("every team won 9 games", "refuted"),
        ("holt has more cups than any other team", "supported"),
        ("all of the teams are nice", "not_enough_info"),
        ("both teams were tired", "not_enough_info"),
        ("holt is the only team that matters", "not_enough_info"),
    ],
)
def test_sums_means_only_all_both_and_multiples(said: str, verdict: str, tmp_path: Path) -> None:
    file = tmp_path / "cups.csv"
    file.write_text(CUPS, encoding="utf-8")
    assert check(said, table=file, caption="cups won by each team").verdict == verdict


def test_score_measures_tables() -> None:
    from factcheck.scoring.tables import score_tables, table_files

    files = table_files([TABLES])
    score = score_tables(files, only=["simple"])
    assert score["simple"]["all"] == 5 * len(files)
    assert score["simple"]["right"] >= 0.95
