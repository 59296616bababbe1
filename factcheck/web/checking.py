"""What a process that checks does: it opens the reference, and answers until it is told to end.

The language pipeline is not made for several threads, and only a process can be stopped for good;
so processes of their own read the texts (`worker.py` starts and stops one).
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import connection as waiting
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from factcheck.api import Checker
from factcheck.documents.bounding import limited
from factcheck.records import Document, Report, Unusable
from factcheck.web.examples import Example, find_examples
from factcheck.web.files import File, FileText, read_file
from factcheck.web.series import Series, series_of
from factcheck.web.settings import Settings

#: seconds of computing for one text, after which it is given up without ending the process
SECONDS = 50.0


@dataclass(frozen=True, slots=True)
class About:
    """What the page tells of the reference: topics, hash, known speakers, examples."""

    #: name and title of each
    topics: tuple[tuple[str, str], ...]
    hash: str
    speakers: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, and for each verdict the series that its fact is one of, if it is."""

    report: Report
    series: tuple[Series | None, ...]


#: what is asked: a text to check, a file to read, or (`None`) what there is to tell
Job = Document | File | None
#: what the process answers: what was asked for, or why not
Answered = About | Checked | FileText | Unusable | str


def attend(pipe: Connection, settings: Settings) -> None:
    """Answer the jobs that come through the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    room = _Room(settings)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            asked: Job = pipe.recv()
            pipe.send(_answered(room, asked))


class _Room:
    """An open reference, once it was needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._checker: Checker | None = None

    def about(self) -> About:
        """What is told of the reference."""
        settings, lookup = self._settings, self._opened().lookup
        speakers = tuple(sorted(lookup.stored.subjects_of("office_held")))
        examples = find_examples(settings.topics, lookup.topics)
        for example in examples[:1]:  # by which the pipeline is loaded before somebody waits
            self._opened().check(Document(example.text))
        gc.collect()
        gc.freeze()  # what is loaded now stays, and need not be looked through again
        topics = tuple((name, lookup.settings(name).title) for name in lookup.topics)
        return About(topics, lookup.hash, speakers, examples)

    def check(self, document: Document) -> Checked:
        """The report on a document, with the series."""
        checker, day = self._opened(), self._settings.known_on
        with limited("the text", SECONDS, "check: give a shorter part of it"):
            report = checker.check(document)
            if day:
                report = replace(report, options={"known_on": day.isoformat()})
            series = tuple(series_of(verdict, checker.lookup) for verdict in report.verdicts)
        return Checked(report, series)

    def _opened(self) -> Checker:
        if self._checker is None:
            told = self._settings
            self._checker = Checker(told.topics, reference=told.reference, known_on=told.known_on)
        return self._checker


def _answered(room: _Room, asked: Job) -> Answered:
    try:
        if asked is None:
            return room.about()
        return read_file(asked) if isinstance(asked, File) else room.check(asked)
    except Unusable as error:
        return error
    except Exception as error:
        said = " ".join(str(error).split())[:200]
        return f"internal error, {type(error).__name__}: {said}; please report it"


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        waiting.wait([parent.sentinel])
        os._exit(1)
