"""Kills batches over 200 files at random moments: each finished database must equal the unbroken.

    python benchmarks/batch_kills.py [KILLS] [--jobs N]

Prints how many kills struck, how many of them while documents were being written, and how many
databases were finished and compared. Exit status 1 if one differs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOPIC = ROOT / "tests" / "cli" / "topics" / "bridges"
FILES = 200
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


def main() -> int:
    """Kill, resume, compare; the exit status."""
    asked = argparse.ArgumentParser()
    asked.add_argument("kills", type=int, nargs="?", default=100)
    asked.add_argument("--jobs", type=int, default=1)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return kill_and_compare(Path(folder), options.kills, options.jobs)


def kill_and_compare(folder: Path, wanted: int, jobs: int) -> int:
    """Until `wanted` kills have struck: a database a round, killed until it is finished."""
    make_files(folder / "talks")
    begin = time.monotonic()
    start(folder, "unbroken.db", 1).wait()
    lasted = time.monotonic() - begin
    unbroken = everything(folder / "unbroken.db")
    chance = random.Random(7)
    kills = within = rounds = 0
    while kills < wanted:
        rounds += 1
        while strike(start(folder, "broken.db", jobs), chance.uniform(0, lasted)):
            kills += 1
            within += 0 < count(folder / "broken.db") < len(unbroken["documents"])
        start(folder, "broken.db", jobs).wait()
        if everything(folder / "broken.db") != unbroken:
            print(f"round {rounds}: differs after {kills} kills")
            return 1
        print(f"round {rounds}: {kills} kills, equal", flush=True)
        for file in folder.glob("broken.db*"):
            file.unlink()
    print(f"{kills} kills, {within} in the middle of documents; {rounds} databases, all equal")
    return 0


def make_files(folder: Path) -> None:
    """Plain texts and lists of four statements, most of them with claims."""
    folder.mkdir()
    for n in range(FILES):
        said = f"The Alma Bridge opened in {1950 + n % 20}. The Alma Bridge has {n + 1} lanes.\n\n"
        if n % 5:
            (folder / f"{n:03}.txt").write_text(said * (1 + n % 3), encoding="utf-8")
        else:
            rows = (json.dumps({"text": said, "speaker": f"Speaker {m}"}) for m in range(4))
            (folder / f"{n:03}.jsonl").write_text("\n".join(rows), encoding="utf-8")


def start(folder: Path, into: str, jobs: int) -> subprocess.Popen[bytes]:
    """A batch in a process of its own."""
    arguments = ["batch", "talks", "--into", into, "--topic", str(TOPIC), "--jobs", str(jobs)]
    return subprocess.Popen(
        [sys.executable, "-c", "from factcheck.cli import main; main()", *arguments, "--quiet"],
        cwd=folder,
        env=os.environ | {"FACTCHECK_CACHE": str(folder / "cache")},
    )


def strike(running: subprocess.Popen[bytes], after: float) -> bool:
    """Kill it after so many seconds; whether it still ran."""
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        return True
    return False


def count(database: Path) -> int:
    """How many documents stand there."""
    if not database.exists():
        return 0
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def everything(database: Path) -> dict[str, list[object]]:
    """All rows, in the order in which they stand."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


if __name__ == "__main__":
    sys.exit(main())
