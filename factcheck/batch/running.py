"""A run: files read in order, what is finished passed over, the rest checked and written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.batch.checking import (
    Checked,
    Settings,
    Task,
    check_all,
    check_side_by_side,
    open_checker,
)
from factcheck.batch.results import Results, opened
from factcheck.batch.rows import rows_of
from factcheck.records import Document, Unusable

if TYPE_CHECKING:
    from factcheck.api import Checker

__all__ = ["Settings", "Summary", "run_batch"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands in the database about the files of a run."""

    files: int
    #: files of which nothing had to be checked
    unchanged: int
    documents: int
    claims: int
    flagged: int
    errors: tuple[str, ...]


def run_batch(
    files: Sequence[Path],
    into: Path,
    settings: Settings,
    *,
    jobs: int = 1,
    tell: Callable[[], object] = lambda: None,
) -> Summary:
    """Check `files` into the results database `into`, in `jobs` processes.

    `tell` is called as each file is done. Raises `Unusable` where the reference or the database
    cannot be used; a file that cannot be used is an entry, and the rest go on.
    """
    with open_checker(settings) as checker, opened(into) as results:
        run = _enter_run(results, checker, settings)
        reading = _Reading(results, run, settings, tell)
        tasks = reading.tasks(files)
        if jobs > 1:
            checked = check_side_by_side(tasks, settings, jobs)
        else:
            checked = check_all(tasks, checker)
        for one in checked:
            _write(results, one, run, checker.lookup.hash)
        return _summary(results, files, reading.unchanged)


def _enter_run(results: Results, checker: Checker, settings: Settings) -> str:
    """The id of the run: made from what the verdicts depend on."""
    from factcheck import __version__

    row: dict[str, Any] = {
        "version": __version__,
        "reference_hash": checker.lookup.hash,
        "topics": json.dumps(list(checker.lookup.topics)),
        "speaker": settings.speaker,
        "date": settings.date.isoformat() if settings.date else None,
        "known_on": settings.known_on.isoformat() if settings.known_on else None,
    }
    id = hashlib.sha256(json.dumps(row).encode()).hexdigest()[:12]
    results.enter_run({"id": id, **row}, checker.lookup.known_facts())
    return id


def _write(results: Results, checked: Checked, run: str, reference: str) -> None:
    task, report = checked.task, checked.report
    if report.reference_hash != reference:
        raise Unusable(f"{task.path}: the facts changed while the batch ran: run it again")
    told = {
        "run": run,
        "path": task.path,
        "number": task.number,
        "of_file": task.of_file,
        "hash": task.hash,
    }
    results.write(rows_of(report, checked.readings, told))


@dataclass(slots=True)
class _Reading:
    """Reads the files of a run."""

    results: Results
    run: str
    settings: Settings
    tell: Callable[[], object]
    unchanged: int = 0

    def tasks(self, files: Sequence[Path]) -> Iterator[Task]:
        """The documents that are still to be checked, in order."""
        for file in files:
            path, hash = _name(file), _hash(file)
            if self.results.is_finished(path, hash, self.run):
                self.unchanged += 1
            else:
                yield from self._of_file(file, path, hash)
            self.tell()

    def _of_file(self, file: Path, path: str, hash: str) -> Iterator[Task]:
        from factcheck.documents import read

        try:
            documents = read(file)
        except Unusable as error:
            yield Task(path, 1, 1, hash, Document("", path), _printable(str(error)))
            return
        for number, document in enumerate(documents, 1):
            if not self.results.has(path, number, hash, self.run):
                told = replace(
                    document,
                    speaker=self.settings.speaker or document.speaker,
                    date=self.settings.date or document.date,
                )
                yield Task(path, number, len(documents), hash, told)


def _name(file: Path) -> str:
    """The path as text; bytes that are no UTF-8 are written out."""
    return _printable(file.as_posix())


def _printable(text: str) -> str:
    return text.encode(errors="surrogateescape").decode(errors="backslashreplace")


def _hash(file: Path) -> str:
    """SHA-256 of a file's bytes; empty for what cannot or will not be read."""
    from factcheck.documents import LARGEST

    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return ""
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


def _summary(results: Results, files: Sequence[Path], unchanged: int) -> Summary:
    documents = claims = flagged = 0
    errors = list[str]()
    for file in files:
        path = _name(file)
        counted = results.count(path)
        documents += counted.documents
        claims += counted.claims
        flagged += counted.flagged
        errors += counted.errors
    return Summary(len(files), unchanged, documents, claims, flagged, tuple(errors))
