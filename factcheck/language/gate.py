"""The cheap gate on raw text: what cannot hold a claim is never parsed, and never loads spaCy.

A stretch passes if it holds something that can be checked (a value, a term of office, a word of
change, ending or comparison) and speaks of something known: by a name, or by a word that
refers back where a name came shortly before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from factcheck.language.wording import Wording
from factcheck.language.words import words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_REFERS = frozenset(
    (
        "it", "they", "them", "its", "their", "this", "that", "these", "those", "we", "our", "us",
        "there", "he", "she", "his", "her", "former", "latter", "my", "i", "both", "deal",
        "agreement", "pact", "accord", "figure", "amount", "number", "sum", "one", "payment",
        "payments",
    )
)  # fmt: skip
#: a rough sentence: up to a mark after which a capital follows, or a blank line; a mark after
#: one capital ("U.S.") or a short capitalised word ("Nov.", "Gen.") ends nothing
_PIECE = re.compile(
    r"\S.*?(?:(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?…]+"
    r"[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9]|\s*$)|\n\s*\n|$)",
    re.DOTALL,
)


_ENDING = frozenset(form for verb in words("events")["ended"]["verbs"] for form in (
    verb, verb + "s", verb + "ed", verb + "d", verb + verb[-1] + "ed", verb + "ing"))  # fmt: skip


@cache
def _checkable() -> frozenset[str]:
    events = words("events")
    listed = [
        *events["ended"]["verbs"], *events["rise"]["verbs"], *events["fall"]["verbs"],
        *events["equal"]["verbs"], *events["equal"]["words"], *events["factor"],
        "more", "fewer", "less", "than", "first", "latest", "never", "force", "effect", "under",
        "largest", "highest", "biggest", "smallest", "lowest", "only", "every", "annual", "no",
        "began", "start", "begin", "administration", "term", "presidency", "new", "last",
    ]  # fmt: skip
    parts = {part for phrase in listed for part in phrase.split()}
    inflected = {form for part in parts for form in _inflected(part)}
    return frozenset(inflected | set(events["irregular"]["forms"]))


def _inflected(word: str) -> tuple[str, ...]:
    """All regular forms of a word, and some that do not exist: a gate may let too much pass."""
    short = word.rstrip("e")
    double = word + word[-1]
    y = word[:-1] if word.endswith("y") else word
    return (
        word, word + "s", word + "es", short + "ed", short + "ing", word + "d", word + "ed",
        double + "ed", double + "ing", y + "ied", y + "ies", word + "ly",
    )  # fmt: skip


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Rough sentences of `text[start:end]`, as offsets: cut too rarely rather than too often."""
    for match in _PIECE.finditer(text, start, end):
        if match.group().strip():
            yield match.start(), match.end()


def passes(
    piece: str, kinds: Collection[str], names_known: bool, after_known: bool, wording: Wording
) -> bool:
    """Whether `piece` may hold a claim.

    `kinds`: of the values that stand in it; `names_known`: it may name something known;
    `after_known`: something known was named shortly before.
    """
    found = {match.group().lower() for match in _WORD.finditer(piece)}
    if not kinds and found.isdisjoint(_checkable()):
        return False
    if "ordinal" not in kinds and not wording.speaks(found) and found.isdisjoint(_ENDING):
        return False
    return names_known or (after_known and not found.isdisjoint(_REFERS))
