"""The results database: made whole, locked by one run, written a document a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.batch.rows import Rows
from factcheck.records import Unusable

#: stands in `PRAGMA user_version`; goes up when the tables change
SCHEMA_VERSION = 2
_SEARCHED = ["quote", "sentence", "subject", "property", "asserted_by"]
#: children first
_TABLES = ("facts_used", "verdicts", "claims", "passages", "documents")
#: claims of one document have the ids from its own id times this
CLAIMS = 100_000


@contextmanager
def opened(path: Path) -> Iterator[Results]:
    """The database at `path`, locked for this run; it is made where there is none.

    Raises `Unusable` if it is no results database, cannot be written, or another run has it.
    """
    try:
        with _locked(path):
            if not path.exists():
                _make(path)
            with closing(connect(path)) as connection:
                yield Results(connection)
    except sqlite3.Error as error:
        raise Unusable(
            f"{path}: {error}: what is in it stays; make room or mend it, then run again"
        ) from None


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a results database. Raises `Unusable` if it is none."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=30)
        connection.isolation_level = None
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error as error:
        raise Unusable(f"{path}: no results database ({error}): name another file") from None
    if version != SCHEMA_VERSION:
        connection.close()
        raise Unusable(f"{path}: no results database of this factcheck: name another file")
    return connection


class Count(NamedTuple):
    """Of a file: documents, claims, flagged claims, and what could not be used."""

    documents: int
    claims: int
    flagged: int
    errors: tuple[str, ...]


class Results:
    """An opened results database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def enter_run(self, row: dict[str, Any], facts: Iterable[Sequence[str]]) -> None:
        """Keep what the verdicts of this run depend on, unless it is there.

        `facts`: the columns of `facts_known` but the first, for each fact of the reference.
        """
        reference = row["reference_hash"]
        asked = "SELECT 1 FROM facts_known WHERE reference = ? LIMIT 1"
        with self._transaction():
            _insert(self.connection, "runs", [row], "OR IGNORE")
            if not self.connection.execute(asked, (reference,)).fetchone():
                self.connection.executemany(
                    "INSERT OR IGNORE INTO facts_known VALUES (?, ?, ?, ?, ?, ?)",
                    ((reference, *fact) for fact in facts),
                )

    def is_finished(self, path: str, hash: str, run: str) -> bool:
        """Whether all documents of a file stand there, from these bytes and settings."""
        rows = self.connection.execute(
            "SELECT of_file, hash, run, error FROM documents WHERE path = ?", (path,)
        ).fetchall()
        return bool(rows) and all(row == (len(rows), hash, run, None) for row in rows)

    def has(self, path: str, number: int, hash: str, run: str) -> bool:
        """Whether a document stands there, from these bytes and settings."""
        found = self.connection.execute(
            "SELECT 1 FROM documents WHERE (path, number, hash, run) = (?, ?, ?, ?)"
            " AND error IS NULL",
            (path, number, hash, run),
        )
        return found.fetchone() is not None

    def write(self, rows: Rows) -> None:
        """Put a document in its place, with all that belongs to it; one transaction."""
        document = rows["documents"][0]
        with self._transaction():
            id = self._place(document["path"], document["number"], document["of_file"])
            for table in reversed(_TABLES):
                _insert(self.connection, table, [_numbered(table, row, id) for row in rows[table]])

    def count(self, path: str) -> Count:
        """What stands there about a file."""
        documents = self.connection.execute(
            "SELECT id, error FROM documents WHERE path = ? ORDER BY number", (path,)
        ).fetchall()
        claims = flagged = 0
        for id, _ in documents:
            found = self.connection.execute(
                "SELECT count(*), coalesce(sum(flagged), 0) FROM verdicts"
                " WHERE claim >= ? AND claim < ?",
                (id * CLAIMS, (id + 1) * CLAIMS),
            ).fetchone()
            claims, flagged = claims + found[0], flagged + found[1]
        errors = tuple(error for _, error in documents if error)
        return Count(len(documents), claims, flagged, errors)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _place(self, path: str, number: int, of_file: int) -> int:
        """An id for a document: that of its old rows, which go, else the next."""
        old = self.connection.execute(
            "SELECT id, number FROM documents WHERE path = ? AND (number = ? OR number > ?)",
            (path, number, of_file),
        ).fetchall()
        for id, _ in old:
            self._delete(id)
        for id, its_number in old:
            if its_number == number:
                return int(id)
        [last] = self.connection.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()
        return int(last) + 1

    def _delete(self, id: int) -> None:
        first, end = id * CLAIMS, (id + 1) * CLAIMS
        for table in _TABLES:
            column = {"passages": "document", "documents": "id", "claims": "id"}.get(table, "claim")
            low, high = (id, id + 1) if table in ("passages", "documents") else (first, end)
            self.connection.execute(
                f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", (low, high)
            )


def _numbered(table: str, row: dict[str, Any], id: int) -> dict[str, Any]:
    """A row with its ids; until now it knows only the number of its claim in the document."""
    if table == "documents":
        return {"id": id, **row}
    if table == "passages":
        return {"document": id, **row}
    if table == "claims":
        return {**row, "id": id * CLAIMS + row["id"], "document": id}
    return {**row, "claim": id * CLAIMS + row["claim"]}


def _insert(
    connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]], how: str = ""
) -> None:
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        values = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"INSERT {how} INTO {table} ({columns}) VALUES ({values})",
            [tuple(row.values()) for row in rows],
        )


def _make(path: Path) -> None:
    """Make an empty database; it appears when it is whole."""
    import sqlite_utils

    if not path.absolute().parent.is_dir():
        raise Unusable(f"{path}: there is no folder {path.parent}: make it first")
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    db = sqlite_utils.Database(str(unfinished))
    db.conn.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
    db.table("claims").enable_fts(
        _SEARCHED, create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )
    db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    db.conn.commit()
    db.conn.close()
    unfinished.replace(path)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock beside the database; the system lets go of it whatever ends this process."""
    lock = path.with_name(f"{path.name}.lock")
    try:
        connection = sqlite3.connect(lock, timeout=0.2)
        connection.isolation_level = None
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise Unusable(f"{path}: another batch is writing to it: wait until it ends") from None
        raise Unusable(f"{lock}: cannot be written ({error}): is its folder there?") from None
    try:
        yield
    finally:
        connection.close()
