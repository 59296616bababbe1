"""Pieces of words by number, as the network's vocabulary has them (`vocab.txt`).

The usual way (WordPiece; Devlin et al. 2019): lower case, no accents, marks by themselves; then
from left to right the longest piece that the vocabulary has. Thirty lines of our own, as the
library for it (tokenizers) brings a client for the internet, which nothing here may have.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

#: what stands for a word that the vocabulary has no pieces of, and for one that is longer
_UNKNOWN, _LONGEST = "[UNK]", 100


def pieces(text: str) -> list[int]:
    """The pieces of a text."""
    return [piece for chunk in text.split() for piece in _of_chunk(chunk)]


@cache
def _vocabulary() -> dict[str, int]:
    lines = Path(__file__).with_name("vocab.txt").read_text(encoding="utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


@lru_cache(maxsize=1 << 15)
def _of_chunk(chunk: str) -> tuple[int, ...]:
    """The pieces of what stands between two spaces."""
    plain = "".join(
        mark
        for mark in unicodedata.normalize("NFD", chunk.lower())
        if unicodedata.category(mark) not in ("Mn", "Cc", "Cf")
    )
    found: list[int] = []
    for is_word, letters in groupby(plain, key=lambda mark: not _is_mark(mark)):
        for word in ("".join(letters),) if is_word else letters:
            found += _of_word(word)
    return tuple(found)


def _is_mark(mark: str) -> bool:
    is_plain = mark.isascii() and not mark.isalnum()
    return is_plain or unicodedata.category(mark).startswith("P")


def _of_word(word: str) -> list[int]:
    known, found = _vocabulary(), list[int]()
    rest = word if len(word) <= _LONGEST else ""
    while rest:
        start = "##" if found else ""
        size = next((n for n in range(len(rest), 0, -1) if start + rest[:n] in known), 0)
        if not size:
            return [known[_UNKNOWN]]
        found.append(known[start + rest[:size]])
        rest = rest[size:]
    return found or [known[_UNKNOWN]]
