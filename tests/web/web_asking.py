"""What the tests of the page share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx

NEEDS = "needs the extra: pip install 'factcheck[web]'"
Ask = Callable[..., "httpx.Response"]
#: the statement of README, with two phrases that are refuted
SAID = (
    "Donald Trump said that South Korea began these military payments during his first term "
    "and that Biden terminated the deal."
)
TEXT = f"{SAID} It keeps 45,000 soldiers in South Korea, and some 54,000 soldiers in Japan."
PROGRAM = [sys.executable, "-c", "from factcheck.cli import main; main()"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: `.ci/run` sets this: there a missing browser is a failure, and nothing is left out
_IS_WANTED = os.environ.get("FACTCHECK_BROWSER") == "required"
needs_chromium = pytest.mark.skipif(
    not CHROMIUM and not _IS_WANTED, reason="needs chromium: apt-get install chromium"
)
