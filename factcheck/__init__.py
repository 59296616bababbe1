"""factcheck: checks claims in news text against a database of verified facts.

`factcheck.check(text, speaker=…, date=…)` gives a `Report`; `factcheck.read_values(text)` the
values in a text. Both are imported when they are first used, so that `import factcheck` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.api import check as check
    from factcheck.measures.reading import read_values as read_values

__version__ = "0.1.0"
__all__ = ["__version__", "check", "read_values"]

_EXPORTS = {"check": "factcheck.api", "read_values": "factcheck.measures.reading"}


def __getattr__(name: str) -> object:
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_EXPORTS[name]), name)
