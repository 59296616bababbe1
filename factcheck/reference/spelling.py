"""Spelling variants of the words of names, by rapidfuzz among candidates from an index.

Only capitalised words of six letters and more come here; digits and ordinals never do. A word
that is itself part of a name, or an ordinary word, is no variant of another. The thresholds
were chosen on `tests/reference/lookalikes.csv`; docs/reference.md tells what they give.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.reference.aliases import is_ordinary
from factcheck.reference.keys import singular
from factcheck.reference.sounds import consonants, head, letters, sound, vowels
from factcheck.reference.store import Store

#: the shortest word that can be a variant
SHORTEST = 6
#: likeness above which two words are one: of a name of one word, of a word of a longer name
#: (whose other words must be there too)
ALONE = 0.90
TOGETHER = 0.87
#: letters that a name of one word needs to be known by, with a vowel left out or mistaken
#: ("Colombia" and "Columbia" are two, "Nicholas" and "Nichols")
LONG = 9


class Spellings:
    """The words of a store's names, and which of them another word may mean."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.meant = lru_cache(maxsize=1 << 13)(self._meant)

    def _meant(self, word: str) -> str | None:
        """The one known word that `word` (in one spelling) is a variant of."""
        if self._is_known(word):
            return None
        rows = self._store.rows(
            "SELECT word FROM alias_words WHERE sound = ?1 OR letters = ?2 OR consonants = ?5 "
            "OR (head = ?3 AND length(word) BETWEEN length(?4) - 2 AND length(?4) + 2)",
            (sound(word), letters(word), head(word), word, consonants(word)),
        )
        # asked only now, so that most texts need neither the word list nor rapidfuzz
        if not rows or is_ordinary(word) or is_ordinary(singular(word) or word):
            return None
        near = [known for (known,) in rows if is_variant(word, known, TOGETHER)]
        if len(near) > 1:
            near = [known for known in near if is_variant(word, known, ALONE)]
        return near[0] if len(near) == 1 else None

    def _is_known(self, word: str) -> bool:
        return any(
            self._store.rows("SELECT 1 FROM alias_words WHERE word = ?", (form,))
            for form in (word, singular(word))
            if form
        )


def is_variant(word: str, known: str, threshold: float) -> bool:
    """Whether `word` is likely a spelling of `known` (both in one spelling, lower case).

    Yes where they sound alike, two letters have changed places, or a vowel was left out or
    mistaken; else by likeness. An ending more or less is no variant but another word
    ("Robert", "Roberta"), but for an s that a longer name has ("Camp Humphrey").
    """
    if min(len(word), len(known)) < SHORTEST or not (word + known).isalpha():
        return False
    if word == known or sound(word) == sound(known):
        return True
    if letters(word) == letters(known):
        return likeness(word, known) >= 1 - 1 / len(word)
    together = threshold < ALONE
    if together and known == f"{word}s":
        return True
    if word.startswith(known) or known.startswith(word) or word[0] != known[0]:
        return False
    if consonants(word) == consonants(known):
        other = _other_vowels(word, known)
        if other == [len(vowels(known)) - 1]:
            return False  # "Valentino", "Valentina"
        if len(other) == 1 and _is_slip(word, known, other[0], together=together):
            return True
    return max(likeness(word, known), likeness(sound(word), sound(known))) > threshold


def _other_vowels(word: str, known: str) -> list[int]:
    """The places, counted by consonants, where two words of the same consonants differ."""
    pairs = zip(vowels(word), vowels(known), strict=True)
    return [place for place, (written, meant) in enumerate(pairs) if written != meant]


def _is_slip(word: str, known: str, place: int, *, together: bool) -> bool:
    """Whether a vowel was left out or mistaken where names seldom differ: not in the first
    syllable, and alone not in the last ("Hamburg", "Homburg"; "Freiburg", "Freiberg")."""
    if len(known) < (SHORTEST if together else LONG) or abs(len(word) - len(known)) > 1:
        return False
    if not vowels(word)[place]:
        return place > 0 and len(sound(known)) - len(sound(word)) == 1
    syllables = [i for i, vowel in enumerate(vowels(known)) if vowel]
    return syllables[0] < place and (together or place < syllables[-1])


def likeness(word: str, known: str) -> float:
    """One minus the share of letters that were added, left out, changed or swapped."""
    from rapidfuzz.distance import OSA

    return float(OSA.normalized_similarity(word, known))
