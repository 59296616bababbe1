"""The page at `/-/factcheck`: a form, and below it the answer. It needs no scripts."""

from __future__ import annotations

import asyncio
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from datasette.utils.asgi import Response

from factcheck.records import Report, Unusable
from factcheck.reports import format_names, load_format
from factcheck.web.asking import Asked, read_form
from factcheck.web.browsing import FACTS, RESULTS
from factcheck.web.checking import About, Checked
from factcheck.web.desk import Desk, Refused
from factcheck.web.showing import page

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

#: nothing but our own files; forms lead nowhere else, and nobody puts the page into a frame
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
}
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
#: databases that have a link, and what it says
_BROWSE = {FACTS: "Browse the reference", RESULTS: "Browse the results"}


class Page:
    """Answers the requests for the page."""

    def __init__(self, desk: Desk, datasette: Datasette) -> None:
        self._desk = desk
        self._datasette = datasette

    async def respond(self, request: Request) -> Response:
        """The page: empty, with an answer, or with what is wrong; or a report to download."""
        asked, about = Asked(), None
        try:
            about = await self._desk.about()
            if request.method in ("GET", "HEAD"):
                return self._page(asked, about)
            if request.method != "POST":
                raise Refused(405, "this address takes GET and POST")
            asked = await read_form(request)
            checked = await self._desk.check(asked.document())
            if asked.format:
                return await asyncio.to_thread(_download, checked.report, asked.format)
            return self._page(asked, about, checked=checked)
        except Refused as error:
            return self._page(asked, about, status=error.status, error=error.why)

    def _page(
        self,
        asked: Asked,
        about: About | None,
        *,
        checked: Checked | None = None,
        status: int = 200,
        error: str = "",
    ) -> Response:
        path = self._datasette.urls.path
        there = self._datasette.databases
        browse = tuple((path(f"/{name}"), said) for name, said in _BROWSE.items() if name in there)
        body = page(path, asked, about, checked=checked, error=error, browse=browse)
        headers = _HEADERS | ({"allow": "GET, HEAD, POST"} if status == 405 else {})
        return Response.html(body, status=status, headers=headers)


async def static_file(request: Request) -> Response:
    """A style or a script of the page."""
    name = str(request.url_vars["name"])
    body = _files().get(name)
    if body is None:
        return Response.text("no such file\n", status=404)
    headers = {"x-content-type-options": "nosniff", "cache-control": "max-age=300"}
    return Response(body, 200, headers, _TYPES[Path(name).suffix])


@cache
def _files() -> dict[str, str]:
    """Our own files, and the style of the HTML report, which the answer is shown in."""
    here = Path(__file__).parent
    files = {file.name: file for file in (here / "static").iterdir() if file.suffix in _TYPES}
    files["report.css"] = here.parent / "reports" / "templates" / "page.css"
    return {name: file.read_text(encoding="utf-8") for name, file in files.items()}


def _download(report: Report, name: str) -> Response:
    """A report as a file. Raises `Refused` where there is none of that format."""
    if name not in format_names():
        raise Refused(422, f"no format {name[:40]!r}: known are {', '.join(format_names())}")
    try:
        form = load_format(name)
        stream = io.BytesIO()
        form.write([report], stream)
    except Unusable as error:
        raise Refused(422, str(error)) from None
    headers = _HEADERS | {"content-disposition": f'attachment; filename="factcheck{form.suffix}"'}
    return Response(stream.getvalue(), 200, headers, "application/octet-stream")
