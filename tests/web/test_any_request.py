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

#: what a request that breaks the description may get
REFUSALS = {400, 405, 413, 415, 422}


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_no_request_breaks_it(address: str, mode: str) -> None:
    from schemathesis.checks import negative_data_rejection
    from schemathesis.generation import GenerationMode

    described = schemathesis.openapi.from_url(f"{address}/openapi.json")
    statuses = set()

    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        database=None,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described["/-/factcheck.json"]["POST"].as_strategy(GenerationMode(mode)))
    def ask(case: Case) -> None:
        got = case.call()
        statuses.add(got.status_code)
        # 413 is no refusal in its eyes; which statuses may be is said below
        case.validate_response(got, excluded_checks=[negative_data_rejection])

    ask()
    assert statuses <= ({200} if mode == "positive" else REFUSALS)
