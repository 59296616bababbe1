"""A built reference, opened read-only with plain sqlite3, and its rows.

Nothing is loaded on opening: a reference of a million facts opens as fast as one of a hundred.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factcheck.records import Unusable

#: marks the file as ours ("fact" in ASCII), and the form of its tables
APPLICATION = 0x66616374
FORMAT = 7

_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_CORRUPT_INDEX,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FORMAT,
}


class Store:
    """An open store. `rebuild`, where there is one, makes it anew if it proves to be damaged."""

    def __init__(self, file: Path, rebuild: Callable[[], Path] | None = None) -> None:
        self.file = file
        self._rebuild = rebuild
        self._connection = self._open_or_rebuild()
        self.hash = self._hash()

    def rows(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """The rows that a query gives. Raises `Unusable` if the file is damaged."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) not in _DAMAGE:
                raise
            if self._rebuild is None:
                raise self._damaged(error) from None
        self._connection.close()
        self.file, self._rebuild = self._rebuild(), None
        self._connection = self._open()
        return self.rows(sql, parameters)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _open_or_rebuild(self) -> sqlite3.Connection:
        """Open the file; if another process has just removed it, after building it again."""
        try:
            return self._open()
        except Unusable:
            if self._rebuild is None:
                raise
        self.file, self._rebuild = self._rebuild(), None
        return self._open()

    def _open(self) -> sqlite3.Connection:
        # the file never changes once it has its name, so no locks are needed
        address = f"file:{quote(str(self.file))}?mode=ro&immutable=1"
        try:
            return sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise Unusable(
                f"{self.file}: cannot be opened ({error}); give a store made by "
                "`factcheck facts build`"
            ) from None

    def _hash(self) -> str:
        application = self.rows("PRAGMA application_id")[0][0]
        form = self.rows("PRAGMA user_version")[0][0]
        if application != APPLICATION:
            raise Unusable(
                f"{self.file}: no reference; give a file made by `factcheck facts build`"
            )
        if form != FORMAT:
            raise Unusable(
                f"{self.file}: built by another version of factcheck (form {form}, this one reads "
                f"{FORMAT}); build it again with `factcheck facts build`"
            )
        found = self.rows("SELECT value FROM meta WHERE key = 'hash'")
        if not found:
            raise self._damaged("it was never finished")
        return str(found[0][0])

    def _damaged(self, why: object) -> Unusable:
        return Unusable(
            f"{self.file}: damaged ({why}); build it again with `factcheck facts build`"
        )
