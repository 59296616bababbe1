"""The known names in a text: exact aliases through an index, then spelling variants.

Each word of a text is looked up for names that begin with it, by an index in the store; the
answers are kept for words that come again. So it does not matter how many aliases there are.

Whether a name needs its capitals was decided when the store was built (`aliases.py`): one made
only of ordinary words does. A text wholly in capitals, or without any, cannot show them; there
such a name counts without, but one as common as "us" needs "the" before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.records import Mention
from factcheck.reference.aliases import is_common_word
from factcheck.reference.fitting import SENTENCE, Candidate, case_of, fits, has_plural
from factcheck.reference.keys import Word, find_words, singular
from factcheck.reference.keys import key as spelling_key
from factcheck.reference.lemmas import lemma
from factcheck.reference.spelling import ALONE, SHORTEST, Spellings, is_variant
from factcheck.reference.store import Store

#: words of the longest name in which spelling variants are looked for, and one before
_REACH = 8


def _is_abbreviation(text: str, word: Word) -> bool:
    """ "(HFA)", set behind what it stands for."""
    said = text[word.start : word.end]
    is_enclosed = text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"
    return is_enclosed and said.isupper() and len(said) > 1


class KnownNames:
    """The names of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._spellings = Spellings(store)
        self._lengths = lru_cache(maxsize=1 << 15)(self._read_lengths)
        self._starts = lru_cache(maxsize=1 << 15)(self._read_starts)
        self._candidates = lru_cache(maxsize=1 << 13)(self._read_candidates)

    def mentions(self, text: str) -> list[Mention]:
        """The known names in `text`, left to right, longest first, not overlapping."""
        words = find_words(text)
        opening = [
            at
            for at, word in enumerate(words)
            if self._starts(word.norm) or self._spelt(text, words, at)
        ]
        if not opening:  # as of most texts
            return []
        case = case_of(text, words)
        found: list[Mention] = []
        done = 0
        for at in opening:
            if at < done:
                continue
            mention, size = self._longest(text, words, at, case)
            if mention:
                found.append(mention)
            done = at + size
        return found

    def _longest(
        self, text: str, words: Sequence[Word], at: int, case: str
    ) -> tuple[Mention | None, int]:
        """The longest name that begins at a word, and how many words to go on."""
        mention, size = self._across(text, words, at, case)
        if mention:
            return mention, size
        mention, size = self._exact(text, words, at, case)
        if mention:
            return mention, size
        # a spelling variant, of this word or of a later one in a name that begins here
        first = max(0, at - 1)
        near = words[first : at + _REACH]
        replaced = self._spellings_in(text, near, at - first)
        if replaced is None:
            return None, 1
        at -= first
        mention, size = self._exact(text, replaced, at, case)
        if mention is None or near[at : at + size] == replaced[at : at + size]:
            return None, 1
        if size == 1 and not is_variant(near[at].norm, replaced[at].norm, ALONE):
            return None, 1
        meant = self._alias_of(replaced[at : at + size])
        return Mention(mention.start, mention.end, mention.text, mention.entities, meant), size

    def _across(
        self, text: str, words: Sequence[Word], at: int, case: str
    ) -> tuple[Mention | None, int]:
        """A name that goes on behind its abbreviation: "Holt Forces Act (HFA) for 2026"."""
        for place in range(at + 2, min(at + _REACH, len(words) - 1)):
            if not _is_abbreviation(text, words[place]):
                continue
            without = [*words[at:place], *words[place + 1 : place + _REACH]]
            mention, size = self._exact(text, without, 0, case)
            return (mention, size + 1) if mention and size > place - at else (None, 1)
        return None, 1

    def _exact(
        self, text: str, words: Sequence[Word], at: int, case: str
    ) -> tuple[Mention | None, int]:
        for length in self._starts(words[at].norm):
            span = words[at : at + length]
            if len(span) < length:
                continue
            candidates = self._meant(text, span, case)
            if length == 1 and case == SENTENCE:
                candidates = [one for one in candidates if self._is_whole(one, text, words, at)]
            if candidates:
                start, end = span[0].start, span[-1].end
                entities = tuple(dict.fromkeys(one.entity for one in candidates))
                return Mention(start, end, text[start:end], entities), length
        return None, 1

    def _read_starts(self, norm: str) -> tuple[int, ...]:
        """How many words the names have that begin with a word or its singular."""
        lengths = self._lengths(norm)
        one = singular(norm)
        if one is None or 1 in lengths:
            return lengths
        return (*lengths, 1) if 1 in self._lengths(one) else lengths

    def _meant(self, text: str, span: Sequence[Word], case: str) -> list[Candidate]:
        """The aliases that a span of words means."""
        key = " ".join(word.norm for word in span)
        fitting = [one for one in self._candidates(key) if fits(one, text, span, case)]
        if not fitting:
            last = singular(span[-1].norm)
            if last is not None:
                key = " ".join([*(word.norm for word in span[:-1]), last])
                fitting = [
                    one
                    for one in self._candidates(key)
                    if has_plural(one) and fits(one, text, span, case)
                ]
        written = [one for one in fitting if one.origin != "surname"]
        return written or fitting

    def _is_whole(self, one: Candidate, text: str, words: Sequence[Word], at: int) -> bool:
        """Whether a surname stands for itself, and in no name of somebody unknown.

        "Erika Lind" is not Greta Lind, nor is "Park Chung-hee" any Park of ours.
        """
        if not one.person:
            return True
        own = spelling_key(one.entity).split()
        near = []
        if at and text[words[at - 1].end : words[at].start] == " ":
            near.append(words[at - 1])
        if at + 1 < len(words) and text[words[at].end : words[at + 1].start] == " ":
            near.append(words[at + 1])
        return not any(self._is_strange(text, word) and word.norm not in own for word in near)

    def _is_strange(self, text: str, word: Word) -> bool:
        """Whether a word is written as a name that nothing is known of."""
        is_name = text[word.start].isupper() and word.norm.isalpha() and len(word.norm) > 1
        if not is_name or self._starts(word.norm):
            return False
        return not (is_common_word(word.norm) or is_common_word(lemma(word.norm)))

    def _spellings_in(self, text: str, words: Sequence[Word], at: int) -> list[Word] | None:
        """The words with spelling variants put right, as far as a name from `at` may reach."""
        replaced = list(words)
        changed = False
        for i in range(at, len(words)):
            if i > at and words[i].start - words[i - 1].end > 3:
                break
            word = self._spelt(text, words, i)
            if word:
                replaced[i] = Word(words[i].start, words[i].end, word)
                changed = True
        return replaced if changed else None

    def _spelt(self, text: str, words: Sequence[Word], at: int) -> str | None:
        """The known word of which this one is a spelling variant."""
        word = words[at]
        if len(word.norm) < SHORTEST or not text[word.start].isupper() or not word.norm.isalpha():
            return None
        return self._spellings.meant(word.norm)

    def _alias_of(self, span: Sequence[Word]) -> str | None:
        key = " ".join(word.norm for word in span)
        found = self._candidates(key)
        return found[0].alias if found else key

    def _read_lengths(self, norm: str) -> tuple[int, ...]:
        found = self._store.rows("SELECT lengths FROM alias_starts WHERE first = ?", (norm,))
        lengths = found[0][0].split(",") if found else ()
        return tuple(sorted(map(int, lengths), reverse=True))

    def _read_candidates(self, key: str) -> tuple[Candidate, ...]:
        rows = self._store.rows(
            "SELECT alias, entity, origin, capitals, article, common, type = 'person' "
            "FROM aliases JOIN entities ON name = entity WHERE key = ? ORDER BY aliases.rowid",
            (key,),
        )
        return tuple(Candidate(*row) for row in rows)
