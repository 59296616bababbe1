"""Subtitles, HTML, DOCX, PDF: places and speakers; what is hostile costs little and is said."""

from __future__ import annotations

import os
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents import bounding, pdf, read
from factcheck.documents.subtitles import read as read_subtitles
from factcheck.documents.turns import document
from factcheck.records import Document, Unusable

SAMPLES = Path(__file__).parent / "samples"
_ROWS = tuple[str | None, object, str]


def rows(found: Document, place: str) -> list[_ROWS]:
    """Speaker, place and text of each passage."""
    return [
        (p.speaker, getattr(p.place, place), found.text[p.start : p.end]) for p in found.passages
    ]


def test_srt_cues_become_sentences_with_speaker_and_time() -> None:
    [found] = read(SAMPLES / "speech.srt")
    built = "Good morning. We built it for 1.5 billion, which is less than planned."
    assert rows(found, "time") == [
        ("THE MAYOR", "00:00:01", built),
        ("THE MAYOR", "00:00:06", "It opened in 1961."),
        ("MS. WARE", "00:01:12", "It took three years, not four."),
    ]


def test_vtt_voices_entities_and_rolling_lines() -> None:
    [found] = read(SAMPLES / "speech.vtt")
    built = "Good morning. We built it for 1.5 billion & a half, which is less than planned."
    assert rows(found, "time") == [
        ("Ann Alder", "00:00:01", built),
        ("Bo Birch", "00:00:09", "It took three years."),
    ]
    assert "styl" not in found.text.lower() and "by hand" not in found.text


def test_the_article_is_read_not_the_page_around_it() -> None:
    [found] = read(SAMPLES / "article.html")
    assert found.date == date(2025, 4, 8)
    assert "“We built it for 1.5 billion, which is less than planned,” she said." in found.text
    for outside in ("nine billion", "newsletter", "2019", "Sport"):
        assert outside not in found.text
    assert [p.place.line for p in found.passages] == [1, 3, 5, 7]


def test_docx_paragraphs_and_tables() -> None:
    [found] = read(SAMPLES / "speech.docx")
    assert [(speaker, text) for speaker, _, text in rows(found, "line")] == [
        (None, "Remarks at the opening of the bridge"),
        ("THE MAYOR", "Good morning. We built it for 1.5 billion, which is less than planned."),
        ("MS. WARE", "It took three years."),
        ("MS. WARE", "Cost"),
        ("MS. WARE", "1.5 billion"),
        ("MS. WARE", "Tolls begin in May."),
    ]


def test_pdf_passages_know_their_page() -> None:
    [found] = read(SAMPLES / "speech.pdf")
    assert rows(found, "page") == [
        ("THE MAYOR", 1, "We built it for 1.5 billion,\nwhich is less than planned."),
        ("THE MAYOR", 2, "It took three years."),
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-04-08-speech.txt", date(2025, 4, 8)),
        ("speech.txt", None),
        ("2025-04-08-to-2025-04-09.txt", None),
        ("2025-13-08.txt", None),
        ("12025-04-08.txt", None),
    ],
)
def test_a_file_name_dates_a_document(name: str, day: date | None, tmp_path: Path) -> None:
    (tmp_path / name).write_text("It opened.", encoding="utf-8")
    assert read(tmp_path / name)[0].date == day


@given(st.lists(st.text(alphabet='aB :.\n->0,1<v&;"', max_size=40), max_size=12))
def test_subtitle_passages_are_in_order(cues: list[str]) -> None:
    file = Path(gettempdir()) / f"factcheck-{os.getpid()}.srt"
    timed = (f"00:00:{n:02},000 --> 00:00:{n:02},900\n{cue}\n\n" for n, cue in enumerate(cues))
    file.write_text("x\n\n" + "".join(timed), encoding="utf-8")
    try:
        [found] = read_subtitles(file)
    except Unusable:
        return
    finally:
        file.unlink()
    end = 0
    for passage in found.passages:
        assert end <= passage.start < passage.end <= len(found.text)
        end = passage.end


def test_xlsx_statements_keep_id_speaker_date_and_row(tmp_path: Path) -> None:
    cells = [
        ["ID", "Text", "speaker", "date"],
        [7, "The bridge opened in 1961.", "Ann Alder", date(2025, 4, 8)],
        [None, None, None, None],
        [None, "It is long.", None, "2025-04-09"],
        ["=1+1", 1961, None, None],
    ]
    sheet(tmp_path / "a.xlsx", cells)
    first, second, third = read(tmp_path / "a.xlsx")
    assert (first.id, first.speaker, first.date) == ("7", "Ann Alder", date(2025, 4, 8))
    assert (second.id, second.speaker, second.date) == ("2", None, date(2025, 4, 9))
    assert (third.id, third.text) == ("3", "1961")
    assert [d.passages[0].place.line for d in (first, second, third)] == [2, 4, 5]


# --- hostile ------------------------------------------------------------------------------


