"""The known names in a text: exact aliases through an index, then spelling variants.

Each word of a text is looked up for names that begin with it, by an index in the store; the
answers are kept for words that come again. So it does not matter how many aliases there are.

Whether a name needs its capitals was decided when the store was built (`aliases.py`): one made
only of ordinary words does. A text wholly in capitals, or without any, cannot show them; there
such a name counts without, but one as common as "us" needs "the" before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factcheck.records import Mention
from factcheck.reference.aliases import is_common_word
from factcheck.reference.keys import Word, find_words, singular
from factcheck.reference.keys import key as spelling_key
from factcheck.reference.lemmas import lemma
from factcheck.reference.spelling import ALONE, SHORTEST, Spellings, is_variant
from factcheck.reference.store import Store

#: what may stand between two words of one name
_GAP = re.compile(
    r"[ \t\u00a0\u202f]{1,3}|[ \t]*\r?\n[ \t]*|['’]?[-‐‑‒–—/][ \t\n]?|['’]s? ?|\. ?|, | ?"
)
_ARTICLE = re.compile(r"\b(?:the|this|that)[\s\"“'‘]+$", re.IGNORECASE)

_SENTENCE = "sentence"
_HEADLINE = "headline"
#: words of the longest name in which spelling variants are looked for, and one before
_REACH = 8


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row of the table `aliases`."""

    alias: str
    entity: str
    origin: str
    capitals: str
    article: bool
    common: bool
    person: bool | None


class KnownNames:
    """The names of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._spellings = Spellings(store)
        self._lengths = lru_cache(maxsize=1 << 15)(self._read_lengths)
        self._candidates = lru_cache(maxsize=1 << 13)(self._read_candidates)

    def knows(self, text: str) -> bool:
        """Cheap gate: whether a word of `text` begins a known name, or is spelt nearly so."""
        words = find_words(text)
        for at, word in enumerate(words):
            if self._starts(word.norm) or self._spelt(text, words, at):
                return True
        return False

    def mentions(self, text: str) -> list[Mention]:
        """The known names in `text`, left to right, longest first, not overlapping."""
        words = find_words(text)
        has_case = _has_case(text, words)
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention, size = self._longest(text, words, at, has_case)
            if mention:
                found.append(mention)
            at += size
        return found

    def _longest(
        self, text: str, words: Sequence[Word], at: int, has_case: str
    ) -> tuple[Mention | None, int]:
        """The longest name that begins at a word, and how many words to go on."""
        mention, size = self._exact(text, words, at, has_case)
        if mention:
            return mention, size
        # a spelling variant, of this word or of a later one in a name that begins here
        first = max(0, at - 1)
        near = words[first : at + _REACH]
        replaced = self._spellings_in(text, near, at - first)
        if replaced is None:
            return None, 1
        at -= first
        mention, size = self._exact(text, replaced, at, has_case)
        if mention is None or near[at : at + size] == replaced[at : at + size]:
            return None, 1
        if size == 1 and not is_variant(near[at].norm, replaced[at].norm, ALONE):
            return None, 1
        meant = self._alias_of(replaced[at : at + size])
        return Mention(mention.start, mention.end, mention.text, mention.entities, meant), size

    def _exact(
        self, text: str, words: Sequence[Word], at: int, has_case: str
    ) -> tuple[Mention | None, int]:
        for length in self._starts(words[at].norm):
            span = words[at : at + length]
            if len(span) < length:
                continue
            candidates = self._meant(text, span, has_case)
            if length == 1 and has_case == _SENTENCE:
                candidates = [one for one in candidates if self._is_whole(one, text, words, at)]
            if candidates:
                start, end = span[0].start, span[-1].end
                entities = tuple(dict.fromkeys(one.entity for one in candidates))
                return Mention(start, end, text[start:end], entities), length
        return None, 1

    def _starts(self, norm: str) -> tuple[int, ...]:
        lengths = self._lengths(norm)
        one = singular(norm)
        if one is None or 1 in lengths:
            return lengths
        return (*lengths, 1) if 1 in self._lengths(one) else lengths

    def _meant(self, text: str, span: Sequence[Word], has_case: str) -> list[_Candidate]:
        """The aliases that a span of words means."""
        key = " ".join(word.norm for word in span)
        fitting = [one for one in self._candidates(key) if _fits(one, text, span, has_case)]
        if not fitting:
            last = singular(span[-1].norm)
            if last is not None:
                key = " ".join([*(word.norm for word in span[:-1]), last])
                fitting = [
                    one
                    for one in self._candidates(key)
                    if _has_plural(one) and _fits(one, text, span, has_case)
                ]
        written = [one for one in fitting if one.origin != "surname"]
        return written or fitting

    def _is_whole(self, one: _Candidate, text: str, words: Sequence[Word], at: int) -> bool:
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
        if not self._starts(words[at].norm) and not self._spelt(text, words, at):
            return None
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

    def _read_candidates(self, key: str) -> tuple[_Candidate, ...]:
        rows = self._store.rows(
            "SELECT alias, entity, origin, capitals, article, common, type = 'person' "
            "FROM aliases JOIN entities ON name = entity WHERE key = ? ORDER BY aliases.rowid",
            (key,),
        )
        return tuple(_Candidate(*row) for row in rows)


def _has_case(text: str, words: Sequence[Word]) -> str:
    """What capitals can tell: "" nothing (there are none, or only they), else how it is written."""
    if text.upper() == text or text.lower() == text:
        return ""
    long = [word for word in words if word.end - word.start > 3]
    capitals = sum(text[word.start].isupper() for word in long)
    return _HEADLINE if len(long) > 4 and capitals > 0.8 * len(long) else _SENTENCE


def _fits(one: _Candidate, text: str, span: Sequence[Word], has_case: str) -> bool:
    """Whether the text has what the alias needs: whole words, capitals, article."""
    for last, word in pairwise(span):
        gap = text[last.end : word.start]
        if not _GAP.fullmatch(gap) or ("," in gap and "," not in one.alias):
            return False
        if gap.startswith(".") and last.end - last.start > 4 and "." not in one.alias:
            return False
    if (one.article or (one.common and not has_case)) and not _after_article(text, span[0].start):
        return False
    return not has_case or _has_capitals(one, text, span)


def _after_article(text: str, start: int) -> bool:
    return _ARTICLE.search(text[max(0, start - 12) : start]) is not None


def _has_capitals(one: _Candidate, text: str, span: Sequence[Word]) -> bool:
    if one.capitals == "any":
        return True
    raw = [text[word.start : word.end] for word in span]
    if one.capitals == "all":
        bare = raw[0].rstrip("s") if _has_plural(one) else raw[0]
        return "." in raw[0] or (bare.isupper() and len(bare) > 1)
    written = find_words(one.alias.removeprefix("the ").removeprefix("The "))
    bare_alias = one.alias.removeprefix("the ").removeprefix("The ")
    wanted = [bare_alias[word.start].isupper() for word in written]
    return all(word[0].isupper() or not capital for word, capital in zip(raw, wanted, strict=False))


def _has_plural(one: _Candidate) -> bool:
    """Whether a name can stand in the plural: not one capitalised word like "Norland"."""
    alias = one.alias
    if " " in alias or not alias[:1].isupper():
        return True
    return alias.endswith(("an", "er")) or (alias.isupper() and len(alias) > 1)
