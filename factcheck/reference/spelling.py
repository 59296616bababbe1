"""Spelling variants of the words of names, by rapidfuzz among candidates from an index.

Only capitalised words of six letters and more come here; digits and ordinals never do. A word
that is itself part of a name, or an ordinary word, is no variant of another. The thresholds
were measured on `tests/reference/lookalikes.csv`; docs/reference.md tells the figures.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.reference.aliases import is_ordinary
from factcheck.reference.keys import singular
from factcheck.reference.sounds import head, sound
from factcheck.reference.store import Store

#: least likeness of two words (1 is equal) of this length and more
THRESHOLDS = ((6, 0.84), (9, 0.80))


class Spellings:
    """The words of a store's names, and which of them another word may mean."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.meant = lru_cache(maxsize=1 << 13)(self._meant)

    def _meant(self, word: str) -> str | None:
        """The one known word that `word` (in one spelling) is a variant of."""
        if self._is_known(word) or is_ordinary(word) or is_ordinary(singular(word) or word):
            return None
        rows = self._store.rows(
            "SELECT word FROM alias_words WHERE sound = ?1 OR (head = ?2 "
            "AND length(word) BETWEEN length(?3) - 2 AND length(?3) + 2)",
            (sound(word), head(word), word),
        )
        near = [known for (known,) in rows if is_variant(word, known)]
        return near[0] if len(near) == 1 else None

    def _is_known(self, word: str) -> bool:
        return any(
            self._store.rows("SELECT 1 FROM alias_words WHERE word = ?", (form,))
            for form in (word, singular(word))
            if form
        )


def is_variant(word: str, known: str) -> bool:
    """Whether `word` is likely a spelling of `known` (both in one spelling, lower case)."""
    if min(len(word), len(known)) < 6 or not (word + known).isalpha() or word == known:
        return False
    return likeness(word, known) >= _threshold(min(len(word), len(known)))


def likeness(word: str, known: str) -> float:
    """How alike two words are, from 0 to 1: letters first, then sounds."""
    from rapidfuzz.distance import OSA

    return float(OSA.normalized_similarity(word, known))


def _threshold(length: int) -> float:
    return [least for size, least in THRESHOLDS if length >= size][-1]
