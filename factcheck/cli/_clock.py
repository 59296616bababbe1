"""The only place where the program asks for the time: for a stamp, and for what expires.

`SOURCE_DATE_EPOCH` (seconds since 1970) goes before the clock, so that a build can be repeated.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from factcheck.records import Unusable


def now() -> datetime:
    """The time now, in UTC, to the second."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        raise Unusable(f"SOURCE_DATE_EPOCH={given}: give whole seconds since 1970") from None


def today() -> date:
    """The day today, in UTC."""
    return now().date()
