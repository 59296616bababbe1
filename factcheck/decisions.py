"""Decisions of an editor, kept beside the verdicts in a results database.

Table `decisions`, a row a decision; none is ever changed, the newest on a claim counts:
`claim` (its id), `document` (its id; null: wherever the claim is made), `decision` (accepted,
false-alarm, waived), `why`, `by`, `until` (last day of a waiver), `decided_on`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.records import Decision, Report, Unusable, Verdict
from factcheck.reports.answer import claim_id
from factcheck.reports.waivers import DECISIONS, Waiver

_TABLE = f"""CREATE TABLE IF NOT EXISTS decisions (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL CHECK (length(claim) = 12),
    document TEXT,
    decision TEXT NOT NULL CHECK (decision IN {DECISIONS}),
    why TEXT NOT NULL CHECK (why <> ''),
    "by" TEXT,
    until TEXT,
    decided_on TEXT NOT NULL
) STRICT"""
_INDEX = "CREATE INDEX IF NOT EXISTS decisions_by_claim ON decisions (claim)"
#: characters of a document up to which a statement is its whole text, not only the sentence
_WHOLE = 1_200


def is_database(path: Path) -> bool:
    """Whether a file is an SQLite database."""
    try:
        with path.open("rb") as stream:
            return stream.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def keep(database: Path, decided: Waiver, on: date) -> None:
    """Keep a decision, made on that day. Raises `Unusable` if the database cannot be used."""
    told = decided.decision
    row = (
        decided.claim,
        decided.document,
        told.decision,
        told.why,
        told.by,
        told.until.isoformat() if told.until else None,
        on.isoformat(),
    )
    columns = 'claim, document, decision, why, "by", until, decided_on'
    with _opened(database) as connection, connection:
        connection.execute(_TABLE)
        connection.execute(_INDEX)
        connection.execute(f"INSERT INTO decisions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def kept(database: Path) -> tuple[Waiver, ...]:
    """All decisions in a database, the newest first."""
    with _opened(database) as connection:
        known = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'decisions'"
        if not connection.execute(known).fetchone():
            return ()
        columns = 'claim, decision, why, "by", until, document'
        rows = connection.execute(f"SELECT {columns} FROM decisions ORDER BY id DESC").fetchall()
    return tuple(
        Waiver(
            claim,
            Decision(decision, why, by, date.fromisoformat(until) if until else None),
            document,
        )
        for claim, decision, why, by, until, document in rows
    )


def as_claims(reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    """The claims decided to be false alarms, as labelled statements: nothing there may be flagged.

    Each is the whole text of a short document, else the sentence; the same one only once.
    """
    told: set[str] = set()
    for report in reports:
        for verdict in report.verdicts:
            alarm = verdict.decision is not None and verdict.decision.decision == "false-alarm"
            if alarm and (statement := _statement(report, verdict)):
                if statement["id"] not in told:
                    yield statement
                told.add(statement["id"])


def _statement(report: Report, verdict: Verdict) -> dict[str, Any] | None:
    claim, document = verdict.claim, report.document
    text = document.text if len(document.text) <= _WHOLE else claim.sentence
    if not claim.quote or claim.quote not in text:
        return None
    speaker = claim.asserted_by if claim.stance == "asserted" else document.speaker
    return {
        "id": f"false-alarm-{claim_id(claim)}",
        "text": text,
        "speaker": speaker or document.speaker,
        "date": document.date.isoformat() if document.date else None,
        "tags": ["false-alarm", claim.kind],
        "expected": [],
        "must_not_flag": [claim.quote],
    }


def _opened(database: Path) -> closing[sqlite3.Connection]:
    if not is_database(database):
        raise Unusable(f"{database}: no results database: make one with factcheck batch --into")
    return closing(_Connection(database, timeout=30))


class _Connection(sqlite3.Connection):
    """A connection that says in one line what is wrong with the file."""

    def execute(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401
        """Run one statement."""
        try:
            return super().execute(*arguments)
        except sqlite3.Error as error:
            raise Unusable(f"the results database cannot be used: {error}") from None
