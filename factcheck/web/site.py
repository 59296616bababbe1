"""What `factcheck serve` serves: Datasette with our page, the reference and results, read-only."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from collections.abc import Callable, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.api import Checker
from factcheck.decisions import is_database
from factcheck.records import Unusable
from factcheck.web.browsing import FACTS, RESULTS
from factcheck.web.desk import desk_of
from factcheck.web.guarding import host_name
from factcheck.web.settings import PREFIX, Settings

if TYPE_CHECKING:
    from datasette.app import Datasette

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
#: addresses that mean "every interface": nobody asks under such a name
_EVERY = ("0.0.0.0", "::", "")


def make_site(
    topics: Sequence[str] = (),
    *,
    results: Path | None = None,
    host: str = "127.0.0.1",
    reference: Path | None = None,
    known_on: Date | None = None,
) -> Datasette:
    """Datasette with the built reference, a results database and the page.

    It answers only under `host` and the names of this machine's loopback. Raises `Unusable`
    where topics or results cannot be used.
    """
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.plugins import pm

    import factcheck.web

    if results is not None and not is_database(results):
        raise Unusable(f"{results}: no results database: make one with `factcheck batch`")
    with Checker(topics, reference=reference) as checker:
        store = checker.lookup.store.file
    if not pm.is_registered(factcheck.web):
        pm.register(factcheck.web, "factcheck")
    hosts = _LOOPBACK if host in _EVERY else _LOOPBACK | {host_name(_bracketed(host))}
    settings = Settings(tuple(topics), reference, known_on, frozenset(hosts))
    # a file is named, and not to change; without one Datasette adds a database of its own
    site = Datasette([], immutables=[str(store)], metadata=_metadata() | {
        "plugins": {"factcheck": settings.as_config()}
    })  # fmt: skip
    site.remove_database(next(n for n, db in site.databases.items() if db.path == str(store)))
    site.add_database(Database(site, path=str(store), is_mutable=False), name=FACTS)
    if results is not None:
        site.add_database(Database(site, path=str(results)), name=RESULTS)
    return site


def serve(site: Datasette, host: str, port: int, started: Callable[[str], None]) -> None:
    """Serve until interrupted; `started` gets the page's address once it can be opened.

    Port 0 takes one that is free. Raises `Unusable` if the port cannot be had.
    """
    import uvicorn

    listening = _listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}{PREFIX}"

    desk = desk_of(Settings.of(site.plugin_config("factcheck")))

    class Server(uvicorn.Server):
        """Says when it is up."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Start, then say so."""
            await super().startup(sockets)
            started(address)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            """Stop reading texts, so that nobody has to wait for one; then stop."""
            desk.close()
            await super().shutdown(sockets)

    config = uvicorn.Config(site.app(), log_level="warning", lifespan="on", server_header=False)
    with listening:
        asyncio.run(Server(config).serve([listening]))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two servers share a port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        why = error.strerror or str(error)
        raise Unusable(f"{host}, port {port}: {why}; give another with --port") from None
    return listening


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _metadata() -> dict[str, object]:
    """How Datasette presents the reference: installed beside this file, in a checkout in docs/."""
    here = Path(__file__).parent
    for file in (here / "datasette.json", here.parent.parent / "docs" / "datasette.json"):
        if file.is_file():
            told: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
            return told
    return {}
