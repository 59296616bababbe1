from __future__ import annotations

import asyncio
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from web_asking import NEEDS

from factcheck.cli import main
from factcheck.records import Document, Unusable

if TYPE_CHECKING:
    from factcheck.web.desk import Desk

pytest.importorskip("datasette", reason=NEEDS)
desk_module = pytest.importorskip("factcheck.web.desk")

PROGRAM = [sys.executable, "-c", "from factcheck.cli import main; main()"]


def results(folder: Path) -> Path:
    file = folder / "results.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE claims (id TEXT PRIMARY KEY, quote TEXT)")
    connection.execute("INSERT INTO claims VALUES ('a1', 'in 1991')")
    connection.commit()
    connection.close()
    return file


def test_it_serves_page_reference_and_results_and_stops(tmp_path: Path) -> None:
    file = results(tmp_path)
    before = file.read_bytes()
    running = subprocess.Popen(
        [*PROGRAM, "serve", str(file), "--port", "0"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    timer = threading.Timer(60, running.kill)
    timer.start()
    try:
        assert running.stdout
        line = running.stdout.readline()
        address = line.removeprefix("The page is at ").strip()
        assert address.startswith("http://127.0.0.1:") and address.endswith("/-/factcheck")
        assert running.stdout.readline() == "Ctrl-C stops it.\n"
        site = address.removesuffix("/-/factcheck")
        assert "Browse the results" in read(address)
        assert "in 1991" in read(f"{site}/results/claims")
        assert "facts" in read(f"{site}/facts")
    finally:
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=30)
        timer.cancel()
    assert (running.returncode, errors) == (0, "")
    assert file.read_bytes() == before


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


# --- the desk ----------------------------------------------------------------------------


class Slow:
    """A checker that takes its time, and notes the threads that ask it."""

    def __init__(self, *_: object, **__: object) -> None:
        self.threads: set[int] = set()

    def check(self, document: Document) -> Document:
        self.threads.add(threading.get_ident())
        time.sleep(0.05)
        if document.text == "broken":
            raise Unusable("broken")
        return document


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(desk_module, "Checker", Slow)
    return desk_module.Desk(desk_module.Settings())


async def all_of(desk: Desk, number: int) -> list[object]:
    jobs = (desk.check(Document(str(one))) for one in range(number))
    return list(await asyncio.gather(*jobs, return_exceptions=True))


def test_texts_are_checked_one_by_one_in_one_thread(slow: Desk) -> None:
    got = asyncio.run(all_of(slow, 4))
    assert [one.text for one in got if isinstance(one, Document)] == ["0", "1", "2", "3"]
    assert slow._checker and len(slow._checker.threads) == 1  # type: ignore[attr-defined]


def test_a_full_queue_is_said_and_empties(slow: Desk) -> None:
    got = asyncio.run(all_of(slow, desk_module.MOST_WAITING + 3))
    turned_away = [one for one in got if isinstance(one, desk_module.Refused)]
    assert [one.status for one in turned_away] == [429] * 3
    assert isinstance(asyncio.run(slow.check(Document("later"))), Document)


def test_an_answer_that_takes_too_long_is_given_up(
    slow: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "MOST_SECONDS", 0.01)
    with pytest.raises(desk_module.Refused) as given_up:
        asyncio.run(slow.check(Document("x")))
    assert given_up.value.status == 503


def test_a_place_is_free_again_after_a_failure(slow: Desk) -> None:
    for _ in range(desk_module.MOST_WAITING + 1):
        with pytest.raises(Unusable):
            asyncio.run(slow.check(Document("broken")))
