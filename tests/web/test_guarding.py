from __future__ import annotations

import pytest
from web_asking import NEEDS, SAID, Ask

pytest.importorskip("datasette", reason=NEEDS)

PAGE = "/-/factcheck"


@pytest.mark.parametrize("path", [PAGE, "/", "/facts", f"{PAGE}/static/page.css"])
@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "[::1", ""]
)
def test_other_names_are_not_answered(ask: Ask, path: str, host: str) -> None:
    assert ask("get", path, headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:8001", "127.0.0.1:1", "[::1]:8001"])
def test_names_of_this_machine_are_answered(ask: Ask, host: str) -> None:
    assert ask("get", PAGE, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:8001"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}.json"])
def test_forms_of_other_sites_are_turned_away(ask: Ask, path: str, headers: dict[str, str]) -> None:
    assert ask("post", path, data={"text": SAID}, headers=headers).status_code == 403


def test_our_own_form_is_taken_with_or_without_cookies(ask: Ask) -> None:
    ours = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    for headers in (ours, ours | {"cookie": "ds_actor=x; other=y"}):
        assert ask("post", PAGE, data={"text": SAID}, headers=headers).status_code == 200


def test_pages_cannot_be_framed(ask: Ask) -> None:
    for path in ("/", "/facts", PAGE):
        assert ask("get", path).headers["x-frame-options"] == "DENY"


def test_the_name_in_a_host_header() -> None:
    from factcheck.web.guarding import host_name

    found = [host_name(host) for host in ("Localhost:80", "[::1]:80", "[::1", "a@b", "")]
    assert found == ["localhost", "::1", "", "b", ""]
