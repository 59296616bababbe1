"""The JSON API: `POST /-/factcheck.json` with a statement gives the object that
`factcheck check --format json` prints for it. An answer of status 4xx or 5xx is `{"error": why}`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from datasette.utils.asgi import Response

from factcheck.records import Report
from factcheck.reports.answer import answer
from factcheck.reports.escaping import json_safe
from factcheck.web.asking import MOST_TEXT, read_json, read_sent_file
from factcheck.web.desk import Desk, Refused

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

_TYPE = "application/json; charset=utf-8"
_HEADERS = {"x-content-type-options": "nosniff", "cache-control": "no-store"}


class JsonAnswers:
    """Answers the requests of programs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def respond(self, request: Request) -> Response:
        """The answer to one statement."""
        try:
            if request.method != "POST":
                raise Refused(405, "send a statement with POST")
            asked = await read_json(request)
            checked = await self._desk.check(asked.document())
            said = answer(_without_traces(checked.report))
        except Refused as error:
            return _refused(error)
        return _response(said, 200, {})

    async def read_file(self, request: Request) -> Response:
        """The text of a file that was dropped on the page: as much as can be checked here."""
        try:
            if request.method != "POST":
                raise Refused(405, "send a file with POST")
            text = await self._desk.read(await read_sent_file(request))
        except Refused as error:
            return _refused(error)
        return _response({"text": text[:MOST_TEXT], "characters": len(text)}, 200, {})

    async def describe(self, request: Request) -> Response:
        """The API's description (OpenAPI 3.1)."""
        file = Path(__file__).with_name("openapi.json")
        return Response(file.read_text(encoding="utf-8"), 200, _HEADERS, _TYPE)


def _without_traces(report: Report) -> Report:
    """As `check` prints it where nobody asked for explanations."""
    bare = (
        replace(verdict, trace=(), claim=replace(verdict.claim, trace=()))
        for verdict in report.verdicts
    )
    return replace(report, verdicts=tuple(bare))


def _refused(error: Refused) -> Response:
    extra = {"allow": "POST"} if error.status == 405 else {}
    return _response({"error": error.why}, error.status, extra)


def _response(told: dict[str, object], status: int, extra: dict[str, str]) -> Response:
    body = json_safe(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"
    return Response(body, status, _HEADERS | extra, _TYPE)