def packed(file: Path, body: str | bytes, *more: tuple[str, bytes]) -> None:
    """A DOCX with this `word/document.xml`."""
    with (
        zipfile.ZipFile(SAMPLES / "speech.docx") as good,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for entry in good.infolist():
            changed = entry.filename == "word/document.xml"
            bad.writestr(entry.filename, body if changed else good.read(entry.filename))
        for name, data in more:
            bad.writestr(name, data)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_body(text: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{before}<w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )


def zip_bomb(file: Path) -> None:
    packed(file, docx_body("It opened."), ("word/media/a.png", bytes(bounding.UNPACKED + 1)))


def text_bomb(file: Path) -> None:
    packed(file, docx_body("a" * bounding.ONE_TEXT))


def sheet(file: Path, cells: list[list[object]]) -> None:
    """A table in the first sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in cells:
        book.active.append(row)
    book.save(file)


def sheet_bomb(file: Path) -> None:
    sheet(file, [["text"], ["It opened."]])
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed_file:
        packed_file.writestr("xl/sharedStrings2.xml", b" " * (bounding.ONE_TEXT + 1))


def nested(file: Path) -> None:
    packed(file, docx_body("<w:r>" * 100_000))


def broken_pdf(file: Path) -> None:
    file.write_bytes((SAMPLES / "speech.pdf").read_bytes()[:700])


def looping_pdf(file: Path) -> None:
    """A tree of pages that is its own branch."""
    file.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def deep_page(file: Path) -> None:
    file.write_text("<div>" * 200_000, encoding="utf-8")


def empty_page(file: Path) -> None:
    file.write_text("<html><body><script>alert(1)</script></body></html>", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("a.docx", zip_bomb, "unpacks to over"),
        ("a.docx", text_bomb, "unpacks to over"),
        ("a.docx", nested, "damaged"),
        ("a.docx", lambda file: file.write_bytes(b"PK\x03\x04 no zip"), "damaged"),
        ("a.docx", lambda file: packed(file, b"\xff\xfe\xff"), "damaged"),
        ("a.docx", lambda file: packed(file, docx_body(" ")), "there is no text"),
        ("a.xlsx", sheet_bomb, "unpacks to over"),
        ("a.xlsx", lambda file: file.write_bytes(b"PK\x03\x04 no zip"), "damaged"),
        ("a.xlsx", zip_bomb, "unpacks to over"),
        ("a.xlsx", lambda file: packed(file, docx_body("a")), "a.xlsx: "),
        ("a.xlsx", lambda file: sheet(file, [["id", "words"], [1, "a"]]), "a.xlsx:1: no column"),
        ("a.xlsx", lambda file: sheet(file, [["id", "text"]]), "no statements"),
        ("a.xlsx", lambda file: sheet(file, [["text", "date"], ["a", "soon"]]), "a.xlsx:2: date"),
        ("a.pdf", broken_pdf, "a.pdf: "),
        ("a.pdf", looping_pdf, "a.pdf: "),
        ("a.pdf", lambda file: file.write_bytes(b"%PDF-1.4"), "damaged"),
        ("a.html", deep_page, "a.html: "),
        ("a.html", empty_page, "no article"),
        ("a.html", lambda file: file.write_bytes(b"\x00\x01\x02"), "a binary file"),
        ("a.srt", lambda file: file.write_text("no cues"), "no subtitles"),
        ("a.vtt", lambda file: file.write_bytes(b"\xff\xfe\x00"), "begins as UTF-16"),
        ("a\nb.srt", lambda file: file.write_text("no cues"), "no subtitles"),
    ],
)
def test_hostile_files_are_refused_soon(
    name: str, make: Callable[[Path], object], says: str, tmp_path: Path
) -> None:
    make(tmp_path / name)
    begin = time.process_time()
    with pytest.raises(Unusable, match=says):
        read(tmp_path / name)
    assert time.process_time() - begin < 20


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret", encoding="utf-8")
    outside = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    packed(tmp_path / "a.docx", docx_body("It opened. &x;", outside))
    [found] = read(tmp_path / "a.docx")
    assert found.text == "It opened."
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    packed(
        tmp_path / "b.docx",
        docx_body("It opened. &l11;", f'<!DOCTYPE a [<!ENTITY l0 "lol">{laughs}]>'),
    )
    with pytest.raises(Unusable, match="amplification"):
        read(tmp_path / "b.docx")


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounding, "SECONDS", 0.1)
    with (
        pytest.raises(Unusable, match=r"a\.pdf: takes over 0\.1 seconds"),
        bounding.bounded(Path("a.pdf")),
    ):
        while True:
            try:
                sum(range(1000))
            except Exception:  # what a library may do
                continue


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is the system's")
def test_a_reader_that_takes_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounding, "MEMORY", 100_000_000)
    with pytest.raises(Unusable, match="too much memory"), bounding.bounded(Path("a.pdf")):
        bytes(500_000_000)
    assert len(bytes(500_000_000)) == 500_000_000


@pytest.mark.parametrize("text", [" " * 2_000_000 + "a", "a\n\n" * 300_000, "AB: a\n" * 200_000])
def test_long_plain_texts_are_cut_in_time(text: str) -> None:
    begin = time.process_time()
    assert document(text).passages
    assert time.process_time() - begin < 10


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for library, name in (
        ("docx", "docx"),
        ("pypdf", "pdf"),
        ("trafilatura", "html"),
        ("openpyxl", "xlsx"),
    ):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(Unusable, match=r"pip install \"factcheck\[documents\]\""):
            read(next(SAMPLES.glob(f"*.{name}")))


def test_a_scan_and_a_pipe_are_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_pages", lambda *_: iter(["", ""]))
    with pytest.raises(Unusable, match="a scan"):
        read(SAMPLES / "speech.pdf")
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(Unusable, match="no ordinary file"):
        read(tmp_path / "a.txt")
