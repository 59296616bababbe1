"""How long whole commands take, from the start of the process to its end.

    python benchmarks/startup.py [--runs 15] [--write]

Each command runs once to warm the caches, then all of them in turn, `--runs` times; medians are
shown, and of the processor's time, which a busy machine disturbs less. A check may take 1.15
times a process that imports spaCy, loads our pipeline and parses one sentence, with 200 MB at
most; what needs no grammar is answered in 0.3 s without spaCy.
`--write` puts the table into `benchmarks/README.md`. The exit status is 1 if a bound is missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
HEADING = "## Start-up (`startup.py`)"
RATIO, MEGABYTES, QUICK = 1.15, 200, 0.3

SENTENCE = "South Korea began these military payments during my first term."
BASE = (
    "import spacy; from pathlib import Path; import importlib.util as u; "
    "home = Path(u.find_spec('factcheck').origin).parent; "
    f"print(len(spacy.load(home / 'language' / 'english')({SENTENCE!r})))"
)
PROGRAM = "from factcheck.cli import main; main()"
SPEAKER = ["--speaker", "Donald Trump", "--date", "2025-04-08"]


@dataclass(slots=True)
class Command:
    """A command with what it may take, and its runs."""

    name: str
    arguments: list[str]
    is_quick: bool = True
    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    imports_spacy: bool = False

    def run(self) -> None:
        """Run it once and keep time and memory."""
        begin = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *self.arguments],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds.append(time.perf_counter() - begin)
        self.busy.append(usage.ru_utime + usage.ru_stime)
        self.megabytes = max(self.megabytes, usage.ru_maxrss / 1024)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{self.name} failed: {self.arguments}")

    def look_at_imports(self) -> None:
        """Whether the command imports spaCy."""
        command = [sys.executable, "-X", "importtime", *self.arguments]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        self.imports_spacy = bool(re.search(r"\| +spacy$", result.stderr, re.MULTILINE))


def commands() -> list[Command]:
    """The commands that are timed; the first is what the others are compared with."""
    told = f"{SENTENCE[:-1]}, but Biden terminated the deal."
    return [
        Command("spaCy alone: import, load, parse one sentence", ["-c", BASE], False),
        Command("check: one sentence", ["-c", PROGRAM, "check", SENTENCE, *SPEAKER], False),
        Command("check: two claims", ["-c", PROGRAM, "check", told, *SPEAKER], False),
        Command("check: nothing known", ["-c", PROGRAM, "check", "The cat slept on 3 mats."]),
        Command("--help", ["-c", PROGRAM, "--help"]),
        Command("kinds", ["-c", PROGRAM, "kinds"]),
        Command("explain start_date", ["-c", PROGRAM, "explain", "start_date"]),
    ]


def table(timed: list[Command]) -> Iterator[str]:
    """The results as a Markdown table, with the bounds."""
    base = median(timed[0].seconds)
    yield "| command | median s | of spaCy alone | CPU s | of it | MB | spaCy | bound | kept |"
    yield "|---|---|---|---|---|---|---|---|---|"
    base_busy = median(timed[0].busy)
    for command in timed:
        seconds = median(command.seconds)
        busy = median(command.busy)
        bound = f"{QUICK} s, no spaCy" if command.is_quick else f"{RATIO} x, {MEGABYTES} MB"
        yield (
            f"| {command.name} | {seconds:.3f} | {seconds / base:.2f} | {busy:.3f} "
            f"| {busy / base_busy:.2f} | {command.megabytes:.0f} "
            f"| {'yes' if command.imports_spacy else 'no'} "
            f"| {'' if command is timed[0] else bound} | {'yes' if kept(command, base) else 'NO'} |"
        )


def kept(command: Command, base: float) -> bool:
    """Whether the command keeps to its bound."""
    seconds = median(command.seconds)
    if command.is_quick:
        return seconds <= QUICK and not command.imports_spacy
    return seconds <= RATIO * base and command.megabytes <= MEGABYTES


def write(lines: list[str], runs: int) -> None:
    """Put the table below our heading in `benchmarks/README.md`, in place of the last one."""
    readme = ROOT / "benchmarks" / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else "# Benchmarks\n"
    about = (
        f"Medians of {runs} runs in turn, on {platform.machine()} with {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, at a load of {os.getloadavg()[0]:.1f} (over "
        f"{os.cpu_count()}: disturbed by other work). Renewed by "
        "`python benchmarks/startup.py --write`."
    )
    section = "\n".join([HEADING, "", about, "", *lines, ""])
    before, _, rest = text.partition(HEADING)
    after = re.search(r"^## ", rest, re.MULTILINE)
    kept_after = rest[after.start() :] if after else ""
    parts = [before.rstrip(), section.rstrip(), kept_after.rstrip()]
    readme.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")


def main() -> int:
    """Time all commands and show the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--write", action="store_true", help="into benchmarks/README.md")
    options = parser.parse_args()
    timed = commands()
    for command in timed:
        command.run()
        command.seconds.clear()
        command.busy.clear()
        command.look_at_imports()
    for _ in range(options.runs):
        for command in timed:
            command.run()
    lines = list(table(timed))
    print("\n".join(lines))
    if options.write:
        write(lines, options.runs)
    base = median(timed[0].seconds)
    return 0 if all(kept(command, base) for command in timed[1:]) else 1


if __name__ == "__main__":
    sys.exit(main())
