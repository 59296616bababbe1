"""A cache of the tests' own, and the topic that they look things up in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.reference.lookup import Lookup, open_reference

CANALS = Path(__file__).parent / "topics" / "canals"


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def canals(_own_cache: None) -> Iterator[Lookup]:
    """The topic of the tests, open."""
    with open_reference([str(CANALS)]) as lookup:
        yield lookup
