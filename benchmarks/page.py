"""How fast the page's API answers under load: paragraphs at a fixed rate, over loopback.

    python benchmarks/page.py [--seconds 120] [--rate 20]

Starts `factcheck serve` itself, sends paragraphs made of the labelled statements of `claims/`
(three a request, each request another three), and prints the errors, the times, the processor time
that the server and its checking processes took, and how busy the machine was; before that, how
long the page takes to answer a text of 500 words. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
import tomllib
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

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


def page_seconds(address: str, texts: list[str]) -> float:
    """The median time in which the page answers texts of 500 words, each another."""
    took = []
    for at in range(5):
        words = " ".join(texts[at * 40 :]).split()[:500]
        body = urlencode({"text": " ".join(words), "date": "2025-04-08"}).encode()
        begun = time.perf_counter()
        with urllib.request.urlopen(address, body, timeout=90) as got:
            got.read()
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def processor_seconds(pid: int) -> float:
    """What a process and its children have computed so far."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if pid in (int(stat.parent.name), int(told[1])):
            ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


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
    page = running.stdout.readline().split()[-1]
    address = page + ".json"
    try:
        ask(address, "The payments began in 2017.", time.perf_counter())
        number = chosen.seconds * chosen.rate
        print(f"a text of 500 words on the page: {page_seconds(page, paragraphs()):.2f} s")
        texts = list(islice(cycle(paragraphs()), number))
        load, used = os.getloadavg()[0], processor_seconds(running.pid)
        start = time.perf_counter() + 0.5
        with ThreadPoolExecutor(64) as pool:
            due = [start + place / chosen.rate for place in range(number)]
            got = list(pool.map(ask, [address] * number, texts, due))
        used = processor_seconds(running.pid) - used
    finally:
        running.terminate()
        running.wait(30)
    times = sorted(seconds for _, seconds in got)
    wrong = sum(status != 200 for status, _ in got)
    print(
        f"{number} requests, {chosen.rate} a second, {statistics.mean(map(len, texts)):.0f} letters"
    )
    p95, most = times[number * 95 // 100], times[-1]
    print(f"errors {wrong}, median {times[number // 2]:.3f} s, p95 {p95:.3f} s, most {most:.3f} s")
    print(f"processor {used / number * 1000:.0f} ms a request")
    print(f"load {load:.1f} before, {os.getloadavg()[0]:.1f} at the end, {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
