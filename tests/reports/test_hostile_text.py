"""Hostile text comes out of every format as text: nothing runs, calculates, links or commands."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hostile import HOSTILE, hostile_report
from reading_back import read_back

from factcheck.reports import format_names, load_format
from factcheck.reports.csv_report import inert
from factcheck.reports.redacting import redacted

SAFE = {"http", "https"}


def written(name: str) -> bytes:
    stream = io.BytesIO()
    load_format(name).write([hostile_report()], stream)
    return stream.getvalue()


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_has_no_script_no_handler_and_no_link_but_http() -> None:
    page = Elements(written("html").decode())
    tags = {tag for tag, _ in page.found}
    assert not tags & {"script", "iframe", "object", "embed", "base", "img", "svg", "link"}
    for _, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on")]
        address = attributes.get("href") or "#"
        assert address.startswith("#") or address.partition(":")[0] in SAFE
    assert "<script>alert(1)</script>" in page.text
    policies = [a["content"] for tag, a in page.found if a.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_css_is_our_own_only() -> None:
    style = written("html").decode().partition("<style>")[2].partition("</style>")[0]
    assert "alert" not in style and "url(" not in style and "@import" not in style


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", '"=1', "＝1+1", "%0A=1", "|x"],
)
def test_cells_that_would_calculate_begin_with_an_apostrophe(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["text", "", None, 7, "-3.5", "2024-11-04", "a=b"])
def test_other_cells_stay_as_they_are(cell: str | int | None) -> None:
    assert inert(cell) == cell


def test_csv_holds_no_formula() -> None:
    header, row = csv.reader(io.StringIO(written("csv").decode()))
    assert len(header) == len(row)
    assert [cell for cell in row if cell.lstrip()[:1] in ("=", "@", "+")] == []
    assert row[header.index("quote")].startswith("'=1+1|x\\x1b")


def test_xlsx_holds_no_formula_and_no_link() -> None:
    read_back("xlsx", written("xlsx"))
    with zipfile.ZipFile(io.BytesIO(written("xlsx"))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets" in name]
        assert sheets and not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
        assert not any("hyperlink" in parts.read(name).decode() for name in parts.namelist())


def test_docx_is_well_formed_and_holds_no_field_and_no_link_but_http() -> None:
    with zipfile.ZipFile(io.BytesIO(written("docx"))) as parts:
        body = parts.read("word/document.xml").decode()
        links = parts.read("word/_rels/document.xml.rels").decode()
        assert not [name for name in parts.namelist() if "vba" in name.lower()]
    assert "instrText" not in body and "fldSimple" not in body and "w:object" not in body
    for found in re.findall(r'Target="([^"]*)" TargetMode="External"', links):
        assert found.partition(":")[0] in SAFE
    ElementTree.fromstring(body)


def test_pdf_holds_no_action_but_http_links() -> None:
    output = written("pdf")
    for name in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile"):
        assert name not in output
    read_back("pdf", output)


def test_github_commands_stay_on_their_line() -> None:
    for line in written("github").decode().splitlines():
        assert re.match(r"::(error|notice) [^\n]*::|factcheck: ", line)
    assert written("github").decode().count("\n") == 2


def test_sarif_messages_hold_no_links() -> None:
    [run] = json.loads(written("sarif"))["runs"]
    text = run["results"][0]["message"]["text"]
    assert "\\[a\\](javascript" in text and not re.search(r"(?<!\\)\[", text)
    assert "url" not in json.dumps(run["results"][0]["properties"])
    assert not re.match(r"\w+:", run["artifacts"][0]["location"]["uri"])


def test_claimreview_cannot_end_the_script_element_it_is_put_into() -> None:
    output = written("claimreview").decode()
    assert "<" not in output and ">" not in output
    [review] = json.loads(output)["@graph"]
    assert "<script>" in review["claimReviewed"] and "javascript:alert(1)" not in output


def test_junit_is_well_formed() -> None:
    root = ElementTree.fromstring(written("junit"))
    assert [case.get("name", "")[:10] for case in root.iter("testcase")] == ["start date"]


@pytest.mark.parametrize("name", format_names())
def test_a_redacted_report_says_nothing_of_the_text(name: str) -> None:
    report = redacted(hostile_report())
    stream = io.BytesIO()
    load_format(name).write([report], stream)
    assert "and more" not in read_back(name, stream.getvalue())
    assert report.document.text == "" and HOSTILE not in (
        report.verdicts[0].claim.quote,
        report.verdicts[0].claim.sentence,
        report.verdicts[0].explanation,
        report.verdicts[0].correction,
        report.not_judged[0].quote,
        report.verdicts[0].said_before[0].claim,
        report.verdicts[0].said_before[0].what_is_true,
    )
