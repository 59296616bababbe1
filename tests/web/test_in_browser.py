"""The page in a real Chromium, driven as a reader would."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from web_asking import NEEDS, SAID

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("datasette", reason=NEEDS)
drive = pytest.importorskip("playwright.sync_api", reason="needs playwright, of the extra dev")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs chromium: apt-get install chromium")

PROGRAM = [sys.executable, "-c", "from factcheck.cli import main; main()"]
TEXT = f"{SAID} It keeps 45,000 soldiers in South Korea, and some 54,000 soldiers in Japan."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    running = subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    yield running.stdout.readline().removeprefix("The page is at ").strip()
    running.terminate()
    running.communicate(timeout=30)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with drive.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened; fails the test if a script broke, or the policy stopped something."""
    context = browser.new_context(viewport={"width": 320, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    told: list[str] = []
    asked: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    yield opened
    context.close()
    assert not [text for text in told if "status of 4" not in text]
    assert not [url for url in asked if not url.startswith("http://127.0.0.1:")]


def check(page: Page, text: str = TEXT) -> None:
    page.fill("#text", text)
    page.fill("#date", "2025-04-08")
    page.locator("button.go").click()
    page.wait_for_selector("#answer")


def test_paste_mark_and_follow_a_mark_to_its_card(page: Page) -> None:
    check(page)
    phrase = page.locator(".said a.phrase.refuted").first
    assert phrase.inner_text().startswith("during his first term")
    phrase.click()
    assert page.locator(".claim:target").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.locator("#text").focus()
    page.keyboard.type("The payments began in 2017.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer")


def test_the_timeline_is_drawn(page: Page) -> None:
    check(page)
    bar = page.locator(".timeline .bar").first.bounding_box()
    assert bar and bar["width"] > 1 and bar["height"] > 5


def test_only_one_verdict_is_shown_when_asked(page: Page) -> None:
    check(page)
    shown = page.locator(".claim:visible")
    everything = shown.count()
    page.locator('label[for="v-supported"]').click()
    assert 0 < shown.count() < everything
    assert page.locator(".claim.refuted:visible").count() == 0
    page.locator('label[for="v-all"]').click()
    assert shown.count() == everything


def test_a_correction_is_copied(page: Page) -> None:
    check(page)
    page.locator(".correction .copy").first.click()
    page.get_by_text("copied", exact=True).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "began these military payments in 1991" in copied


def test_a_link_restores_the_check_and_keeps_it_from_the_server(page: Page) -> None:
    check(page)
    page.get_by_role("button", name="Copy a link to this check").click()
    page.get_by_text("copied", exact=True).wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "payments" not in link and "#check=" in link
    page.goto("about:blank")
    page.goto(link)
    assert page.input_value("#text") == TEXT and page.input_value("#date") == "2025-04-08"


def test_a_report_is_downloaded(page: Page) -> None:
    check(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    assert download.value.suggested_filename == "factcheck.md"


def test_a_verdict_leads_to_its_fact(page: Page) -> None:
    check(page)
    page.locator("a.row").first.click()
    page.wait_for_load_state()
    assert "/facts/facts" in page.url and page.locator("table.rows-and-columns tr").count() >= 1


def test_a_megabyte_is_pasted(page: Page) -> None:
    page.evaluate("navigator.clipboard.writeText('It began in 2017. '.repeat(60000))")
    page.locator("#text").focus()
    page.keyboard.press("Control+V")
    page.get_by_text("the first 100,000 were taken").wait_for()
    assert len(page.input_value("#text")) == 100_000


def test_a_hostile_text(page: Page) -> None:
    hostile = '<script>document.title="taken"</script></textarea><img src=x onerror=alert(1)>'
    check(page, f"{hostile} {TEXT}")
    assert "taken" not in page.title() and page.locator(".said img, .said script").count() == 0


def test_it_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".examples button").first.click()
    page.wait_for_selector("#answer")
    assert page.locator(".claim.refuted").count() >= 1
    context.close()
