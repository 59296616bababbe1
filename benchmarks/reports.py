"""How long a report of many claims takes, how much memory, and how large it is.

    python benchmarks/reports.py [--claims 10000] [--formats html,csv] [--write]

Each format is written in a process of its own, from reports that are made one by one: 50 claims
a document, each with a fact and two sources. Bounds for 10,000 claims: HTML, and every format
that is written as it comes, within 60 MB more than at 500 claims (memory does not grow with their
number), HTML within 30 s; where chromium is installed, the page is drawn within 6 s.
`--write` puts the table into `benchmarks/README.md`. The exit status is 1 if a bound is missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import (
    KINDS,
    Claim,
    Document,
    Fact,
    Place,
    Question,
    Report,
    Source,
    Verdict,
)
from factcheck.reports import format_names, load_format

ROOT = Path(__file__).parents[1]
HEADING = "## Reports (`reports.py`)"
#: formats that are written as the reports come
BOUNDED = ("claimreview", "csv", "github", "html", "json", "jsonl", "junit", "md", "text")
FEW, GROWTH_MB, HTML_SECONDS, DRAWN_SECONDS = 500, 60, 30, 6
A_DOCUMENT = 50
VERDICTS = ("refuted", "supported", "refuted", "not_enough_info")
SOURCES = tuple(
    Source(f"s{n}", f"Yearbook of roads, part {n}", "Office of Roads", "2024",
           f"https://example.org/yearbook/{n}") for n in (1, 2)
)  # fmt: skip

WRITER = """
import sys
sys.path.insert(0, {root!r})
sys.path.insert(0, {here!r})
from reports import made
from factcheck.reports import load_format
with open(sys.argv[2], "wb") as stream:
    load_format(sys.argv[1]).write(made(int(sys.argv[3])), stream)
"""


def made(claims: int) -> Iterator[Report]:
    """Reports with so many claims in all, made one by one."""
    for number in range(claims // A_DOCUMENT):
        sentences = [
            f"In {1950 + n} the bridge at place {number * A_DOCUMENT + n} carried {n * 137} cars."
            for n in range(A_DOCUMENT)
        ]
        text, found, begin = "\n".join(sentences), [], 0
        for n, sentence in enumerate(sentences):
            found.append(verdict(number, n, sentence, begin))
            begin += len(sentence) + 1
        document = Document(text, f"folder/text-{number:04}.txt", date=date(2025, 4, 8))
        yield Report(document, tuple(found), (), ("bridges",), "0" * 16, "0.0.0")


def verdict(document: int, n: int, sentence: str, begin: int) -> Verdict:
    """The verdict on the n-th sentence of a document."""
    start, end = begin + sentence.index("carried"), begin + len(sentence) - 1
    quote, time = sentence[start - begin : -1], Period.parse(str(1950 + n))
    about = Question(f"Bridge {document * A_DOCUMENT + n}", "daily_traffic", time)
    fact = Fact(
        f"f{n}", "bridges", about.subject, about.property, str(n * 151), "vehicles", valid=time,
        sources=SOURCES,
    )  # fmt: skip
    claim = Claim(
        start, end, quote, sentence, begin, about, KINDS[n % len(KINDS)],
        Value(start, end, quote, "number", None), place=Place(line=n + 1),
        asserted_by=f"Speaker {document % 15}",
    )  # fmt: skip
    said = f"It carried {n * 151} vehicles a day in {1950 + n}."
    return Verdict(claim, VERDICTS[n % 4], said, (fact,), correction=f"carried {n * 151} cars")


@dataclass(slots=True)
class Written:
    """What it took to write one format."""

    name: str
    seconds: float
    megabytes: float
    few_megabytes: float
    size: int
    drawn: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether its bounds are kept."""
        grown = self.megabytes - self.few_megabytes
        bounded = self.name not in BOUNDED or grown <= GROWTH_MB
        quick = self.name != "html" or self.seconds <= HTML_SECONDS
        return bounded and quick and (self.drawn is None or self.drawn <= DRAWN_SECONDS)


def write(name: str, claims: int, file: Path) -> tuple[float, float]:
    """Write one report in a process of its own: seconds and megabytes."""
    program = WRITER.format(root=str(ROOT), here=str(ROOT / "benchmarks"))
    begin = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", program, name, str(file), str(claims)]) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name} failed")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def drawn(file: Path, folder: Path) -> float | None:
    """Seconds that chromium needs to draw a page, more than an empty one; None without it."""
    program = shutil.which("chromium")
    if program is None:
        return None
    empty = folder / "empty.html"
    empty.write_text("<!doctype html><title>empty</title>", encoding="utf-8")
    took = []
    for page in (empty, file):
        begin = time.perf_counter()
        subprocess.run(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900",
             f"--user-data-dir={folder}/profile", f"--screenshot={folder}/page.png", page.as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip
        took.append(time.perf_counter() - begin)
    return max(took[1] - took[0], 0.0)


def table(results: list[Written]) -> Iterator[str]:
    """The results as a Markdown table."""
    yield f"| format | s | MB | MB at {FEW} claims | size, MB | drawn, s | kept |"
    yield "|---|---|---|---|---|---|---|"
    for one in results:
        shown = "" if one.drawn is None else f"{one.drawn:.1f}"
        yield (
            f"| {one.name} | {one.seconds:.1f} | {one.megabytes:.0f} | {one.few_megabytes:.0f} "
            f"| {one.size / 1e6:.1f} | {shown} | {'yes' if one.is_kept else 'NO'} |"
        )


def put_into_readme(lines: list[str], claims: int) -> None:
    """Put the table below our heading in `benchmarks/README.md`, in place of the last one."""
    readme = ROOT / "benchmarks" / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else "# Benchmarks\n"
    about = (
        f"{claims:,} claims in {claims // A_DOCUMENT} documents, on {platform.machine()} with "
        f"{os.cpu_count()} cores, Python {platform.python_version()}; drawn: by chromium, more "
        "than an empty page. Renewed by `python benchmarks/reports.py --write`."
    )
    before, _, rest = text.partition(HEADING)
    after = re.search(r"^## ", rest, re.MULTILINE)
    section = "\n".join([HEADING, "", about, "", *lines])
    parts = [before.rstrip(), section, rest[after.start() :].rstrip() if after else ""]
    readme.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")


def main() -> int:
    """Write all formats and show the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--formats", default=",".join(format_names()))
    parser.add_argument("--write", action="store_true", help="into benchmarks/README.md")
    options = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in options.formats.split(","):
            file = folder / f"report{load_format(name).suffix}"
            _, few = write(name, FEW, file)
            seconds, megabytes = write(name, options.claims, file)
            one = Written(name, seconds, megabytes, few, file.stat().st_size)
            one.drawn = drawn(file, folder) if name == "html" else None
            results.append(one)
    lines = list(table(results))
    print("\n".join(lines))
    if options.write:
        put_into_readme(lines, options.claims)
    return 0 if all(one.is_kept for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
