"""A process that checks texts, as the server sees it: asked, stopped, made anew.

It is ended when a text takes too long, and from time to time: each word that spaCy has not seen
stays in its memory (1 kB; `nlp.memory_zone` was tried and gives back half).
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from factcheck.records import Document
from factcheck.web.checking import Answered, Job, attend
from factcheck.web.settings import Settings

#: seconds until a text is given up; characters read until the process is made anew
MOST_SECONDS, MOST_READ = 60.0, 5_000_000

_TOO_MUCH = "the text was too much for this machine: check a part of it"
_STOPPING = "the server is stopping"


class TookTooLong(Exception):
    """The process was still busy, and was ended."""


class Died(Exception):
    """The process ended by itself, as one does that has no memory left."""


class Worker:
    """One process. Not to be asked by two threads at once; any thread may end it.

    `attend` is what the process runs: it answers what comes through the pipe.
    """

    def __init__(
        self, settings: Settings, attend: Callable[[Connection, Settings], None] = attend
    ) -> None:
        self._settings = settings
        self._attend = attend
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._read = 0
        self._is_closed = False

    def ask(self, asked: Job) -> Answered:
        """What the process answers. Raises `TookTooLong` and `Died`; it is made anew then."""
        pipe = self._begun()
        try:
            pipe.send(asked)
            if not pipe.poll(MOST_SECONDS):
                raise TookTooLong
            answered: Answered = pipe.recv()
        except (EOFError, OSError):
            self.end()
            raise Died(_STOPPING if self._is_closed else _TOO_MUCH) from None
        except BaseException:
            self.end()
            raise
        self._read += len(asked.text) if isinstance(asked, Document) else 0
        if self._read > MOST_READ:
            self.end()
        return answered

    def end(self) -> None:
        """End the process, whatever it does; who waits for it hears that it died."""
        process, self._process = self._process, None
        self._pipe, self._read = None, 0
        if process:
            process.kill()
            process.join()

    def close(self) -> None:
        """End the process, and begin no other."""
        self._is_closed = True
        self.end()

    def _begun(self) -> Connection:
        if self._is_closed:
            raise Died(_STOPPING)
        if self._pipe is None:
            # not a fork: the server has threads
            spawned = multiprocessing.get_context("spawn")
            ours, theirs = spawned.Pipe()
            process = spawned.Process(
                target=self._attend, args=(theirs, self._settings), name="factcheck", daemon=True
            )
            process.start()
            theirs.close()
            self._process, self._pipe = process, ours
            if self._is_closed:  # meanwhile, by another thread
                self.end()
                raise Died(_STOPPING)
        return self._pipe
