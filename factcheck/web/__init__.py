"""The page: a statement pasted in a browser, its verdicts shown; a plugin of Datasette.

Datasette brings the server and the tables to browse; the functions here are the hooks that it
looks for. `page.py` is the page, `json_answers.py` the JSON API, `asking.py` reads what either is
sent, `desk.py` takes it to the processes that check (`worker.py` sees one from outside,
`checking.py` from inside; `files.py` reads dropped files there), `guarding.py` turns strangers
away, `showing.py` writes the HTML (`series.py` and `charting.py` its charts), `browsing.py` the
links between tables, and `site.py` puts together what `factcheck serve` serves.

To add an address: a method that takes the request and gives a `Response`, named in
`register_routes`. No page of ours holds a script or a style: they lie in `static/`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pluggy import HookimplMarker

from factcheck.web.asgi import App
from factcheck.web.browsing import cell_link
from factcheck.web.desk import attended, desk_of
from factcheck.web.guarding import guarded
from factcheck.web.settings import PREFIX, Settings

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

_hook = HookimplMarker("datasette")


@_hook
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Any]]]:
    """The addresses of the page, its files and the API."""
    # not above: the process that checks imports this package too, and needs no server
    from factcheck.web.json_answers import JsonAnswers
    from factcheck.web.page import Page, static_file

    desk = desk_of(Settings.of(datasette.plugin_config("factcheck")))
    answers = JsonAnswers(desk)
    return [
        (rf"^{PREFIX}$", Page(desk, datasette).respond),
        (rf"^{PREFIX}\.json$", answers.respond),
        (rf"^{PREFIX}/text$", answers.read_file),
        (rf"^{PREFIX}/openapi\.json$", answers.describe),
        (rf"^{PREFIX}/static/(?P<name>[a-z]+\.(?:css|js))$", static_file),
    ]


@_hook
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Turn away requests that come from other sites, or under a name that is not ours; begin the
    processes that check when the server begins, end them when the server ends."""
    settings = Settings.of(datasette.plugin_config("factcheck"))
    return lambda app: attended(guarded(app, settings.hosts), desk_of(settings))


@_hook
def skip_csrf(scope: dict[str, Any]) -> bool:
    """Our addresses change nothing and look at `Origin` themselves; they set no cookie."""
    return str(scope["path"]) in (PREFIX, f"{PREFIX}.json", f"{PREFIX}/text")


@_hook
def render_cell(
    row: Any,  # noqa: ANN401
    column: str,
    table: str | None,
    database: str,
    datasette: Datasette,
) -> Any:  # noqa: ANN401
    """Links to facts and sources in the tables."""
    return cell_link(row, column, table, database, datasette)


@_hook
def menu_links(datasette: Datasette, request: Request | None) -> list[dict[str, str]]:
    """The page, in the menu of Datasette's own pages."""
    return [{"href": datasette.urls.path(PREFIX), "label": "Check a statement"}]
