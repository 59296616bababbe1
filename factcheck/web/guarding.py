"""Who may ask: requests under a name that is ours, and from no other site.

A page elsewhere could have its own name lead to this machine and read what we answer (DNS
rebinding), or send forms here from a visitor's browser. Both are known by their headers.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from factcheck.web.asgi import App, Message, Receive, Send
from factcheck.web.settings import PREFIX

#: by which other sites neither frame our pages nor learn of them
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


def guarded(app: App, hosts: frozenset[str]) -> App:
    """`app`, answering only under these names (any, if there are none)."""

    async def guard(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        why = _refusal(scope, hosts)
        if why:
            await _refuse(send, why)
            return
        await app(scope, receive, _with_headers(send) if hosts else send)

    return guard


def host_name(host: str) -> str:
    """The name in a `Host` header, without the port: "localhost", "127.0.0.1", "::1"."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _refusal(scope: Message, hosts: frozenset[str]) -> str:
    told = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    host = told.get("host", "")
    if hosts and host_name(host) not in hosts:
        return f"this page answers only under {' or '.join(sorted(hosts))}"
    ours = scope["path"].startswith(PREFIX) or bool(hosts)
    if not ours or scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return ""
    origin = told.get("origin")
    elsewhere = origin is not None and origin.partition("://")[2] != host
    if elsewhere or told.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return "this request comes from a page of another site"
    return ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _ in message.get("headers", ())}
            added = [(name, told) for name, told in _HEADERS if name not in there]
            message = {**message, "headers": [*message.get("headers", ()), *added]}
        await send(message)

    return sent


async def _refuse(send: Send, why: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": f"{why}\n".encode()})
