"""What the tests of the page share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

NEEDS = "needs the extra: pip install 'factcheck[web]'"
Ask = Callable[..., "httpx.Response"]
#: the statement of README, with two phrases that are refuted
SAID = (
    "Donald Trump said that South Korea began these military payments during his first term "
    "and that Biden terminated the deal."
)
