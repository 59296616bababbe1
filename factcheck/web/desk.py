"""The desk: takes texts to the processes that check them, each one text after the other.

Requests queue; when the queue is full, or an answer takes too long, that is said.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from queue import LifoQueue
from threading import BoundedSemaphore

from factcheck.records import Document, Unusable
from factcheck.web.asgi import App, Message, Receive, Send
from factcheck.web.checking import About, Answered, Checked, Job
from factcheck.web.files import File, FileText
from factcheck.web.settings import Settings
from factcheck.web.worker import MOST_SECONDS, Died, TookTooLong, Worker

#: processes that check: with two, a long text does not hold up the others
WORKERS = 2
#: texts that wait or are checked at once
MOST_WAITING = 64
_TOO_LONG = "the text took too long: check a shorter part of it"


class Refused(Exception):
    """A request that is not answered: an HTTP status, and one line that says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Desk:
    """Takes documents and gives reports. The reference is opened when it is first needed."""

    def __init__(self, settings: Settings) -> None:
        self._places = BoundedSemaphore(MOST_WAITING)
        self._workers = [Worker(settings) for _ in range(WORKERS)]
        #: those that have nothing to do; the one that is taken has worked last, and is warm
        self._idle: LifoQueue[Worker] = LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)
        #: wait for the processes, so that the server need not
        self._threads = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="factcheck")
        self._about: About | None = None

    async def open(self) -> None:
        """Begin all processes, before somebody waits for them; who asks first is told of errors."""
        begun = (self._in_turn(None) for _ in self._workers)
        for told in await asyncio.gather(*begun, return_exceptions=True):
            if isinstance(told, About):
                self._about = told

    async def check(self, document: Document) -> Checked:
        """The report on a document. Raises `Refused` if it cannot be had now."""
        checked = await self._in_turn(document)
        assert isinstance(checked, Checked)
        return checked

    async def read(self, file: File) -> str:
        """The text of a file. Raises `Refused` if it cannot be had."""
        told = await self._in_turn(file)
        assert isinstance(told, FileText)
        return told.text

    async def about(self) -> About:
        """What is told of the reference. Raises `Refused` if it cannot be used."""
        if self._about is None:
            told = await self._in_turn(None)
            assert isinstance(told, About)
            self._about = told
        return self._about

    def close(self) -> None:
        """End the processes, also where they are busy; whoever waits is told so."""
        for worker in self._workers:
            worker.close()

    def _ask(self, asked: Job) -> Answered:
        worker = self._idle.get()
        try:
            return worker.ask(asked)
        finally:
            self._idle.put(worker)

    async def _in_turn(self, asked: Job) -> Answered:
        if not self._places.acquire(blocking=False):
            raise Refused(429, "too many texts are waiting: try again in a moment")
        job = self._threads.submit(self._ask, asked)
        # a job that runs on after we gave up keeps its place until it is done
        job.add_done_callback(lambda _: self._places.release())
        try:
            answered = await asyncio.wait_for(asyncio.wrap_future(job), MOST_SECONDS)
        except (TimeoutError, TookTooLong):
            raise Refused(503, _TOO_LONG) from None
        except Died as died:
            raise Refused(503, str(died)) from None
        if isinstance(answered, Unusable):
            raise Refused(422 if isinstance(asked, File) else 503, str(answered))
        if isinstance(answered, str):
            raise Refused(500, answered)
        return answered


@cache
def desk_of(settings: Settings) -> Desk:
    """The one desk of this process for these settings."""
    return Desk(settings)


def attended(app: App, desk: Desk) -> App:
    """`app`, with the desk opened as the server starts, and closed as it stops."""

    async def attend(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await app(scope, receive, send)
            return
        opening: list[asyncio.Task[None]] = []

        async def heard() -> Message:
            message = await receive()
            if message["type"] == "lifespan.startup":
                opening.append(asyncio.ensure_future(desk.open()))
            elif message["type"] == "lifespan.shutdown":
                desk.close()
            return message

        await app(scope, heard, send)

    return attend
