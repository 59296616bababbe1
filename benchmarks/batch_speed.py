"""What `batch --jobs 2` gains beside two runs side by side, and whether memory stays flat.

    python benchmarks/batch_speed.py [--files 400] [--rounds 3] [--documents 10000]

Gain: over the same short texts, `--jobs 2` on all of them, then two runs with one process each on
half of them, turn and turn about, so that both see the same minutes of the machine; the bound is
that `--jobs 2` needs at most 1/0.9 of the time, by the median of the rounds. On a busy machine
three processes get more of it than two; the processor time, which is told too, shows
whether anything is lost. Memory: one process over so many short documents, every tenth with
claims; the bound is that it has at most 30 MB more at the end than after the first tenth.
`--rounds 0` or `--documents 0` leaves a part out. The exit status is 1 if a bound is missed.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOPIC = ROOT / "tests" / "cli" / "topics" / "bridges"
GAIN, GROWTH_MB = 0.9, 30


def main() -> int:
    """Measure both; the exit status."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--files", type=int, default=400)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--documents", type=int, default=10_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gains = list(measure_gains(Path(folder), options.files, options.rounds))
    with tempfile.TemporaryDirectory() as folder:
        grown = measure_memory(Path(folder), options.documents) if options.documents else 0.0
    missed = bool(gains) and statistics.median(gains) < GAIN
    return int(missed or grown > GROWTH_MB)


def measure_gains(folder: Path, files: int, rounds: int) -> Iterator[float]:
    """Of each round: seconds of two runs side by side, by the seconds of one with two jobs."""
    if not rounds:
        return
    for name, first in (("one", 0), ("other", files // 2)):
        make_files(folder / "talks" / name, range(first, first + files // 2))
    timed(folder, [(["talks/one"], "warm.db", 1)])  # the reference is built, files are read
    for number in range(rounds):
        halves = [([f"talks/{name}"], f"{name}{number}.db", 1) for name in ("one", "other")]
        whole = [(["talks"], f"whole{number}.db", 2)]
        turns = [("side by side", halves), ("--jobs 2", whole)]
        took = {name: timed(folder, runs) for name, runs in turns[:: 1 - 2 * (number % 2)]}
        (one, of_one), (two, of_two) = took["side by side"], took["--jobs 2"]
        print(
            f"round {number + 1}: side by side {one:.1f} s, --jobs 2 {two:.1f} s: {one / two:.2f} "
            f"of the gain; processor {of_one:.1f} and {of_two:.1f} s: {of_one / of_two:.2f} "
            f"(load {os.getloadavg()[0]:.1f})",
            flush=True,
        )
        yield one / two


def measure_memory(folder: Path, documents: int) -> float:
    """Megabytes that a run has more at its end than after a tenth of the documents."""
    make_files(folder / "talks", range(documents), every=10)
    running = start(folder, ["talks"], "r.db", 1)
    status = Path(f"/proc/{running.pid}/status")
    begin, early, last = time.monotonic(), 0.0, 0.0
    while running.poll() is None:
        time.sleep(1)
        done, last = finished(folder / "r.db"), resident(status) or last
        if not early and done >= documents // 10:
            early = last
            print(f"{done} documents: {early:.0f} MB", flush=True)
    seconds = time.monotonic() - begin
    print(f"{documents} documents: {last:.0f} MB, {seconds:.0f} s", flush=True)
    return last - early


def make_files(folder: Path, numbers: Sequence[int], every: int = 1) -> None:
    """Short talks, every so many-th of them with two claims."""
    folder.mkdir(parents=True)
    for n in numbers:
        said = f"MS. WARE: Good morning, and thank you for coming to talk {n}."
        if n % every == 0:
            said += f"\n\nThe Alma Bridge opened in {1950 + n % 20}. "
            said += f"The Alma Bridge is {n + 1} metres long."
        (folder / f"{n:05}.txt").write_text(said, encoding="utf-8")


def start(folder: Path, paths: list[str], into: str, jobs: int) -> subprocess.Popen[bytes]:
    """A batch in a process of its own."""
    program = "from factcheck.cli import main; main()"
    arguments = ["batch", *paths, "--into", into, "--topic", str(TOPIC), "--jobs", str(jobs)]
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments, "--quiet"],
        cwd=folder,
        env=os.environ | {"FACTCHECK_CACHE": str(folder / "cache"), "PYTHONPATH": str(ROOT)},
    )


def timed(folder: Path, runs: list[tuple[list[str], str, int]]) -> tuple[float, float]:
    """Seconds until all of these runs, begun together, have ended; and of processor time."""
    begin, before = time.monotonic(), os.times()
    running = [start(folder, *run) for run in runs]
    for one in running:
        one.wait()
        if one.returncode != 1:  # something is flagged
            raise SystemExit(f"a run failed with {one.returncode}")
    used = os.times()
    computed = used.children_user + used.children_system
    computed -= before.children_user + before.children_system
    return time.monotonic() - begin, computed


def finished(database: Path) -> int:
    """How many documents stand there."""
    if not database.exists():
        return 0
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def resident(status: Path) -> float:
    """Megabytes of memory that a process holds; 0 when it has ended."""
    try:
        lines = status.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    sys.exit(main())
