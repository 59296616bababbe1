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

TABLES = (
    "runs",
    "facts_known",
    "documents",
    "passages",
    "claims",
    "verdicts",
    "facts_used",
    "claims_fts",
)


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


def documents_in(database: Path) -> int:
    """How many documents stand in a database that is being written."""
    if not database.exists():
        return 0
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def kill_after(running: subprocess.Popen[str], database: Path, documents: int, wait: float) -> bool:
    """Kill a batch some time after so many documents stand in its database; whether it still ran.

    Not so many seconds after it has begun: on a busy machine nobody knows where it is then.
    """
    while running.poll() is None and documents_in(database) < documents:
        time.sleep(0.005)
    time.sleep(wait)
    struck = running.poll() is None
    running.kill()
    running.communicate(timeout=60)
    return struck


@pytest.mark.parametrize("jobs", [1, 2])
def test_kills_at_random_moments_leave_no_trace(jobs: int, tmp_path: Path) -> None:
    make_many(tmp_path / "talks", 30)
    unbroken = start(tmp_path, "unbroken.db", 1)
    _, errors = unbroken.communicate(timeout=300)
    assert unbroken.returncode == 2 and "31 files (0 unchanged), 49 documents" in errors
    chance = random.Random(jobs)
    # the first while it starts, the others in the middle of the documents
    moments = [0, *sorted(chance.sample(range(1, 30), 4 if jobs == 1 else 2))]
    struck = 0
    for documents in moments:
        running = start(tmp_path, "broken.db", jobs)
        wait = chance.uniform(0, 0.02 if documents else 0.5)
        struck += kill_after(running, tmp_path / "broken.db", documents, wait)
    assert struck
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
