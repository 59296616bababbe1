from __future__ import annotations

import json
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from web_asking import NEEDS, PROGRAM

from factcheck.cli import main

pytest.importorskip("datasette", reason=NEEDS)

#: takes seconds to read: each sentence has a name and a figure
LONG = (
    "South Korea pays 1.5 trillion won for 45,000 soldiers in 2026, which NATO began in 1991. "
    * 1000
)


def results(folder: Path) -> Path:
    file = folder / "results.db"
    connection = sqlite3.connect(file)
    columns = "id TEXT PRIMARY KEY, quote TEXT, kind TEXT, stance TEXT, asserted_by TEXT"
    connection.execute(f"CREATE TABLE claims ({columns})")
    connection.execute("INSERT INTO claims (id, quote) VALUES ('a1', 'in 1991')")
    connection.commit()
    connection.close()
    return file


def test_it_serves_page_reference_and_results_and_stops(tmp_path: Path) -> None:
    file = results(tmp_path)
    before = file.read_bytes()
    with serving(str(file)) as site:
        address = f"{site}/-/factcheck"
        assert site.startswith("http://127.0.0.1:")
        assert "Browse the results" in read(address)
        assert "in 1991" in read(f"{site}/results/claims")
        assert "facts" in read(f"{site}/facts")
    assert file.read_bytes() == before


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """The address of a site, which is interrupted and has to stop in good order."""
    running = subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0", *arguments], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    timer = threading.Timer(90, running.kill)
    timer.start()
    try:
        assert running.stdout
        address = running.stdout.readline().removeprefix("The page is at ").strip()
        yield address.removesuffix("/-/factcheck")
    finally:
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=30)
        timer.cancel()
    assert (running.returncode, errors) == (0, "")


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as got:
        return str(got.read().decode())


@pytest.fixture
def refused(tmp_path: Path) -> str:
    file = tmp_path / "notes.db"
    file.write_text("no database")
    return str(file)


def test_what_cannot_be_served_is_said_in_one_line(refused: str) -> None:
    for arguments, why in (
        ([refused], "no results database"),
        (["missing.db"], "no results database"),
        (["--topic", "nowhere"], "no topic 'nowhere'"),
    ):
        got = CliRunner().invoke(main, ["serve", *arguments])
        assert got.exit_code == 2 and why in got.stderr and got.stderr.count("\n") == 1


def test_another_reference_and_a_day_in_the_past(tmp_path: Path) -> None:
    """`--reference` and `--known-on` reach the process that checks, and the pages to browse."""
    store = tmp_path / "own.db"
    built = CliRunner().invoke(main, ["facts", "build", "offices", "--into", str(store)])
    assert built.exit_code == 0, built.output
    options = ["--reference", str(store), "--known-on", "2024-06-01"]
    with serving(*options) as site:
        body = json.dumps({"text": "Joe Biden is the President of the United States."}).encode()
        asked = urllib.request.Request(
            f"{site}/-/factcheck.json", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=60) as got:
            answer = json.load(got)
        assert answer["reference"]["topics"] == ["offices"]
        assert answer["options"] == {"known_on": "2024-06-01"}
        assert "us-korea-sma" not in read(f"{site}/facts/topics.json?_shape=array")


def test_a_server_that_is_busy_stops_at_once() -> None:
    """A text that is being read does not hold the server up, and leaves no process behind."""
    with serving() as site:
        port = int(site.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as asking:
            body = json.dumps({"text": LONG}).encode()
            head = f"POST /-/factcheck.json HTTP/1.1\r\nHost: localhost:{port}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            asking.sendall(head.encode() + body)
            time.sleep(0.5)
            begun = time.monotonic()
    assert time.monotonic() - begun < 15


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        got = CliRunner().invoke(main, ["serve", "--port", port])
    assert got.exit_code == 2 and "give another with --port" in got.stderr


def test_without_datasette_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['datasette'] = None; sys.modules['pluggy'] = None\n"
        "from factcheck.cli import main; main(['serve'])"
    )
    got = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert got.returncode == 2 and "pip install 'factcheck[web]'" in got.stderr
    assert got.stderr.count("\n") == 1
