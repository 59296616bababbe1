"""Words brought to what spelling variants have in common: the index for look-alikes."""

from __future__ import annotations

import re

_RULES = (
    (re.compile("ph"), "f"),
    (re.compile("ck|kh|ch(?=r)"), "k"),
    (re.compile("q"), "k"),
    (re.compile("z"), "s"),
    (re.compile("tz|ts"), "s"),
    (re.compile("[jy]"), "i"),
    (re.compile("w"), "v"),
    (re.compile(r"(?<!^)[aeiou]+"), "a"),
    (re.compile(r"(?<=[a-z])h"), ""),
    (re.compile("a+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """A rough key: equal for spellings that sound nearly alike ("humphreys", "humphries")."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


def head(word: str) -> str:
    """The first letters, by which words that differ further back are found."""
    return word[:4]
