"""A site as `factcheck serve` makes it: asked without a server, served, and in a browser."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from web_asking import CHROMIUM, PROGRAM, Ask

if TYPE_CHECKING:
    import httpx
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Asks the site: `ask("get", path)`, `ask("post", path, data={…})`."""
    from factcheck.web.site import make_site

    site = make_site()

    def asked(method: str, path: str, **options: object) -> httpx.Response:
        return asyncio.run(getattr(site.client, method)(path, **options))

    return asked


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of the page, which a program of its own serves."""
    running = subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    yield running.stdout.readline().removeprefix("The page is at ").strip()
    running.terminate()
    running.communicate(timeout=30)


@pytest.fixture(scope="module")  # as long as it is open, no other event loop can run
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "the tests are to run in a browser, and there is no chromium"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened; fails the test if a script broke, the policy stopped something, or a
    request went elsewhere."""
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
