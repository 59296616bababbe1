"""Reads a results database back: the reports, in the order of the documents."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.batch.exact import from_json
from factcheck.batch.results import CLAIMS, connect
from factcheck.batch.rows import document_of, verdict_of, without_traces
from factcheck.records import Claim, Report, Unusable, Verdict
from factcheck.reports.reading_claims import earlier_of


def read_reports(path: Path, *, traces: bool = False) -> Iterator[Report]:
    """The reports of a results database; raises `Unusable` if it is none or damaged.

    A file that could not be used is a report with an `error`. `traces`: with how each claim
    was read and judged.
    """
    for report, _ in read_found(path):
        yield report if traces else without_traces(report)


def read_found(path: Path) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """The reports with traces, each with all claims that were found, as `Checker.judge` wants."""
    with closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        try:
            runs = {row["id"]: row for row in connection.execute("SELECT * FROM runs")}
            ids = [id for (id,) in connection.execute("SELECT id FROM documents ORDER BY id")]
            for id in ids:
                yield _found(connection, id, runs)
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise Unusable(f"{path}: damaged ({error}): run the batch into a new file") from None


def read_facts(path: Path, reference: str) -> Iterator[tuple[str, str, str, str, str]]:
    """What the facts were when the batch ran with the reference of that hash: topic, id,
    subject, property and a hash of all that the fact said."""
    with closing(connect(path)) as connection:
        wanted = "topic, fact, subject, property, hash"
        yield from connection.execute(
            f"SELECT {wanted} FROM facts_known WHERE reference = ?", (reference,)
        )


def _found(
    connection: sqlite3.Connection, id: int, runs: dict[str, sqlite3.Row]
) -> tuple[Report, tuple[Claim, ...]]:
    [row] = _rows(connection, "SELECT * FROM documents WHERE id = ?", id)
    passages = _rows(connection, "SELECT * FROM passages WHERE document = ? ORDER BY number", id)
    verdicts = tuple(_with_earlier(_verdicts(connection, id), row["answer"]))
    run = runs[row["run"]]
    report = Report(
        document_of(row, passages),
        verdicts,
        from_json(row["not_judged"]),
        tuple(json.loads(run["topics"])),
        run["reference_hash"],
        run["version"],
        {"known_on": run["known_on"]} if run["known_on"] else {},
        row["error"],
    )
    readings = from_json(row["readings"])
    return report, tuple(verdicts[one].claim if isinstance(one, int) else one for one in readings)


def _verdicts(connection: sqlite3.Connection, document: int) -> Iterator[Verdict]:
    first, end = document * CLAIMS, (document + 1) * CLAIMS
    facts: dict[int, list[str]] = defaultdict(list)
    used = "SELECT claim, record FROM facts_used WHERE claim >= ? AND claim < ?"
    for claim, record in connection.execute(f"{used} ORDER BY claim, number", (first, end)):
        facts[claim].append(record)
    judged = (
        "SELECT verdicts.*, claims.record FROM verdicts JOIN claims ON claims.id = verdicts.claim"
        " WHERE claims.id >= ? AND claims.id < ? ORDER BY claims.id"
    )
    for row in _rows(connection, judged, first, end):
        yield verdict_of(row, facts[row["claim"]])


def _with_earlier(verdicts: Iterable[Verdict], answer: str) -> Iterator[Verdict]:
    """The verdicts, in the order of the answer, with the earlier checks that stand there."""
    for verdict, said in zip(verdicts, json.loads(answer)["claims"], strict=True):
        yield replace(verdict, said_before=earlier_of(said))


def _rows(connection: sqlite3.Connection, query: str, *values: int) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query, values)]
