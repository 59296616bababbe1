"""Stamps: which files a store was built from, so that unchanged files are not read again.

A stamp lies beside the store, one for each set of topics asked for. It holds the size and
times of each file. A file that was changed so shortly before the stamp was written that its
time could not tell is read again, as git does with its index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.reference.cache import put
from factcheck.reference.topics import TopicFolder

_HEAD = "factcheck stamp 1"
#: nanoseconds within which two changes of a file may bear the same time
_TICK = 20_000_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a store was built from: its content hash, file, and the topics' names and folders."""

    content: str
    store: str
    store_state: str
    topics: tuple[TopicFolder, ...]


def state(path: Path) -> str:
    """Size and times of a file; "-" if there is none."""
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def read_stamp(file: Path) -> Stamp | None:
    """The stamp in `file`, if every file that it names is as it was."""
    try:
        written = file.stat().st_mtime_ns
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    if len(lines) < 4 or lines[0] != _HEAD or lines[-1] != "end":
        return None
    topics = []
    for line in lines[4:-1]:
        kind, first, second = line.split("\t")
        if kind == "topic":
            topics.append(TopicFolder(first, Path(second)))
        elif state(Path(second)) != first or _is_too_new(first, written):
            return None
    return Stamp(lines[1], lines[2], lines[3], tuple(topics))


def stamped_store(file: Path) -> str | None:
    """The name of the store in a stamp, whether or not it still holds."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(lines[2]).name if len(lines) > 3 and lines[0] == _HEAD else None


def write_stamp(file: Path, stamp: Stamp, states: Iterable[tuple[str, Path]]) -> None:
    """Write `stamp` with the `states` that its files had **before** they were read."""
    lines = [_HEAD, stamp.content, stamp.store, stamp.store_state]
    lines += [f"topic\t{topic.name}\t{topic.path}" for topic in stamp.topics]
    lines += [f"file\t{state}\t{path}" for state, path in states]
    if any(len(line.splitlines()) > 1 or line.count("\t") > 2 for line in lines):
        return  # a folder's name with a line end or tab: do without a stamp
    content = "\n".join([*lines, "end", ""])
    put(file, lambda part: _write(part, content))


def hash_topics(topics: Sequence[TopicFolder]) -> str:
    """The hash of what the topics' files hold: 16 hexadecimal digits.

    Raises `Unusable` for what is no file, before it is read: reading a pipe would never end.
    """
    from factcheck.reference.rows import check_file

    whole = hashlib.sha256()
    for topic in topics:
        for path in topic.files():
            if path.is_symlink() or path.exists():
                check_file(path)
                content = hash_file(path)
            else:
                content = "none"
            whole.update(f"{topic.name}\0{path.name}\0{content}\n".encode())
    return whole.hexdigest()[:16]


def hash_file(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _is_too_new(state: str, written: int) -> bool:
    return state != "-" and int(state.split()[1]) + _TICK >= written


def _write(part: Path, content: str) -> None:
    part.write_text(content, encoding="utf-8")
