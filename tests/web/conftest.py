"""A site as `factcheck serve` makes it, asked without a server."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from web_asking import Ask

if TYPE_CHECKING:
    import httpx


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Asks the site: `ask("get", path)`, `ask("post", path, data={…})`."""
    from factcheck.web.site import make_site

    site = make_site()

    def asked(method: str, path: str, **options: object) -> httpx.Response:
        return asyncio.run(getattr(site.client, method)(path, **options))

    return asked
