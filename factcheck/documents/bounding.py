"""Bounds on what a hostile file may cost: seconds of computing, memory, unpacked size."""

from __future__ import annotations

import signal
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from factcheck.records import Unusable

#: seconds of computing for one file; a long transcript takes one
SECONDS = 60.0
#: bytes that reading one file may add to the memory of the program
MEMORY = 2_000_000_000
#: bytes in all that a packed file (DOCX) may unpack to, and that one of its texts may
UNPACKED = 200_000_000
ONE_TEXT = 40_000_000


class _OverTime(BaseException):
    """Not an `Exception`, so that no library swallows it."""


@contextmanager
def bounded(path: Path) -> Iterator[None]:
    """Whatever goes wrong or on for too long in reading becomes an `Unusable` that names `path`."""
    try:
        with limited(str(path), SECONDS, "read: save its text as UTF-8 (.txt)"):
            yield
        return
    except Unusable:
        raise
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}"
    except Exception as error:
        said = " ".join(str(error).split())[:200]
        message = f"{path}: damaged ({type(error).__name__}: {said}): save it again, or as .txt"
    raise Unusable(message)


@contextmanager
def limited(name: str, seconds: float, doing: str) -> Iterator[None]:
    """More than so many seconds of computing, or `MEMORY`, becomes an `Unusable`: "too long to
    {doing}". Bounds hold on Unix and in the main thread, where the system offers them.
    """
    try:
        with _limits(seconds):
            yield
        return
    except _OverTime:
        message = f"{name}: takes over {seconds:g} seconds to {doing}"
    except MemoryError:
        message = f"{name}: takes too much memory to {doing}"
    except RecursionError:
        message = f"{name}: nested too deeply to {doing}"
    raise Unusable(message)


def look_into(path: Path) -> None:
    """Refuse a packed file that is none, or that would unpack to too much.

    `zipfile` never unpacks more than the directory of the file declares.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            sizes = {entry.filename: entry.file_size for entry in packed.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unusable(f"{path}: damaged ({error}): save it again, or as .txt") from None
    texts = [size for name, size in sizes.items() if name.lower().endswith((".xml", ".rels"))]
    if sum(sizes.values()) > UNPACKED or max(texts, default=0) > ONE_TEXT or len(sizes) > 20_000:
        raise Unusable(
            f"{path}: unpacks to over {ONE_TEXT // 1_000_000} MB of text or "
            f"{UNPACKED // 1_000_000} MB in all: save its text as UTF-8 (.txt)"
        )


@contextmanager
def _limits(seconds: float) -> Iterator[None]:
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _memory_now() + MEMORY
    usual = signal.signal(signal.SIGPROF, _over_time)
    try:
        if hard == resource.RLIM_INFINITY or wanted < hard:
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
        # it strikes again each second, in case that it strikes where no exception can pass
        signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, usual)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _over_time(signal_number: int, frame: FrameType | None) -> None:
    raise _OverTime


def _memory_now() -> int:
    """Bytes of address space in use; where the system does not tell, a generous guess."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * 4096
    except (OSError, ValueError):
        return 4_000_000_000
