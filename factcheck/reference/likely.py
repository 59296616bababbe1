"""What the words around a value tell of its property and subject, by what topics have learned.

Each property and each subject has a logistic regression of its own over the cues that stand there
(`learned.py`), so topics that have learned and topics that have not go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp

from factcheck.records import Likely
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store

#: cues of one value that are looked at; a long sentence has more
_MOST = 400
#: probabilities below are not worth telling
_LEAST = 0.05
_CUES = "SELECT properties, subjects FROM learned WHERE cue = ?"
_Weights = tuple[tuple[str, int], ...]


class Learned:
    """What is learned in an open store."""

    def __init__(self, store: Store, stored: StoredFacts) -> None:
        self._store = store
        self._stored = stored
        self._weights = lru_cache(maxsize=1 << 13)(self._read)

    def likely(self, cues: Mapping[str, float]) -> Likely:
        """The properties and subjects that a value with these cues may be of. `cues`: each with
        what it weighs (0 to 1)."""
        sums: tuple[dict[str, float], dict[str, float]] = {}, {}
        for total, begin in zip(sums, self._weights(""), strict=True):
            total.update(begin)
        for cue, weight in list(cues.items())[:_MOST]:
            for total, told in zip(sums, self._weights(cue), strict=True):
                for name, own in told:
                    if name in total:
                        total[name] += weight * own
        properties, subjects = (
            sorted(((1 / (1 + exp(-s / 100)), name) for name, s in total.items()), reverse=True)
            for total in sums
        )
        return Likely(
            tuple(
                (each, p)
                for p, name in properties
                if p >= _LEAST and (each := self._stored.property(name))
            ),
            {name: p for p, name in subjects if p >= _LEAST},
        )

    def _read(self, cue: str) -> tuple[_Weights, _Weights]:
        """The weights of a cue; of what several topics tell alike, once."""
        properties: dict[str, int] = {}
        subjects: dict[str, int] = {}
        for rows in self._store.rows(_CUES, (cue,)):
            for text, found in zip(rows, (properties, subjects), strict=True):
                for part in filter(None, text.split(";")):
                    name, _, weight = part.rpartition(":")
                    found[name.strip()] = int(weight)
        return tuple(properties.items()), tuple(subjects.items())
