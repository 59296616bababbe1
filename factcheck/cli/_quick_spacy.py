"""spaCy without its own command line, in the process of one of our commands.

`import spacy` also imports `spacy.cli` for the one name `spacy.info`, and with it the libraries
that download models and fill in project templates: over a third of its start, and no check
needs any of it. An empty module in its place saves a quarter of a second in each command.
Only our program does this; `import factcheck` leaves spaCy as it is.
"""

from __future__ import annotations

import sys
from types import ModuleType

_NAMES = ("spacy.cli", "spacy.cli.info")


def leave_out_spacy_cli() -> None:
    """Let a later `import spacy` find `spacy.cli` empty; nothing where spaCy is there already."""
    if "spacy" in sys.modules:
        return
    for name in _NAMES:
        empty = ModuleType(name, "Left out: see factcheck/cli/_quick_spacy.py.")
        empty.__path__ = []
        empty.info = None  # type: ignore[attr-defined]
        sys.modules[name] = empty
