"""How fast the page's API answers under load: paragraphs at a fixed rate, over loopback.

    python benchmarks/page.py [--seconds 120] [--rate 20]

Starts `factcheck serve` itself, sends paragraphs made of the labelled statements of `claims/`
(three a request, each request another three), and prints the errors and the times.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
import tomllib
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-c", "from factcheck.cli import main; main()"]


def paragraphs() -> list[str]:
    """Three statements each."""
    files = sorted((ROOT / "claims").glob("*.toml"))
    read = (tomllib.loads(file.read_text(encoding="utf-8"))["statement"] for file in files)
    texts = [row["text"] for rows in read for row in rows if len(row["text"]) < 400]
    return [" ".join(texts[at : at + 3]) for at in range(0, len(texts) - 2, 3)]


def ask(address: str, text: str, due: float) -> tuple[int, float]:
    """The status of one request, and the seconds since it was due."""
    time.sleep(max(0.0, due - time.perf_counter()))
    body = json.dumps({"text": text, "date": "2025-04-08"}).encode()
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=90) as got:
            got.read()
            status = got.status
    except OSError as error:
        status = getattr(error, "code", 0)
    return status, time.perf_counter() - due


def main() -> None:
    """Run the benchmark and print its figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=int, default=120)
    options.add_argument("--rate", type=int, default=20)
    chosen = options.parse_args()
    running = subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    address = running.stdout.readline().split()[-1] + ".json"
    try:
        ask(address, "The payments began in 2017.", time.perf_counter())
        number = chosen.seconds * chosen.rate
        texts = list(islice(cycle(paragraphs()), number))
        start = time.perf_counter() + 0.5
        with ThreadPoolExecutor(64) as pool:
            due = [start + place / chosen.rate for place in range(number)]
            got = list(pool.map(ask, [address] * number, texts, due))
    finally:
        running.terminate()
        running.wait(30)
    times = sorted(seconds for _, seconds in got)
    wrong = sum(status != 200 for status, _ in got)
    print(
        f"{number} requests, {chosen.rate} a second, {statistics.mean(map(len, texts)):.0f} letters"
    )
    print(
        f"errors {wrong}, median {times[number // 2]:.3f} s, p95 {times[number * 95 // 100]:.3f} s"
    )


if __name__ == "__main__":
    main()
