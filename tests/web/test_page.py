from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from web_asking import NEEDS, SAID, Ask

if TYPE_CHECKING:
    import httpx

pytest.importorskip("datasette", reason=NEEDS)

PAGE = "/-/factcheck"
HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7*7 }} </textarea> '
    "javascript:alert(1) \x1b[2J \u202e South Korea began these payments in 2017."
)


class Elements(HTMLParser):
    """All elements of a page, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def post(ask: Ask, **fields: str) -> httpx.Response:
    return ask("post", PAGE, data=fields)


def test_the_empty_page_has_a_form_and_three_examples(ask: Ask) -> None:
    got = ask("get", PAGE)
    assert got.status_code == 200
    elements = Elements(got.text).found
    named = {told["name"] for tag, told in elements if tag in ("textarea", "input")}
    assert named == {"text", "speaker", "date"}
    assert got.text.count("Check this<") == 3
    assert '<option value="Donald Trump">' in got.text


def test_every_example_shows_a_verdict(ask: Ask) -> None:
    forms = re.findall(r'<form method="post".*?</form>', ask("get", PAGE).text, re.DOTALL)
    examples = [form for form in forms if "Check this" in form]
    for form in examples:
        sent = dict(re.findall(r'name="(\w+)" value="(.*?)"', form))
        answer = post(ask, **{name: unescape(told) for name, told in sent.items()})
        assert 'class="badge"' in answer.text, sent
    assert len(examples) == 3


def test_an_answer_marks_explains_corrects_and_cites(ask: Ask) -> None:
    text = post(ask, text=SAID, date="2025-04-08").text
    assert "Something here is refuted" in text
    marked = re.findall(r'<a class="phrase (\w+)" href="(#\w+)">([^<]*)', text)
    assert ("refuted", "during his first term") in [(one, said) for one, _, said in marked]
    for _, anchor, _ in marked:
        assert f'id="{anchor[1:]}"' in text
    assert "<ins>in 1991</ins>" in text and "Time line" in text
    links = [told for tag, told in Elements(text).found if tag == "a"]
    assert any(str(told["href"]).startswith("https://") for told in links)


def test_a_fact_leads_to_its_row(ask: Ask) -> None:
    text = post(ask, text=SAID, date="2025-04-08").text
    rows = re.findall(r'class="row" href="([^"]*)"', text)
    assert rows
    for row in rows:
        got = ask("get", unescape(row))
        # of a fact that was derived, those that it is made from
        rows_there = r"\b[2-9] rows\b" if "id__in" in row else r"\b1 row\b"
        assert got.status_code == 200 and re.search(rows_there, got.text), row
    assert any("id__in" in row for row in rows)


def test_what_was_not_judged_stands_there_with_its_reason(ask: Ask) -> None:
    text = post(ask, text="Under the 12th Special Measures Agreement Seoul pays.").text
    assert "Not judged: 1" in text and "<q>12th</q>: " in text


def test_a_form_keeps_what_was_sent(ask: Ask) -> None:
    text = post(ask, text="One.\r\n\r\nTwo <b>.", speaker='A "B" C', date="2025-04-08").text
    assert "\nOne.\n\nTwo &lt;b&gt;.</textarea>" in text
    assert 'value="A &#34;B&#34; C"' in text and 'value="2025-04-08"' in text


def test_line_ends_of_browsers_do_not_move_the_marks(ask: Ask) -> None:
    text = post(ask, text=f"First.\r\n\r\n{SAID}", date="2025-04-08").text
    assert ">during his first term<" in text


def test_nothing_active_comes_through(ask: Ask) -> None:
    text = post(ask, text=HOSTILE, speaker=HOSTILE[:150]).text
    elements = Elements(text).found
    scripts = [told for tag, told in elements if tag == "script"]
    assert [told.get("src") for told in scripts] == [f"{PAGE}/static/page.js"]
    assert not [told for tag, told in elements if tag in ("img", "iframe", "style")]
    for _, told in elements:
        assert not [name for name in told if name.startswith("on") or name == "style"]
        assert not str(told.get("href")).startswith("javascript:")
    assert "49" not in text.partition("</textarea>")[0]
    assert "\x1b" not in text and "\u202e" not in text


def test_the_policy_allows_nothing_but_our_own_files(ask: Ask) -> None:
    for got in (ask("get", PAGE), post(ask, text=SAID), post(ask, text="")):
        policy = got.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy
        assert got.headers["cache-control"].endswith("no-store")
        assert "set-cookie" not in got.headers


def test_files_of_the_page_are_there(ask: Ask) -> None:
    for tag, told in Elements(ask("get", PAGE).text).found:
        address = told.get("href") if tag == "link" else told.get("src")
        if tag in ("link", "script"):
            got = ask("get", str(address))
            assert got.status_code == 200 and got.headers["x-content-type-options"] == "nosniff"
    assert ask("get", f"{PAGE}/static/other.css").status_code == 404


@pytest.mark.parametrize(
    ("fields", "status", "why"),
    [
        ({"text": ""}, 422, "no text"),
        ({"text": "It began.", "date": "April"}, 422, "no day of the calendar"),
        ({"text": "It began.", "speaker": "x" * 201}, 422, "more than 200"),
        ({"text": "It began. " * 20_000}, 413, "at most 100,000"),
        ({"text": "x" * 5_000_000}, 413, "bytes"),
        ({"text": "It began.", "format": "../x"}, 422, "no format"),
    ],
)  # fmt: skip
def test_what_cannot_be_checked_is_said(
    ask: Ask, fields: dict[str, str], status: int, why: str
) -> None:
    got = post(ask, **fields)
    assert got.status_code == status
    assert why in re.sub(r"<[^>]+>", "", got.text.partition('role="alert"')[2].partition("</p>")[0])


def test_only_forms_are_read(ask: Ask) -> None:
    assert ask("post", PAGE, files={"text": b"x"}).status_code == 415
    assert ask("put", PAGE, content=b"x").status_code == 405
    sent = {"content-type": "application/x-www-form-urlencoded"}
    assert ask("post", PAGE, content=b"text=%ff", headers=sent).status_code == 400


@pytest.mark.parametrize("name", ["html", "md", "csv", "json", "docx", "xlsx", "pdf"])
def test_reports_can_be_taken_along(ask: Ask, name: str) -> None:
    got = post(ask, text=SAID, date="2025-04-08", format=name)
    assert got.status_code == 200
    assert got.headers["content-disposition"] == f'attachment; filename="factcheck.{name}"'
    if name in ("docx", "xlsx"):
        assert zipfile.ZipFile(io.BytesIO(got.content)).testzip() is None
    elif name == "pdf":
        assert got.content.startswith(b"%PDF-")
    else:
        assert "in 1991" in got.text


def test_of_a_text_that_is_too_long_only_the_beginning_comes_back(ask: Ask) -> None:
    got = post(ask, text="It began. " * 100_000)
    assert got.status_code == 413 and len(got.text) < 110_000
