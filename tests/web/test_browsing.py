"""From a verdict to its facts, from a fact to its sources: in the reference and in results."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from web_asking import NEEDS, SAID, Ask

from factcheck.cli import main

if TYPE_CHECKING:
    import httpx

pytest.importorskip("datasette", reason=NEEDS)


@pytest.fixture(scope="module")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks a site with the results of a small batch."""
    from factcheck.web.site import make_site

    folder = tmp_path_factory.mktemp("talks")
    (folder / "talk.txt").write_text(f"ANN ALDER: {SAID}\n", encoding="utf-8")
    results = folder.parent / "results.db"
    arguments = ["batch", str(folder), "--into", str(results), "--date", "2025-04-08"]
    ran = CliRunner().invoke(main, arguments)
    assert ran.exit_code in (0, 1), ran.output
    site = make_site(results=results)

    def asked(path: str) -> httpx.Response:
        return asyncio.run(site.client.get(path))

    return asked


def links(text: str, begin: str) -> Iterator[str]:
    """The addresses on a page that begin so."""
    return (unescape(found) for found in re.findall(rf'href="({re.escape(begin)}[^"]*)"', text))


def test_each_fact_of_a_verdict_leads_to_its_row(browse: Ask) -> None:
    for path in ("/results/facts_used", "/results/flagged"):
        used = browse(path)
        found = set(links(used.text, "/facts/facts?"))
        assert used.status_code == 200 and len(found) >= 3, path
        for address in found:
            assert re.search(r"\b[1-9]\d* rows?\b", browse(address).text), address


def test_a_claim_leads_to_its_verdict_and_its_facts(browse: Ask) -> None:
    row = browse(next(links(browse("/results/claims").text, "/results/claims/")))
    for table in ("verdicts", "facts_used"):
        address = next(links(row.text, f"/results/{table}?"))
        assert re.search(r"\b[1-9]\d* rows?\b", browse(address).text), address


def test_a_fact_leads_to_its_sources(browse: Ask) -> None:
    found = list(links(browse("/facts/fact_sources").text, "/facts/sources?"))
    assert found and re.search(r"\b1 row\b", browse(found[0]).text)


def test_there_is_a_page_of_agreements_and_of_what_is_repeated(browse: Ask) -> None:
    assert "12th" in browse("/facts/agreements").text
    assert "Donald Trump" in browse("/results/repeated").text


def test_all_that_the_metadata_name_is_there(browse: Ask) -> None:
    for database in ("facts", "results"):
        page = browse(f"/{database}")
        assert page.status_code == 200
        for address in links(page.text, f"{database}/"):
            assert browse(f"/{address}").status_code == 200, address


def test_names_are_escaped_in_addresses() -> None:
    from factcheck.web.browsing import facts_path

    assert "topic=a%2Fb&id=x%26y" in facts_path("a/b", "x&y")


def test_nothing_can_be_written(browse: Ask) -> None:
    for database in ("facts", "results"):
        got = browse(f"/{database}?sql=delete+from+claims")
        assert got.status_code == 400
