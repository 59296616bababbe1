"""Batch: many documents into a results database, broken off and resumed at will.

`finding.py` turns paths into files, `running.py` reads and checks them (in one process or
several), `results.py` writes each document in one transaction, `reading.py` gives the reports
back; `rows.py` and `exact.py` say what a row and a kept record look like, `schema.sql` the
tables, `docs/results.md` what they mean. To keep something more: a column in `schema.sql`, its
value in `rows.py`, a word in the docs, and `SCHEMA_VERSION` goes up.
"""

from __future__ import annotations

from factcheck.batch.finding import find_files
from factcheck.batch.reading import read_facts, read_found, read_reports
from factcheck.batch.running import Settings, Summary, run_batch

__all__ = [
    "Settings",
    "Summary",
    "find_files",
    "read_facts",
    "read_found",
    "read_reports",
    "run_batch",
]
