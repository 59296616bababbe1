"""Scoring: labelled statements (`claims/`) checked, and what came of it counted.

`labels.py` reads the statements, `meeting.py` says which answer meets which row and whether it
is right, `figures.py` counts, `telling.py` puts the counts into words. To add a figure: compute
it in `figures.py`, print it in `telling.py`.
"""

from __future__ import annotations

from factcheck.scoring.figures import outcome, score
from factcheck.scoring.labels import Row, Statement, read_statements
from factcheck.scoring.meeting import Outcome, RowOutcome, score_statement
from factcheck.scoring.telling import told, wrong_rows

__all__ = [
    "Outcome",
    "Row",
    "RowOutcome",
    "Statement",
    "outcome",
    "read_statements",
    "score",
    "score_statement",
    "told",
    "wrong_rows",
]
