"""Labels of transcripts in their usual forms, and what looks like one and is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.documents import read
from factcheck.documents.turns import document
from factcheck.records import Unusable

_ROWS = list[tuple[str | None, str | None, str]]


def turns(text: str) -> _ROWS:
    """Speaker, time and text of each passage."""
    found = document(text)
    return [(p.speaker, p.place.time, found.text[p.start : p.end]) for p in found.passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ">> Good morning.\n>> MS. WARE: We pay.\n>> No.",
            [(None, None, "Good morning."), ("MS. WARE", None, "We pay."), (None, None, "No.")],
        ),
        (
            "[00:12:31] THE MAYOR: We pay.\n\nMore.\n\n[12:40] Still more.\n[1:02:03] >> No.",
            [
                ("THE MAYOR", "00:12:31", "We pay."),
                ("THE MAYOR", "00:12:31", "More."),
                ("THE MAYOR", "00:12:40", "Still more."),
                (None, "01:02:03", "No."),
            ],
        ),
        (
            "00:00:01 We pay.\n00:00:05 No more.",
            [(None, "00:00:01", "We pay."), (None, "00:00:05", "No more.")],
        ),
        (
            "THE MAYOR (D) [01:05]: We pay.\nMS. WARE (00:01:09): No.",
            [("THE MAYOR", "00:01:05", "We pay."), ("MS. WARE", "00:01:09", "No.")],
        ),
        (
            "Q. Did you pay?\nA. Yes.\n   In 1991.\nQ: How much?",
            [
                ("Q", None, "Did you pay?"),
                ("A", None, "Yes.\n   In 1991."),
                ("Q", None, "How much?"),
            ],
        ),
        (
            "Ann Alder  0:12\nWe pay.\n\nBo Birch  0:20\nNo.\n\nAnn Alder  1:00:31\nYes.",
            [
                ("Ann Alder", "00:00:12", "We pay."),
                ("Bo Birch", "00:00:20", "No."),
                ("Ann Alder", "01:00:31", "Yes."),
            ],
        ),
    ],
)
def test_labels_of_transcripts(text: str, expected: _ROWS) -> None:
    assert turns(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- We pay.\n- They do not.", ["We pay.", "They do not."]),
        ("* We pay\n  in May.\n* No.", ["We pay\n  in May.", "No."]),
        ("It says:\n\n  – We pay.\n \t\n  – No.", ["It says:", "We pay.", "No."]),
        ("MS. WARE: Well.\n\n- We pay.", ["Well.", "We pay."]),
    ],
)
def test_each_item_of_a_list_is_a_passage_without_its_mark(text: str, expected: list[str]) -> None:
    assert [said for _, _, said in turns(text)] == expected
    assert turns(text)[-1][0] == ("MS. WARE" if "WARE" in text else None)


@pytest.mark.parametrize(
    "text",
    [
        "They paid\n- as was known -\nin May.",
        "They paid\n– 1.5 billion –\n- and more.",
        "-5 degrees were\nthe least.",
        "**Never** did\nthey pay.",
        "A. Lincoln spoke.\nA. Smith too.",
        "10:30 he came.\n11:30 he went.",
        "Opening Ceremony 10:30\nMain Debate 11:30",
        "(1991) It began.",
        "[12] It began.",
        "It rose > 3 and >> 4.",
        "The ratio\n3:15 is\nlow.",
    ],
)
def test_what_looks_like_a_label_and_is_none(text: str) -> None:
    assert turns(text) == [(None, None, text)]


TALK = [("Ann", "00:00:00", "We pay for it."), ("Bo", "00:01:05", "No.")]


@pytest.mark.parametrize(
    "exported",
    [
        [
            {"speaker": "Ann", "text": "We pay", "start": 0.5, "end": 2.5},
            {"speaker": "Ann", "text": "for it.", "start": 2.5, "end": 4.0},
            {"speaker": "Bo", "text": "No.", "start": 65.2, "end": 66.0},
        ],
        {
            "text": "We pay for it. No.",
            "utterances": [
                {"speaker": "Ann", "text": "We pay for it.", "start": 500, "end": 4000},
                {"speaker": "Bo", "text": "No.", "start": 65200, "end": 66000},
            ],
        },
        {
            "results": {
                "transcripts": [{"transcript": "We pay for it. No."}],
                "audio_segments": [
                    {"speaker_label": "Ann", "transcript": "We pay for it.", "start_time": "0.5"},
                    {"speaker_label": "Bo", "transcript": "No.", "start_time": "65.2"},
                ],
            }
        },
    ],
)
def test_exports_of_speech_to_text(exported: object, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(exported), encoding="utf-8")
    [found] = read(tmp_path / "a.json")
    rows = [(p.speaker, p.place.time, found.text[p.start : p.end]) for p in found.passages]
    assert rows == TALK
    assert found.text == "Ann: We pay for it.\n\nBo: No."


def test_two_columns_without_times_are_read(tmp_path: Path) -> None:
    rows = [{"speaker": 0, "text": "We pay."}, {"speaker": 1, "text": "No."}]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    assert [p.speaker for p in read(tmp_path / "a.json")[0].passages] == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"schema": "factcheck/1", "text": "a"}', "no transcript"),
        ("[]", "no transcript"),
        ('[{"text": "a"}, 3]', "no transcript"),
        ('[{"text": " "}]', "no text"),
        ('[{"text": "a", "start": 1e999}, {"text": " ", "start": "x"}]', ""),
    ],
)
def test_json_that_is_no_transcript(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    if not says:
        assert read(tmp_path / "a.json")[0].text == "a"
        return
    with pytest.raises(Unusable, match=says):
        read(tmp_path / "a.json")
