"""What the words around a value tell of its property and subject, by what topics have learned.

Each property and each subject has a logistic regression of its own over the cues that stand there
(`learned.py`), so topics that have learned and topics that have not go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp

from factcheck.records import Property
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store

#: cues of one value that are looked at; a long sentence has more
_MOST = 400
#: probabilities below are not worth telling
_LEAST = 0.05
#: a sum (hundredths) this far below zero is as good as none, and more would overflow
_LOWEST = -70_000
_CUES = {
    of: f"SELECT {of} FROM learned WHERE cue = ?"  # one of these two columns
    for of in ("properties", "subjects")
}


class Regressions:
    """The regressions of an open store. `cues`: each with what it weighs (0 to 1)."""

    def __init__(self, store: Store, stored: StoredFacts) -> None:
        self._store = store
        self._stored = stored
        self._weights = lru_cache(maxsize=1 << 14)(self._read)

    def properties(self, cues: Mapping[str, float]) -> tuple[tuple[Property, float], ...]:
        """The properties that a value with these cues may be of, the likeliest first."""
        found = sorted(self._probable("properties", cues), reverse=True)
        return tuple((each, p) for p, name in found if (each := self._stored.property(name)))

    def subjects(self, cues: Mapping[str, float]) -> Mapping[str, float]:
        """The subjects that it may be of, by their canonical names, the likeliest first."""
        found = sorted(self._probable("subjects", cues), reverse=True)
        return {name: p for p, name in found}

    def _probable(self, of: str, cues: Mapping[str, float]) -> list[tuple[float, str]]:
        sums: dict[str, float] = dict(self._weights(of, ""))
        for cue, weight in list(cues.items())[:_MOST]:
            for name, own in self._weights(of, cue):
                if name in sums:
                    sums[name] += weight * own
        probable = ((1 / (1 + exp(-max(s, _LOWEST) / 100)), name) for name, s in sums.items())
        return [(p, name) for p, name in probable if p >= _LEAST]

    def _read(self, of: str, cue: str) -> tuple[tuple[str, int], ...]:
        """The weights of a cue; of what several topics tell alike, once."""
        found: dict[str, int] = {}
        for (text,) in self._store.rows(_CUES[of], (cue,)):
            for part in filter(None, text.split(";")):
                name, _, weight = part.rpartition(":")
                found[name.strip()] = int(weight)
        return tuple(found.items())
