"""`factcheck serve`: the page to paste a statement into, on this machine, until Ctrl-C."""

from __future__ import annotations

from contextlib import suppress
from datetime import date as Date
from pathlib import Path

import click

from factcheck.cli._parameters import reference_options
from factcheck.records import Unusable


@click.command("serve")
@click.argument("results", type=click.Path(path_type=Path), required=False, metavar="[RESULTS.db]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="0 takes one that is free.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@reference_options
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
def command(
    results: Path | None,
    port: int,
    host: str,
    topic: tuple[str, ...],
    reference: Path | None,
    known_on: Date | None,
    open_page: bool,
) -> None:
    """Serve the page to paste a statement into.

    Beside it, the reference and a results database of `factcheck batch` can be browsed and
    searched. Only this machine is answered, unless --host says otherwise; there is no password.
    Ctrl-C stops it.
    """
    try:
        from factcheck.web.site import make_site, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("datasette", "pluggy", "uvicorn"):
            raise
        raise Unusable(
            "serve needs Datasette, which is not installed: pip install 'factcheck[web]'"
        ) from None

    def started(address: str) -> None:
        click.echo(f"The page is at {address}\nCtrl-C stops it.")
        if open_page:
            click.launch(address)

    site = make_site(topic, results=results, host=host, reference=reference, known_on=known_on)
    with suppress(KeyboardInterrupt):  # it has stopped in good order by then
        serve(site, host, port, started)
