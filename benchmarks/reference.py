"""The reference, shipped against a generated one of a million facts and 300,000 aliases.

Prints how long building, opening, one look-up and finding the names in a sentence take, side
by side, and the memory that building takes. The generated topic requires all shipped ones, so
that both know the names in the sentences.

    python benchmarks/reference.py [--facts 1000000] [--into FOLDER]
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SYLLABLES = [
    "".join(pair) for pair in itertools.product("bdgklmnprstvz", ("a", "e", "i", "o", "ur"))
]
KINDS = ("Bridge", "Council", "Canal", "Union", "Treaty", "Works", "Bank", "Museum", "Fund")
PROPERTIES = ("members", "budget", "share_of_output", "visitors", "staff", "yearly_payment")
UNITS = {"budget": "EUR", "share_of_output": "percent", "yearly_payment": "USD"}


def main() -> None:
    """Generate, build and measure."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--facts", type=int, default=1_000_000)
    arguments.add_argument("--into", type=Path)
    arguments.add_argument("--measure", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.measure:
        print(json.dumps(measure(json.loads(options.measure))))
        return
    folder = options.into or Path(tempfile.mkdtemp())
    os.environ["FACTCHECK_CACHE"] = str(folder / "cache")
    generated = folder / "generated"
    generate(generated, options.facts)
    results = {}
    for name, topics in (("shipped", []), ("generated", [str(generated)])):
        # each in a process of its own, so that memory is its own
        run = [sys.executable, __file__, "--measure", json.dumps(topics)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(run, env=environment, capture_output=True, text=True, check=True)
        results[name] = json.loads(done.stdout)
    print(f"{'':<34}{'shipped':>14}{'generated':>14}{'ratio':>8}")
    for key, small in results["shipped"].items():
        large = results["generated"][key]
        print(f"{key:<34}{small:>14,.3f}{large:>14,.3f}{large / small if small else 0:>8.2f}")


def measure(topics: list[str]) -> dict[str, float]:
    """Build, then open, look up and find names many times."""
    from factcheck.reference.lookup import open_reference

    start = time.perf_counter()
    open_reference(topics).close()
    results = {"build, seconds": time.perf_counter() - start}
    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    results["memory of the build, MB"] = usage / 1024
    time.sleep(0.1)
    texts = sentences()
    with open_reference(topics) as lookup:
        results["facts"] = float(lookup.store.rows("SELECT count(*) FROM facts")[0][0])
        results["aliases"] = float(lookup.store.rows("SELECT count(*) FROM aliases")[0][0])
        results["size of the store, MB"] = lookup.store.file.stat().st_size / 1e6
        subjects = [row[0] for row in lookup.store.rows("SELECT name FROM entities LIMIT 50")]

    def open_and_look_up() -> None:
        with open_reference(topics) as lookup:
            lookup.facts(subjects[7])

    results["opening, ms"] = best(lambda: open_reference(topics).close())
    results["opening and a look-up, ms"] = best(open_and_look_up)
    with open_reference(topics) as lookup:
        start = time.perf_counter()
        found = sum(len(lookup.mentions(text)) for text in texts)
        results["names in a new sentence, ms"] = 1e3 * (time.perf_counter() - start) / len(texts)
        again = best(lambda: [lookup.mentions(text) for text in texts], times=5)
        results["names in a known sentence, ms"] = again / len(texts)
        results["names found"] = float(found)
    return results


def sentences() -> list[str]:
    """Sentences of the labelled statements."""
    import tomllib

    texts = []
    for file in sorted((ROOT / "claims").rglob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for rows in content.values():
            texts += [row["text"] for row in rows if isinstance(row, dict) and "text" in row]
    for file in sorted((ROOT / "claims").rglob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in file.read_text("utf-8").splitlines() if line]
    return texts[:1_000]


def best(run: Callable[[], object], times: int = 30) -> float:
    """The median time of a run in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(1e3 * (time.perf_counter() - start))
    return statistics.median(taken)


def generate(folder: Path, facts: int) -> None:
    """A topic of so many facts, with a tenth of that entities of three names each."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    names = list(dict.fromkeys(_names(chance, facts // 10)))
    with (folder / "entities.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("name", "type", "aliases"))
        for number, (name, short) in enumerate(names):
            writer.writerow((name, "body", f"{short};No {number} of the list"))
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        header = ("id", "subject", "property", "value", "unit", "valid_from", "valid_to", "sources")
        writer.writerow(header)
        for number in range(facts):
            property = PROPERTIES[number % len(PROPERTIES)]
            year, value = 1950 + number % 75, chance.randrange(1, 100_000)
            value = value % 100 if property == "share_of_output" else value
            subject, unit = names[number % len(names)][0], UNITS.get(property, "")
            writer.writerow((f"g{number}", subject, property, value, unit, year, year, "yearbook"))
    sys.path.insert(0, str(ROOT))
    from factcheck.reference.topics import shipped_topics

    required = [topic.name for topic in shipped_topics()]
    (folder / "topic.toml").write_text(f"requires = {json.dumps(required)}\n", encoding="utf-8")


def _names(chance: random.Random, count: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        word = "".join(chance.choices(SYLLABLES, k=4)).title()
        other = "".join(chance.choices(SYLLABLES, k=3)).title()
        kind = KINDS[number % len(KINDS)]
        yield f"{word} {other} {kind}", f"{other} {kind} of {word}"


if __name__ == "__main__":
    main()
