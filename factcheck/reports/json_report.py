"""JSON: an array of the objects of `docs/answer.schema.json`, in the order of the input."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from factcheck.records import Report
from factcheck.reports.answer import answer
from factcheck.reports.escaping import json_safe

suffix = ".json"


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write all reports as one array; it is closed whatever happens in between."""
    stream.write(b"[")
    opened = False
    try:
        for report in reports:
            text = json_safe(json.dumps(answer(report), ensure_ascii=False, indent=2))
            stream.write((",\n" if opened else "\n").encode() + text.encode())
            opened = True
    finally:
        stream.write(b"\n]\n" if opened else b"]\n")
