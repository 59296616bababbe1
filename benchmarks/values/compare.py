"""Values side by side: how right and how fast each package is.

    python benchmarks/values/compare.py [--cases FILE.jsonl] [--text FILE.txt] [--write]

In an environment of its own with the packages named in `readers.py` (those that are missing
are left out) and this checkout on PYTHONPATH. F1 by two rules. *exact*: our offsets and our
value. *kind to all*: the offsets overlap (or there are none) and the value is the same, where
a date need only lie in the stretch that is meant. Speed is measured on `--text`, every package
on as much of it as it reads in some ten seconds. `--write` puts the tables into
`benchmarks/README.md`.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from readers import READERS, READS, Found, Reader, common

HERE = Path(__file__).parent
CASES = HERE.parent.parent / "tests" / "measures" / "cases" / "values.jsonl"
README = HERE.parent / "README.md"
NOW = datetime.date(2025, 4, 8)
KINDS = READS["factcheck"]


def main() -> None:
    """Run, print, and write if asked."""
    warnings.filterwarnings("ignore")
    arguments = parsed()
    cases = [json.loads(line) for line in arguments.cases.read_text("utf-8").splitlines()]
    readers = {name: reader for name in READERS if (reader := made(name))}
    tables = [accuracy(readers, cases, exact=True), accuracy(readers, cases, exact=False)]
    if arguments.text:
        tables.append(speed(readers, arguments.text.read_text("utf-8")))
    print("\n\n".join(tables))
    if arguments.write:
        write("\n\n".join(tables))


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def made(name: str) -> Reader | None:
    """The reader of a package, or `None` where it is not installed."""
    try:
        return READERS[name]()
    except ImportError as reason:
        print(f"{name} left out: {reason}")
        return None


def accuracy(readers: dict[str, Reader], cases: list[dict[str, Any]], exact: bool) -> str:
    """A table of F1 by package and kind."""
    title = "exact offsets and value" if exact else "kind to all: overlap and value"
    lines = [
        f"F1, {title}:\n",
        "| package | " + " | ".join(KINDS) + " |",
        "|---" * (len(KINDS) + 1) + "|",
    ]
    for name, reader in readers.items():
        counts = {kind: Counter[str]() for kind in KINDS}
        for case in cases:
            score(reader, case, READS[name], counts, exact)
        cells = [f1(counts[kind]) if kind in READS[name] else "–" for kind in KINDS]
        lines.append(f"| {name} {release(name)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def score(
    reader: Reader,
    case: dict[str, Any],
    kinds: tuple[str, ...],
    counts: dict[str, Counter[str]],
    exact: bool,
) -> None:
    """Add one case to the counts; a package that falls over finds nothing."""
    date = datetime.date.fromisoformat(case["date"]) if case["date"] else NOW
    try:
        got = list(reader(case["text"], date))
    except Exception:
        got = []
    left = [w for w in case["values"] if exact or w["value"] is not None]
    for found in got:
        match = next((w for w in left if same(found, w, exact)), None)
        if match is not None:
            left.remove(match)
            counts[match["kind"]]["right"] += 1
        elif found.kind in kinds and (exact or not excused(found, case["values"])):
            counts[found.kind]["wrong"] += 1
    for want in left:
        counts[want["kind"]]["missed"] += 1


def excused(found: Found, wanted: list[dict[str, Any]]) -> bool:
    """Kind to all: a piece of a value of another kind, or without a value, costs nothing."""
    if found.start < 0:
        return any(w["kind"] != "number" for w in wanted)
    over = [w for w in wanted if w["start"] < found.end and found.start < w["end"]]
    return any(w["kind"] != found.kind or w["value"] is None for w in over)


def same(found: Found, want: dict[str, Any], exact: bool) -> bool:
    """Whether what was found is what was wanted."""
    value = common(want["kind"], want["value"])
    if exact:
        place = (found.start, found.end, found.kind) == (want["start"], want["end"], want["kind"])
        return place and close(found.value, value)
    if found.start >= 0 and not (found.start < want["end"] and want["start"] < found.end):
        return False
    dates = ("date", "period")
    if found.kind != want["kind"] and not (found.kind in dates and want["kind"] in dates):
        return False
    if isinstance(value, tuple) and isinstance(found.value, tuple) and want["kind"] in dates:
        day = found.value[0] or found.value[1]
        return day is not None and (value[0] or "0") <= day <= (value[1] or "9")
    return close(found.value, value)


def close(one: object, two: object) -> bool:
    """Equal, or two numbers that differ by less than a thousandth (months have no one length)."""
    if isinstance(one, float | int) and isinstance(two, float | int):
        return abs(one - two) <= 0.005 * max(abs(one), abs(two))
    return one == two


def f1(counts: Counter[str]) -> str:
    """F1 as two digits."""
    total = 2 * counts["right"] + counts["wrong"] + counts["missed"]
    return f"{2 * counts['right'] / total:.2f}" if total else "–"


def release(name: str) -> str:
    """The version of a package."""
    try:
        return "" if name == "factcheck" else version(name)
    except PackageNotFoundError:
        return ""


def speed(readers: dict[str, Reader], text: str) -> str:
    """A table of characters a second, spaCy's blank tokeniser and sentenciser in the same run."""
    rows = {
        name: rate(lambda part, read=read: list(read(part, NOW)), text)
        for name, read in readers.items()
    }
    try:
        import spacy

        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.max_length = 10**8
        rows[f"spaCy {spacy.__version__}, blank, with sentenciser"] = rate(nlp, text)
    except ImportError:
        pass
    lines = ["Speed, one core:\n", "| package | characters a second |", "|---|---|"]
    return "\n".join(
        lines + [f"| {name} | {int(round(each, -2)):,} |" for name, each in rows.items()]
    )


def rate(read: Callable[[str], object], text: str) -> float:
    """Characters a second of processor time: the best of six over what takes some seconds."""
    lines = text.splitlines()
    read("It paid 5 dollars in 2019.")
    length = 20
    while True:
        part = "\n".join(lines[:length])
        begin = time.process_time()
        attempt(read, part)
        spent = time.process_time() - begin
        if spent > 1 or length >= len(lines):
            break
        length *= 4
    if spent > 3:
        return len(part) / spent
    best = spent
    for _ in range(5):
        begin = time.process_time()
        attempt(read, part)
        best = min(best, time.process_time() - begin)
    return len(part) / best


def attempt(read: Callable[[str], object], part: str) -> None:
    """Run a package; where one falls over, it goes on with the next line."""
    try:
        read(part)
    except Exception:
        for line in part.splitlines():
            with contextlib.suppress(Exception):
                read(line)


def write(tables: str) -> None:
    """Put the tables between the marks in the README."""
    text = README.read_text("utf-8")
    marks = "<!-- values: begin -->", "<!-- values: end -->"
    pattern = re.compile(f"{marks[0]}.*?{marks[1]}", re.S)
    README.write_text(pattern.sub(lambda _: f"{marks[0]}\n{tables}\n{marks[1]}", text), "utf-8")


if __name__ == "__main__":
    main()
