"""What the vector of a value tells of its property and subject, beside their descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from factcheck.encoder.network import SIZE
from factcheck.records import Property
from factcheck.reference.facts import StoredFacts
from factcheck.reference.store import Store

if TYPE_CHECKING:
    from factcheck.records import Vectors

#: probabilities below are not worth telling
_LEAST = 0.02
_DESCRIBED = "SELECT name, vector FROM described WHERE of = ? ORDER BY name"


class Descriptions:
    """The described properties and subjects of an open store."""

    def __init__(self, store: Store, stored: StoredFacts) -> None:
        self._store = store
        self._stored = stored

    def properties(self, vector: Vectors, nothing: float) -> tuple[tuple[Property, float], ...]:
        """The properties that a value with this vector may be of, the likeliest first. `nothing`:
        the logit of none."""
        names, keys = self._properties
        found = _probable(names, keys @ vector, nothing)
        return tuple((each, p) for p, name in found if (each := self._stored.property(name)))

    def subjects(self, vector: Vectors, named: Mapping[str, float]) -> Mapping[str, float]:
        """The subjects that it may be of, by their canonical names, the likeliest first. `named`:
        those that the text names, each with the logit that adds to its own."""
        names, keys = self._subjects
        logits = keys @ vector
        known = {name: row for row, name in enumerate(names)}
        for name, logit in named.items():
            if name in known:
                logits[known[name]] += logit
        return {name: p for p, name in _probable(names, logits)}

    @cached_property
    def _properties(self) -> tuple[list[str], Vectors]:
        return self._read("property")

    @cached_property
    def _subjects(self) -> tuple[list[str], Vectors]:
        return self._read("subject")

    def _read(self, of: str) -> tuple[list[str], Vectors]:
        rows = self._store.rows(_DESCRIBED, (of,))
        vectors = np.frombuffer(b"".join(blob for _, blob in rows), dtype=np.float32)
        return [name for name, _ in rows], vectors.reshape(len(rows), SIZE)


def _probable(
    names: list[str], logits: Vectors, nothing: float | None = None
) -> list[tuple[float, str]]:
    """The names with their probabilities, by the softmax of their logits and of `nothing`."""
    if not names:
        return []
    highest = max(float(logits.max()), nothing if nothing is not None else float("-inf"))
    sizes = np.exp(logits - highest)
    total = float(sizes.sum()) + (float(np.exp(nothing - highest)) if nothing is not None else 0.0)
    likely = np.flatnonzero(sizes >= _LEAST * total)
    return sorted(((float(sizes[i]) / total, names[i]) for i in likely), reverse=True)
