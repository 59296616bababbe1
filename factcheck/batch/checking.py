"""Checks documents one after the other, here or in several processes; the order stays."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date as Date
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.batch.results import CLAIMS
from factcheck.documents.bounding import limited
from factcheck.records import Claim, Document, Report, Unusable

if TYPE_CHECKING:
    from factcheck.api import Checker

#: seconds of computing for one document
SECONDS = 600.0
#: documents that wait for each process, so that none is ever idle
_AHEAD = 4
_HALVES = re.compile("[\ud800-\udfff]")
_checker: Checker | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of a batch depends on; as in `factcheck.api.Checker` and `factcheck check`."""

    topics: tuple[str, ...] = ()
    reference: Path | None = None
    known_on: Date | None = None
    speaker: str | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A document to check, or why there is none; where it stands and what its file's hash is."""

    path: str
    number: int
    of_file: int
    hash: str
    document: Document
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a task: its report, and all claims that were found."""

    task: Task
    report: Report
    readings: tuple[Claim, ...]


def open_checker(settings: Settings) -> Checker:
    """The checker that a run uses."""
    from factcheck.api import Checker

    return Checker(settings.topics, reference=settings.reference, known_on=settings.known_on)


def check_one(checker: Checker, task: Task) -> Checked:
    """Check a document; whatever goes wrong with it stands in its report."""
    lookup, document = checker.lookup, _whole_letters(task.document)
    error = task.error
    if error is None:
        try:
            with limited(task.path, SECONDS, "check: split it into smaller files"):
                found = checker.find(document)
                report = checker.judge(document, found.claims, found.not_judged)
            if len(report.verdicts) < CLAIMS:
                return Checked(task, report, tuple(found.claims))
            error = f"{task.path}: over {CLAIMS} claims: split it into smaller files"
        except Unusable as wrong:
            error = str(wrong)
        except Exception as wrong:
            said = " ".join(str(wrong).split())[:200]
            error = f"{task.path}: internal error, {type(wrong).__name__}: {said}; please report it"
    from factcheck import __version__

    topics = tuple(lookup.topics)
    report = Report(document, (), (), topics, lookup.hash, __version__, error=error)
    return Checked(task, report, ())


def check_all(tasks: Iterator[Task], checker: Checker) -> Iterator[Checked]:
    """Check in this process."""
    for task in tasks:
        yield check_one(checker, task)


def check_side_by_side(tasks: Iterator[Task], settings: Settings, jobs: int) -> Iterator[Checked]:
    """Check in `jobs` processes; the answers come in the order of the tasks.

    Raises `Unusable` if a process dies: what has come until then stands.
    """
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (settings,))
    waiting: deque[tuple[Task, Future[Checked]]] = deque()
    try:
        for task in tasks:
            waiting.append((task, pool.submit(_work, task)))
            if len(waiting) >= jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _next(waiting: deque[tuple[Task, Future[Checked]]]) -> Checked:
    task, answer = waiting.popleft()
    try:
        return answer.result()
    except BrokenProcessPool:
        raise Unusable(
            f"{task.path}: a process died at this document or one soon after it; "
            "run again to go on there, with --jobs 1 to see where"
        ) from None


def _begin(settings: Settings) -> None:
    """What a process does first: open its own reference, and end when its parent has ended."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _checker = open_checker(settings)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(task: Task) -> Checked:
    assert _checker is not None
    return check_one(_checker, task)


def _whole_letters(document: Document) -> Document:
    """Half a letter (as JSON can hold) cannot be written: U+FFFD stands for it."""
    text, id, speaker = document.text, document.id, document.speaker
    if not _HALVES.search(f"{text}{id}{speaker}"):
        return document
    return replace(
        document,
        text=_HALVES.sub("\ufffd", text),
        id=id and _HALVES.sub("\ufffd", id),
        speaker=speaker and _HALVES.sub("\ufffd", speaker),
    )
