"""Killed at any moment, a batch goes on; the finished database is that of an unbroken run."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from folder_of_talks import TOPIC, make_many

TABLES = ("runs", "documents", "passages", "claims", "verdicts", "facts_used", "claims_fts")


def start(
    folder: Path, into: str, jobs: int, first: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    arguments = ["batch", "talks", "--into", into, "--topic", str(TOPIC), "--jobs", str(jobs)]
    program = "from factcheck.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=os.environ | {"FACTCHECK_CACHE": str(folder / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=first,
    )


def everything(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


@pytest.mark.parametrize("jobs", [1, 2])
def test_kills_at_random_moments_leave_no_trace(jobs: int, tmp_path: Path) -> None:
    make_many(tmp_path / "talks", 30)
    begin = time.monotonic()
    unbroken = start(tmp_path, "unbroken.db", 1)
    _, errors = unbroken.communicate(timeout=300)
    lasted = time.monotonic() - begin
    assert unbroken.returncode == 2 and "31 files (0 unchanged), 49 documents" in errors
    chance = random.Random(jobs)
    killed = 0
    for _ in range(5 if jobs == 1 else 2):
        running = start(tmp_path, "broken.db", jobs)
        try:
            running.wait(chance.uniform(0.3, 1.0) * lasted)
        except subprocess.TimeoutExpired:
            running.kill()
            killed += 1
        running.communicate(timeout=60)
    assert killed
    finished = start(tmp_path, "broken.db", jobs)
    _, again = finished.communicate(timeout=300)
    assert finished.returncode == 2, again
    assert everything(tmp_path / "broken.db") == everything(tmp_path / "unbroken.db")
    assert again.partition("unchanged), ")[2] == errors.partition("unchanged), ")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is the system's")
def test_a_full_disk_ends_in_one_line_and_the_batch_goes_on(tmp_path: Path) -> None:
    import resource

    make_many(tmp_path / "talks", 30)
    start(tmp_path, "unbroken.db", 1).communicate(timeout=300)
    size = (tmp_path / "unbroken.db").stat().st_size
    full = start(tmp_path, "broken.db", 1, lambda: _limit(resource.RLIMIT_FSIZE, size * 3 // 4))
    _, errors = full.communicate(timeout=300)
    assert full.returncode == 2 and errors.count("\n") == 1, errors
    assert "what is in it stays; make room" in errors
    start(tmp_path, "broken.db", 1).communicate(timeout=300)
    assert everything(tmp_path / "broken.db") == everything(tmp_path / "unbroken.db")


def _limit(what: int, size: int) -> None:
    import resource

    resource.setrlimit(what, (size, size))


def test_a_second_run_at_once_says_so(tmp_path: Path) -> None:
    make_many(tmp_path / "talks", 30)
    both = [start(tmp_path, "r.db", 1) for _ in range(2)]
    told = [one.communicate(timeout=300)[1] for one in both]
    assert [one.returncode for one in both] == [2, 2]
    said = ["another batch is writing to it" in text for text in told]
    assert sorted(said) == [False, True], told
    assert len(everything(tmp_path / "r.db")["documents"]) == 49
