"""The memo, as DOCX and PDF: what is flagged at a glance, the first facts, an outline, styles."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from fixed_reports import BEGINNING, FULL
from fixed_set import BAD, CALM, EVERY_KIND, REPORTS

from factcheck.records import Report
from factcheck.reports import load_format
from factcheck.reports.memo import memo
from factcheck.reports.pdf_fonts import PLAIN, stretches


def written(name: str, *reports: Report) -> bytes:
    stream = io.BytesIO()
    load_format(name).write(reports, stream)
    return stream.getvalue()


def test_what_is_flagged_stands_at_a_glance() -> None:
    first, second = glance(FULL)
    assert first == [
        "Ann Alder, speech.txt, line 1",
        "They opened the Alma Bridge in my first term, for 1.5 billion euros.",
        "in 1961",
    ]
    assert second[1:] == ["“Nonsense”, said Rossi: it carries 45,000 cars a day!", "28,500"]
    [table] = [block for block in memo([FULL]) if block.style == "glance"]
    assert [run.text for run in table.rows[0][1] if run.manner == "strong"] == ["in my first term"]
    assert [row[3] for row in glance(EVERY_KIND)][-2:] == ["waived", "false alarm"]


def glance(report: Report) -> list[list[str]]:
    """The words of the table's cells."""
    [table] = [block for block in memo([report]) if block.style == "glance"]
    return [["".join(run.text for run in cell) for cell in row] for row in table.rows]


def test_a_fact_that_the_explanation_tells_shows_only_its_sources() -> None:
    fact = replace(BEGINNING.facts[0], text="The Alma Bridge opened in 1961.")
    told = replace(BEGINNING, explanation=f"{fact.text} It was late.", facts=(fact,))
    styles = [block.style for block in memo([replace(FULL, verdicts=(told,))])]
    assert "fact" not in styles[: styles.index("source")]
    assert styles.count("source") == len(fact.sources)


def test_a_long_sentence_is_shortened_at_a_glance() -> None:
    long = "word " * 90 + BEGINNING.claim.quote + " word" * 90
    claim = replace(BEGINNING.claim, sentence=long, sentence_start=0, start=450, end=466)
    [[_, said, _]] = glance(replace(FULL, verdicts=(replace(BEGINNING, claim=claim),)))
    assert said.startswith("… word") and said.endswith("word …") and len(said) < 170


@pytest.mark.parametrize("reports", [[CALM], [BAD], []])
def test_without_flags_there_is_no_such_table(reports: list[Report]) -> None:
    assert not [block for block in memo(reports) if block.style == "glance"]
    for name in ("docx", "pdf"):
        assert written(name, *reports)


def test_many_flags_and_facts_are_cut_with_a_word() -> None:
    facts = tuple(
        replace(
            BEGINNING.facts[0],
            id=f"f{n}",
            value=f"19{n:02}",
            sources=BEGINNING.facts[0].sources * 5,
        )
        for n in range(9)
    )
    many = replace(FULL, verdicts=(replace(BEGINNING, facts=facts),) * 45)
    blocks = list(memo([many]))
    [table] = [block for block in blocks if block.style == "glance"]
    assert len(table.rows) == 41 and table.rows[-1][0][0].text == "and 5 more below"
    texts = [block.text for block in blocks]
    assert texts.count("and 5 facts more") == 45
    assert texts.count("and 2 sources more") == 4 * 45


def test_styles_are_named_so_that_an_editor_can_change_them() -> None:
    paragraphs = docx.Document(io.BytesIO(written("docx", *REPORTS))).paragraphs
    names = [paragraph.style.name for paragraph in paragraphs if paragraph.style]
    assert {"Title", "Heading 1", "Heading 2", "Said", "List Bullet", "Source"} <= set(names)
    assert names[0] == "Title" and names.count("Title") == 1


def test_the_outline_names_documents_and_claims() -> None:
    outline = pypdf.PdfReader(io.BytesIO(written("pdf", *REPORTS))).outline
    tops = [entry["/Title"] for entry in outline if not isinstance(entry, list)]
    assert tops[0] == "speech.txt, Ann Alder, 2025-04-08" and tops[-1] == "How this was checked"
    alone = pypdf.PdfReader(io.BytesIO(written("pdf", FULL))).outline
    assert alone[0]["/Title"] == "Refuted: start date, wrong term"  # type: ignore[call-overload]


@pytest.mark.xfail(strict=True, reason="reportlab writes no tags of its own")
def test_a_screen_reader_finds_the_headings_of_a_pdf() -> None:
    root = pypdf.PdfReader(io.BytesIO(written("pdf", FULL))).root_object
    assert "/StructTreeRoot" in root and "/MarkInfo" in root


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("plain, Ełk, Łódź, Ωμέγα, Москва – “x”", [PLAIN]),
        ("다리 x", ["HYGothic-Medium", PLAIN]),
        ("東京の橋", ["HeiseiKakuGo-W5"]),
        ("漢江", ["STSong-Light"]),
    ],
)
def test_each_script_has_a_font(text: str, fonts: list[str]) -> None:
    found = list(stretches(text, PLAIN))
    assert "".join(part for part, _ in found).replace(" ", "") == text.replace(" ", "")
    assert list(dict.fromkeys(font for _, font in found)) == (
        ["HeiseiKakuGo-W5"] if text == "東京の橋" else fonts
    )


def test_what_no_font_shows_is_written_out() -> None:
    assert list(stretches("a\u05d0", PLAIN)) == [("a[U+05D0]", PLAIN)]


@pytest.mark.skipif(
    "FACTCHECK_PROGRAMS" not in os.environ or shutil.which("soffice") is None,
    reason="needs LibreOffice; asked for with FACTCHECK_PROGRAMS=1",
)
@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_an_office_program_opens_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{name}"
    file.write_bytes(written(name, *REPORTS))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pages = pypdf.PdfReader(tmp_path / "report.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert "in my first term" in text and "broken.pdf" in text
