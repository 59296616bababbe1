"""Our page is looked through by axe, in each state, at three widths and in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from web_asking import NEEDS, TEXT, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("datasette", reason=NEEDS)
pytest.importorskip("axe_playwright_python", reason="needs axe, of the extra dev")
pytestmark = needs_chromium

#: what is asked; "" is not asked, so that the page is empty
STATES = {
    "empty": "",
    "answer": f"{TEXT} Seoul pays a lot under the 12th agreement.\n\nA second line.",
    "nothing judged": "The weather is fine.",
    "an error": " ",
}
#: all that is folded is opened, and all that is far below is laid out
OPEN_ALL = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll(".claim")) one.style.contentVisibility = "visible";
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
    )
    page = context.new_page()
    for state, text in STATES.items():
        page.goto(address)
        if text:
            send(page, text)
        page.evaluate(OPEN_ALL)
        found = Axe().run(page)
        assert found.response["passes"]
        assert not found.violations_count, (state, found.generate_report())
        assert fits(page), state
    context.close()


def test_it_fits_at_twice_the_size(browser: Browser, address: str) -> None:
    """200% in a window of 1280 pixels, and large letters in a narrow one."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(address)
    send(page, TEXT)
    page.evaluate(OPEN_ALL)
    assert fits(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(page)
    context.close()


def test_a_verdict_is_told_by_more_than_colour(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    send(page, TEXT)
    lines, words = set(), set()
    for verdict in ("refuted", "supported", "not_enough_info"):
        mark = page.locator(f".said .phrase.{verdict}").first
        lines.add(mark.evaluate("one => getComputedStyle(one).textDecorationStyle"))
        words.add(mark.locator(".unseen").inner_text())
        badge = page.locator(f".claim.{verdict} .badge").first
        words.add(badge.evaluate("one => getComputedStyle(one, '::before').content"))
    assert len(lines) == 3 and len(words) == 6
    context.close()


def send(page: Page, text: str) -> None:
    page.evaluate("document.getElementById('text').required = false")
    page.fill("#text", text)
    page.fill("#date", "2025-04-08")
    with page.expect_navigation():
        page.locator("button.go").click()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
