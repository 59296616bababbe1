"""What the tests of this room share: one open checker for each of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.api import Checker


@pytest.fixture(scope="module")
def checker(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Checker]:
    """A checker over the topic of a module's own `FACTS` (and `ENTITIES`), the texts of its files;
    over all shipped topics where it has none."""
    topics = []
    if hasattr(request.module, "FACTS"):
        folder = tmp_path_factory.mktemp("topic")
        for name in ("FACTS", "ENTITIES"):
            if hasattr(request.module, name):
                (folder / f"{name.lower()}.csv").write_text(getattr(request.module, name))
        topics = [str(folder)]
    with Checker(topics) as checker:
        yield checker
