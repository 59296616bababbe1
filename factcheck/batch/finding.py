"""Paths to files: folders and globs, in an order that is the same on every machine."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.records import Unusable


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that `paths` mean, each once, in order.

    A folder means the files in it and below that have a reader, sorted by name, without hidden
    ones; links to folders are not followed. A name with * or ? or [ that is no file is a glob
    (** for folders at any depth). Raises `Unusable` where a folder or glob means no file.
    """
    found: dict[Path, None] = {}
    for path in paths:
        named = list(_meant(path))
        if not named:
            raise Unusable(f"{path}: no files in it that can be read: see factcheck check --help")
        found.update(dict.fromkeys(named))
    return tuple(found)


def _meant(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _in_folder(path)
    elif glob.has_magic(str(path)) and not path.exists():
        for name in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207
            if not Path(name).is_dir():
                yield Path(name)
    else:
        yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    from factcheck.documents import readers

    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in readers():
                yield file
