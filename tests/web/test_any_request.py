"""Schemathesis makes requests from the API's description, good ones and bad ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from web_asking import NEEDS

if TYPE_CHECKING:
    from schemathesis import Case

pytest.importorskip("datasette", reason=NEEDS)
schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis, of the extra dev")

CHECK, READ = "/-/factcheck.json", "/-/factcheck/text"
#: what a request that breaks the description may get
REFUSALS = {400, 405, 413, 415, 422}


@pytest.mark.parametrize(
    ("path", "mode", "allowed"),
    [
        (CHECK, "positive", {200}),
        (CHECK, "negative", REFUSALS),
        # of a name that is made up there is seldom a reader; nothing in bytes can be negated
        (READ, "positive", {200, 422}),
    ],
)
def test_no_request_breaks_it(address: str, path: str, mode: str, allowed: set[int]) -> None:
    from schemathesis.checks import negative_data_rejection, positive_data_acceptance
    from schemathesis.generation import GenerationMode

    described = schemathesis.openapi.from_url(f"{address}/openapi.json")
    # 413 is no refusal in its eyes, and 422 no answer: which statuses may be is said here
    left_out = [negative_data_rejection, *([positive_data_acceptance] if path == READ else [])]
    statuses = set()

    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        database=None,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described[path]["POST"].as_strategy(GenerationMode(mode)))
    def ask(case: Case) -> None:
        got = case.call()
        statuses.add(got.status_code)
        case.validate_response(got, excluded_checks=left_out)

    ask()
    assert statuses <= allowed
