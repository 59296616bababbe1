"""Same reports, same bytes: at another time, in another place, from another Python."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fixed_set import REPORTS
from reading_back import read_back

from factcheck.reports import format_names, load_format
from factcheck.reports.stamping import NO_TIME, made_at

STAMP = "2026-11-23T22:00:00Z"
PROGRAM = """
import hashlib, io, sys
sys.path[:0] = sys.argv[1:3]
from fixed_set import REPORTS
from factcheck.reports import format_names, load_format
for name in format_names():
    stream = io.BytesIO()
    load_format(name).write(REPORTS, stream)
    print(name, hashlib.sha256(stream.getvalue()).hexdigest())
"""


def written(name: str, stamped: bool = False) -> bytes:
    options = {"stamp": STAMP} if stamped else {}
    stream = io.BytesIO()
    load_format(name).write((replace(r, options=r.options | options) for r in REPORTS), stream)
    return stream.getvalue()


def hashes(python: str, **environment: str) -> dict[str, str]:
    here = Path(__file__).parent
    result = subprocess.run(
        [python, "-c", PROGRAM, str(here), str(here.parents[1])],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return dict(line.split() for line in result.stdout.splitlines())  # type: ignore[misc]


def test_another_process_place_and_hour_give_the_same_bytes() -> None:
    own = {name: hashlib.sha256(written(name)).hexdigest() for name in format_names()}
    other = hashes(
        sys.executable, TZ="Asia/Seoul", PYTHONHASHSEED="7", LC_ALL="C", SOURCE_DATE_EPOCH="1"
    )
    assert other == own


@pytest.mark.skipif("FACTCHECK_OTHER_PYTHON" not in os.environ, reason="names another Python")
def test_another_python_gives_the_same_bytes() -> None:
    assert hashes(os.environ["FACTCHECK_OTHER_PYTHON"]) == hashes(sys.executable)


@pytest.mark.parametrize("name", format_names())
def test_the_stamp_is_there_only_where_it_was_asked_for(name: str) -> None:
    plain, stamped = written(name), written(name, stamped=True)
    assert "2026-11-23" not in read_back(name, plain)
    assert "2026-11-23" in read_back(name, stamped)
    assert written(name, stamped=True) == stamped


def test_office_and_pdf_files_carry_the_stamp_as_their_time() -> None:
    import docx
    import openpyxl
    import pypdf

    for stamped, year in ((False, NO_TIME.year), (True, 2026)):
        memo = docx.Document(io.BytesIO(written("docx", stamped)))
        assert memo.core_properties.created and memo.core_properties.created.year == year
        book = openpyxl.load_workbook(io.BytesIO(written("xlsx", stamped)))
        assert book.properties.created.year == year
        told = pypdf.PdfReader(io.BytesIO(written("pdf", stamped))).metadata
        assert told and told["/CreationDate"].startswith(f"D:{year}")


@pytest.mark.parametrize("given", ["", "no time", "1970-01-01T00:00:00Z"])
def test_a_stamp_that_a_zip_cannot_hold_is_no_time(given: str) -> None:
    assert made_at(replace(REPORTS[0], options={"stamp": given})) == NO_TIME
