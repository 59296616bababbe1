"""The user's cache folder, and files put there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from factcheck.records import Unusable

#: how the names of unfinished files begin
_UNFINISHED = ".factcheck-"
#: seconds after which an unfinished file is one that a crash has left
_ABANDONED = 6 * 3600


def cache_folder() -> Path:
    """Where built stores lie: `FACTCHECK_CACHE`, else the user's cache folder.

    Where that cannot be written, a folder of the user's own below the system's temporary one.
    """
    chosen = os.environ.get("FACTCHECK_CACHE")
    for folder in ([Path(chosen)] if chosen else []) + [_usual_folder()]:
        if _is_writable(folder):
            return folder
    return _temporary_folder()


def put(target: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new file, and give it the name `target` when it is complete.

    A crash leaves no `target` or the old one; of several writers at once the last one stays.
    What a writer that was killed has left is cleared away by a later one.
    """
    import tempfile

    handle, name = tempfile.mkstemp(".part", f"{_UNFINISHED}{target.name}-", target.parent)
    os.close(handle)
    part = Path(name)
    _sweep(part)
    try:
        write(part)
        _sync(part)
        try:
            part.replace(target)
        except PermissionError:  # Windows: another process has the same content open
            if not target.exists():
                raise
        _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _sweep(part: Path) -> None:
    """Remove unfinished files that are hours older than `part`: nobody writes them any more."""
    now = part.stat().st_mtime
    for left in part.parent.glob(f"{_UNFINISHED}*.part"):
        with suppress(OSError):
            if left.stat().st_mtime < now - _ABANDONED:
                left.unlink()


def _usual_folder() -> Path:
    home = Path(os.environ.get("HOME") or os.environ.get("USERPROFILE") or "~").expanduser()
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = home / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return root / "factcheck"


def _temporary_folder() -> Path:
    """A folder that only this user can write, so that nobody can slip a store in."""
    import tempfile

    user = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"factcheck-{user}"
    if _is_writable(folder) and not folder.is_symlink() and _is_own(folder):
        return folder
    try:
        return Path(tempfile.mkdtemp(prefix="factcheck-"))
    except OSError as error:
        raise Unusable(
            f"{tempfile.gettempdir()}: no place for the built reference ({error.strerror}); "
            "set FACTCHECK_CACHE to a folder that can be written"
        ) from None


def _is_own(folder: Path) -> bool:
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _sync(path: Path) -> None:
    if path.is_dir() and not hasattr(os, "O_DIRECTORY"):
        return  # Windows cannot sync a folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
