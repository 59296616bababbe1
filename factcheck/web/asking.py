"""What the page and the API are sent becomes a document, within limits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from factcheck.api import read_date
from factcheck.documents.turns import document
from factcheck.records import Document, Unusable
from factcheck.web.desk import Refused
from factcheck.web.files import LARGEST, File

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

#: characters of a text and of a name; bytes of a whole request, and of a file
MOST_TEXT, MOST_NAME, MOST_BYTES, MOST_FILE = 100_000, 200, 4_000_000, LARGEST
_KNOWN = ("text", "speaker", "date")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was sent, as it was sent: shown again in the form. `format`: a report to download."""

    text: str = ""
    speaker: str = ""
    date: str = ""
    format: str = ""

    def document(self) -> Document:
        """The document to check. Raises `Refused` for what cannot be checked."""
        if not self.text.replace("\ufeff", "").strip():  # openapi.json says the same
            raise Refused(422, "no text: give the statement to check")
        if len(self.text) > MOST_TEXT:
            raise Refused(
                413,
                f"the text has {len(self.text):,} characters, at most {MOST_TEXT:,} are checked "
                "here: give a part of it, such as the beginning below, or use `factcheck check`",
            )
        if len(self.speaker) > MOST_NAME:
            raise Refused(422, f"the speaker's name has more than {MOST_NAME} characters")
        try:
            (self.text + self.speaker).encode()
            day = read_date(self.date.strip() or None)
        except UnicodeEncodeError:
            raise Refused(422, "the text is not Unicode: it holds half a character") from None
        except Unusable as error:
            raise Refused(422, str(error)) from None
        read = document(self.text)
        return replace(read, speaker=self.speaker.strip() or None, date=day)


async def read_form(request: Request) -> Asked:
    """What a form sent. Raises `Refused` for what is no form."""
    kind = media_type(request)
    if kind != "application/x-www-form-urlencoded":
        raise Refused(415, f"a form is wanted here, not {kind or 'a body without a type'}")
    try:
        sent = (await _body(request)).decode("ascii")
        fields = dict(parse_qsl(sent, keep_blank_values=True, errors="strict", max_num_fields=20))
    except ValueError:
        raise Refused(400, "the form cannot be read: it is not UTF-8, or has too much") from None
    # browsers send each line end as two characters
    text = fields.get("text", "").replace("\r\n", "\n")
    told = (fields.get(name, "") for name in ("speaker", "date", "format"))
    return Asked(text, *told)


async def read_json(request: Request) -> Asked:
    """What a program sent. Raises `Refused` for what is not the object that is wanted."""
    if media_type(request) != "application/json":
        raise Refused(415, "send JSON, with the header Content-Type: application/json")
    try:
        sent = json.loads((await _body(request)).decode())
    except (ValueError, RecursionError):
        raise Refused(400, "the body is no JSON") from None
    if not isinstance(sent, Mapping):
        raise Refused(422, 'send an object: {"text": "…", "speaker": "…", "date": "2025-04-08"}')
    for name, told in sent.items():
        if name not in _KNOWN:
            raise Refused(422, f"unknown field {name[:40]!r}: known are {', '.join(_KNOWN)}")
        if not isinstance(told, str) and (name == "text" or told is not None):
            raise Refused(422, f"{name} is no text")
    return Asked(*(sent.get(name) or "" for name in _KNOWN))


async def read_sent_file(request: Request) -> File:
    """A file that the page sent: its bytes, and its name in the address."""
    if media_type(request) != "application/octet-stream":
        raise Refused(415, "send the file's bytes, as application/octet-stream")
    name = request.args.get("name") or ""
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise Refused(422, "give the file's name: ?name=speech.pdf")
    return File(name, await _body(request, MOST_FILE))


def media_type(request: Request) -> str:
    """The type of a request's body, without its parameters."""
    return str(request.headers.get("content-type", "")).partition(";")[0].strip().lower()


async def _body(request: Request, most: int = MOST_BYTES) -> bytes:
    parts, size, more = [], 0, True
    while more:
        message = await request.receive()
        if message["type"] != "http.request":
            raise Refused(400, "the request broke off")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise Refused(413, f"at most {most:,} bytes are read")
        more = message.get("more_body", False)
    return b"".join(parts)
