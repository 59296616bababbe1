from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web_asking import NEEDS, SAID, Ask

from factcheck.cli import main

pytest.importorskip("datasette", reason=NEEDS)

ADDRESS = "/-/factcheck.json"
DOCS = Path(__file__).parents[2] / "docs"


def test_the_answer_is_what_check_prints(ask: Ask) -> None:
    sent = {"text": SAID, "speaker": "A Reporter", "date": "2025-04-08"}
    got = ask("post", ADDRESS, json=sent)
    arguments = ["check", SAID, "--speaker", "A Reporter", "--date", "2025-04-08"]
    printed = CliRunner().invoke(main, [*arguments, "--format", "json"])
    assert [got.json()] == json.loads(printed.stdout)
    assert got.json()["verdict"] == "refuted"


def test_the_answer_fits_the_published_schema(ask: Ask) -> None:
    schema = json.loads((DOCS / "answer.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(ask("post", ADDRESS, json={"text": SAID}).json(), schema)


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        (b"", 400, "no JSON"),
        (b"\xff", 400, "no JSON"),
        (b"[" * 100_000, 400, "no JSON"),
        (b"[]", 422, "send an object"),
        (b"{}", 422, "no text"),
        (b'{"text": "\\u0085\\ufeff\\u001c "}', 422, "no text"),
        (b'{"text": null}', 422, "text is no text"),
        (b'{"text": "x", "date": 2025}', 422, "date is no text"),
        (b'{"text": "x", "date": "2025-02-30"}', 422, "no day of the calendar"),
        (b'{"text": "x", "topic": "y"}', 422, "unknown field"),
        (b'{"text": "\\ud800"}', 422, "half a character"),
        (b'{"text": "' + b"x" * 100_001 + b'"}', 413, "at most 100,000"),
        (b'{"text": "' + b"x" * 4_000_001 + b'"}', 413, "bytes"),
    ],
)
def test_what_cannot_be_checked_is_said(ask: Ask, body: bytes, status: int, why: str) -> None:
    got = ask("post", ADDRESS, content=body, headers={"content-type": "application/json"})
    assert got.status_code == status and why in got.json()["error"]


def test_only_json_by_post_is_read(ask: Ask) -> None:
    got = ask("get", ADDRESS)
    assert got.status_code == 405 and got.headers["allow"] == "POST"
    assert ask("post", ADDRESS, data={"text": "x"}).status_code == 415


_ANY = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
_FIELDS = st.dictionaries(st.sampled_from(["text", "speaker", "date", "x"]), _ANY | st.text())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=_FIELDS | _ANY)
def test_nothing_that_is_sent_breaks_it(ask: Ask, body: object) -> None:
    sent = {"content-type": "application/json"}
    got = ask("post", ADDRESS, content=json.dumps(body), headers=sent)
    assert got.status_code in (200, 422)
    assert ("error" in got.json()) == (got.status_code == 422)


def test_the_description_names_the_address_and_the_limits(ask: Ask) -> None:
    from factcheck.web.asking import MOST_NAME, MOST_TEXT

    told = ask("get", "/-/factcheck/openapi.json").json()
    assert told["openapi"].startswith("3.1") and list(told["paths"]) == [
        ADDRESS,
        "/-/factcheck/text",
    ]
    fields = told["components"]["schemas"]["Statement"]["properties"]
    assert fields["text"]["maxLength"] == MOST_TEXT
    assert fields["speaker"]["maxLength"] == MOST_NAME
    jsonschema.validate(
        ask("post", ADDRESS, json={"text": SAID}).json(), told["components"]["schemas"]["Answer"]
    )
