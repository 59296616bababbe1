"""The desk and the process behind it: one text after the other, and none for ever."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, ClassVar

import pytest
from web_asking import NEEDS

from factcheck.records import Document, Report, Unusable

if TYPE_CHECKING:
    from factcheck.web.desk import Desk
    from factcheck.web.worker import Worker

pytest.importorskip("datasette", reason=NEEDS)
desk_module = pytest.importorskip("factcheck.web.desk")
worker_module = pytest.importorskip("factcheck.web.worker")
checking = pytest.importorskip("factcheck.web.checking")
SETTINGS = pytest.importorskip("factcheck.web.settings").Settings()


def attend_by_text(pipe: Connection, settings: object) -> None:
    """Instead of checking: what the text says is done. Runs in the process."""
    while True:
        text = pipe.recv().text
        if text == "runs on":
            while True:
                pass
        if text == "dies":
            os._exit(9)
        pipe.send(str(os.getpid()))


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = worker_module.Worker(SETTINGS, attend_by_text)
    yield made
    made.end()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_soon_gone(pid: int) -> bool:
    end = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not is_alive(pid)


def test_a_text_that_runs_on_is_really_stopped(
    worker: Worker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = int(worker.ask(Document("x")))
    monkeypatch.setattr(worker_module, "MOST_SECONDS", 0.5)
    with pytest.raises(worker_module.TookTooLong):
        worker.ask(Document("runs on"))
    assert is_soon_gone(first)
    monkeypatch.undo()
    assert is_alive(int(worker.ask(Document("x"))))


def test_a_process_that_dies_is_made_anew(worker: Worker) -> None:
    with pytest.raises(worker_module.Died):
        worker.ask(Document("dies"))
    assert is_alive(int(worker.ask(Document("x"))))


def test_the_process_is_made_anew_after_much_text(
    worker: Worker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_module, "MOST_READ", 10)
    pids = [worker.ask(Document("x" * 6)) for _ in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_closing_stops_a_busy_process_for_good(worker: Worker) -> None:
    pid = int(worker.ask(Document("x")))
    threading.Timer(0.3, worker.close).start()
    for text in ("runs on", "x"):
        with pytest.raises(worker_module.Died, match="stopping"):
            worker.ask(Document(text))
    assert is_soon_gone(pid)


def test_what_goes_wrong_inside_comes_back_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def check(self, document: Document) -> Report:
            if document.text == "unusable":
                raise Unusable("facts.csv:3: no value")
            raise ZeroDivisionError("by\nzero")

    room = Broken()
    assert str(checking._answered(room, Document("unusable"))) == "facts.csv:3: no value"
    told = checking._answered(room, Document("x"))
    assert told == "internal error, ZeroDivisionError: by zero; please report it"


# --- the desk ----------------------------------------------------------------------------


class Slow:
    """Instead of a process: takes its time, and is not to be asked twice at once."""

    busy: ClassVar[list[Slow]] = []
    most_busy: ClassVar[int] = 0

    def __init__(self, *_: object) -> None:
        pass

    def ask(self, document: Document) -> object:
        assert self not in Slow.busy
        Slow.busy.append(self)
        Slow.most_busy = max(Slow.most_busy, len(Slow.busy))
        time.sleep(0.05)
        Slow.busy.remove(self)
        if document.text == "unusable":
            return Unusable("facts.csv:3: no value")
        if document.text == "broken":
            return "internal error, please report it"
        if document.text == "died":
            raise worker_module.Died("too much")
        report = Report(document, (), (), (), "", "")
        return checking.Checked(report, ())


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(desk_module, "Worker", Slow)
    return desk_module.Desk(SETTINGS)


async def all_of(desk: Desk, number: int) -> list[object]:
    jobs = (desk.check(Document(str(one))) for one in range(number))
    return list(await asyncio.gather(*jobs, return_exceptions=True))


def test_each_process_checks_one_text_after_the_other(slow: Desk) -> None:
    Slow.most_busy = 0
    got = asyncio.run(all_of(slow, 9))
    texts = [one.report.document.text for one in got if isinstance(one, checking.Checked)]
    assert texts == [str(one) for one in range(9)]
    assert Slow.most_busy == desk_module.WORKERS


def test_a_full_queue_is_said_and_empties(slow: Desk) -> None:
    got = asyncio.run(all_of(slow, desk_module.MOST_WAITING + 3))
    turned_away = [one for one in got if isinstance(one, desk_module.Refused)]
    assert [one.status for one in turned_away] == [429] * 3
    [later] = asyncio.run(all_of(slow, 1))
    assert isinstance(later, checking.Checked)


def test_an_answer_that_takes_too_long_is_given_up(
    slow: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "MOST_SECONDS", 0.01)
    [given_up] = asyncio.run(all_of(slow, 1))
    assert isinstance(given_up, desk_module.Refused) and given_up.status == 503


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("unusable", 503, "facts.csv:3: no value"),
        ("broken", 500, "internal error"),
        ("died", 503, "too much"),
    ],
)
def test_a_place_is_free_again_after_a_failure(
    slow: Desk, text: str, status: int, why: str
) -> None:
    for _ in range(desk_module.MOST_WAITING + 1):
        with pytest.raises(desk_module.Refused) as refused:
            asyncio.run(slow.check(Document(text)))
        assert refused.value.status == status and why in refused.value.why
