"""The desk: checks one text after the other, in the one thread that knows the pipeline.

The pipeline is not made for several threads at once, and an open reference is kept there too. So
requests queue; when the queue is full, or an answer takes too long, that is said.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, TypeVar

from factcheck.api import Checker
from factcheck.records import Document, Report
from factcheck.web.examples import Example, find_examples

#: where our addresses begin
PREFIX = "/-/factcheck"
#: texts that wait or are checked at once; seconds until an answer is given up
MOST_WAITING, MOST_SECONDS = 64, 60.0

_T = TypeVar("_T")


class Refused(Exception):
    """A request that is not answered: an HTTP status, and one line that says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


@dataclass(frozen=True, slots=True)
class Settings:
    """What Datasette's configuration says of the plugin `factcheck`."""

    topics: tuple[str, ...] = ()
    reference: Path | None = None
    #: names under which we may be addressed; none: any
    hosts: frozenset[str] = frozenset()

    @staticmethod
    def of(config: Mapping[str, Any] | None) -> Settings:
        """The settings of a plugin configuration."""
        told = config or {}
        reference = told.get("reference")
        return Settings(
            tuple(told.get("topics", ())),
            Path(reference) if reference else None,
            frozenset(told.get("hosts", ())),
        )


@dataclass(frozen=True, slots=True)
class About:
    """What the page tells of the reference: topics, hash, known speakers, examples."""

    topics: tuple[str, ...]
    hash: str
    speakers: tuple[str, ...]
    examples: tuple[Example, ...]


class Desk:
    """Takes documents and gives reports. The reference is opened when it is first needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._places = BoundedSemaphore(MOST_WAITING)
        self._checker: Checker | None = None
        self._about: About | None = None

    async def check(self, document: Document) -> Report:
        """The report on a document. Raises `Refused` if it cannot be had now."""
        return await self._in_turn(lambda: self._opened().check(document))

    async def about(self) -> About:
        """What is told of the reference."""
        if self._about is None:
            self._about = await self._in_turn(self._describe)
        return self._about

    async def _in_turn(self, work: Callable[[], _T]) -> _T:
        if not self._places.acquire(blocking=False):
            raise Refused(429, "too many texts are waiting: try again in a moment")
        job = _worker().submit(work)
        # a job that runs on after we gave up keeps its place until it is done
        job.add_done_callback(lambda _: self._places.release())
        try:
            return await asyncio.wait_for(asyncio.wrap_future(job), MOST_SECONDS)
        except TimeoutError:
            raise Refused(503, "the text took too long: check a shorter part of it") from None

    def _opened(self) -> Checker:
        if self._checker is None:
            settings = self._settings
            self._checker = Checker(settings.topics, reference=settings.reference)
        return self._checker

    def _describe(self) -> About:
        lookup = self._opened().lookup
        speakers = tuple(sorted(lookup.stored.subjects_of("office_held")))
        examples = find_examples(self._settings.topics, lookup.topics)
        return About(lookup.topics, lookup.hash, speakers, examples)


@cache
def desk_of(settings: Settings) -> Desk:
    """The one desk of this process for these settings."""
    return Desk(settings)


@cache
def _worker() -> ThreadPoolExecutor:
    """The one thread in which texts are read, whatever the desk."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="factcheck")
