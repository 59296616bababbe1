"""A folder of hostile documents: each costs little, is a clear entry, and the rest go on."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from folder_of_talks import TOPIC, WRONG

#: seconds of computing and megabytes that the whole folder may take, spaCy and all
SECONDS, MEGABYTES = 60, 800
HUGE = 500_000_000
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def sparse_line(file: Path) -> None:
    """A line of 500 MB; the holes of the file cost no disk."""
    with file.open("wb") as stream:
        stream.write(WRONG.encode())
        stream.truncate(HUGE)


def long_line(file: Path) -> None:
    """One line of 15 MB without a space, then a claim: within the size that is read."""
    file.write_text("a" * 15_000_000 + f"\n\n{WRONG}", encoding="utf-8")


def office_file(file: Path, body: str, more: bytes = b"") -> None:
    """A DOCX or XLSX whose main part is this."""
    made = io.BytesIO()
    if file.suffix == ".docx":
        import docx

        docx.Document().save(made)
    else:
        import openpyxl

        openpyxl.Workbook().save(made)
    main = "word/document.xml" if file.suffix == ".docx" else "xl/worksheets/sheet1.xml"
    with (
        zipfile.ZipFile(made) as good,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for entry in good.infolist():
            if entry.filename != main:
                bad.writestr(entry.filename, good.read(entry.filename))
        bad.writestr(main, body)
        if more:
            bad.writestr("customXml/bomb.xml", more)


def bomb(file: Path) -> None:
    office_file(file, "<a/>", bytes(300_000_000))


def entity(file: Path) -> None:
    """What stands in a file outside must not come in."""
    secret = file.with_name("secret.cfg")
    secret.write_text("the secret word", encoding="utf-8")
    outside = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    body = f"<w:body><w:p><w:r><w:t>{WRONG} &x;</w:t></w:r></w:p></w:body>"
    office_file(file, f'<?xml version="1.0"?>{outside}<w:document {W}>{body}</w:document>')


def entity_sheet(file: Path) -> None:
    secret = file.with_name("secret.cfg")
    outside = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    name = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for n, text in ((1, "text"), (2, f"{WRONG} &x;"))
    )
    data = f"<worksheet {name}><sheetData>{cells}</sheetData></worksheet>"
    office_file(file, f'<?xml version="1.0"?>{outside}{data}')


def pdf_with(file: Path, catalog: str, kids: str = "3 0 R") -> None:
    """A page that says something wrong, in a PDF with this in its catalog."""
    shown = f"BT /F1 12 Tf 72 700 Td ({WRONG}) Tj ET"
    parts = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Count 1/Kids[{kids}]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    text, places = "%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size 6>>\n"
    file.write_text(f"{text}{end}startxref\n{len(text)}\n%%EOF", encoding="latin-1")


def script_pdf(file: Path) -> None:
    action = "<</S/JavaScript/JS(app.alert\\(1\\))>>"
    launch = f"/OpenAction{action}/AA<</O<</S/Launch/F(/bin/sh)>>>>"
    pdf_with(file, launch)


def loop_pdf(file: Path) -> None:
    pdf_with(file, "", "2 0 R 2 0 R")


def script_page(file: Path) -> None:
    said = "It is a long and winding story of the bridge, told by those who were there at the time."
    file.write_text(
        f"<html><body onload='alert(1)'><article><h1>Bridges</h1><p>{said}</p>"
        f"<p>{WRONG} <img src=x onerror=alert(2)></p><script>document.write('{WRONG}')</script>"
        f"<iframe src='file:///etc/passwd'></iframe><p>{said}</p></article></body></html>",
        encoding="utf-8",
    )


def overrides(file: Path) -> None:
    """Words turned about by marks of direction."""
    file.write_text(f"MS. WARE\u202e: {WRONG}\n\n\u202eThe Alma\u2066 Bridge\u202c", "utf-8")


def text(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


#: name, how to make it, what the entry says ("" if it is read), how many claims are flagged
HOSTILE: list[tuple[str, Callable[[Path], object], str, int]] = [
    ("a-500-mb.txt", sparse_line, "over 20 MB", 0),
    ("a-500-mb.jsonl", sparse_line, "over 20 MB", 0),
    ("b-long.txt", long_line, "", 1),
    ("c-bomb.docx", bomb, "unpacks to over", 0),
    ("c-bomb.xlsx", bomb, "unpacks to over", 0),
    ("d-entity.docx", entity, "", 1),
    ("d-entity.xlsx", entity_sheet, "undefined entity", 0),
    ("e-loop.pdf", loop_pdf, "e-loop.pdf: ", 0),
    ("e-script.pdf", script_pdf, "", 1),
    ("f-script.html", script_page, "", 1),
    ("g-utf8.txt", text(b"Caf\xc3( \xff\x81\x8d\x9d " + WRONG.encode()), "not UTF-8", 0),
    ("h-override.txt", overrides, "", 1),
    ("i-new\nline.txt", text(WRONG.encode()), "", 1),
    ("i-new\nline.pdf", text(b"%PDF-1.4"), "damaged", 0),
    ("j-deep.json", text(b"[" * 200_000), "nested too deeply", 0),
    ("k-wide.csv", text(b"text," + b"a," * 2_000_000 + b"\nx\n"), "", 0),
]


def test_each_costs_little_and_is_a_clear_entry(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    for name, make, _, _ in HOSTILE:
        make(tmp_path / "talks" / name)
    program = "from factcheck.cli import main; main()"
    given = ["batch", "talks", "--into", "r.db", "--topic", str(TOPIC)]
    with subprocess.Popen(
        [sys.executable, "-c", program, *given],
        cwd=tmp_path,
        env=os.environ | {"FACTCHECK_CACHE": str(tmp_path / "cache")},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stderr
        said = running.stderr.read()
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 2 and "Traceback" not in said
    # a line for each that cannot be used and one for all, whatever is in the names
    wrong = [name for name, _, says, _ in HOSTILE if says]
    assert said.count("\n") == len(wrong) + 1, said
    assert used.ru_utime + used.ru_stime < SECONDS
    assert used.ru_maxrss / 1024 < MEGABYTES
    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        entries = {
            Path(path).name: (error or "", flagged, text)
            for path, error, flagged, text in connection.execute(
                "SELECT path, error, sum(coalesce(flagged, 0)), text FROM documents"
                " LEFT JOIN claims ON document = documents.id"
                " LEFT JOIN verdicts ON verdicts.claim = claims.id GROUP BY documents.id"
            )
        }
    for name, _, says, flagged in HOSTILE:
        error, found, text = entries[name]
        assert (says in error) if says else not error, (name, error)
        assert found == flagged, name
        assert "secret word" not in text and "alert" not in text


@pytest.mark.parametrize("form", ["text", "html", "md", "csv"])
def test_such_names_and_texts_do_no_harm_in_reports(form: str, tmp_path: Path) -> None:
    for name, make, _, flagged in HOSTILE[-6:]:
        if flagged:
            make(tmp_path / name)
    rows = [{"text": f"\x1b[2J\u202e{WRONG}", "speaker": "=1+1\u202e"}]
    (tmp_path / "z.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    from click.testing import CliRunner

    from factcheck.cli import main

    into = str(tmp_path / "r.db")
    CliRunner().invoke(main, ["batch", str(tmp_path), "--into", into, "--topic", str(TOPIC)])
    shown = CliRunner().invoke(main, ["report", into, "--format", form]).stdout
    assert "1963" in shown and "\x1b" not in shown and "\u202e" not in shown
    assert "<script" not in shown.lower() and "\n=1+1" not in shown and ",=1+1" not in shown
