"""Files that are dropped on the page: their text comes back, or why not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from web_asking import NEEDS, Ask

from factcheck.documents import read

if TYPE_CHECKING:
    import httpx

pytest.importorskip("datasette", reason=NEEDS)

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
ADDRESS = "/-/factcheck/text"
BYTES = {"content-type": "application/octet-stream"}


def post(ask: Ask, name: str, content: bytes) -> httpx.Response:
    return ask("post", ADDRESS, params={"name": name}, content=content, headers=BYTES)


@pytest.mark.parametrize("ending", ["docx", "pdf", "srt", "vtt", "txt"])
def test_the_text_of_a_file_comes_back(ask: Ask, ending: str) -> None:
    file = SAMPLES / f"speech.{ending}"
    got = post(ask, f"A speech.{ending.upper()}", file.read_bytes())
    text = read(file)[0].text
    assert got.json() == {"text": text, "characters": len(text)}


def test_of_a_long_file_comes_what_can_be_checked(ask: Ask) -> None:
    told = post(ask, "long.txt", b"It began. " * 20_000).json()
    assert len(told["text"]) == 100_000 and told["characters"] >= 199_999


@pytest.mark.parametrize(
    ("name", "content", "status", "why"),
    [
        ("../../x.pdf", b"%PDF-1.4", 422, "../../x.pdf: "),
        ("x.exe", b"MZ", 422, "x.exe: no reader"),
        ("x", b"", 422, "x: no reader"),
        ("x.docx", b"PK", 422, "x.docx: damaged"),
        ("list.csv", (SAMPLES / "statements.csv").read_bytes(), 422, "a list of statements"),
        ("", b"x", 422, "the file's name"),
        ("a\nb.txt", b"x", 422, "the file's name"),
        ("x" * 201, b"x", 422, "the file's name"),
        ("x.txt", b"x" * 20_000_001, 413, "at most 20,000,000 bytes"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    ask: Ask, name: str, content: bytes, status: int, why: str
) -> None:
    got = post(ask, name, content)
    assert got.status_code == status and why in got.json()["error"]
    assert "/tmp" not in got.json()["error"]


def test_only_bytes_by_post_are_read(ask: Ask) -> None:
    assert ask("get", ADDRESS).status_code == 405
    assert ask("post", ADDRESS, data={"x": "y"}).status_code == 415
    elsewhere = {**BYTES, "origin": "http://evil.example"}
    assert ask("post", ADDRESS, content=b"x", headers=elsewhere).status_code == 403
