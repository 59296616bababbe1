"""JSON Lines: one object of `docs/answer.schema.json` a line, in the order of the input."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from factcheck.records import Report
from factcheck.reports.answer import answer
from factcheck.reports.escaping import json_safe

suffix = ".jsonl"


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write each report as one line, as soon as it is there."""
    for report in reports:
        line = json_safe(json.dumps(answer(report), ensure_ascii=False))
        stream.write(line.encode() + b"\n")
        stream.flush()
