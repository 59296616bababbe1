"""The example folder of `docs/results.md`: all formats, verdicts and places as a person set them.

`docs/talks-expected.csv` was written by what is true and by where it stands in the files, not by
what the program says.
"""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.documents import readers

DOCS = Path(__file__).parents[2] / "docs"
#: what is asked of each claim, as the columns of the expected table
FOUND = """
SELECT path, line, page, time, asserted_by, quote, verdicts.verdict, correction, flagged
FROM claims JOIN documents ON documents.id = document JOIN verdicts ON verdicts.claim = claims.id
ORDER BY claims.id"""
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Row, bool]]:
    """The claims of the folder, each as a row of the expected table, and whether it is flagged."""
    database = tmp_path_factory.mktemp("talks") / "r.db"
    result = CliRunner().invoke(main, ["batch", str(DOCS / "talks"), "--into", str(database)])
    assert result.exit_code == 1, result.stderr
    assert " 0 unusable" in result.stderr
    with closing(sqlite3.connect(database)) as connection:
        return [
            (
                (Path(path).name, *(" ".join(str(one or "").split()) for one in told)),
                bool(flagged),
            )
            for path, *told, flagged in connection.execute(FOUND)
        ]


def expected() -> list[Row]:
    """The rows of the table."""
    with (DOCS / "talks-expected.csv").open(encoding="utf-8", newline="") as stream:
        return [tuple(row.values()) for row in csv.DictReader(stream)]


def test_the_folder_has_every_format() -> None:
    names = [file.name for file in (DOCS / "talks").iterdir()]
    assert len(names) >= 12
    assert {Path(name).suffix for name in names} == set(readers())
    assert {row[0] for row in expected()} == set(names)


@pytest.mark.parametrize("row", expected(), ids=lambda row: f"{row[0]} {row[5]}")
def test_verdict_and_place_are_as_expected(row: Row, found: list[tuple[Row, bool]]) -> None:
    assert row in [told for told, _ in found]


def test_nothing_else_is_flagged(found: list[tuple[Row, bool]]) -> None:
    assert [told for told, flagged in found if flagged] == [
        row for row in expected() if row[6] == "refuted"
    ]
