"""Words brought to what spellings of the same name have in common.

Doubled letters, "ph" and "f", "ie" and "y", "c" and "k", a silent "h" and the ways to write a
foreign vowel ("eo", "ou") fall together; other vowels stay, since they tell names apart.
"""

from __future__ import annotations

import re

_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("ph", "f"),
        ("sch|tsch|tch|tsh", "ch"),
        ("ck|kh|q|c(?![eihy])", "k"),
        ("tz|ts|z|c(?=[eiy])", "s"),
        ("gh|(?<=[^aeiouscp])h|h$", ""),
        ("yeo|eo|yo", "o"),
        ("oo|ou|yu", "u"),
        ("ae", "e"),
        ("ey|ei|ie|iy|yi|ee|ii|y|j", "i"),
        ("ya|(?:ia|ea)(?=n)", "a"),
        ("w", "v"),
        ("i+", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def sound(word: str) -> str:
    """What a word (lower case, no accents) has in common with its other spellings."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


def head(word: str) -> str:
    """The first letters, by which words that differ further back are found."""
    return word[:4]


def letters(word: str) -> str:
    """Its letters in order of the alphabet: equal where two have changed places."""
    return "".join(sorted(word))
