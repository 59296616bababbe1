"""Reading: every reader has a sample; places, speakers, encodings; what cannot be used is said."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.documents import read, readers
from factcheck.documents.decoding import decoded
from factcheck.documents.turns import document
from factcheck.records import Unusable

SAMPLES = Path(__file__).parent / "samples"


def turns(text: str) -> list[tuple[str | None, int | None, str]]:
    """Speaker, line and text of each passage."""
    found = document(text)
    return [(p.speaker, p.place.line, found.text[p.start : p.end]) for p in found.passages]


@pytest.mark.parametrize("suffix", readers())
def test_every_reader_has_a_sample(suffix: str) -> None:
    samples = sorted(SAMPLES.glob(f"*{suffix}"))
    assert samples, f"tests/documents/samples wants a file *{suffix}"
    for sample in samples:
        found = read(sample)
        assert found and all(d.text.strip() and d.passages for d in found)


def test_a_transcript_keeps_speakers_and_lines() -> None:
    [found] = read(SAMPLES / "speech.txt")
    assert found.id == str(SAMPLES / "speech.txt")
    assert turns(found.text) == [
        (None, 1, "Remarks at the opening of the bridge"),
        (
            "THE MAYOR",
            3,
            "Good morning. We built it for 1.5 billion,\nwhich is less than planned.",
        ),
        ("MS. WARE", 5, "It took three years."),
        ("MS. WARE", 7, "She added that tolls begin in May."),
        ("MS. WARE", 9, "NOTE: This is a draft."),
    ]


def test_statement_lists_keep_id_speaker_date_and_line() -> None:
    first, second = read(SAMPLES / "statements.jsonl")
    assert (first.id, first.speaker, first.date) == ("s1", "Ann Alder", date(2025, 4, 8))
    assert (second.id, second.speaker, second.date) == ("2", None, None)
    assert [d.passages[0].place.line for d in (first, second)] == [1, 3]
    assert second.text == "It cost 1.5 billion euros — “cheap”."
    one, two = read(SAMPLES / "statements.csv")
    assert one.text == "The bridge opened in 1961,\nand closed in 1999."
    assert (one.id, one.speaker, one.date) == ("s1", "Ann Alder", date(2025, 4, 8))
    assert (two.id, two.text, two.speaker, two.date) == ("2", 'It is "long".', None, None)
    assert [d.passages[0].place.line for d in (one, two)] == [2, 4]


@pytest.mark.parametrize(
    "text",
    [
        "South Korea: what to know about the bridge",
        "South Korea: 28,500\nUnited States: 50,000",
        "BREAKING: The bridge opened.",
        "At 10:30 he said: no.",
        "We asked: why?",
        "Q: Is it long?",
        "The ratio was 3:1 and the score NATO 4:2.",
        "https://example.org/a: a link",
    ],
)
def test_what_is_no_certain_label_stays_text(text: str) -> None:
    assert [speaker for speaker, _, _ in turns(text)] == [None]
    assert turns(text)[0][2] == text


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("TRUMP: We pay.\nNo more.", ["TRUMP"]),
        ("SEN. KAINE (D-VA): We pay.\n\nO'NEIL: No.", ["SEN. KAINE", "O'NEIL"]),
        ("Ann Alder: We pay.\nBo Birch: No.\nAnn Alder: Yes.", ["Ann Alder", "Bo Birch"] * 2),
    ],
)
def test_labels_that_are_certain(text: str, speakers: list[str]) -> None:
    found = [speaker for speaker, _, _ in turns(text)]
    assert found == speakers[: len(found)] and len(found) >= len(set(speakers))


@given(st.text(alphabet="aB :.\n()", max_size=60))
def test_passages_are_in_order_and_lose_only_labels_and_white_space(text: str) -> None:
    found = document(text)
    end = 0
    for passage in found.passages:
        assert end <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end].strip() == text[passage.start : passage.end]
        assert passage.place.line == text.count("\n", 0, passage.start) + 1
        between = text[end : passage.start].strip()
        assert not between or between.endswith(":")
        end = passage.end


TEXT = "The “bridge” cost 1.5 billion €.\r\nIt opened — in May."
PLAIN = TEXT.replace("\r\n", "\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_that_are_certain_are_read(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert read(file)[0].text == PLAIN


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "there is no text"),
        (b" \n\t", "there is no text"),
        (b"\xef\xbb\xbf", "there is no text"),
        (b"%PDF-1.7 \xe2", "this is a PDF"),
        (b"PK\x03\x04rest", "ZIP, DOCX or XLSX"),
        (b"\x00\x01\x02binary", "a binary file"),
        ("no mark".encode("utf-16-le"), "a binary file"),
        (b"\x01\x02\x03\x04 some words", "a binary file"),
        (b"one line\nSeoul \xbc\xad\xbf\xef pays \x81\x8d", ":2: not UTF-8 \\(byte 0xbc\\)"),
        (b"\xff\xfeodd", "begins as UTF-16 text"),
    ],
)
def test_bytes_that_cannot_be_used(data: bytes, says: str) -> None:
    with pytest.raises(Unusable, match=f"^speech.txt.*{says}") as raised:
        decoded(data, "speech.txt")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.jsonl", '{"text": "a"}\n{text: b}', "a.jsonl:2: no JSON"),
        ("a.jsonl", '["a"]', "a.jsonl:1: no object"),
        ("a.jsonl", '{"id": "s"}', "a.jsonl:1: no text"),
        ("a.jsonl", '{"text": "a", "speaker": 3}', "speaker 3 is no name"),
        ("a.jsonl", '{"text": "a", "date": "2025-02-30"}', "no day of the calendar"),
        ("a.jsonl", '{"text": "a", "date": "2025"}', "no day of the calendar"),
        ("a.jsonl", "[" * 100_000, "a.jsonl:1: no JSON"),
        ("a.csv", "id,words\n1,a", "a.csv:1: no column text"),
        ("a.csv", "id,text\n1,", "a.csv:2: no text"),
        ("a.csv", 'text\n"a"b\n', "a.csv:2: no CSV"),
        ("a.csv", "text\n", "no statements"),
        ("a.odt", "a", "no reader for files ending in .odt"),
        ("a", "a", "no reader for files ending in nothing"),
    ],
)
def test_files_that_cannot_be_used(name: str, content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(Unusable, match=says) as raised:
        read(tmp_path / name)
    assert "\n" not in str(raised.value) and str(tmp_path / name) in str(raised.value)


def test_folders_missing_files_and_huge_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unusable, match="is a folder"):
        read(tmp_path)
    with pytest.raises(Unusable, match="no such file"):
        read(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text("far too long", encoding="utf-8")
    monkeypatch.setattr(documents, "LARGEST", 5)
    with pytest.raises(Unusable, match="split it"):
        read(tmp_path / "a.txt")


def test_a_long_cell_is_read_and_the_limit_of_others_stays(tmp_path: Path) -> None:
    usual = csv.field_size_limit()
    (tmp_path / "a.csv").write_text(f"text\n{'word ' * 50_000}\n", encoding="utf-8")
    assert len(read(tmp_path / "a.csv")[0].text) == 250_000
    assert csv.field_size_limit() == usual
