"""What the tests of this room share: one open checker for each of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.api import Checker


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    """A checker over all shipped topics."""
    with Checker() as checker:
        yield checker
